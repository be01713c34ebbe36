#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A domain's subscription to the deliverability dashboard.
///
/// AWS: `DomainDeliverabilityTrackingOption`.
public struct DomainDeliverabilityTrackingOption: Equatable, Sendable, Codable, SESValidatable {
    /// The domain, a verified identity.
    @export(implementation) public var domain: String?
    /// When the subscription began.
    @export(implementation) @WireTime public var subscriptionStartDate: Date?
    /// At which providers placement is followed.
    @export(implementation) public var inboxPlacementTrackingOption: InboxPlacementTrackingOption?

    /// Creates an option.
    ///
    /// - Parameters:
    ///   - domain: The domain, a verified identity.
    ///   - subscriptionStartDate: When the subscription began.
    ///   - inboxPlacementTrackingOption: At which providers placement is followed.
    public init(
        domain: String? = nil, subscriptionStartDate: Date? = nil,
        inboxPlacementTrackingOption: InboxPlacementTrackingOption? = nil
    ) {
        self.domain = domain
        _subscriptionStartDate = WireTime(wrappedValue: subscriptionStartDate)
        self.inboxPlacementTrackingOption = inboxPlacementTrackingOption
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        domain = try container.decodeIfPresent(String.self, forKey: "Domain")
        _subscriptionStartDate = try container.decode(WireTime.self, forKey: "SubscriptionStartDate")
        inboxPlacementTrackingOption = try container.decodeIfPresent(
            InboxPlacementTrackingOption.self, forKey: "InboxPlacementTrackingOption")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(domain, forKey: "Domain")
        try container.encode(_subscriptionStartDate, forKey: "SubscriptionStartDate")
        try container.encodeIfPresent(inboxPlacementTrackingOption, forKey: "InboxPlacementTrackingOption")
    }

    /// Checks the domain.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if let domain { try HostName.check(domain: domain, at: path.member("Domain")) }
    }
}

/// At which providers it is followed where a domain's mails end up.
///
/// AWS: `InboxPlacementTrackingOption`.
public struct InboxPlacementTrackingOption: Equatable, Sendable, Codable {
    /// Whether it is followed.
    @export(implementation) @WireDefaulted public var global: Bool
    /// The providers.
    @export(implementation) public var trackedIsps: [String]?

    /// Creates an option.
    ///
    /// - Parameters:
    ///   - global: Whether it is followed.
    ///   - trackedIsps: The providers.
    public init(global: Bool = false, trackedIsps: [String]? = nil) {
        _global = WireDefaulted(wrappedValue: global)
        self.trackedIsps = trackedIsps
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _global = try container.decode(WireDefaulted<Bool>.self, forKey: "Global")
        trackedIsps = try container.decodeIfPresent([String].self, forKey: "TrackedIsps")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_global, forKey: "Global")
        try container.encodeIfPresent(trackedIsps, forKey: "TrackedIsps")
    }
}
