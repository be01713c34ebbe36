/// A header that a message gets beside those SES writes itself.
///
/// AWS: `MessageHeader`.
public struct MessageHeader: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The name: 1 to 126 printable ASCII characters but the colon.
    @export(implementation) public var name: String
    /// The value: 1 to 995 printable ASCII characters; name and value together at most 996.
    @export(implementation) public var value: String

    /// Creates a header.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    @export(implementation) public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// Checks characters and lengths, and that the name isn't one SES keeps for itself.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let nameField = path.member("Name")
        try TextRule.headerName.check(name, at: nameField)
        if Self.reservedNames.contains(name.lowercased()) {
            throw SESValueError(
                field: nameField,
                rule:
                    "cannot be a header that SES writes itself (BCC, CC, Content-Disposition, Content-Type, Date, From, "
                    + "Message-ID, MIME-Version, Reply-To, Return-Path, Subject, To)",
                value: name)
        }
        try TextRule.headerValue.check(value, at: path.member("Value"), showsValue: false)
        if name.utf8.count + value.utf8.count > 996 {
            throw SESValueError(field: path, rule: "must be at most 996 characters, name and value together")
        }
    }

    private static let reservedNames: Set<String> = [
        "bcc", "cc", "content-disposition", "content-type", "date", "from", "message-id", "mime-version", "reply-to",
        "return-path", "subject", "to",
    ]

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

extension [MessageHeader] {
    /// Checks a message's headers together: each one and their number.
    package func validateTogether(at path: FieldPath) throws(SESValueError) {
        if count > 15 {
            throw SESValueError(field: path, rule: "must hold at most 15 headers", value: String(count))
        }
        try validate(at: path)
    }
}

extension TextRule {
    fileprivate static let headerName = TextRule(1...126, of: "printable ASCII characters without space and colon") {
        (0x21...0x7E).contains($0.value) && $0 != ":"
    }
    fileprivate static let headerValue = TextRule(1...995, of: "printable ASCII characters") {
        (0x20...0x7E).contains($0.value)
    }
}
