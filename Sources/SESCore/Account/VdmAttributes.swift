/// An account's settings of the Virtual Deliverability Manager.
///
/// AWS: `VdmAttributes`.
public struct VdmAttributes: Hashable, Sendable, Codable {
    /// Whether it is on.
    public var vdmEnabled: FeatureStatus
    /// The dashboard's settings.
    public var dashboardAttributes: DashboardAttributes?
    /// The guardian's settings.
    public var guardianAttributes: GuardianAttributes?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - vdmEnabled: Whether it is on.
    ///   - dashboardAttributes: The dashboard's settings.
    ///   - guardianAttributes: The guardian's settings.
    public init(
        vdmEnabled: FeatureStatus, dashboardAttributes: DashboardAttributes? = nil,
        guardianAttributes: GuardianAttributes? = nil
    ) {
        self.vdmEnabled = vdmEnabled
        self.dashboardAttributes = dashboardAttributes
        self.guardianAttributes = guardianAttributes
    }

    private enum CodingKeys: String, CodingKey {
        case vdmEnabled = "VdmEnabled"
        case dashboardAttributes = "DashboardAttributes"
        case guardianAttributes = "GuardianAttributes"
    }
}

/// An account's settings of the deliverability dashboard.
///
/// AWS: `DashboardAttributes`.
public struct DashboardAttributes: Hashable, Sendable, Codable {
    /// Whether opens and clicks are counted.
    public var engagementMetrics: FeatureStatus?

    /// Creates the value.
    ///
    /// - Parameter engagementMetrics: Whether opens and clicks are counted.
    public init(engagementMetrics: FeatureStatus? = nil) {
        self.engagementMetrics = engagementMetrics
    }

    private enum CodingKeys: String, CodingKey {
        case engagementMetrics = "EngagementMetrics"
    }
}

/// An account's settings of the deliverability guardian.
///
/// AWS: `GuardianAttributes`.
public struct GuardianAttributes: Hashable, Sendable, Codable {
    /// Whether SES chooses among its shared addresses for better delivery.
    public var optimizedSharedDelivery: FeatureStatus?

    /// Creates the value.
    ///
    /// - Parameter optimizedSharedDelivery: Whether SES chooses among its shared addresses for better delivery.
    public init(optimizedSharedDelivery: FeatureStatus? = nil) {
        self.optimizedSharedDelivery = optimizedSharedDelivery
    }

    private enum CodingKeys: String, CodingKey {
        case optimizedSharedDelivery = "OptimizedSharedDelivery"
    }
}
