/// How a run sends.
public struct SendOptions: Sendable {
    /// The most messages that are on their way, or whose outcome waits to be taken, at a time: at least 1, 32 by default.
    ///
    /// The rate is the limiter's matter; this has to be more than the rate times the seconds that one call takes. Of a template's
    /// entries it counts calls.
    public var concurrency: Int
    /// What paces the run; nil for a limiter of its own, which learns the account's rate.
    ///
    /// Runs at the same time in one account and region share one.
    public var limiter: SendRateLimiter?
    /// Where the run keeps on disk what it has sent; nil for nowhere.
    public var journal: SendJournal?
    /// Whether messages are sent again that an earlier run left unknown: some of their recipients may get them twice.
    public var resendsUnknown: Bool
    /// How many times a message is tried that the service throttles, until it counts as refused; at least 1, 10 by default.
    public var throttledAttempts: Int
    /// How many messages there are, for the estimate of the end; nil if it isn't known.
    ///
    /// The count of an array needn't be said. Less than were settled counts as those.
    public var expectedCount: Int?

    /// Creates options.
    /// How long a call with several entries waits for more of them, 1 second by default.
    ///
    /// The time begins with the call's first entry. It holds for `sendBulk` from a source that doesn't know its count, such as an `AsyncSequence`: what such a
    /// source gave is sent after that time, be the call full or not. Zero or less lets it go at once; more than a day
    /// counts as a day. It is measured on the client's clock.
    public var batchWait: Duration
    ///
    /// - Parameters:
    ///   - concurrency: The most messages on their way at a time.
    ///   - limiter: What paces the run.
    ///   - journal: Where the run keeps what it has sent.
    ///   - resendsUnknown: Whether messages are sent again that an earlier run left unknown.
    ///   - throttledAttempts: How many times a message is tried that the service throttles.
    ///   - expectedCount: How many messages there are.
    public init(
        concurrency: Int = 32, limiter: SendRateLimiter? = nil, journal: SendJournal? = nil,
    ///   - batchWait: How long a call with several entries waits for its source to fill it.
        resendsUnknown: Bool = false, throttledAttempts: Int = 10, expectedCount: Int? = nil,
        batchWait: Duration = .seconds(1)
    ) {
        self.concurrency = concurrency
        self.limiter = limiter
        self.journal = journal
        self.resendsUnknown = resendsUnknown
        self.throttledAttempts = throttledAttempts
        self.expectedCount = expectedCount
    }
}
        self.batchWait = batchWait
