#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A listing of an IP address on a blocklist.
///
/// AWS: `BlacklistEntry`.
public struct BlacklistEntry: Equatable, Sendable, Codable {
    /// The list.
    @export(implementation) public var rblName: String?
    /// When the address was put on it.
    @export(implementation) @WireTime public var listingTime: Date?
    /// The words of those who keep the list.
    @export(implementation) public var description: String?

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - rblName: The list.
    ///   - listingTime: When the address was put on it.
    ///   - description: The words of those who keep the list.
    public init(rblName: String? = nil, listingTime: Date? = nil, description: String? = nil) {
        self.rblName = rblName
        _listingTime = WireTime(wrappedValue: listingTime)
        self.description = description
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        rblName = try container.decodeIfPresent(String.self, forKey: "RblName")
        _listingTime = try container.decode(WireTime.self, forKey: "ListingTime")
        description = try container.decodeIfPresent(String.self, forKey: "Description")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(rblName, forKey: "RblName")
        try container.encode(_listingTime, forKey: "ListingTime")
        try container.encodeIfPresent(description, forKey: "Description")
    }
}
