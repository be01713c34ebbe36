#if AsyncHTTPClientSupport
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SESSigning
import Synchronization

/// One request under way with async-http-client: collects the response and wakes the caller exactly once.
///
/// The client tells its delegate everything on one event loop, and everything that decides is done there too: whether the
/// body was asked for, and whether a limit passed before.
final class ClientExchange: HTTPClientResponseDelegate, Sendable {
    private struct State {
        var continuation: CheckedContinuation<AWSHTTPResponse, any Error>?
        /// What it ended with before anybody waited for it.
        var result: Result<AWSHTTPResponse, any Error>?
        var hasEnded = false
        /// The client's own handle of the request.
        var task: HTTPClient.Task<Void>?
        var attempts = 0
        var isSending = false
        var hasPassedConnectLimit = false
        /// What rings when a limit has passed.
        var alarm: Int?
        var head: HTTPResponseHead?
        var body = Data()
    }

    private let client: HTTPClient
    private let loop: any EventLoop
    private let request: HTTPClient.Request
    private let body: Data
    private let limits: TransportLimits
    /// Whether the client is known to follow no redirect.
    private let refusesRedirects: Bool
    private let state = Mutex(State())

    init(
        _ request: HTTPClient.Request, body: Data, by client: HTTPClient, on loop: any EventLoop,
        refusesRedirects: Bool, limits: TransportLimits
    ) {
        self.request = request
        self.body = body
        self.client = client
        self.loop = loop
        self.refusesRedirects = refusesRedirects
        self.limits = limits
    }

    // MARK: What the caller does

    /// Takes the caller's continuation, and begins; wakes it at once if the exchange has ended already.
    ///
    /// - Parameter time: How long the exchange may take in all; nil for any time.
    func start(_ continuation: CheckedContinuation<AWSHTTPResponse, any Error>, within time: Duration?) {
        let result = state.withLock { state in
            if state.result == nil { state.continuation = continuation }
            return state.result
        }
        if let result { return continuation.resume(with: result) }
        // The attempt first: a limit that passes finds it begun, or the loop at fault.
        loop.execute { self.attempt() }
        setAlarm(within: time)
    }

    /// Wakes the caller with an error, unless it has been woken, and lets the request go.
    func end(_ error: any Error) {
        guard let task = finish(.failure(error)) else { return }
        task.cancel()
    }

    // MARK: Limits of time

    private func setAlarm(within time: Duration?) {
        let alarm = Alarms.system.set(
            for: body.isEmpty ? nil : limits.connect, { self.passConnectLimit() }, within: time,
            { self.passDeadline() })
        guard let alarm else { return }
        let isLate = state.withLock { state in
            if !state.hasEnded { state.alarm = alarm }
            return state.hasEnded
        }
        if isLate { Alarms.system.cancel(alarm) }
    }

    private func passConnectLimit() {
        loop.execute {
            let task = self.state.withLock { state -> HTTPClient.Task<Void>? in
                guard !state.hasEnded, !state.isSending else { return nil }
                state.hasPassedConnectLimit = true
                return state.task
            }
            // On the loop this settles it: the body isn't asked for any more.
            task?.cancel()
        }
    }

    private func passDeadline() {
        // On the loop first: an answer that came in the last moment is one, and whether the body was asked for is settled there.
        loop.execute {
            self.endLate { $0.isSending || self.body.isEmpty ? nil : "no connection within \(self.limits.connect)" }
        }
        // Then without it: it may be held up by somebody else's work, or have been shut down.
        _ = Alarms.system.set(after: TransportLimits.verdictTime) {
            self.endLate { $0.attempts > 0 ? nil : "the event loop didn't begin the request in time" }
        }
    }

    /// Ends the exchange, whose time is over.
    ///
    /// - Parameter reason: Why it is certain that nothing was sent; nil if it isn't.
    private func endLate(_ reason: (borrowing State) -> String?) {
        let task = finish { state in
            guard let reason = reason(state) else { return .failure(ExchangeTimeOver()) }
            return .failure(HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: reason))
        }
        task?.cancel()
    }

    // MARK: The request

    /// Gives the request to the client; on the loop.
    private func attempt() {
        let isWanted = state.withLock { state in
            guard !state.hasEnded else { return false }
            state.attempts += 1
            return true
        }
        guard isWanted else { return }
        var request = request
        if !body.isEmpty {
            request.body = .stream(contentLength: Int64(body.count)) { writer in
                self.state.withLock { $0.isSending = true }
                return writer.write(.byteBuffer(ByteBuffer(bytes: self.body)))
            }
        }
        let task = client.execute(request: request, delegate: self, eventLoop: .delegate(on: loop))
        let isLate = state.withLock { state in
            if !state.hasEnded { state.task = task }
            return state.hasEnded
        }
        if isLate { task.cancel() }
        task.futureResult.whenComplete { self.complete($0) }
    }

    /// Ends the exchange as the client reports it; on the loop.
    private func complete(_ result: Result<Void, any Error>) {
        switch result {
        case .success:
            let (head, body) = state.withLock { ($0.head, $0.body) }
            finish(head.map { .success(Self.response($0, body)) } ?? .failure(Self.noResponse))
        case .failure(let error as HTTPTransportError):
            finish(.failure(error))
        case .failure(let error):
            let (isSending, hasPassedConnectLimit, attempts) = state.withLock {
                ($0.isSending, $0.hasPassedConnectLimit, $0.attempts)
            }
            // A kept connection may have ended without the client having noticed: then not even the request's head could be
            // written, and another connection is taken.
            if !isSending, !hasPassedConnectLimit, attempts < Self.staleConnections,
                error as? ChannelError == .ioOnClosedChannel
            {
                return attempt()
            }
            finish(
                .failure(
                    HTTPTransportError(
                        error, hasBody: !body.isEmpty, isSending: isSending,
                        connectLimit: hasPassedConnectLimit ? limits.connect : nil)))
        }
    }

    /// How many connections in a row may turn out to have ended.
    private static let staleConnections = 4

    @discardableResult
    private func finish(_ result: Result<AWSHTTPResponse, any Error>) -> HTTPClient.Task<Void>? {
        finish { _ in result }
    }

    /// Ends the exchange; only the first end counts.
    ///
    /// - Parameter result: What comes of it, from what is known by then.
    /// - Returns: The client's handle, if this was the first end and there is one.
    private func finish(
        _ result: (borrowing State) -> Result<AWSHTTPResponse, any Error>
    ) -> HTTPClient.Task<Void>? {
        let end = state.withLock { state -> (state: State, result: Result<AWSHTTPResponse, any Error>)? in
            guard !state.hasEnded else { return nil }
            let end = (state, result(state))
            state = State(result: state.continuation == nil ? end.1 : nil, hasEnded: true)
            return end
        }
        guard let (ended, result) = end else { return nil }
        if let alarm = ended.alarm { Alarms.system.cancel(alarm) }
        ended.continuation?.resume(with: result)
        return ended.task
    }

    private static func response(_ head: HTTPResponseHead, _ body: Data) -> AWSHTTPResponse {
        let fields = head.headers.map { AWSHTTPHeaders.Field(name: $0.name, value: $0.value) }
        return AWSHTTPResponse(status: Int(head.status.code), headers: AWSHTTPHeaders(fields), body: body)
    }

    private static var noResponse: HTTPTransportError {
        HTTPTransportError(
            .connectionLost, requestMayHaveBeenSent: true, message: "the connection ended without a response")
    }
}

// MARK: What the client tells; on the loop

extension ClientExchange {
    func didVisitURL(task: HTTPClient.Task<Void>, _ request: HTTPClient.Request, _ head: HTTPResponseHead) {
        // A client that isn't the package's own may follow redirects, and a signed request is good for its own host only.
        guard !refusesRedirects, (300..<400).contains(head.status.code), head.headers.contains(name: "Location") else {
            return
        }
        finish(.success(Self.response(head, Data())))
        task.cancel()
    }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        state.withLock { $0.head = head }
        return loop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ part: ByteBuffer) -> EventLoopFuture<Void> {
        let fits = state.withLock { state in
            guard part.readableBytes <= limits.responseBytes - state.body.count else { return false }
            part.withUnsafeReadableBytes { state.body.append(contentsOf: $0) }
            return true
        }
        guard fits else {
            return loop.makeFailedFuture(
                HTTPTransportError(
                    .responseTooLarge, requestMayHaveBeenSent: true, message: "the response is larger than the limit"))
        }
        return loop.makeSucceededVoidFuture()
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) {}
}
#endif
