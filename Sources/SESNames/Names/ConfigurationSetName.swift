/// The name of a configuration set: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `ConfigurationSetName`. Names are unique in an account and region, and case-sensitive.
public struct ConfigurationSetName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `ConfigurationSetName`.
    @export(implementation) public static var fieldName: String { "ConfigurationSetName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}

extension TextRule {
    /// The rule for names of configuration sets and of event destinations.
    package static let shortName = TextRule(1...64, of: "ASCII letters, digits, '_' and '-'") {
        $0.isASCIIAlphanumeric || $0 == "_" || $0 == "-"
    }
}

extension ConfigurationSetName: WireDefault {
    /// The empty name, which no set has.
    @export(implementation) public static var wireDefault: ConfigurationSetName { ConfigurationSetName(rawValue: "") }
}
