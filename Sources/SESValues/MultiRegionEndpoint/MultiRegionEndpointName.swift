/// The name of a multi-region endpoint: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `EndpointName`.
public struct MultiRegionEndpointName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `EndpointName`.
    @export(implementation) public static var fieldName: String { "EndpointName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}
