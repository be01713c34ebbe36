#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Something that SES advises to change for better delivery.
///
/// AWS: `Recommendation`.
public struct Recommendation: Equatable, Sendable, Codable {
    /// The resource that it is about, such as an identity.
    @export(implementation) public var resourceARN: ARN?
    /// What it is about.
    @export(implementation) public var type: RecommendationType?
    /// Which of the same type it is: `DKIM1` and `DKIM2` differ.
    @export(implementation) public var description: String?
    /// Whether it still stands.
    @export(implementation) public var status: RecommendationStatus?
    /// When SES first saw the trouble.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// When it last changed.
    @export(implementation) @WireTime public var lastUpdatedTimestamp: Date?
    /// How grave it is.
    @export(implementation) public var impact: RecommendationImpact?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - resourceARN: The resource that it is about, such as an identity.
    ///   - type: What it is about.
    ///   - description: Which of the same type it is: `DKIM1` and `DKIM2` differ.
    ///   - status: Whether it still stands.
    ///   - createdTimestamp: When SES first saw the trouble.
    ///   - lastUpdatedTimestamp: When it last changed.
    ///   - impact: How grave it is.
    public init(
        resourceARN: ARN? = nil, type: RecommendationType? = nil, description: String? = nil,
        status: RecommendationStatus? = nil, createdTimestamp: Date? = nil, lastUpdatedTimestamp: Date? = nil,
        impact: RecommendationImpact? = nil
    ) {
        self.resourceARN = resourceARN
        self.type = type
        self.description = description
        self.status = status
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        _lastUpdatedTimestamp = WireTime(wrappedValue: lastUpdatedTimestamp)
        self.impact = impact
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        resourceARN = try container.decodeIfPresent(ARN.self, forKey: "ResourceArn")
        type = try container.decodeIfPresent(RecommendationType.self, forKey: "Type")
        description = try container.decodeIfPresent(String.self, forKey: "Description")
        status = try container.decodeIfPresent(RecommendationStatus.self, forKey: "Status")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        _lastUpdatedTimestamp = try container.decode(WireTime.self, forKey: "LastUpdatedTimestamp")
        impact = try container.decodeIfPresent(RecommendationImpact.self, forKey: "Impact")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(resourceARN, forKey: "ResourceArn")
        try container.encodeIfPresent(type, forKey: "Type")
        try container.encodeIfPresent(description, forKey: "Description")
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encode(_lastUpdatedTimestamp, forKey: "LastUpdatedTimestamp")
        try container.encodeIfPresent(impact, forKey: "Impact")
    }
}

/// What a recommendation is about.
///
/// AWS: `RecommendationType`.
public struct RecommendationType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a type from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The signature of mails.
    @export(implementation) public static var dkim: Self { Self(rawValue: "DKIM") }
    /// The domain's policy for mails that fail authentication.
    @export(implementation) public static var dmarc: Self { Self(rawValue: "DMARC") }
    /// The servers that may send for the domain.
    @export(implementation) public static var spf: Self { Self(rawValue: "SPF") }
    /// The logo shown beside mails.
    @export(implementation) public static var bimi: Self { Self(rawValue: "BIMI") }
    /// Too many complaints.
    @export(implementation) public static var complaint: Self { Self(rawValue: "COMPLAINT") }
    /// Too many bounces.
    @export(implementation) public static var bounce: Self { Self(rawValue: "BOUNCE") }
    /// What third parties report of the mail.
    @export(implementation) public static var feedback3P: Self { Self(rawValue: "FEEDBACK_3P") }
    /// An address on a blocklist.
    @export(implementation) public static var ipListing: Self { Self(rawValue: "IP_LISTING") }
}

/// Whether a recommendation still stands.
///
/// AWS: `RecommendationStatus`.
public struct RecommendationStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It stands.
    @export(implementation) public static var open: Self { Self(rawValue: "OPEN") }
    /// What it was about is mended.
    @export(implementation) public static var fixed: Self { Self(rawValue: "FIXED") }
}

/// How grave a recommendation is, or the gravest finding against a reputation.
///
/// AWS: `RecommendationImpact`.
public struct RecommendationImpact: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a grade from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It should be looked into.
    @export(implementation) public static var low: Self { Self(rawValue: "LOW") }
    /// Sending is at risk.
    @export(implementation) public static var high: Self { Self(rawValue: "HIGH") }
}
