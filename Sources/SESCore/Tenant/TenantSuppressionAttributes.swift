/// A tenant's suppression of addresses that bounced or complained.
///
/// AWS: `TenantSuppressionAttributes`.
public struct TenantSuppressionAttributes: Hashable, Sendable, Codable {
    /// Why an address is put on the tenant's list; empty for never.
    public var suppressedReasons: [SuppressionListReason]?
    /// Which list counts; the account's when left out.
    public var suppressionScope: SuppressionScope?

    /// Creates the attributes.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the tenant's list; empty for never.
    ///   - suppressionScope: Which list counts; the account's when left out.
    public init(suppressedReasons: [SuppressionListReason]? = nil, suppressionScope: SuppressionScope? = nil) {
        self.suppressedReasons = suppressedReasons
        self.suppressionScope = suppressionScope
    }

    private enum CodingKeys: String, CodingKey {
        case suppressedReasons = "SuppressedReasons"
        case suppressionScope = "SuppressionScope"
    }
}
