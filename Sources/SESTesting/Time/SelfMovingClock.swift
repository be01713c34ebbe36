/// A simulator's clock for what nobody else would wake: a sleep on it takes no time, and moves the simulator's time on.
struct SelfMovingClock: Clock {
    let simulator: SESSimulator

    var now: SimulatedClock.Instant { simulator.clock.now }
    var minimumResolution: Duration { simulator.clock.minimumResolution }

    func sleep(until deadline: SimulatedClock.Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        await simulator.advance(to: deadline)
    }
}
