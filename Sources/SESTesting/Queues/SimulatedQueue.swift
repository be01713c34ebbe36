#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A message on a simulated queue.
struct SimulatedQueueMessage: Sendable {
    let id: String
    let body: String
    let sentAt: Date
    /// From when on it can be received.
    var visibleFrom: SimulatedClock.Instant
    var receiveCount = 0
    /// The receipt handle of the last time it was received.
    var receipt: String?
}

/// A queue's state.
struct SimulatedQueue: Sendable {
    var messages: [SimulatedQueueMessage] = []
    var visibilityTimeout = Duration.seconds(30)
    /// The queue that gets what was received too often.
    var deadLetterURL: String?
    var maximumReceiveCount = Int.max

    /// When the next hidden message can be received; nil if none is hidden.
    func nextVisible(after now: SimulatedClock.Instant) -> SimulatedClock.Instant? {
        messages.lazy.map(\.visibleFrom).filter { $0 > now }.min()
    }
}
