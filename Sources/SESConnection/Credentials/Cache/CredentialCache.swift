import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// When kept credentials are given, renewed or waited for: the rules alone, without tasks.
struct CredentialCache {
    enum Answer {
        case use(AWSCredentials)
        case fail(any Error)
        case wait
    }

    struct Decision {
        var answer: Answer
        /// The number of the one fetch, which the caller has to start; nil if there is none to start.
        var startsFetch: UInt64?
    }

    /// The times before the end from which credentials are renewed, and from which callers wait for it; botocore's.
    static let advisory: TimeInterval = 15 * 60
    static let mandatory: TimeInterval = 10 * 60

    private var current: AWSCredentials?
    /// No renewal before: a source whose credentials are always near their end must not be asked at every call.
    private var earliestFetch = Date.distantPast
    /// The number of the fetch under way; what an abandoned one brings late has another, and doesn't count.
    private var fetch: UInt64?
    private var lastFetch: UInt64 = 0
    private var failure: Failure?

    private struct Failure {
        var error: any Error
        var at: Date
        var count: Int
        /// Whether the source didn't answer at all.
        var isAbandoned: Bool
    }

    mutating func decide(at now: Date) -> Decision {
        guard let held = current, !Self.isOver(held, at: now) else {
            if fetch != nil { return Decision(answer: .wait) }
            // Nothing to give: the pause stays short, so that what was set right is found at once. A source that didn't
            // answer has had its pause.
            if let failure, !failure.isAbandoned, isPausing(1, since: failure.at, now) {
                return Decision(answer: .fail(failure.error))
            }
            return Decision(answer: .wait, startsFetch: begin())
        }
        let remaining = held.expiration.map { $0.timeIntervalSince(now) } ?? .infinity
        guard remaining <= Self.advisory, now >= earliestFetch else { return Decision(answer: .use(held)) }
        // Whoever has waited in vain for a source that doesn't answer waits no second time while there is another way.
        let isAwaited = remaining <= Self.mandatory && failure?.isAbandoned != true
        if fetch != nil { return Decision(answer: isAwaited ? .wait : .use(held)) }
        if let failure {
            let pause = TimeInterval(min(60, 1 << min(failure.count - 1, 6)))
            guard !isPausing(pause, since: failure.at, now) else { return Decision(answer: .use(held)) }
        }
        return Decision(answer: isAwaited ? .wait : .use(held), startsFetch: begin())
    }

    private mutating func begin() -> UInt64 {
        lastFetch += 1
        fetch = lastFetch
        return lastFetch
    }

    /// Takes what a fetch brought and says what those who waited get; nil if the fetch was abandoned before.
    mutating func finish(
        _ number: UInt64, with result: Result<AWSCredentials, any Error>, at now: Date
    ) -> Result<AWSCredentials, any Error>? {
        guard fetch == number else { return nil }
        return finish(with: result, at: now)
    }

    /// Gives up waiting for a fetch, and says what those who waited get; nil if it has ended before.
    mutating func abandon(
        _ number: UInt64, for error: SESv2Error, at now: Date
    ) -> Result<AWSCredentials, any Error>? {
        guard fetch == number else { return nil }
        return finish(with: .failure(error), isAbandoned: true, at: now)
    }

    private mutating func finish(
        with result: Result<AWSCredentials, any Error>, isAbandoned: Bool = false, at now: Date
    ) -> Result<AWSCredentials, any Error> {
        fetch = nil
        do {
            let fresh = try result.get()
            guard !Self.isOver(fresh, at: now) else {
                throw SESv2Error.unavailable("the source gave credentials whose time is over")
            }
            let life = fresh.expiration.map { $0.timeIntervalSince(now) } ?? 0
            current = fresh
            earliestFetch = now.addingTimeInterval(min(60, life / 4))
            failure = nil
            return .success(fresh)
        } catch {
            failure = Failure(error: error, at: now, count: (failure?.count ?? 0) + 1, isAbandoned: isAbandoned)
            guard let current, !Self.isOver(current, at: now) else { return .failure(error) }
            return .success(current)
        }
    }

    /// Forgets credentials.
    mutating func forget(_ credentials: AWSCredentials) {
        guard current?.isSame(as: credentials) == true else { return }
        current = nil
        failure = nil
    }

    private static func isOver(_ credentials: AWSCredentials, at now: Date) -> Bool {
        credentials.expiration.map { $0 <= now } ?? false
    }

    /// A clock that was set back ends the pause.
    private func isPausing(_ seconds: TimeInterval, since start: Date, _ now: Date) -> Bool {
        now >= start && now < start.addingTimeInterval(seconds)
    }
}
