import Foundation
import Synchronization

/// A clock that moves by itself over the waits between attempts, and keeps them; the time for an exchange or a call, half a
/// minute or more, never ends on it.
final class WaitingClock: Clock {
    typealias Instant = ManualClock.Instant

    private let state = Mutex<(now: Instant, waits: [Duration])>((Instant(), []))

    var now: Instant { state.withLock(\.now) }
    var minimumResolution: Duration { .nanoseconds(1) }
    /// The waits so far.
    var waits: [Duration] { state.withLock(\.waits) }
    /// 2 January 2026, 03:04:05 UTC, when the clock begins, and later.
    var date: Date { Date(timeIntervalSince1970: 1_767_323_045 + now.offset / .seconds(1)) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let wait = now.duration(to: deadline)
        // A time that passed while nobody looked, as a test lets it, was one for an exchange.
        guard (.zero ..< .seconds(30)).contains(wait) else {
            let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
            for await _ in stream {}
            _ = continuation
            throw CancellationError()
        }
        state.withLock { state in
            state.now = deadline
            state.waits.append(wait)
        }
    }

    /// Lets time pass while nobody waits.
    func pass(_ duration: Duration) {
        state.withLock { $0.now = $0.now.advanced(by: duration) }
    }
}
