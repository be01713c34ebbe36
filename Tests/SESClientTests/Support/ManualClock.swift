import Synchronization

/// A clock that stands still until a test moves it.
final class ManualClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration = .zero
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        var deadline: Instant
        var wake: AsyncStream<Never>.Continuation
    }

    private struct State {
        var now = Instant()
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    private let state = Mutex(State())

    var now: Instant { state.withLock(\.now) }
    var minimumResolution: Duration { .nanoseconds(1) }
    /// How many sleep; one whose task was cancelled doesn't.
    var sleeperCount: Int { state.withLock(\.sleepers.count) }
    /// How far off the next moment is at which somebody wakes.
    var nextWaking: Duration? {
        state.withLock { state in state.sleepers.values.map { state.now.duration(to: $0.deadline) }.min() }
    }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let (stream, wake) = AsyncStream.makeStream(of: Never.self)
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            state.withLock { state in
                if deadline <= state.now || state.cancelled.contains(id) {
                    wake.finish()
                } else {
                    state.sleepers[id] = Sleeper(deadline: deadline, wake: wake)
                }
            }
            for await _ in stream {}
        } onCancel: {
            state.withLock { state in
                state.cancelled.insert(id)
                return state.sleepers.removeValue(forKey: id)
            }?.wake.finish()
        }
        try Task.checkCancellation()
    }

    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values
        }
        for sleeper in due { sleeper.wake.finish() }
    }
}
