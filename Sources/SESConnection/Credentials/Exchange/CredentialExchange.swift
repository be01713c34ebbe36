import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension CredentialContext {
    /// Sends a request to a source of credentials and returns its response, whatever its status.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - limit: How long the whole exchange may take.
    /// - Throws: ``HTTPTransportError``, or `CancellationError`.
    func exchange(_ request: AWSHTTPRequest, within limit: Duration) async throws -> AWSHTTPResponse {
        var request = request
        request.headers["User-Agent"] = UserAgent.text(applicationID: nil)
        let sent = request
        let limits = TransportLimits(connect: min(limit, .milliseconds(3100)), total: limit, responseBytes: 1 << 20)
        return try await withThrowingTaskGroup(of: AWSHTTPResponse.self) { group in
            group.addTask { try await transport.execute(sent, limits: limits) }
            group.addTask {
                try await clock.sleep(for: limit)
                throw HTTPTransportError(
                    .timedOut, requestMayHaveBeenSent: true, message: "no response within \(limit)")
            }
            defer { group.cancelAll() }
            guard let response = try await group.next() else { throw CancellationError() }
            return response
        }
    }

    /// Sends a request up to `attempts` times.
    ///
    /// It is sent again after a failure of the transport and after an answer of the kind that may be better at once.
    /// There is no pause; pauses are the cache's.
    ///
    /// - Throws: ``SESv2Error`` with code `credentialsUnavailable`, naming the host; `CancellationError`.
    func exchange(
        _ request: AWSHTTPRequest, within limit: Duration, attempts: Int, again: (AWSHTTPResponse) -> Bool
    ) async throws -> AWSHTTPResponse {
        var attempt = 1
        while true {
            do {
                let response = try await exchange(request, within: limit)
                guard attempt < attempts, again(response) else { return response }
            } catch let error as HTTPTransportError {
                guard attempt < attempts else { throw Self.unreachable(request.host, error) }
            } catch let error as CancellationError {
                throw error
            } catch {
                throw SESv2Error.unavailable("\(request.host): the transport failed", underlyingError: error)
            }
            attempt += 1
        }
    }

    static func unreachable(_ host: String, _ error: HTTPTransportError) -> SESv2Error {
        .unavailable("\(host): \(error.description)", underlyingError: error)
    }
}
