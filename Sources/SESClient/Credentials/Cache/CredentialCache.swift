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
        /// Whether the caller has to start the one fetch.
        var startsFetch = false
    }

    /// The times before the end from which credentials are renewed, and from which callers wait for it; botocore's.
    static let advisory: TimeInterval = 15 * 60
    static let mandatory: TimeInterval = 10 * 60

    private var current: AWSCredentials?
    /// No renewal before: a source whose credentials are always near their end must not be asked at every call.
    private var earliestFetch = Date.distantPast
    private var isFetching = false
    private var failure: (error: any Error, at: Date, count: Int)?

    mutating func decide(at now: Date) -> Decision {
        guard let held = current, !Self.isOver(held, at: now) else {
            if isFetching { return Decision(answer: .wait) }
            // Nothing to give: the pause stays short, so that what was set right is found at once.
            if let failure, isPausing(1, since: failure.at, now) { return Decision(answer: .fail(failure.error)) }
            isFetching = true
            return Decision(answer: .wait, startsFetch: true)
        }
        let remaining = held.expiration.map { $0.timeIntervalSince(now) } ?? .infinity
        guard remaining <= Self.advisory, now >= earliestFetch else { return Decision(answer: .use(held)) }
        let isAwaited = remaining <= Self.mandatory
        if isFetching { return Decision(answer: isAwaited ? .wait : .use(held)) }
        if let failure {
            let pause = TimeInterval(min(60, 1 << min(failure.count - 1, 6)))
            guard !isPausing(pause, since: failure.at, now) else { return Decision(answer: .use(held)) }
        }
        isFetching = true
        return Decision(answer: isAwaited ? .wait : .use(held), startsFetch: true)
    }

    /// Takes what the fetch brought and says what those who waited get.
    mutating func finish(_ result: Result<AWSCredentials, any Error>, at now: Date) -> Result<AWSCredentials, any Error>
    {
        isFetching = false
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
            failure = (error, now, (failure?.count ?? 0) + 1)
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
