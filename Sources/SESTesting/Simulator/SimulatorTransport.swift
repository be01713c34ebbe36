package import SESClient
package import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Leads a client's requests to the simulator, through the faults that were asked for.
package struct SimulatorTransport: HTTPTransport {
    private let simulator: SESSimulator

    /// Creates a transport that ends in a simulator.
    ///
    /// - Parameter simulator: The service in memory.
    package init(simulator: SESSimulator) {
        self.simulator = simulator
    }

    /// Answers a request as the service would, or fails as the next fault says.
    ///
    /// - Parameters:
    ///   - request: The signed request.
    ///   - limits: What the exchange may take; the simulator's clock moves by `total` where a fault takes that long.
    package func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try Task.checkCancellation()
        switch await simulator.takeFault(for: request) {
        case .held(let gate, processed: true):
            let response = await simulator.respond(to: request)
            try await gate.pass()
            return response
        case .held(let gate, processed: false):
            try await gate.pass()
            return await simulator.respond(to: request)
        case nil:
            return await simulator.respond(to: request)
        case .answer(let status, let name, let message):
            return await simulator.refuse(with: ServiceRefusal(name, status: status, message))
        case .refused:
            throw HTTPTransportError(
                .connectionFailed, requestMayHaveBeenSent: false, message: "connection refused (simulated)")
        case .reset(let processed):
            if processed { _ = await simulator.respond(to: request) }
            throw HTTPTransportError(
                .connectionLost, requestMayHaveBeenSent: true, message: "connection reset (simulated)")
        case .timeout(let processed):
            if processed { _ = await simulator.respond(to: request) }
            throw await missDeadline(limits)
        case .slow(let duration):
            let response = await simulator.respond(to: request)
            guard duration < limits.total else { throw await missDeadline(limits) }
            await simulator.advance(by: duration)
            return response
        case .garbled:
            var response = await simulator.respond(to: request)
            response.body = Data("<html>\u{FFFD} 502 {".utf8)
            return response
        }
    }

    /// Lets the deadline pass and says what the client says then.
    ///
    /// The transport does not wait for the client's own deadline: on a clock that several calls share it could not
    /// tell whose deadline it is that comes next, and would drag the others over theirs.
    private func missDeadline(_ limits: TransportLimits) async -> HTTPTransportError {
        await simulator.advance(by: limits.total)
        return HTTPTransportError(
            .timedOut, requestMayHaveBeenSent: true, message: "no response within \(limits.total)")
    }
}
