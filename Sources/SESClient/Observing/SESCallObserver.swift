/// Told of every call of a client: for logs, metrics and traces.
///
/// It learns what a call is and how it fares, never what it carries: there is no credential, recipient, header or body in
/// what it is given. The methods run in the middle of the call, so they should return at once. One call's come in order;
/// different calls' come at the same time. Each has an empty default.
public protocol SESCallObserver: Sendable {
    /// A call begins; its input was found right.
    func callStarted(_ call: ObservedCall)

    /// An attempt has its answer, or failed; none is told for a call that got no credentials.
    func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall)

    /// The call is over. Comes once for each call that began.
    func callEnded(_ ending: ObservedEnding, of call: ObservedCall)
}

extension SESCallObserver {
    /// Does nothing.
    public func callStarted(_ call: ObservedCall) {}
    /// Does nothing.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {}
    /// Does nothing.
    public func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {}
}
