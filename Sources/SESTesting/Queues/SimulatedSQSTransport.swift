import SESClient
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Leads a consumer's requests to simulated SQS, through the faults that were asked for, and waits where a call waits for messages.
struct SimulatedSQSTransport: HTTPTransport {
    let sqs: SimulatedSQS

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try Task.checkCancellation()
        let operation = SimulatedSQS.operation(of: request)
        guard let fault = await sqs.takeFault(for: operation) else { return try await answer(request) }
        switch fault {
        case .answer(let status, let name, let message):
            return await sqs.refuse(with: ServiceRefusal(name, status: status, message))
        case .refused:
            throw HTTPTransportError(
                .connectionFailed, requestMayHaveBeenSent: false, message: "connection refused (simulated)")
        case .reset(let processed):
            if processed { _ = try await answer(request) }
            throw HTTPTransportError(
                .connectionLost, requestMayHaveBeenSent: true, message: "connection reset (simulated)")
        case .timeout(let processed):
            if processed { _ = try await answer(request) }
            sqs.clock.advance(by: limits.total)
            throw HTTPTransportError(
                .timedOut, requestMayHaveBeenSent: true, message: "no response within \(limits.total)")
        case .slow(let duration):
            let response = try await answer(request)
            sqs.clock.advance(by: duration)
            return response
        case .garbled:
            var response = try await answer(request)
            response.body = Data("<html>\u{FFFD} 502 {".utf8)
            return response
        case .held(let gate, let processed):
            guard processed else {
                try await gate.pass()
                return try await answer(request)
            }
            let response = try await answer(request)
            try await gate.pass()
            return response
        }
    }

    private func answer(_ request: AWSHTTPRequest) async throws -> AWSHTTPResponse {
        let clock = sqs.clock
        let began = clock.now
        var isRepeated = false
        while true {
            let arrived = sqs.arrivals.count
            switch await sqs.respond(to: request, since: began, isRepeated: isRepeated) {
            case .response(let response): return response
            case .nothing(let until):
                isRepeated = true
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { try? await clock.sleep(until: until) }
                    group.addTask { await sqs.arrivals.wait(after: arrived) }
                    await group.next()
                    group.cancelAll()
                }
                try Task.checkCancellation()
            }
        }
    }
}
