/// Settings that one send overrides, whatever the configuration set and the account say.
///
/// AWS: `ConfigurationOverrides`.
public struct ConfigurationOverrides: Hashable, Sendable, Codable {
    /// Tracking of opens and clicks.
    public var tracking: TrackingConfigurationOverrides?

    /// Creates overrides.
    ///
    /// - Parameter tracking: Tracking of opens and clicks.
    public init(tracking: TrackingConfigurationOverrides? = nil) {
        self.tracking = tracking
    }

    private enum CodingKeys: String, CodingKey {
        case tracking = "Tracking"
    }
}

/// Whether opens and clicks of one send are tracked; nil leaves the setting as it is.
///
/// AWS: `TrackingConfigurationOverrides`.
public struct TrackingConfigurationOverrides: Hashable, Sendable, Codable {
    /// Whether opens are tracked.
    public var openTrackingEnabled: FeatureStatus?
    /// Whether clicks are tracked.
    public var clickTrackingEnabled: FeatureStatus?

    /// Creates overrides.
    ///
    /// - Parameters:
    ///   - openTrackingEnabled: Whether opens are tracked.
    ///   - clickTrackingEnabled: Whether clicks are tracked.
    public init(openTrackingEnabled: FeatureStatus? = nil, clickTrackingEnabled: FeatureStatus? = nil) {
        self.openTrackingEnabled = openTrackingEnabled
        self.clickTrackingEnabled = clickTrackingEnabled
    }

    private enum CodingKeys: String, CodingKey {
        case openTrackingEnabled = "OpenTrackingEnabled"
        case clickTrackingEnabled = "ClickTrackingEnabled"
    }
}
