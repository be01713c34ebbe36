/// A tenant's suppression of addresses that bounced or complained.
///
/// AWS: `TenantSuppressionAttributes`.
public struct TenantSuppressionAttributes: Equatable, Sendable, Codable {
    /// Why an address is put on the tenant's list; empty for never.
    @export(implementation) public var suppressedReasons: [SuppressionListReason]?
    /// Which list counts; the account's when left out.
    @export(implementation) public var suppressionScope: SuppressionScope?

    /// Creates the attributes.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the tenant's list; empty for never.
    ///   - suppressionScope: Which list counts; the account's when left out.
    @export(implementation) public init(
        suppressedReasons: [SuppressionListReason]? = nil, suppressionScope: SuppressionScope? = nil
    ) {
        self.suppressedReasons = suppressedReasons
        self.suppressionScope = suppressionScope
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        suppressedReasons = try container.decodeIfPresent([SuppressionListReason].self, forKey: "SuppressedReasons")
        suppressionScope = try container.decodeIfPresent(SuppressionScope.self, forKey: "SuppressionScope")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(suppressedReasons, forKey: "SuppressedReasons")
        try container.encodeIfPresent(suppressionScope, forKey: "SuppressionScope")
    }
}
