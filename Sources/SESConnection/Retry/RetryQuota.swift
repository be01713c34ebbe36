import Synchronization

/// What all calls of a client may spend on repetitions: it keeps a service that is down from being asked ever more often.
///
/// AWS: the retry quota of the standard mode, a bucket of 500 tokens.
package final class RetryQuota: Sendable {
    package static let capacity = 500
    package static let cost = 5
    package static let timeoutCost = 10
    /// What a call gives back that succeeded at once.
    package static let refund = 1

    private let available = Mutex(capacity)

    package init() {}

    /// Takes tokens; returns false, and takes none, if there aren't as many.
    package func take(_ cost: Int) -> Bool {
        available.withLock { available in
            guard cost <= available else { return false }
            available -= cost
            return true
        }
    }

    /// Gives tokens back after a success.
    package func giveBack(_ amount: Int) {
        available.withLock { $0 = min($0 + amount, Self.capacity) }
    }
}
