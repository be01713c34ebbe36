/// The name of a topic of a contact list: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `TopicName`.
public struct TopicName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `TopicName`.
    @export(implementation) public static var fieldName: String { "TopicName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}

extension TopicName: WireDefault {
    /// The empty name, which no topic has.
    @export(implementation) public static var wireDefault: TopicName { TopicName(rawValue: "") }
}
