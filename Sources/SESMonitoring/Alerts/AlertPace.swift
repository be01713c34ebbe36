import Synchronization

/// Gives out turns that are a time apart.
final class AlertPace: Sendable {
    private let interval: Duration
    private let elapsed: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async throws -> Void
    /// When the next turn may be.
    private let next = Mutex(Duration.zero)

    init(every interval: Duration, on clock: any Clock<Duration>) {
        self.interval = interval
        elapsed = Self.stopwatch(clock)
        sleep = { try await clock.sleep(for: $0) }
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }

    /// Waits for a turn.
    func turn() async throws {
        let wait = next.withLock { next in
            let now = elapsed()
            let turn = max(now, next)
            next = turn + interval
            return turn - now
        }
        if wait > .zero { try await sleep(wait) }
    }
}
