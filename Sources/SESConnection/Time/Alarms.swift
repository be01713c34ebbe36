import Synchronization

/// The deadlines of calls: rings each at its time, by one sleep on the clock for all of them.
///
/// A sleep on the system's clock that is cancelled stays in memory until its time would have come. With a sleep of a minute for
/// each call, memory would grow by a minute's calls; so deadlines are kept here, and one task sleeps until the earliest.
package final class Alarms: Sendable {
    /// What is done when a time has passed; it must be quick.
    typealias Ring = @Sendable () -> Void

    private struct Alarm {
        var time: Duration
        var ring: Ring
        /// When it rings once more, and what it does then.
        var later: (time: Duration, ring: Ring)?
    }

    private struct Sleeper {
        var id: Int
        var wakes: Duration
        var task: Task<Void, Never>
    }

    private struct State {
        var alarms: [Int: Alarm] = [:]
        var sleeper: Sleeper?
        var lastID = 0

        mutating func nextID() -> Int {
            lastID += 1
            return lastID
        }
    }

    /// Those of the system's clock.
    package static let system = Alarms(on: ContinuousClock(), keepsSleeper: true)

    private let elapsed: @Sendable () -> Duration
    private let sleep: @Sendable (_ until: Duration) async throws -> Void
    /// Whether the sleeper may go on when nobody needs it.
    ///
    /// On any clock but the system's, such as a test's, nobody must be left asleep.
    private let keepsSleeper: Bool
    private let state = Mutex(State())

    /// Those of a clock: the process's for the system's clock.
    package static func on(_ clock: any Clock<Duration>) -> Alarms {
        clock is ContinuousClock ? system : Alarms(on: clock, keepsSleeper: false)
    }

    private init(on clock: some Clock<Duration>, keepsSleeper: Bool) {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        sleep = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
        self.keepsSleeper = keepsSleeper
    }

    /// Sets an alarm.
    ///
    /// - Parameters:
    ///   - delay: How long it is until it rings.
    ///   - ring: What it does then.
    ///   - later: How long it is until it rings once more, if it does, and what it does then.
    /// - Returns: What ``cancel(_:)`` takes.
    func set(after delay: Duration, _ ring: @escaping Ring, later: (after: Duration, ring: Ring)? = nil) -> Int {
        let now = elapsed()
        let time = now + delay
        let alarm = Alarm(time: time, ring: ring, later: later.map { (now + $0.after, $0.ring) })
        return state.withLock { state in
            let id = state.nextID()
            state.alarms[id] = alarm
            if state.sleeper.map({ time < $0.wakes }) ?? true { startSleeper(until: time, &state) }
            return id
        }
    }

    /// Takes an alarm back.
    ///
    /// - Returns: Whether it hadn't rung for the last time, and won't.
    @discardableResult
    func cancel(_ id: Int) -> Bool {
        state.withLock { state in
            let wasSet = state.alarms.removeValue(forKey: id) != nil
            if state.alarms.isEmpty, !keepsSleeper {
                state.sleeper?.task.cancel()
                state.sleeper = nil
            }
            return wasSet
        }
    }

    private func startSleeper(until time: Duration, _ state: inout State) {
        state.sleeper?.task.cancel()
        let id = state.nextID()
        // Detached: it is nobody's in particular, and has nobody's task-local values.
        let task = Task.detached { [self] in
            guard !Task.isCancelled, (try? await sleep(time)) != nil else { return }
            wake(id)
        }
        state.sleeper = Sleeper(id: id, wakes: time, task: task)
    }

    private func wake(_ id: Int) {
        let now = elapsed()
        let due = state.withLock { state -> [Alarm] in
            guard state.sleeper?.id == id else { return [] }
            state.sleeper = nil
            let due = state.alarms.filter { $0.value.time <= now }
            for (id, alarm) in due { state.alarms[id] = alarm.later.map { Alarm(time: $0.time, ring: $0.ring) } }
            if let next = state.alarms.values.map(\.time).min() { startSleeper(until: next, &state) }
            return Array(due.values)
        }
        for alarm in due { alarm.ring() }
    }
}

extension Alarms {
    /// Runs an operation against the clock: whichever ends first decides; when the time is over the operation is cancelled, and
    /// waited for.
    ///
    /// - Parameters:
    ///   - limit: How long the operation may take.
    ///   - operation: It has to end promptly when it is cancelled.
    ///   - late: What comes of it when the time is over.
    package func race<Value: Sendable>(
        within limit: Duration, _ operation: @escaping @Sendable () async throws -> Value,
        late: () throws -> Value
    ) async throws -> Value {
        let task = Task { try await operation() }
        let alarm = set(after: limit) { task.cancel() }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        return cancel(alarm) ? try result.get() : try late()
    }
}
