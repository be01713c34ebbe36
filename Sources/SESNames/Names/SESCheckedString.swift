/// A text that must keep rules: a name, an ARN, a region, an address.
///
/// It can be made in three ways. A string literal and `init(rawValue:)` take the text as it is: such a value is checked
/// before a request leaves. `init(_:)` checks at once; use it for text that comes from outside the program.
public protocol SESCheckedString: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible, SESValidatable
where RawValue == String, StringLiteralType == String {
    /// The name that errors of `init(_:)` give the value, such as `ConfigurationSetName`.
    static var fieldName: String { get }

    /// Creates a value from its text, unchecked.
    init(rawValue: String)
}

extension SESCheckedString {
    /// Creates a value and checks it.
    ///
    /// A literal between the parentheses (`ARN("arn:…")`) is taken as a literal, unchecked; so is Swift's rule.
    ///
    /// - Parameter string: The text.
    /// - Throws: ``SESValueError`` that names the broken rule.
    public init(_ string: String) throws(SESValueError) {
        self.init(rawValue: string)
        try validate(at: FieldPath(Self.fieldName))
    }

    /// Creates a value from a literal, unchecked.
    @export(implementation) public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// The text.
    public var description: String { rawValue }
}
