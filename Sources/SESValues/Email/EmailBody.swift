/// The body of a message: as text, as HTML, or both.
///
/// AWS: `Body`.
public struct EmailBody: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The plain text.
    @export(implementation) public var text: EmailText?
    /// The HTML.
    @export(implementation) public var html: EmailText?

    /// Creates a body.
    ///
    /// - Parameters:
    ///   - text: The plain text.
    ///   - html: The HTML.
    @export(implementation) public init(text: EmailText? = nil, html: EmailText? = nil) {
        self.text = text
        self.html = html
    }

    /// Checks that there is a text or HTML.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if text == nil, html == nil { throw SESValueError(field: path, rule: "must hold Text, Html or both") }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        text = try container.decodeIfPresent(EmailText.self, forKey: "Text")
        html = try container.decodeIfPresent(EmailText.self, forKey: "Html")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(html, forKey: "Html")
        try container.encodeIfPresent(text, forKey: "Text")
    }
}
