/// Settings that one send overrides, whatever the configuration set and the account say.
///
/// AWS: `ConfigurationOverrides`.
public struct ConfigurationOverrides: Equatable, Sendable, Codable {
    /// Tracking of opens and clicks.
    @export(implementation) public var tracking: TrackingConfigurationOverrides?

    /// Creates overrides.
    ///
    /// - Parameter tracking: Tracking of opens and clicks.
    @export(implementation) public init(tracking: TrackingConfigurationOverrides? = nil) {
        self.tracking = tracking
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tracking = try container.decodeIfPresent(TrackingConfigurationOverrides.self, forKey: "Tracking")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(tracking, forKey: "Tracking")
    }
}

/// Whether opens and clicks of one send are tracked; nil leaves the setting as it is.
///
/// AWS: `TrackingConfigurationOverrides`.
public struct TrackingConfigurationOverrides: Equatable, Sendable, Codable {
    /// Whether opens are tracked.
    @export(implementation) public var openTrackingEnabled: FeatureStatus?
    /// Whether clicks are tracked.
    @export(implementation) public var clickTrackingEnabled: FeatureStatus?

    /// Creates overrides.
    ///
    /// - Parameters:
    ///   - openTrackingEnabled: Whether opens are tracked.
    ///   - clickTrackingEnabled: Whether clicks are tracked.
    @export(implementation) public init(
        openTrackingEnabled: FeatureStatus? = nil, clickTrackingEnabled: FeatureStatus? = nil
    ) {
        self.openTrackingEnabled = openTrackingEnabled
        self.clickTrackingEnabled = clickTrackingEnabled
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        openTrackingEnabled = try container.decodeIfPresent(FeatureStatus.self, forKey: "OpenTrackingEnabled")
        clickTrackingEnabled = try container.decodeIfPresent(FeatureStatus.self, forKey: "ClickTrackingEnabled")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(openTrackingEnabled, forKey: "OpenTrackingEnabled")
        try container.encodeIfPresent(clickTrackingEnabled, forKey: "ClickTrackingEnabled")
    }
}
