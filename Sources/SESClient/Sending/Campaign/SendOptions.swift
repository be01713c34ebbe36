/// How a run sends.
public struct SendOptions: Sendable {
    /// The most calls that are on their way at a time: at least 1, 32 by default.
    ///
    /// As many messages, or 50 times as many entries of a template, are on their way or have an outcome that waits to
    /// be taken: with 32 that is 32 e-mails or up to 1600 entries, and so many may be unknown after a kill. The rate
    /// is the limiter's matter; this has to be more than the rate times the seconds that one call takes, divided by
    /// the messages in a call. Less than 1 counts as 1; no number is too large.
    @export(implementation) public var concurrency: Int
    /// What paces the run; nil for a limiter of its own, which learns the account's rate.
    ///
    /// Runs at the same time in one account and region share one.
    @export(implementation) public var limiter: SendRateLimiter?
    /// Where the run keeps on disk what it has sent; nil for nowhere.
    @export(implementation) public var journal: SendJournal?
    /// Whether messages are sent again that an earlier run left unknown: some of their recipients may get them twice.
    @export(implementation) public var resendsUnknown: Bool
    /// How many times a message is tried that the service throttles, until it counts as refused; at least 1, 10 by default.
    @export(implementation) public var throttledAttempts: Int
    /// How many messages there are, for the estimate of the end; nil if it isn't known.
    ///
    /// The count of an array needn't be said. Less than were settled counts as those.
    @export(implementation) public var expectedCount: Int?
    /// How long a call with several entries waits for more of them, 1 second by default.
    ///
    /// The time begins with the call's first entry. It holds for `sendBulk` from a source that doesn't know its count, such as an `AsyncSequence`: what such a
    /// source gave is sent after that time, be the call full or not. Zero or less lets it go at once; more than a day
    /// counts as a day. It is measured on the client's clock.
    @export(implementation) public var batchWait: Duration

    /// Creates options.
    ///
    /// - Parameters:
    ///   - concurrency: The most calls on their way at a time.
    ///   - limiter: What paces the run.
    ///   - journal: Where the run keeps what it has sent.
    ///   - resendsUnknown: Whether messages are sent again that an earlier run left unknown.
    ///   - throttledAttempts: How many times a message is tried that the service throttles.
    ///   - expectedCount: How many messages there are.
    ///   - batchWait: How long a call with several entries waits for its source to fill it.
    public init(
        concurrency: Int = 32, limiter: SendRateLimiter? = nil, journal: SendJournal? = nil,
        resendsUnknown: Bool = false, throttledAttempts: Int = 10, expectedCount: Int? = nil,
        batchWait: Duration = .seconds(1)
    ) {
        self.concurrency = concurrency
        self.limiter = limiter
        self.journal = journal
        self.resendsUnknown = resendsUnknown
        self.throttledAttempts = throttledAttempts
        self.expectedCount = expectedCount
        self.batchWait = batchWait
    }
}
