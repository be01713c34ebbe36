#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A decision on whether a reputation entity may send.
///
/// AWS: `StatusRecord`.
public struct ReputationStatusRecord: Equatable, Sendable, Codable {
    /// The decision.
    @export(implementation) public var status: SendingStatus?
    /// Why it was taken, in words.
    @export(implementation) public var cause: String?
    /// When it was taken.
    @export(implementation) @WireTime public var lastUpdatedTimestamp: Date?

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

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        status = try container.decodeIfPresent(SendingStatus.self, forKey: "Status")
        cause = try container.decodeIfPresent(String.self, forKey: "Cause")
        _lastUpdatedTimestamp = try container.decode(WireTime.self, forKey: "LastUpdatedTimestamp")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encodeIfPresent(cause, forKey: "Cause")
        try container.encode(_lastUpdatedTimestamp, forKey: "LastUpdatedTimestamp")
    }
}
