import SESClient
import SESSigning
import Synchronization
import Testing

/// Keeps everybody who asks waiting until a test answers that request, and doesn't listen when it is cancelled.
final class HeldProvider: CredentialProvider {
    private struct State {
        var asked = 0
        var waiting: [Int: CheckedContinuation<AWSCredentials, Never>] = [:]
    }

    private let state = Mutex(State())

    var asked: Int { state.withLock(\.asked) }

    func credentials() async throws -> AWSCredentials {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.asked += 1
                state.waiting[state.asked] = continuation
            }
        }
    }

    /// Answers a request by its number, from 1, once it is made.
    func answer(_ number: Int, with credentials: AWSCredentials) async {
        await eventually { self.asked >= number }
        state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: credentials)
    }
}
