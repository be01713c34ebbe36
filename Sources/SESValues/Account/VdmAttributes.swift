/// An account's settings of the Virtual Deliverability Manager.
///
/// AWS: `VdmAttributes`.
public struct VdmAttributes: Equatable, Sendable, Codable {
    /// Whether it is on.
    @export(implementation) public var vdmEnabled: FeatureStatus
    /// The dashboard's settings.
    @export(implementation) public var dashboardAttributes: DashboardAttributes?
    /// The guardian's settings.
    @export(implementation) public var guardianAttributes: GuardianAttributes?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - vdmEnabled: Whether it is on.
    ///   - dashboardAttributes: The dashboard's settings.
    ///   - guardianAttributes: The guardian's settings.
    @export(implementation) public init(
        vdmEnabled: FeatureStatus, dashboardAttributes: DashboardAttributes? = nil,
        guardianAttributes: GuardianAttributes? = nil
    ) {
        self.vdmEnabled = vdmEnabled
        self.dashboardAttributes = dashboardAttributes
        self.guardianAttributes = guardianAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        vdmEnabled = try container.decode(FeatureStatus.self, forKey: "VdmEnabled")
        dashboardAttributes = try container.decodeIfPresent(DashboardAttributes.self, forKey: "DashboardAttributes")
        guardianAttributes = try container.decodeIfPresent(GuardianAttributes.self, forKey: "GuardianAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(vdmEnabled, forKey: "VdmEnabled")
        try container.encodeIfPresent(dashboardAttributes, forKey: "DashboardAttributes")
        try container.encodeIfPresent(guardianAttributes, forKey: "GuardianAttributes")
    }
}

/// An account's settings of the deliverability dashboard.
///
/// AWS: `DashboardAttributes`.
public struct DashboardAttributes: Equatable, Sendable, Codable {
    /// Whether opens and clicks are counted.
    @export(implementation) public var engagementMetrics: FeatureStatus?

    /// Creates the value.
    ///
    /// - Parameter engagementMetrics: Whether opens and clicks are counted.
    @export(implementation) public init(engagementMetrics: FeatureStatus? = nil) {
        self.engagementMetrics = engagementMetrics
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        engagementMetrics = try container.decodeIfPresent(FeatureStatus.self, forKey: "EngagementMetrics")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(engagementMetrics, forKey: "EngagementMetrics")
    }
}

/// An account's settings of the deliverability guardian.
///
/// AWS: `GuardianAttributes`.
public struct GuardianAttributes: Equatable, Sendable, Codable {
    /// Whether SES chooses among its shared addresses for better delivery.
    @export(implementation) public var optimizedSharedDelivery: FeatureStatus?

    /// Creates the value.
    ///
    /// - Parameter optimizedSharedDelivery: Whether SES chooses among its shared addresses for better delivery.
    @export(implementation) public init(optimizedSharedDelivery: FeatureStatus? = nil) {
        self.optimizedSharedDelivery = optimizedSharedDelivery
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        optimizedSharedDelivery = try container.decodeIfPresent(FeatureStatus.self, forKey: "OptimizedSharedDelivery")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(optimizedSharedDelivery, forKey: "OptimizedSharedDelivery")
    }
}
