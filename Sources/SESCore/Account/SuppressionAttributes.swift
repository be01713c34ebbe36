/// An account's suppression of addresses that bounced or complained.
///
/// AWS: `SuppressionAttributes`.
public struct SuppressionAttributes: Hashable, Sendable, Codable {
    /// Why an address is put on the suppression list; empty for never.
    public var suppressedReasons: [SuppressionListReason]?
    /// Whether SES judges an address before it sends to it.
    public var validationAttributes: SuppressionValidationAttributes?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the suppression list; empty for never.
    ///   - validationAttributes: Whether SES judges an address before it sends to it.
    public init(
        suppressedReasons: [SuppressionListReason]? = nil, validationAttributes: SuppressionValidationAttributes? = nil
    ) {
        self.suppressedReasons = suppressedReasons
        self.validationAttributes = validationAttributes
    }

    private enum CodingKeys: String, CodingKey {
        case suppressedReasons = "SuppressedReasons"
        case validationAttributes = "ValidationAttributes"
    }
}

/// An account's Auto Validation.
///
/// AWS: `SuppressionValidationAttributes`.
public struct SuppressionValidationAttributes: Hashable, Sendable, Codable {
    /// Whether it is on, and how sure SES must be.
    public var conditionThreshold: SuppressionConditionThreshold

    /// Creates the value.
    ///
    /// - Parameter conditionThreshold: Whether it is on, and how sure SES must be.
    public init(conditionThreshold: SuppressionConditionThreshold) {
        self.conditionThreshold = conditionThreshold
    }

    private enum CodingKeys: String, CodingKey {
        case conditionThreshold = "ConditionThreshold"
    }
}
