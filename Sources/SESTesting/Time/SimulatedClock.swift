import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A clock that stands still until it is told to move: tests and simulations never wait.
///
/// It is a `Clock` for deadlines and pauses, and a calendar (``date``) for what carries a time of day.
public final class SimulatedClock: Clock, Sendable {
    /// A moment on the clock.
    public struct Instant: InstantProtocol {
        /// The time since the clock's start.
        public var offset: Duration

        /// Creates a moment.
        ///
        /// - Parameter offset: The time since the clock's start.
        public init(offset: Duration) {
            self.offset = offset
        }

        /// The moment a while later.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// How long it is until another moment.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether a moment is earlier than another.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    /// The date at which the clock began.
    public let start: Date
    private let state = Mutex(State())

    /// Creates a clock.
    ///
    /// - Parameter start: The date it begins at; by default 1 May 2025, 09:00 UTC.
    public init(start: Date = Date(timeIntervalSince1970: 1_746_090_000)) {
        self.start = start
    }

    /// The moment it stands at.
    public var now: Instant { state.withLock(\.now) }
    /// The smallest step: a nanosecond.
    public var minimumResolution: Duration { .nanoseconds(1) }
    /// The date it stands at.
    public var date: Date { date(at: now) }

    /// The date of a moment.
    ///
    /// - Parameter instant: The moment.
    public func date(at instant: Instant) -> Date {
        start.addingTimeInterval(instant.offset / .seconds(1))
    }

    /// Moves the clock on and wakes who slept until then, the earliest first.
    ///
    /// - Parameter duration: How far; less than nothing counts as nothing.
    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: max(duration, .zero))
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
                // Those who sleep until the same moment wake in the order they lay down.
                .sorted { ($0.value.deadline, $0.key) < ($1.value.deadline, $1.key) }
            for (id, _) in due { state.sleepers[id] = nil }
            return due.map(\.value)
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// How many sleep on this clock: a test that advances it can wait until those it wants to wake are there.
    package var sleeperCount: Int { state.withLock(\.sleepers.count) }

    /// Waits until the clock was moved to a moment.
    ///
    /// - Parameters:
    ///   - deadline: The moment.
    ///   - tolerance: Not used: the clock is exact.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
                    if deadline <= state.now { return .success(()) }
                    state.sleepers[id] = Sleeper(deadline: deadline, continuation: continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: id)
                if sleeper == nil { state.cancelled.insert(id) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
        _ = state.withLock { $0.cancelled.remove(id) }
    }
}
