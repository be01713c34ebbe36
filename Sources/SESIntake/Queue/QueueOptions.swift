public import SESCore

/// How a consumer takes messages from its queue.
public struct QueueOptions: Sendable {
    /// The most messages that one call receives, 1 to 10; 10 by default.
    public var maximumMessages: Int
    /// How long a call waits for messages if there are none, whole seconds from 0 to 20; 20 by default.
    ///
    /// AWS: `WaitTimeSeconds`. Each call costs, so less than 20 is for tests.
    public var waitTime: Duration
    /// For how long a message is hidden from others, whole seconds from 3 seconds to 12 hours; 30 seconds by default.
    ///
    /// It is renewed when a third of it is over, as long as the message is in hand. So it doesn't bound a handler's time: it is how
    /// long a message waits that a process had which is gone. AWS: `VisibilityTimeout`; a message can be in hand for 12 hours in all.
    public var visibilityTimeout: Duration
    /// How many messages are in hand at once, 1 to 10,000; 10 by default.
    public var concurrency: Int
    /// How long an event that was handled is remembered, 0 to 14 days; 1 hour by default, 0 to forget at once.
    public var deduplicationWindow: Duration
    /// How many events are remembered at most, 0 to 10,000,000; 100,000 by default, about 20 MB.
    public var rememberedEvents: Int
    /// How long deletions wait for others, to go in one call of up to 10; 0 to 1 second, 100 ms by default.
    public var deleteLinger: Duration
    /// After what time a message comes again whose handler threw, 0 to 12 hours; nil by default.
    ///
    /// It is doubled each time the message was received, up to 15 minutes or the value itself. nil leaves the message until its
    /// ``visibilityTimeout`` is over.
    public var failureDelay: Duration?
    /// How long handlers may go on after a shutdown began, 0 to 12 hours; 20 seconds by default.
    public var shutdownGrace: Duration
    /// The topics whose messages are taken; nil, the default, takes whatever the queue has.
    ///
    /// With a list, a message that doesn't name its topic is refused as well: one of a raw subscription, or of EventBridge.
    public var topics: Set<ARN>?

    /// Creates options; they are checked when a consumer is created.
    ///
    /// - Parameters:
    ///   - maximumMessages: The most messages that one call receives.
    ///   - waitTime: How long a call waits for messages.
    ///   - visibilityTimeout: For how long a message is hidden from others.
    ///   - concurrency: How many messages are in hand at once.
    ///   - deduplicationWindow: How long an event is remembered.
    ///   - rememberedEvents: How many events are remembered.
    ///   - deleteLinger: How long deletions wait for others.
    ///   - failureDelay: After what time a message comes again whose handler threw.
    ///   - shutdownGrace: How long handlers may go on after a shutdown began.
    ///   - topics: The topics whose messages are taken.
    public init(
        maximumMessages: Int = 10, waitTime: Duration = .seconds(20), visibilityTimeout: Duration = .seconds(30),
        concurrency: Int = 10, deduplicationWindow: Duration = .seconds(3600), rememberedEvents: Int = 100_000,
        deleteLinger: Duration = .milliseconds(100), failureDelay: Duration? = nil,
        shutdownGrace: Duration = .seconds(20), topics: Set<ARN>? = nil
    ) {
        self.maximumMessages = maximumMessages
        self.waitTime = waitTime
        self.visibilityTimeout = visibilityTimeout
        self.concurrency = concurrency
        self.deduplicationWindow = deduplicationWindow
        self.rememberedEvents = rememberedEvents
        self.deleteLinger = deleteLinger
        self.failureDelay = failureDelay
        self.shutdownGrace = shutdownGrace
        self.topics = topics
    }

    private static let twelveHours = Duration.seconds(43_200)

    /// After what part of the visibility it is renewed.
    var heartbeat: Duration { visibilityTimeout / 3 }

    /// After what time a message comes again that was received so often; nil to leave it.
    func delay(afterReceives count: Int) -> Duration? {
        guard let failureDelay else { return nil }
        return min(failureDelay * (1 << min(max(count - 1, 0), 20)), max(failureDelay, .seconds(900)))
    }

    /// - Throws: ``SESIntakeError`` with the code `invalidSettings`.
    func validate() throws(SESIntakeError) {
        func check(_ name: String, _ value: Duration, _ range: ClosedRange<Duration>) throws(SESIntakeError) {
            guard !range.contains(value) else { return }
            throw SESIntakeError(
                .invalidSettings, message: "\(name) must be \(range.lowerBound) to \(range.upperBound), not \(value)")
        }
        func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(SESIntakeError) {
            guard !range.contains(value) else { return }
            throw SESIntakeError(
                .invalidSettings, message: "\(name) must be \(range.lowerBound) to \(range.upperBound), not \(value)")
        }
        try check("maximumMessages", maximumMessages, 1...SQSCalls.batchSize)
        try check("concurrency", concurrency, 1...10_000)
        try check("rememberedEvents", rememberedEvents, 0...10_000_000)
        try check("waitTime", waitTime, .zero ... .seconds(20))
        try check("visibilityTimeout", visibilityTimeout, .seconds(3)...Self.twelveHours)
        try check("deduplicationWindow", deduplicationWindow, .zero ... .seconds(14 * 86_400))
        try check("deleteLinger", deleteLinger, .zero ... .seconds(1))
        try check("shutdownGrace", shutdownGrace, .zero...Self.twelveHours)
        if let failureDelay { try check("failureDelay", failureDelay, .zero...Self.twelveHours) }
        for (name, value) in [("waitTime", waitTime), ("visibilityTimeout", visibilityTimeout)]
        where value.components.attoseconds != 0 {
            throw SESIntakeError(.invalidSettings, message: "\(name) must be whole seconds, not \(value)")
        }
        for topic in topics ?? [] { _ = try SNSTopic(topic) }
    }
}
