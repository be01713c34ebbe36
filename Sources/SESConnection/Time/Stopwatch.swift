/// The time since a moment, on whatever clock a client was given.
package struct Stopwatch: Sendable {
    private let reading: @Sendable () -> Duration

    /// Starts at zero.
    package init(_ clock: any Clock<Duration>) {
        reading = Self.started(clock)
    }

    /// The time since the start.
    package var elapsed: Duration { reading() }

    private static func started<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
