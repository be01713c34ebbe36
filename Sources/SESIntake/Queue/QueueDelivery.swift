public import SESCore
import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A message of a queue that is in hand, and what it holds.
///
/// One of ``SQSQueueConsumer/deliveries`` is in hand until it is acknowledged or released; one that is dropped without either
/// comes again. In the handler form the handler's return acknowledges it.
public struct QueueDelivery: Sendable {
    /// Amazon SQS's id of the message, the same however often it is received.
    public let messageID: String
    /// The queue's URL.
    public let queueURL: String
    /// How often the message was received so far, this time included.
    public let receiveCount: Int
    /// When it was put on the queue; nil if Amazon SQS doesn't say.
    public let sentAt: Date?
    /// What it holds: events that weren't handled before, and notices.
    ///
    /// A message with a record that can't be read isn't delivered.
    public let records: [SESRecord]

    /// The events among the records.
    public var events: [SESEvent] { records.compactMap(\.event) }

    let hold: QueueHold

    /// Says that the message was handled: its events are remembered, and it is deleted with others of its kind.
    ///
    /// Only the first call of this or of ``release(after:)`` counts.
    public func acknowledge() async {
        guard hold.settle() else { return }
        await hold.engine.acknowledge(hold.id)
    }

    /// Gives the message back: it comes again, here or to another consumer of the queue.
    ///
    /// - Parameter delay: After what time, 0 to 12 hours in whole seconds, more or less than that counts as the nearest; nil to leave
    ///   it until its visibility is over.
    public func release(after delay: Duration? = .zero) async {
        guard hold.settle() else { return }
        await hold.engine.release(hold.id, after: delay)
    }
}

/// That a delivery is in somebody's hand.
final class QueueHold: Sendable {
    let id: UInt64
    let engine: QueueEngine
    private let isSettled = Mutex(false)

    init(_ id: UInt64, _ engine: QueueEngine) {
        self.id = id
        self.engine = engine
    }

    /// Whether this call is the first.
    func settle() -> Bool {
        isSettled.withLock { isSettled in
            defer { isSettled = true }
            return !isSettled
        }
    }

    deinit {
        guard settle() else { return }
        let (engine, id) = (engine, id)
        Task { await engine.release(id, after: .zero) }
    }
}
