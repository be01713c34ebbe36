/// The time since a moment, on whatever clock a client was given.
package struct Stopwatch: Sendable {
    private enum Start: Sendable {
        /// Nearly every client has the system's clock, which is read without asking what clock it is.
        case system(ContinuousClock.Instant)
        case other(@Sendable () -> Duration)
    }

    private let start: Start

    /// Starts at zero.
    package init(_ clock: any Clock<Duration>) {
        start =
            if let clock = clock as? ContinuousClock {
                .system(clock.now)
            } else {
                .other(Self.started(clock))
            }
    }

    /// The time since the start.
    package var elapsed: Duration {
        switch start {
        case .system(let start): start.duration(to: .now)
        case .other(let reading): reading()
        }
    }

    private static func started<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
