import SESCore
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The events that were handled, and those that are being handled, so that a copy is known.
///
/// It keeps digests: a key holds addresses, and is as long as what it names.
struct QueueMemory: Sendable {
    typealias Key = String

    private enum Entry {
        case underway(messageID: UInt64)
        case handled(until: Date)
    }

    private let window: Duration
    private let capacity: Int
    private var entries: [Key: Entry] = [:]
    /// The handled ones from the oldest.
    private var order: [Key] = []
    private var first = 0

    init(window: Duration, capacity: Int) {
        self.window = window
        self.capacity = capacity
    }

    /// What remembers an event.
    static func key(of event: SESEvent) -> Key {
        SHA256Hasher.hash(event.deduplicationKey.utf8).hexadecimal
    }

    /// Whether a message other than this one has one of the events in hand.
    func isUnderway(_ keys: [Key], besides id: UInt64) -> Bool {
        keys.contains { key in
            if case .underway(let other)? = entries[key] { other != id } else { false }
        }
    }

    func isHandled(_ key: Key, at date: Date) -> Bool {
        if case .handled(let end)? = entries[key] { date <= end } else { false }
    }

    /// Notes that a message has its events in hand.
    mutating func begin(_ keys: [Key], by id: UInt64) {
        for key in keys { entries[key] = .underway(messageID: id) }
    }

    /// Notes that the events a message had in hand were handled.
    mutating func handled(_ keys: [Key], at date: Date) {
        let end = date.addingTimeInterval(window / .seconds(1))
        for key in keys {
            if window > .zero {
                entries[key] = .handled(until: end)
                order.append(key)
            } else {
                entries[key] = nil
            }
        }
        forgetOld(at: date)
    }

    /// Notes that a message has its events no longer in hand.
    mutating func abandon(_ keys: [Key], by id: UInt64) {
        for key in keys {
            if case .underway(id)? = entries[key] { entries[key] = nil }
        }
    }

    var count: Int { entries.count }

    private mutating func forgetOld(at date: Date) {
        while first < order.count {
            if case .handled(let end)? = entries[order[first]] {
                guard end < date || order.count - first > capacity else { break }
                entries[order[first]] = nil
            }
            first += 1
        }
        // Moving the rest down costs as much as was taken away.
        guard first > 1024, first > order.count / 2 else { return }
        order.removeSubrange(..<first)
        first = 0
    }
}
