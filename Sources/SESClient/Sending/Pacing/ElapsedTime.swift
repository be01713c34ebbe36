/// The time since it was made, on a clock of any kind.
struct ElapsedTime: Sendable {
    private let measure: @Sendable () -> Duration

    init(on clock: some Clock<Duration>) {
        let start = clock.now
        measure = { start.duration(to: clock.now) }
    }

    /// The time so far.
    var now: Duration { measure() }
}
