import SESClient

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One request to a place that isn't ours, and how much of time and bytes its answer may take.
struct BoundedExchange: Sendable {
    let transport: any HTTPTransport
    let clock: any Clock<Duration>
    let deadline: Duration

    /// Why there is no request or no answer.
    enum Failure: Error {
        case transport(HTTPTransportError)
        case credentials(any Error)
        case other(any Error)
        case cancelled

        /// What may be told of it.
        var text: String {
            switch self {
            case .transport(let error): error.description
            case .credentials: "there are no credentials to sign the request with"
            case .other: "the transport failed"
            case .cancelled: "the task was cancelled"
            }
        }

        var underlyingError: (any Error)? {
            switch self {
            case .transport(let error): error
            case .credentials(let error), .other(let error): error
            case .cancelled: nil
            }
        }
    }

    /// Sends a request and returns its answer, whatever its status; a transport follows nothing.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - responseBytes: The most bytes its answer may have.
    func answer(to request: AWSHTTPRequest, responseBytes: Int) async throws(Failure) -> AWSHTTPResponse {
        try await answer(responseBytes: responseBytes) { request }
    }

    /// Makes and sends a request, all within the deadline: where credentials come from may be slow too.
    func answer(
        responseBytes: Int, to makeRequest: @escaping @Sendable () async throws -> AWSHTTPRequest
    ) async throws(Failure) -> AWSHTTPResponse {
        let limits = TransportLimits(
            connect: min(deadline, .milliseconds(3100)), total: deadline, responseBytes: responseBytes)
        let response: AWSHTTPResponse
        do {
            response = try await race(makeRequest, limits)
        } catch let failure as Failure {
            throw failure
        } catch let error as HTTPTransportError {
            throw Failure.transport(error)
        } catch is CancellationError {
            throw Failure.cancelled
        } catch {
            throw Failure.other(error)
        }
        guard response.body.count <= responseBytes else {
            throw .transport(
                HTTPTransportError(
                    .responseTooLarge, requestMayHaveBeenSent: true,
                    message: "the answer has more than \(responseBytes) bytes"))
        }
        return response
    }

    private func race(
        _ makeRequest: @escaping @Sendable () async throws -> AWSHTTPRequest, _ limits: TransportLimits
    ) async throws -> AWSHTTPResponse {
        try await withThrowingTaskGroup(of: AWSHTTPResponse.self) { group in
            group.addTask {
                var request = try await makeRequest()
                request.headers["User-Agent"] = UserAgent.text(applicationID: nil)
                return try await transport.execute(request, limits: limits)
            }
            group.addTask {
                try await clock.sleep(for: deadline)
                throw HTTPTransportError(
                    .timedOut, requestMayHaveBeenSent: true, message: "no response within \(deadline)")
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }
}
