import SESClient
import SESSigning
import Synchronization
import Testing

/// Gives what a test says, counts how often it is asked, and can be held back.
final class ScriptedProvider: CredentialProvider {
    private struct State {
        var count = 0
        var invalidated: [AWSCredentials] = []
        var isHeld = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let answer: @Sendable (_ number: Int) throws -> AWSCredentials

    /// - Parameter answer: The answer to a request by its number, from 1.
    init(_ answer: @escaping @Sendable (Int) throws -> AWSCredentials) {
        self.answer = answer
    }

    var count: Int { state.withLock(\.count) }
    var invalidated: [AWSCredentials] { state.withLock(\.invalidated) }

    func credentials() async throws -> AWSCredentials {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        await withCheckedContinuation { continuation in
            let isHeld = state.withLock { state in
                if state.isHeld { state.held.append(continuation) }
                return state.isHeld
            }
            if !isHeld { continuation.resume() }
        }
        return try answer(number)
    }

    func invalidate(_ credentials: AWSCredentials) async {
        state.withLock { $0.invalidated.append(credentials) }
    }

    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let held = state.withLock { state in
            defer { state.held = [] }
            state.isHeld = false
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    /// Comes back once it has been asked so often.
    func asked(_ count: Int) async {
        await eventually { self.count >= count }
    }
}
