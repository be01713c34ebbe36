/// An account's suppression of addresses that bounced or complained.
///
/// AWS: `SuppressionAttributes`.
public struct SuppressionAttributes: Equatable, Sendable, Codable {
    /// Why an address is put on the suppression list; empty for never.
    @export(implementation) public var suppressedReasons: [SuppressionListReason]?
    /// Whether SES judges an address before it sends to it.
    @export(implementation) public var validationAttributes: SuppressionValidationAttributes?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the suppression list; empty for never.
    ///   - validationAttributes: Whether SES judges an address before it sends to it.
    @export(implementation) public init(
        suppressedReasons: [SuppressionListReason]? = nil, validationAttributes: SuppressionValidationAttributes? = nil
    ) {
        self.suppressedReasons = suppressedReasons
        self.validationAttributes = validationAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        suppressedReasons = try container.decodeIfPresent([SuppressionListReason].self, forKey: "SuppressedReasons")
        validationAttributes = try container.decodeIfPresent(
            SuppressionValidationAttributes.self, forKey: "ValidationAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(suppressedReasons, forKey: "SuppressedReasons")
        try container.encodeIfPresent(validationAttributes, forKey: "ValidationAttributes")
    }
}

/// An account's Auto Validation.
///
/// AWS: `SuppressionValidationAttributes`.
public struct SuppressionValidationAttributes: Equatable, Sendable, Codable {
    /// Whether it is on, and how sure SES must be.
    @export(implementation) public var conditionThreshold: SuppressionConditionThreshold

    /// Creates the value.
    ///
    /// - Parameter conditionThreshold: Whether it is on, and how sure SES must be.
    @export(implementation) public init(conditionThreshold: SuppressionConditionThreshold) {
        self.conditionThreshold = conditionThreshold
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        conditionThreshold = try container.decode(SuppressionConditionThreshold.self, forKey: "ConditionThreshold")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(conditionThreshold, forKey: "ConditionThreshold")
    }
}
