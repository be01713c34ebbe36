/// The name of a tenant: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `TenantName`.
public struct TenantName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `TenantName`.
    @export(implementation) public static var fieldName: String { "TenantName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}
