/// The name of a contact list: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `ContactListName`.
public struct ContactListName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ContactListName`.
    @export(implementation) public static var fieldName: String { "ContactListName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}
