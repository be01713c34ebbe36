/// A name and value that a message carries into its events and metrics.
///
/// AWS: `MessageTag`. Tags given in a request replace those of the message's `X-SES-MESSAGE-TAGS` header.
public struct MessageTag: Hashable, Sendable, Codable, SESValidatable {
    /// The name: 1 to 255 ASCII letters, digits, `_` and `-`, or `ses:feedback-id-a` or `ses:feedback-id-b`.
    @export(implementation) public var name: String
    /// The value: 1 to 255 ASCII letters, digits, `_`, `-`, `.` and `@`.
    @export(implementation) public var value: String

    /// Creates a tag, unchecked.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    @export(implementation) public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Checks name and value.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if name != "ses:feedback-id-a", name != "ses:feedback-id-b" {
            try TextRule.messageTagName.check(name, at: path.member("Name"))
        }
        // A value may be an address, so an error never shows it.
        try TextRule.messageTagValue.check(value, at: path.member("Value"), showsValue: false)
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        name = try container.decode(String.self, forKey: "Name")
        value = try container.decode(String.self, forKey: "Value")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(name, forKey: "Name")
        try container.encode(value, forKey: "Value")
    }
}

extension [MessageTag] {
    /// Creates tags from a dictionary, sorted by name, so that the same dictionary always gives the same request.
    ///
    /// - Parameter dictionary: Values by name.
    public init(_ dictionary: [String: String]) {
        self = dictionary.sorted { $0.key < $1.key }.map { MessageTag($0.key, $0.value) }
    }
}

extension TextRule {
    fileprivate static let messageTagName = TextRule(1...255, of: "ASCII letters, digits, '_' and '-'") {
        $0.isASCIIAlphanumeric || $0 == "_" || $0 == "-"
    }
    fileprivate static let messageTagValue = TextRule(1...255, of: "ASCII letters, digits, '_', '-', '.' and '@'") {
        $0.isASCIIAlphanumeric || $0 == "_" || $0 == "-" || $0 == "." || $0 == "@"
    }
}
