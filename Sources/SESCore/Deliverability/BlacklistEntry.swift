#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A listing of an IP address on a blocklist.
///
/// AWS: `BlacklistEntry`.
public struct BlacklistEntry: Hashable, Sendable, Codable {
    /// The list.
    public var rblName: String?
    /// When the address was put on it.
    @WireTime public var listingTime: Date?
    /// The words of those who keep the list.
    public var description: String?

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

    private enum CodingKeys: String, CodingKey {
        case rblName = "RblName"
        case listingTime = "ListingTime"
        case description = "Description"
    }
}
