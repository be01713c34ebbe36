import Synchronization

/// A clock that moves by itself to where somebody sleeps until, so that waiting takes no time.
///
/// A sleep of more than ten minutes is a deadline, which never comes.
final class JumpingClock: Clock {
    private let state = Mutex(ManualClock.Instant())
    /// How much too late it wakes.
    private let delay: Duration

    init(wakingLateBy delay: Duration = .zero) {
        self.delay = delay
    }

    var now: ManualClock.Instant { state.withLock { $0 } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
        guard now.duration(to: deadline) < .seconds(600) else {
            let never = AsyncStream<Never> { _ in }
            for await _ in never {}
            throw CancellationError()
        }
        try Task.checkCancellation()
        state.withLock { $0 = max($0, deadline.advanced(by: delay)) }
    }

    func advance(by duration: Duration) {
        state.withLock { $0 = $0.advanced(by: duration) }
    }
}
