/// The name of an event destination in its configuration set: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `EventDestinationName`.
public struct EventDestinationName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `EventDestinationName`.
    @export(implementation) public static var fieldName: String { "EventDestinationName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}
