#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A decision on whether a reputation entity may send.
///
/// AWS: `StatusRecord`.
public struct ReputationStatusRecord: Hashable, Sendable, Codable {
    /// The decision.
    public var status: SendingStatus?
    /// Why it was taken, in words.
    public var cause: String?
    /// When it was taken.
    @WireTime public var lastUpdatedTimestamp: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - status: The decision.
    ///   - cause: Why it was taken, in words.
    ///   - lastUpdatedTimestamp: When it was taken.
    public init(status: SendingStatus? = nil, cause: String? = nil, lastUpdatedTimestamp: Date? = nil) {
        self.status = status
        self.cause = cause
        _lastUpdatedTimestamp = WireTime(wrappedValue: lastUpdatedTimestamp)
    }

    private enum CodingKeys: String, CodingKey {
        case status = "Status"
        case cause = "Cause"
        case lastUpdatedTimestamp = "LastUpdatedTimestamp"
    }
}
