import Synchronization

/// Holds calls up until a test lets them through, and counts them.
final class CallGate: Sendable {
    private struct State {
        var waiting: [CheckedContinuation<Void, Never>] = []
        var isOpen = false
        var arrived = 0
        var inside = 0
        var most = 0
    }

    private let state = Mutex(State())

    /// How many have arrived so far.
    var arrived: Int { state.withLock(\.arrived) }
    /// How many are waiting.
    var waiting: Int { state.withLock { $0.waiting.count } }
    /// How many were there at once, at most.
    var most: Int { state.withLock(\.most) }

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                state.arrived += 1
                state.inside += 1
                state.most = max(state.most, state.inside)
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
        state.withLock { $0.inside -= 1 }
    }

    /// Lets the one through that has waited longest.
    func letOneThrough() {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }?.resume()
    }

    /// Lets all through, from now on.
    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until so many wait.
    func wait(for count: Int) async {
        while waiting < count { await Task.yield() }
    }
}

/// Gives everything that could run the time to do so.
func yieldOften() async {
    for _ in 0..<200 { await Task.yield() }
}
