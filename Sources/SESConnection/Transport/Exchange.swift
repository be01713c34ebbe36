import Foundation
import SESSigning
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request under way: collects the response and wakes the caller exactly once.
final class Exchange: Sendable {
    private struct State {
        var continuation: CheckedContinuation<AWSHTTPResponse, any Error>?
        var result: Result<AWSHTTPResponse, any Error>?
        var response = AWSHTTPResponse(status: 0)
        var isSending = false
        var hasPassedConnectLimit = false
    }

    private let state = Mutex(State())
    private let task: URLSessionTask
    private let hasBody: Bool
    private let limits: TransportLimits

    init(of task: URLSessionTask, hasBody: Bool, limits: TransportLimits) {
        self.task = task
        self.hasBody = hasBody
        self.limits = limits
    }

    /// Wakes the caller with an error, unless it has been woken, and lets the session go.
    func end(_ error: any Error) {
        finish(.failure(error))
        task.cancel()
    }

    /// Notes that the session asked for the request's body: there is a connection, and the request is on its way.
    func markSending() {
        state.withLock { $0.isSending = true }
    }

    /// Ends the session's task if it hasn't asked for the body.
    ///
    /// It doesn't end the exchange: the session may have taken the body a moment ago and not have said so yet. What it
    /// says at the end comes after everything else it says, so only then is it certain that nothing was sent.
    func passConnectLimit() {
        let isConnecting = state.withLock { state in
            guard state.result == nil, !state.isSending, state.response.status == 0 else { return false }
            state.hasPassedConnectLimit = true
            return true
        }
        if isConnecting { task.cancel() }
    }

    /// Ends the exchange, whose time is over; but where the session was only just told that connecting took too long, it has a
    /// moment to say that nothing was sent.
    func passDeadline() {
        let awaitsVerdict = state.withLock { $0.hasPassedConnectLimit && $0.result == nil && !$0.isSending }
        guard awaitsVerdict else { return end(ExchangeTimeOver()) }
        _ = Alarms.system.set(after: TransportLimits.verdictTime) { self.end(ExchangeTimeOver()) }
    }

    /// Takes the caller's continuation; wakes it at once if the exchange has ended already.
    func wait(_ continuation: CheckedContinuation<AWSHTTPResponse, any Error>) {
        let result = state.withLock { state in
            if state.result == nil { state.continuation = continuation }
            return state.result
        }
        if let result { continuation.resume(with: result) }
    }

    /// Ends the exchange; only the first end counts.
    func finish(_ result: Result<AWSHTTPResponse, any Error>) {
        let continuation = state.withLock { state -> CheckedContinuation<AWSHTTPResponse, any Error>? in
            guard state.result == nil else { return nil }
            state.result = result
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(with: result)
    }

    func receive(_ response: HTTPURLResponse) {
        let fields = response.allHeaderFields.compactMap { name, value -> AWSHTTPHeaders.Field? in
            guard let name = name as? String, let value = value as? String else { return nil }
            return AWSHTTPHeaders.Field(name: name, value: value)
        }
        state.withLock { state in
            state.response.status = response.statusCode
            state.response.headers = AWSHTTPHeaders(fields)
        }
    }

    /// Adds a part of the body; returns false when it became larger than allowed.
    func receive(_ data: Data) -> Bool {
        state.withLock { state in
            guard data.count <= limits.responseBytes - state.response.body.count else { return false }
            state.response.body.append(data)
            return true
        }
    }

    /// Ends the exchange as the session reports it.
    func complete(_ error: (any Error)?) {
        let state = state.withLock { $0 }
        if let error {
            finish(.failure(transportError(error, state)))
        } else if state.response.status == 0 {
            finish(
                .failure(
                    HTTPTransportError(
                        .connectionLost, requestMayHaveBeenSent: true,
                        message: "the connection ended without a response")))
        } else {
            finish(.success(state.response))
        }
    }

    private func transportError(_ error: any Error, _ state: State) -> HTTPTransportError {
        let code = (error as? URLError)?.code
        let words = error.localizedDescription
        let reason = code.map { "\(words) (URLError \($0.rawValue))" } ?? words
        if isUnsent(error, state) {
            let message =
                state.hasPassedConnectLimit ? "no connection within \(limits.connect)" : "no connection: \(reason)"
            return HTTPTransportError(
                .connectionFailed, requestMayHaveBeenSent: false, message: message, underlyingError: error)
        }
        if code == .timedOut {
            return HTTPTransportError(
                .timedOut, requestMayHaveBeenSent: true, message: "URLSession's own time-out", underlyingError: error)
        }
        return HTTPTransportError(
            .connectionLost, requestMayHaveBeenSent: true, message: "the connection broke: \(reason)",
            underlyingError: error)
    }

    /// Whether it is certain that the service has no whole request: its body was never asked for, or, where that can't
    /// be known, the error is one of those that come before a connection.
    private func isUnsent(_ error: any Error, _ state: State) -> Bool {
        guard state.response.status == 0, !state.isSending else { return false }
        #if canImport(FoundationNetworking)
        // libcurl asks for the body before it sends; elsewhere the session tells only of what it has sent.
        if hasBody { return true }
        #endif
        switch (error as? URLError)?.code {
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .secureConnectionFailed,
            .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid, .notConnectedToInternet:
            return true
        // On Linux a certificate that isn't accepted has no code of its own, only libcurl's words.
        case .unknown: return error.localizedDescription.utf8.starts(with: "SSL".utf8)
        default: return false
        }
    }
}
