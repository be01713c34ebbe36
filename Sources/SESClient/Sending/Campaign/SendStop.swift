public import SESValues

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Why a run ended before its source did: no other message would have been sent either.
///
/// Messages that have no outcome by then weren't sent.
public struct SendStop: Error, Sendable, CustomStringConvertible {
    /// The error of the message that told: its code is `sendingPaused`, `dailyQuotaExceeded`, `notFound`,
    /// `credentialsExpired` and so on; nil if it isn't one of the client's, see ``underlyingError``.
    @export(implementation) public let error: SESv2Error?
    /// The error that told, of whatever type.
    @export(implementation) public let underlyingError: any Error
    /// The account's quota when the run ended, if it ended because the quota of 24 hours is used up, and could be asked.
    @export(implementation) public let quota: SendQuota?
    /// When sending may go on, if the quota of 24 hours is used up.
    ///
    /// The service counts the last 24 hours at any time, and doesn't say when it counted what. This is 24 hours after the run's first
    /// message, from when on its recipients don't count any more, or after its end if it sent none. Room may come earlier, from
    /// what was sent before the run.
    @export(implementation) public let mayContinueAt: Date?
    /// How the run stood.
    @export(implementation) public let progress: SendProgress

    /// Why, and since when it may go on.
    public var description: String {
        let reason = error?.description ?? "a \(type(of: underlyingError)) was thrown"
        let quota = quota.map { " (\($0.sentLast24Hours) of \($0.max24HourSend) recipients in 24 hours)" }
        let date = mayContinueAt.map { "; may go on at \($0.formatted(.iso8601))" }
        return "the run ended after \(progress.settled) messages: \(reason)\(quota ?? "")\(date ?? "")"
    }
}

extension SendStop: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
