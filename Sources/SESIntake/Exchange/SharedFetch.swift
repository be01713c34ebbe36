import Synchronization

/// Fetches what many want once: those who come while it is under way wait for the same answer.
///
/// One who is cancelled leaves at once, and the fetch goes on for the others.
final class SharedFetch<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    typealias Outcome = Result<Value, SESIntakeError>

    private struct Waiter {
        let key: Key
        let continuation: CheckedContinuation<Outcome, Never>
    }

    /// What a caller that begins to wait meets.
    private enum Start { case now, already, refused(SESIntakeError) }

    private struct State {
        var underway: Set<Key> = []
        var waiters: [UInt64: Waiter] = [:]
        /// Callers that were cancelled before they began to wait.
        var cancelled: Set<UInt64> = []
        var lastWaiter: UInt64 = 0
    }

    private let state = Mutex(State())
    private let maximumCount: Int
    private let fetch: @Sendable (Key) async throws(SESIntakeError) -> Value

    /// - Parameters:
    ///   - maximumCount: How many may be under way at once; more are refused, as whoever may ask may ask for anything.
    ///   - fetch: Fetches one, and keeps it where it is found next time.
    init(maximumCount: Int, _ fetch: @escaping @Sendable (Key) async throws(SESIntakeError) -> Value) {
        self.maximumCount = maximumCount
        self.fetch = fetch
    }

    /// - Throws: ``SESIntakeError``: what the fetch throws, `interrupted`, or `certificateUnavailable` if there are too many.
    func value(for key: Key) async throws(SESIntakeError) -> Value {
        let id = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, for: key, as: id) }
        } onCancel: {
            let waiter = state.withLock { state in
                let waiter = state.waiters.removeValue(forKey: id)
                if waiter == nil { state.cancelled.insert(id) }
                return waiter
            }
            waiter?.continuation.resume(returning: .failure(Self.interrupted))
        }
        state.withLock { _ = $0.cancelled.remove(id) }
        return try outcome.get()
    }

    /// How many wait: a test that lets a fetch end can wait until those it wants to serve are there.
    var waiterCount: Int { state.withLock(\.waiters.count) }

    private static var interrupted: SESIntakeError {
        SESIntakeError(.interrupted, message: "the task was cancelled", underlyingError: CancellationError())
    }

    private func wait(_ continuation: CheckedContinuation<Outcome, Never>, for key: Key, as id: UInt64) {
        let start = state.withLock { state -> Start in
            if state.cancelled.contains(id) { return .refused(Self.interrupted) }
            let isUnderway = state.underway.contains(key)
            guard isUnderway || state.underway.count < maximumCount else {
                return .refused(
                    SESIntakeError(.certificateUnavailable, message: "too many certificates are being fetched"))
            }
            state.waiters[id] = Waiter(key: key, continuation: continuation)
            state.underway.insert(key)
            return isUnderway ? .already : .now
        }
        switch start {
        case .refused(let error): continuation.resume(returning: .failure(error))
        case .now: begin(key)
        case .already: break
        }
    }

    /// A task of its own, which no caller's cancellation reaches.
    private func begin(_ key: Key) {
        Task {
            let outcome: Outcome
            do throws(SESIntakeError) { outcome = .success(try await fetch(key)) } catch { outcome = .failure(error) }
            let served = state.withLock { state in
                state.underway.remove(key)
                let served = state.waiters.filter { $0.value.key == key }
                for id in served.keys { state.waiters[id] = nil }
                return served.values
            }
            for waiter in served { waiter.continuation.resume(returning: outcome) }
        }
    }
}
