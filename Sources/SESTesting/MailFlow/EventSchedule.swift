import SESCore

/// An event that is going to happen.
struct ScheduledEvent {
    var due: SimulatedClock.Instant
    var mail: SimulatedMail
    var event: SESEvent
    /// The address that goes on the account's suppression list when it happens.
    var suppresses: (address: String, reason: SuppressionListReason)?
    /// The address that leaves the mail's topic or contact list when it happens.
    var unsubscribes: String?
}

/// What is going to happen, in order of time; what is due at the same moment keeps the order it was added in.
///
/// A binary heap: a campaign plans a hundred thousand events before the first is due.
struct EventSchedule {
    private struct Key: Comparable {
        var due: SimulatedClock.Instant
        var number: Int

        static func < (left: Key, right: Key) -> Bool { (left.due, left.number) < (right.due, right.number) }
    }

    /// The earliest first; each key's children, at twice its place and one or two, aren't earlier than it.
    private var heap: [Key] = []
    private var events: [Int: ScheduledEvent] = [:]
    private var count = 0

    var nextDue: SimulatedClock.Instant? { heap.first?.due }

    mutating func add(_ event: ScheduledEvent) {
        events[count] = event
        heap.append(Key(due: event.due, number: count))
        count += 1
        var place = heap.count - 1
        while place > 0, heap[place] < heap[(place - 1) / 2] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func takeDue(at now: SimulatedClock.Instant) -> [ScheduledEvent] {
        var due: [ScheduledEvent] = []
        while let first = heap.first, first.due <= now {
            removeFirst()
            if let event = events.removeValue(forKey: first.number) { due.append(event) }
        }
        return due
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var place = 0
        while true {
            let children = min(2 * place + 1, heap.count)..<min(2 * place + 3, heap.count)
            guard let least = children.min(by: { heap[$0] < heap[$1] }),
                heap[least] < heap[place]
            else { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
