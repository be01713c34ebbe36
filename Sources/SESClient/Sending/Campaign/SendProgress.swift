#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How a run stands.
public struct SendProgress: Sendable {
    /// Messages that the service accepted, those of earlier runs included.
    public internal(set) var sent = 0
    /// Messages that surely weren't sent.
    public internal(set) var refused = 0
    /// Messages that may have been sent.
    public internal(set) var unknown = 0
    /// Those of all three that come from the journal.
    public internal(set) var fromJournal = 0
    /// Recipients of the messages that this run sent.
    public internal(set) var recipients = 0
    /// The time since the run began.
    public internal(set) var elapsed: Duration = .zero
    /// How many messages there are; nil if it isn't known.
    public internal(set) var expectedCount: Int?
    /// When the last message will be settled, if it goes on as it went; nil if the count isn't known or nothing was sent.
    public internal(set) var estimatedEnd: Date?

    /// All messages with an outcome.
    public var settled: Int { sent + refused + unknown }
    /// Recipients a second, over the whole run; 0 at its very beginning.
    public var recipientsPerSecond: Double {
        let seconds = elapsed / .seconds(1)
        return seconds > 0 ? Double(recipients) / seconds : 0
    }

    mutating func add(_ result: SendOutcome.Result, recipients: Int, isFromJournal: Bool) {
        switch result {
        case .sent:
            sent += 1
            if !isFromJournal { self.recipients += recipients }
        case .refused: refused += 1
        case .unknown: unknown += 1
        }
        if isFromJournal { fromJournal += 1 }
    }

    mutating func update(elapsed: Duration, at date: Date) {
        self.elapsed = elapsed
        let own = settled - fromJournal
        guard let expectedCount, own > 0 else { return }
        let left = max(Double(expectedCount) - Double(settled), 0)
        estimatedEnd = date.addingTimeInterval(elapsed / .seconds(1) * left / Double(own))
    }
}
