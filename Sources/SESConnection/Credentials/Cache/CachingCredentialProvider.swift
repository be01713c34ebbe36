public import SESSigning
import Synchronization

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Keeps the credentials of another provider and renews them in time, once for all callers.
///
/// - Any number of callers share one fetch; a caller that is cancelled leaves at once and the fetch goes on for the
///   others.
/// - From 15 minutes before the end they are renewed in the background; from 10 minutes before, callers wait for the
///   new ones.
/// - While renewing fails, credentials that still hold are given. A failure is never kept: the next try is made 1
///   second later, and then, as long as there are credentials to give, after 2, 4, 8… seconds, 60 at most.
/// - A source that doesn't answer is given up after the limit: who waits gets an error, or the credentials that still
///   hold, and the next call asks anew. What the old request brings late is dropped. Until the source answers again,
///   credentials that hold are given without a wait.
/// - A source that gives credentials of a few minutes is asked no more often than every minute, or every quarter of
///   their life.
///
/// ``DefaultCredentialProvider`` has one inside. Use it around a provider of your own:
///
/// ```swift
/// let ses = try SESv2Client(region: .euWest1, credentials: CachingCredentialProvider(VaultProvider()))
/// ```
public final class CachingCredentialProvider: CredentialProvider {
    private let source: any CredentialProvider
    private let limit: Duration
    private let now: @Sendable () -> Date
    private let clock: any Clock<Duration>
    private let state = Mutex(State())

    private struct State {
        typealias Waiters = [UInt64: CheckedContinuation<AWSCredentials, any Error>]

        var cache = CredentialCache()
        var waiters: Waiters = [:]
        /// Callers that were cancelled before they began to wait.
        var cancelled: Set<UInt64> = []
        var lastWaiter: UInt64 = 0
    }

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - source: Where the credentials come from.
    ///   - limit: How long the source may take to answer; 90 seconds by default, which is more than any source of this
    ///     library takes as it stands. Then its task is cancelled, and left behind if it doesn't listen.
    ///   - now: The time they end by; the system's by default.
    ///   - clock: The clock that the limit is measured on; the system's by default.
    public init(
        _ source: any CredentialProvider, limit: Duration = .seconds(90),
        now: @escaping @Sendable () -> Date = { Date() }, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.source = source
        self.limit = limit
        self.now = now
        self.clock = clock
    }

    /// The kept credentials, or new ones.
    ///
    /// - Throws: What the source throws; ``SESv2Error`` with code `credentialsUnavailable` if it doesn't answer within
    ///   the limit or gives credentials whose time is over; `CancellationError`, at once, if the caller's task is
    ///   cancelled while it waits.
    public func credentials() async throws -> AWSCredentials {
        let moment = now()
        // The way of nearly every call: one lock and one comparison.
        let decision = state.withLock { $0.cache.decide(at: moment) }
        if let number = decision.startsFetch { startFetch(number) }
        switch decision.answer {
        case .use(let credentials): return credentials
        case .fail(let error): throw error
        case .wait: return try await fetched()
        }
    }

    /// Forgets these credentials, here and in the source; the next call fetches.
    ///
    /// - Parameter credentials: What AWS has refused.
    public func invalidate(_ credentials: AWSCredentials) async {
        state.withLock { $0.cache.forget(credentials) }
        await source.invalidate(credentials)
    }

    /// Waits for the fetch under way, or starts one if it has ended in the meantime.
    private func fetched() async throws -> AWSCredentials {
        let id = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        defer { state.withLock { _ = $0.cancelled.remove(id) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0, as: id) }
        } onCancel: {
            let waiter = state.withLock { state in
                let waiter = state.waiters.removeValue(forKey: id)
                if waiter == nil { state.cancelled.insert(id) }
                return waiter
            }
            waiter?.resume(throwing: CancellationError())
        }
    }

    private func wait(_ continuation: CheckedContinuation<AWSCredentials, any Error>, as id: UInt64) {
        let moment = now()
        let decision = state.withLock { state -> CredentialCache.Decision in
            if state.cancelled.contains(id) { return .init(answer: .fail(CancellationError())) }
            let decision = state.cache.decide(at: moment)
            if case .wait = decision.answer { state.waiters[id] = continuation }
            return decision
        }
        if let number = decision.startsFetch { startFetch(number) }
        switch decision.answer {
        case .use(let credentials): continuation.resume(returning: credentials)
        case .fail(let error): continuation.resume(throwing: error)
        case .wait: break
        }
    }

    /// Asks the source in a task of its own, which no caller's cancellation reaches, for no longer than the limit.
    private func startFetch(_ number: UInt64) {
        let fetch = Task { [source] in try await source.credentials() }
        let alarm = Task { [clock, limit] in
            do { try await clock.sleep(for: limit) } catch { return }
            let late = SESv2Error.unavailable("the source of credentials didn't answer within \(limit)")
            settle { $0.abandon(number, for: late, at: $1) }
            fetch.cancel()
        }
        Task {
            let result = await fetch.result
            alarm.cancel()
            settle { $0.finish(number, with: result, at: $1) }
        }
    }

    /// Ends a fetch and answers those who wait for it, if it is still the one they wait for.
    private func settle(
        _ end: @Sendable (inout CredentialCache, _ now: Date) -> Result<AWSCredentials, any Error>?
    ) {
        let moment = now()
        let answer = state.withLock { state -> (Result<AWSCredentials, any Error>, State.Waiters.Values)? in
            guard let outcome = end(&state.cache, moment) else { return nil }
            defer { state.waiters = [:] }
            return (outcome, state.waiters.values)
        }
        guard let (outcome, waiters) = answer else { return }
        for waiter in waiters { waiter.resume(with: outcome) }
    }
}

extension CachingCredentialProvider: ReadyCredentials {
    func readyCredentials() -> AWSCredentials? {
        let moment = now()
        let decision = state.withLock { $0.cache.decide(at: moment) }
        if let number = decision.startsFetch { startFetch(number) }
        guard case .use(let credentials) = decision.answer else { return nil }
        return credentials
    }
}
