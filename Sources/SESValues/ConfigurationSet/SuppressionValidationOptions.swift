/// Auto Validation: SES judges an address before it sends, and suppresses the message when confidence is too low.
///
/// AWS: `SuppressionValidationOptions`.
public struct SuppressionValidationOptions: Equatable, Sendable, Codable {
    /// Whether it is on, and how sure SES must be.
    @export(implementation) public var conditionThreshold: SuppressionConditionThreshold

    /// Creates the options.
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

/// Whether Auto Validation is on, and how sure SES must be of an address.
///
/// AWS: `SuppressionConditionThreshold`.
public struct SuppressionConditionThreshold: Equatable, Sendable, Codable {
    /// Whether Auto Validation is on.
    @export(implementation) public var conditionThresholdEnabled: FeatureStatus
    /// How sure SES must be.
    @export(implementation) public var overallConfidenceThreshold: SuppressionConfidenceThreshold?

    /// Creates a threshold.
    ///
    /// - Parameters:
    ///   - conditionThresholdEnabled: Whether Auto Validation is on.
    ///   - overallConfidenceThreshold: How sure SES must be.
    @export(implementation) public init(
        conditionThresholdEnabled: FeatureStatus, overallConfidenceThreshold: SuppressionConfidenceThreshold? = nil
    ) {
        self.conditionThresholdEnabled = conditionThresholdEnabled
        self.overallConfidenceThreshold = overallConfidenceThreshold
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        conditionThresholdEnabled = try container.decode(FeatureStatus.self, forKey: "ConditionThresholdEnabled")
        overallConfidenceThreshold = try container.decodeIfPresent(
            SuppressionConfidenceThreshold.self, forKey: "OverallConfidenceThreshold")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(conditionThresholdEnabled, forKey: "ConditionThresholdEnabled")
        try container.encodeIfPresent(overallConfidenceThreshold, forKey: "OverallConfidenceThreshold")
    }
}

/// How sure SES must be of an address.
///
/// AWS: `SuppressionConfidenceThreshold`.
public struct SuppressionConfidenceThreshold: Equatable, Sendable, Codable {
    /// The lowest verdict that is sent to.
    @export(implementation) public var confidenceVerdictThreshold: SuppressionConfidenceVerdictThreshold

    /// Creates a threshold.
    ///
    /// - Parameter confidenceVerdictThreshold: The lowest verdict that is sent to.
    @export(implementation) public init(confidenceVerdictThreshold: SuppressionConfidenceVerdictThreshold) {
        self.confidenceVerdictThreshold = confidenceVerdictThreshold
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        confidenceVerdictThreshold = try container.decode(
            SuppressionConfidenceVerdictThreshold.self, forKey: "ConfidenceVerdictThreshold")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(confidenceVerdictThreshold, forKey: "ConfidenceVerdictThreshold")
    }
}

/// The lowest verdict on an address that is sent to.
///
/// AWS: `SuppressionConfidenceVerdictThreshold`.
public struct SuppressionConfidenceVerdictThreshold: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a threshold from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Medium confidence is enough.
    @export(implementation) public static var medium: Self { Self(rawValue: "MEDIUM") }
    /// Only high confidence is enough.
    @export(implementation) public static var high: Self { Self(rawValue: "HIGH") }
    /// SES decides.
    @export(implementation) public static var managed: Self { Self(rawValue: "MANAGED") }
}
