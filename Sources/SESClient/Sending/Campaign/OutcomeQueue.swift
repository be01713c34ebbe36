import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What lies between the messages that are started and the outcomes that are taken.
///
/// It bounds both: nothing is started, nor read from the source, while too many messages are on their way or too many outcomes
/// wait to be taken.
final class OutcomeQueue: Sendable {
    fileprivate struct State {
        /// Calls on their way.
        var calls = 0
        /// Messages started whose outcome wasn't taken.
        var open = 0
        var outcomes: [SendOutcome] = []
        var progress: SendProgress
        var firstSend: Date?
        var stop: (any Error)?
        var end: Result<Void, any Error>?
        /// The task that starts messages.
        var starter: Task<Void, Never>?
        /// Messages that wait to be tried again.
        var turns: [Int: Task<Void, any Error>] = [:]
        var nextTurn = 0
        /// Who waits for room, for the calls' end, and for an outcome.
        var roomWaiters: [CheckedContinuation<Void, Never>] = []
        var idleWaiter: CheckedContinuation<Void, Never>?
        var taker: CheckedContinuation<Void, Never>?
    }

    private let callLimit: Int
    private let openLimit: Int
    private let stopwatch: Stopwatch
    private let date: @Sendable () -> Date
    private let state: Mutex<State>

    init(
        callLimit: Int, batchCount: Int, expectedCount: Int?, clock: any Clock<Duration>,
        date: @escaping @Sendable () -> Date
    ) {
        self.callLimit = max(callLimit, 1)
        let (product, isOver) = self.callLimit.multipliedReportingOverflow(by: batchCount)
        openLimit = isOver ? .max : product
        stopwatch = Stopwatch(clock)
        self.date = date
        state = Mutex(State(progress: SendProgress(expectedCount: expectedCount)))
    }

    var progress: SendProgress { state.withLock(\.progress) }
    /// When the first message was accepted.
    var firstSend: Date? { state.withLock(\.firstSend) }
    /// Why nothing is to be started any more.
    var stopReason: (any Error)? { state.withLock(\.stop) }

    // MARK: Starting

    /// Waits until there is room for another call.
    ///
    /// - Throws: The reason for stopping.
    func waitForRoom() async throws {
        // Who was woken may find that another one has taken the room.
        while !hasRoom {
            await withCheckedContinuation { continuation in
                let mayWait = state.withLock { state in
                    guard state.stop == nil, !state.hasRoom(callLimit, openLimit) else { return false }
                    state.roomWaiters.append(continuation)
                    return true
                }
                if !mayWait { continuation.resume() }
            }
        }
        if let reason = stopReason { throw reason }
    }

    private var hasRoom: Bool {
        state.withLock { $0.stop != nil || $0.hasRoom(callLimit, openLimit) }
    }

    /// Counts a call as begun, unless it is to stop.
    func begin(_ messages: Int) -> Bool {
        state.withLock { state in
            guard state.stop == nil else { return false }
            state.calls += 1
            state.open += messages
            return true
        }
    }

    /// Waits for something that has to end when the run is to stop.
    func interruptibly(_ wait: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task(operation: wait)
        let number = state.withLock { state -> Int? in
            guard state.stop == nil else { return nil }
            state.nextTurn += 1
            state.turns[state.nextTurn] = task
            return state.nextTurn
        }
        guard let number else {
            task.cancel()
            throw CancellationError()
        }
        defer { state.withLock { $0.turns[number] = nil } }
        try await task.value
    }

    // MARK: Ending

    /// Says what became of a message that was begun.
    func add(_ result: SendOutcome.Result, of item: SendItem) {
        add(result, of: item, opening: 0, isFromJournal: false)
    }

    /// Says what is known of a message without sending it.
    func addUnsent(_ result: SendOutcome.Result, of item: SendItem, isFromJournal: Bool = false) {
        add(result, of: item, opening: 1, isFromJournal: isFromJournal)
    }

    private func add(_ result: SendOutcome.Result, of item: SendItem, opening: Int, isFromJournal: Bool) {
        let now = stopwatch.elapsed
        let date = date()
        let taker = state.withLock { state in
            state.open += opening
            if case .sent = result, !isFromJournal, state.firstSend == nil { state.firstSend = date }
            state.progress.add(result, recipients: item.recipientCount, isFromJournal: isFromJournal)
            state.progress.update(elapsed: now, at: date)
            state.outcomes.append(
                SendOutcome(
                    index: item.index, key: item.key, result: result, isFromJournal: isFromJournal,
                    progress: state.progress))
            return state.taker.take()
        }
        taker?.resume()
    }

    /// Says that a message that was begun has no outcome: it wasn't sent.
    func forget() {
        state.withLock { $0.open -= 1 }
    }

    /// Counts a call as over.
    func endCall() {
        let (idle, room) = state.withLock { state in
            state.calls -= 1
            let idle = state.calls == 0 ? state.idleWaiter.take() : nil
            return (idle, state.takeRoomWaiters(callLimit, openLimit))
        }
        idle?.resume()
        for waiter in room { waiter.resume() }
    }

    /// Waits until no call is on its way, whether or not the task is cancelled.
    func waitUntilIdle() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.calls > 0 { state.idleWaiter = continuation }
                return state.calls == 0
            }
            if isIdle { continuation.resume() }
        }
    }

    /// Starts nothing any more; what is on its way goes on.
    ///
    /// The first reason counts.
    func stop(_ reason: any Error) {
        let stopped = state.withLock { state -> State? in
            guard state.stop == nil, state.end == nil else { return nil }
            state.stop = reason
            defer { state.roomWaiters = [] }
            return state
        }
        guard let stopped else { return }
        stopped.starter?.cancel()
        for turn in stopped.turns.values { turn.cancel() }
        for waiter in stopped.roomWaiters { waiter.resume() }
    }

    /// Takes the task that starts messages, to be cancelled when it is to stop.
    func setStarter(_ task: Task<Void, Never>) {
        let isStopped = state.withLock { state in
            state.starter = task
            return state.stop != nil
        }
        if isStopped { task.cancel() }
    }

    /// Says that no outcome follows, and why.
    func finish(_ end: Result<Void, any Error>) {
        let taker = state.withLock { state in
            state.end = end
            state.starter = nil
            return state.taker.take()
        }
        taker?.resume()
    }

    // MARK: Taking

    /// The next outcome, when there is one; nil at the end.
    ///
    /// It waits also when the task is cancelled, for messages that are on their way.
    ///
    /// - Throws: What the run ended with.
    func next() async throws -> SendOutcome? {
        while true {
            let (outcome, end, room) = state.withLock { state in
                guard !state.outcomes.isEmpty else {
                    return (nil as SendOutcome?, state.end, [] as [CheckedContinuation<Void, Never>])
                }
                state.open -= 1
                let outcome = state.outcomes.removeFirst()
                return (outcome, nil, state.takeRoomWaiters(callLimit, openLimit))
            }
            for waiter in room { waiter.resume() }
            if let outcome { return outcome }
            if let end {
                // Told once.
                state.withLock { $0.end = .success(()) }
                try end.get()
                return nil
            }
            await withCheckedContinuation { continuation in
                let mayWait = state.withLock { state in
                    guard state.outcomes.isEmpty, state.end == nil else { return false }
                    state.taker = continuation
                    return true
                }
                if !mayWait { continuation.resume() }
            }
        }
    }
}

extension OutcomeQueue.State {
    fileprivate func hasRoom(_ callLimit: Int, _ openLimit: Int) -> Bool { calls < callLimit && open < openLimit }

    fileprivate mutating func takeRoomWaiters(_ callLimit: Int, _ openLimit: Int) -> [CheckedContinuation<Void, Never>]
    {
        guard hasRoom(callLimit, openLimit) else { return [] }
        defer { roomWaiters = [] }
        return roomWaiters
    }
}
