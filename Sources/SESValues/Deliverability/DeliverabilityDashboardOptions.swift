#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The account's subscription to the deliverability dashboard.
///
/// AWS: the output of `GetDeliverabilityDashboardOptions`.
public struct DeliverabilityDashboardOptions: Equatable, Sendable, Codable {
    /// Whether the dashboard is on.
    @export(implementation) @WireDefaulted public var dashboardEnabled: Bool
    /// When the subscription ends; nil unless it ends with this month.
    @export(implementation) @WireTime public var subscriptionExpiryDate: Date?
    /// How the subscription stands.
    @export(implementation) public var accountStatus: DeliverabilityDashboardAccountStatus?
    /// The domains whose subscription goes on.
    @export(implementation) public var activeSubscribedDomains: [DomainDeliverabilityTrackingOption]?
    /// The domains whose subscription ends with this month.
    @export(implementation) public var pendingExpirationSubscribedDomains: [DomainDeliverabilityTrackingOption]?

    /// Creates the options.
    ///
    /// - Parameters:
    ///   - dashboardEnabled: Whether the dashboard is on.
    ///   - subscriptionExpiryDate: When the subscription ends; nil unless it ends with this month.
    ///   - accountStatus: How the subscription stands.
    ///   - activeSubscribedDomains: The domains whose subscription goes on.
    ///   - pendingExpirationSubscribedDomains: The domains whose subscription ends with this month.
    public init(
        dashboardEnabled: Bool = false, subscriptionExpiryDate: Date? = nil,
        accountStatus: DeliverabilityDashboardAccountStatus? = nil,
        activeSubscribedDomains: [DomainDeliverabilityTrackingOption]? = nil,
        pendingExpirationSubscribedDomains: [DomainDeliverabilityTrackingOption]? = nil
    ) {
        _dashboardEnabled = WireDefaulted(wrappedValue: dashboardEnabled)
        _subscriptionExpiryDate = WireTime(wrappedValue: subscriptionExpiryDate)
        self.accountStatus = accountStatus
        self.activeSubscribedDomains = activeSubscribedDomains
        self.pendingExpirationSubscribedDomains = pendingExpirationSubscribedDomains
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _dashboardEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "DashboardEnabled")
        _subscriptionExpiryDate = try container.decode(WireTime.self, forKey: "SubscriptionExpiryDate")
        accountStatus = try container.decodeIfPresent(
            DeliverabilityDashboardAccountStatus.self, forKey: "AccountStatus")
        activeSubscribedDomains = try container.decodeIfPresent(
            [DomainDeliverabilityTrackingOption].self, forKey: "ActiveSubscribedDomains")
        pendingExpirationSubscribedDomains = try container.decodeIfPresent(
            [DomainDeliverabilityTrackingOption].self, forKey: "PendingExpirationSubscribedDomains")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_dashboardEnabled, forKey: "DashboardEnabled")
        try container.encode(_subscriptionExpiryDate, forKey: "SubscriptionExpiryDate")
        try container.encodeIfPresent(accountStatus, forKey: "AccountStatus")
        try container.encodeIfPresent(activeSubscribedDomains, forKey: "ActiveSubscribedDomains")
        try container.encodeIfPresent(pendingExpirationSubscribedDomains, forKey: "PendingExpirationSubscribedDomains")
    }
}

/// How a subscription to the dashboard stands.
///
/// AWS: `DeliverabilityDashboardAccountStatus`.
public struct DeliverabilityDashboardAccountStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It goes on.
    @export(implementation) public static var active: Self { Self(rawValue: "ACTIVE") }
    /// It ends with this month.
    @export(implementation) public static var pendingExpiration: Self { Self(rawValue: "PENDING_EXPIRATION") }
    /// There is none.
    @export(implementation) public static var disabled: Self { Self(rawValue: "DISABLED") }
}
