import Synchronization

/// A clock that moves by itself to where somebody sleeps until, so that waiting takes no time.
///
/// A sleep of more than ten minutes is a deadline, which never comes, unless it is told to jump farther: who waits so long
/// for anything else would wait for ever.
final class JumpingClock: Clock {
    private let state = Mutex(ManualClock.Instant())
    /// How much too late it wakes.
    private let delay: Duration
    /// The shortest sleep that never ends.
    private let deadline: Duration

    init(wakingLateBy delay: Duration = .zero, deadline: Duration = .seconds(600)) {
        self.delay = delay
        self.deadline = deadline
    }

    var now: ManualClock.Instant { state.withLock { $0 } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until end: ManualClock.Instant, tolerance: Duration?) async throws {
        guard now.duration(to: end) < deadline else { try await silence() }
        try Task.checkCancellation()
        state.withLock { $0 = max($0, end.advanced(by: delay)) }
    }

    func advance(by duration: Duration) {
        state.withLock { $0 = $0.advanced(by: duration) }
    }
}
