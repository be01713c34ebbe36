/// Told of every call of a client: for logs, metrics and traces.
///
/// It learns what a call is and how it fares, never what it carries: there is no credential, recipient, header or body in
/// what it is given. The methods run in the middle of the call, so they should return at once. One call's come in order;
/// different calls' come at the same time. Each has an empty default.
public protocol SESCallObserver: Sendable {
    /// Runs the call, for an observer that sets task-local values while it goes on, such as the current span of a trace.
    ///
    /// Everything of the call happens in `body`, the other methods included, and so does what the credential provider and the
    /// transport do; the first observer of a client is the outermost. The call's result passes the observer by: should
    /// `body` not be run, the call runs after this returns, and running it again does nothing. Just runs it by default.
    ///
    /// - Parameters:
    ///   - call: The call.
    ///   - body: The call's whole course; to be run once.
    func surround(_ call: ObservedCall, _ body: () async -> Void) async

    /// A call begins; its input was found right.
    func callStarted(_ call: ObservedCall)

    /// An attempt has its answer, or failed; none is told for a call that got no credentials.
    func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall)

    /// The call is over. Comes once for each call that began.
    func callEnded(_ ending: ObservedEnding, of call: ObservedCall)
}

extension SESCallObserver {
    /// Runs the call.
    public func surround(_ call: ObservedCall, _ body: () async -> Void) async { await body() }
    /// Does nothing.
    public func callStarted(_ call: ObservedCall) {}
    /// Does nothing.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {}
    /// Does nothing.
    public func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {}
}
