import SESClient
import SESSigning
import Synchronization

/// Waits until its task is cancelled.
func silence() async throws -> Never {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    for await _ in stream {}
    _ = continuation
    throw CancellationError()
}

/// Is asked and never answers, not even when its task is cancelled; a test lets it go at its end.
final class DeafProvider: CredentialProvider {
    private let state = Mutex<(asked: Int, waiting: [CheckedContinuation<Void, Never>])>((0, []))

    var asked: Int { state.withLock(\.asked) }

    func credentials() async throws -> AWSCredentials {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.asked += 1
                state.waiting.append(continuation)
            }
        }
        throw CancellationError()
    }

    func letGo() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
