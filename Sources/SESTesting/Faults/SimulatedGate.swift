import Synchronization

/// Holds calls up until it is opened; see ``SimulatedFault/hold(until:processed:)``.
///
/// ```swift
/// let gate = SimulatedGate()
/// await simulator.inject(.hold(until: gate))
/// let call = Task { try await ses.send(email, configurationSet: "receipts") }
/// await gate.waitForCalls()
/// call.cancel()
/// ```
///
/// Two gates are equal if they are the same one.
public final class SimulatedGate: Sendable {
    /// Who waits for a number of calls to arrive.
    private struct Watcher {
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var isOpen = false
        var arrivedCount = 0
        var nextNumber = 0
        var held: [Int: CheckedContinuation<Void, any Error>] = [:]
        /// Those who were cancelled before they were held.
        var cancelled: Set<Int> = []
        var watchers: [Watcher] = []
    }

    private let state = Mutex(State())

    /// Creates a gate that is shut.
    public init() {}

    /// How many calls it holds by now.
    public var heldCount: Int { state.withLock(\.held.count) }

    /// How many calls have come to it so far, those that went on or were cancelled included.
    public var arrivedCount: Int { state.withLock(\.arrivedCount) }

    /// Waits until calls have come to it.
    ///
    /// It returns as soon as they have, whatever became of them. It doesn't notice that its own task is cancelled:
    /// should the calls never come, give the test a time limit.
    ///
    /// - Parameter count: How many in all, since it was created; less than 1 returns at once.
    public func waitForCalls(_ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard state.arrivedCount < count else { return true }
                state.watchers.append(Watcher(count: count, continuation: continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Lets all go on that it holds, and holds none from now on.
    public func open() {
        let held = state.withLock { state in
            state.isOpen = true
            defer { state.held = [:] }
            return state.held
        }
        // In the order in which they came.
        for (_, continuation) in held.sorted(by: { $0.key < $1.key }) { continuation.resume() }
    }

    /// Waits until it is open.
    ///
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    func pass() async throws {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                hold(continuation, number)
            }
        } onCancel: {
            let continuation = state.withLock { state in
                let continuation = state.held.removeValue(forKey: number)
                if continuation == nil { state.cancelled.insert(number) }
                return continuation
            }
            continuation?.resume(throwing: CancellationError())
        }
        // Cancelled when it was through already.
        _ = state.withLock { $0.cancelled.remove(number) }
    }

    private func hold(_ continuation: CheckedContinuation<Void, any Error>, _ number: Int) {
        let (result, watchers) = state.withLock { state -> (Result<Void, any Error>?, [Watcher]) in
            // Only now, so that who has waited for a call finds it held.
            state.arrivedCount += 1
            let ready = state.watchers.filter { $0.count <= state.arrivedCount }
            state.watchers.removeAll { $0.count <= state.arrivedCount }
            if state.cancelled.remove(number) != nil { return (.failure(CancellationError()), ready) }
            if !state.isOpen { state.held[number] = continuation }
            return (state.isOpen ? .success(()) : nil, ready)
        }
        if let result { continuation.resume(with: result) }
        for watcher in watchers { watcher.continuation.resume() }
    }
}

extension SimulatedGate: Hashable {
    /// Whether they are the same gate.
    public static func == (left: SimulatedGate, right: SimulatedGate) -> Bool { left === right }

    /// Hashes which gate it is.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
