/// Whether a tenant or another reputation entity may send.
///
/// AWS: `SendingStatus`.
public struct SendingStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It may.
    @export(implementation) public static var enabled: Self { Self(rawValue: "ENABLED") }
    /// It may, whatever is found against its reputation.
    @export(implementation) public static var reinstated: Self { Self(rawValue: "REINSTATED") }
    /// It may not.
    @export(implementation) public static var disabled: Self { Self(rawValue: "DISABLED") }
}
