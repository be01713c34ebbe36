/// Whether a feature is on.
///
/// AWS: `FeatureStatus`.
public struct FeatureStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// On.
    @export(implementation) public static var enabled: Self { Self(rawValue: "ENABLED") }
    /// Off.
    @export(implementation) public static var disabled: Self { Self(rawValue: "DISABLED") }
}
