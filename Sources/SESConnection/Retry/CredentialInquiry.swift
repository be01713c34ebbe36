package import SESSigning
import Synchronization

/// Asks a provider for credentials, for no longer than a call can wait.
///
/// A provider may be anybody's, and may go on although its task was cancelled; then it is left behind, so that the call
/// ends when it is cancelled or its time is over.
package struct CredentialInquiry {
    let provider: any CredentialProvider
    let alarms: Alarms

    package init(provider: any CredentialProvider, alarms: Alarms) {
        self.provider = provider
        self.alarms = alarms
    }

    /// Credentials to sign with.
    ///
    /// - Parameter limit: How long it may take.
    /// - Throws: ``SESv2Error`` with code `timedOut`, or `noCredentials` for empty ones; `CancellationError`; what the
    ///   provider throws.
    package func credentials(within limit: Duration) async throws -> AWSCredentials {
        if limit > .zero, let ready = (provider as? any ReadyCredentials)?.readyCredentials() {
            return try Self.checked(ready)
        }
        return try await answer(within: limit) { try await $0.credentials() }
    }

    /// Credentials in place of refused ones; nil if the provider has no others.
    package func credentials(inPlaceOf refused: AWSCredentials, within limit: Duration) async throws -> AWSCredentials?
    {
        let fresh = try await answer(within: limit) { provider in
            await provider.invalidate(refused)
            return try await provider.credentials()
        }
        return fresh.isSame(as: refused) ? nil : fresh
    }

    private static var late: SESv2Error {
        SESv2Error(.timedOut, message: "the call's deadline passed before the credential provider gave any")
    }

    private func answer(
        within limit: Duration, _ question: @escaping @Sendable (any CredentialProvider) async throws -> AWSCredentials
    ) async throws -> AWSCredentials {
        guard limit > .zero else { throw Self.late }
        let first = FirstResult()
        let inquiry = Task { [provider] in
            do {
                first.settle(.success(try await question(provider)))
            } catch {
                first.settle(.failure(error))
            }
        }
        let alarm = alarms.set(after: limit) { first.settle(.failure(Self.late)) }
        defer {
            inquiry.cancel()
            alarms.cancel(alarm)
        }
        let credentials = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { first.wait($0) }
        } onCancel: {
            first.settle(.failure(CancellationError()))
        }
        return try Self.checked(credentials)
    }

    private static func checked(_ credentials: AWSCredentials) throws -> AWSCredentials {
        guard !credentials.accessKeyID.isEmpty, !credentials.secretAccessKey.isEmpty else {
            throw SESv2Error(.noCredentials, message: "the credential provider gave an empty key")
        }
        return credentials
    }
}

/// A provider that mostly has credentials at hand: then nobody need be waited for, nor a limit be set.
protocol ReadyCredentials {
    /// What ``CredentialProvider/credentials()`` would give at once; nil where it would wait or fail.
    func readyCredentials() -> AWSCredentials?
}

extension StaticCredentialProvider: ReadyCredentials {
    func readyCredentials() -> AWSCredentials? { value }
}

extension DefaultCredentialProvider: ReadyCredentials {
    func readyCredentials() -> AWSCredentials? { cache.readyCredentials() }
}

/// The first of several results, whoever brings it.
private final class FirstResult: Sendable {
    private struct State {
        var continuation: CheckedContinuation<AWSCredentials, any Error>?
        var result: Result<AWSCredentials, any Error>?
    }

    private let state = Mutex(State())

    func wait(_ continuation: CheckedContinuation<AWSCredentials, any Error>) {
        let result = state.withLock { state in
            if state.result == nil { state.continuation = continuation }
            return state.result
        }
        if let result { continuation.resume(with: result) }
    }

    func settle(_ result: Result<AWSCredentials, any Error>) {
        let continuation = state.withLock { state -> CheckedContinuation<AWSCredentials, any Error>? in
            guard state.result == nil else { return nil }
            state.result = result
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(with: result)
    }
}
