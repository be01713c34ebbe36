import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The verified messages that were taken, so that one which comes again is known.
///
/// A message is forgotten once it is too old to be taken anyway. Only verified ones get here, so nobody else can fill it.
final class ReplayMemory: Sendable {
    /// What is known of a message when it comes.
    enum Claim: Sendable {
        /// It is new, and now under way.
        case fresh
        /// It is being worked on.
        case underway
        /// It was taken.
        case taken
    }

    private enum Entry {
        case underway
        case taken(until: Date)
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// The taken ones from the oldest; some may be forgotten already.
        var order: [String] = []
        var first = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// - Parameter capacity: How many taken messages are remembered.
    init(capacity: Int) {
        self.capacity = max(capacity, 0)
    }

    func claim(_ id: String, at date: Date) -> Claim {
        state.withLock { state in
            switch state.entries[id] {
            case .underway?: return .underway
            case .taken(let end)? where date <= end: return .taken
            default:
                state.entries[id] = .underway
                return .fresh
            }
        }
    }

    /// Notes that a message was taken.
    func take(_ id: String, until end: Date, at date: Date) {
        state.withLock { state in
            state.entries[id] = .taken(until: end)
            state.order.append(id)
            Self.forgetOld(&state, at: date, capacity: capacity)
        }
    }

    /// Lets a message come again.
    func release(_ id: String) {
        state.withLock { state in state.entries[id] = nil }
    }

    var count: Int { state.withLock(\.entries.count) }

    private static func forgetOld(_ state: inout State, at date: Date, capacity: Int) {
        while state.first < state.order.count {
            let id = state.order[state.first]
            if case .taken(let end)? = state.entries[id] {
                guard end < date || state.order.count - state.first > capacity else { break }
                state.entries[id] = nil
            }
            state.first += 1
        }
        // Moving the rest down costs as much as was taken away.
        guard state.first > 1024, state.first > state.order.count / 2 else { return }
        state.order.removeSubrange(..<state.first)
        state.first = 0
    }
}
