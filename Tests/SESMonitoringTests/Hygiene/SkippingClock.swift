import SESTesting
import Synchronization

/// A clock on which waits of less than half a minute take no time and are remembered; longer ones are deadlines, which never come.
final class SkippingClock: Clock {
    private let simulated = SimulatedClock()
    private let skipped = Mutex<[Duration]>([])

    /// The waits that were skipped, in order.
    var waits: [Duration] { skipped.withLock { $0 } }

    var now: SimulatedClock.Instant { simulated.now }
    var minimumResolution: Duration { simulated.minimumResolution }

    func sleep(until deadline: SimulatedClock.Instant, tolerance: Duration?) async throws {
        let wait = now.duration(to: deadline)
        guard wait < .seconds(30) else { return try await simulated.sleep(until: deadline, tolerance: tolerance) }
        try Task.checkCancellation()
        skipped.withLock { $0.append(wait) }
        simulated.advance(by: wait)
    }
}
