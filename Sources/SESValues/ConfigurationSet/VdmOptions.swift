/// A configuration set's own settings of the Virtual Deliverability Manager.
///
/// AWS: `VdmOptions`.
public struct VdmOptions: Equatable, Sendable, Codable {
    /// The dashboard's settings.
    @export(implementation) public var dashboardOptions: DashboardOptions?
    /// The guardian's settings.
    @export(implementation) public var guardianOptions: GuardianOptions?

    /// Creates the options.
    ///
    /// - Parameters:
    ///   - dashboardOptions: The dashboard's settings.
    ///   - guardianOptions: The guardian's settings.
    @export(implementation) public init(
        dashboardOptions: DashboardOptions? = nil, guardianOptions: GuardianOptions? = nil
    ) {
        self.dashboardOptions = dashboardOptions
        self.guardianOptions = guardianOptions
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dashboardOptions = try container.decodeIfPresent(DashboardOptions.self, forKey: "DashboardOptions")
        guardianOptions = try container.decodeIfPresent(GuardianOptions.self, forKey: "GuardianOptions")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(dashboardOptions, forKey: "DashboardOptions")
        try container.encodeIfPresent(guardianOptions, forKey: "GuardianOptions")
    }
}

/// Settings of the deliverability dashboard.
///
/// AWS: `DashboardOptions`.
public struct DashboardOptions: Equatable, Sendable, Codable {
    /// Whether opens and clicks are counted.
    @export(implementation) public var engagementMetrics: FeatureStatus?

    /// Creates the options.
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

/// Settings of the deliverability guardian.
///
/// AWS: `GuardianOptions`.
public struct GuardianOptions: Equatable, Sendable, Codable {
    /// Whether SES chooses among its shared addresses for better delivery.
    @export(implementation) public var optimizedSharedDelivery: FeatureStatus?

    /// Creates the options.
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
