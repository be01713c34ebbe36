/// A configuration set's own settings of the Virtual Deliverability Manager.
///
/// AWS: `VdmOptions`.
public struct VdmOptions: Hashable, Sendable, Codable {
    /// The dashboard's settings.
    public var dashboardOptions: DashboardOptions?
    /// The guardian's settings.
    public var guardianOptions: GuardianOptions?

    /// Creates the options.
    ///
    /// - Parameters:
    ///   - dashboardOptions: The dashboard's settings.
    ///   - guardianOptions: The guardian's settings.
    public init(dashboardOptions: DashboardOptions? = nil, guardianOptions: GuardianOptions? = nil) {
        self.dashboardOptions = dashboardOptions
        self.guardianOptions = guardianOptions
    }

    private enum CodingKeys: String, CodingKey {
        case dashboardOptions = "DashboardOptions"
        case guardianOptions = "GuardianOptions"
    }
}

/// Settings of the deliverability dashboard.
///
/// AWS: `DashboardOptions`.
public struct DashboardOptions: Hashable, Sendable, Codable {
    /// Whether opens and clicks are counted.
    public var engagementMetrics: FeatureStatus?

    /// Creates the options.
    ///
    /// - Parameter engagementMetrics: Whether opens and clicks are counted.
    public init(engagementMetrics: FeatureStatus? = nil) {
        self.engagementMetrics = engagementMetrics
    }

    private enum CodingKeys: String, CodingKey {
        case engagementMetrics = "EngagementMetrics"
    }
}

/// Settings of the deliverability guardian.
///
/// AWS: `GuardianOptions`.
public struct GuardianOptions: Hashable, Sendable, Codable {
    /// Whether SES chooses among its shared addresses for better delivery.
    public var optimizedSharedDelivery: FeatureStatus?

    /// Creates the options.
    ///
    /// - Parameter optimizedSharedDelivery: Whether SES chooses among its shared addresses for better delivery.
    public init(optimizedSharedDelivery: FeatureStatus? = nil) {
        self.optimizedSharedDelivery = optimizedSharedDelivery
    }

    private enum CodingKeys: String, CodingKey {
        case optimizedSharedDelivery = "OptimizedSharedDelivery"
    }
}
