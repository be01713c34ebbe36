/// The body of a message: as text, as HTML, or both.
///
/// AWS: `Body`.
public struct EmailBody: Hashable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The plain text.
    public var text: EmailText?
    /// The HTML.
    public var html: EmailText?

    /// Creates a body.
    ///
    /// - Parameters:
    ///   - text: The plain text.
    ///   - html: The HTML.
    public init(text: EmailText? = nil, html: EmailText? = nil) {
        self.text = text
        self.html = html
    }

    /// Checks that there is a text or HTML.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if text == nil, html == nil { throw SESValueError(field: path, rule: "must hold Text, Html or both") }
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        text = try container.decodeIfPresent(EmailText.self, forKey: "Text")
        html = try container.decodeIfPresent(EmailText.self, forKey: "Html")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encodeIfPresent(html, forKey: "Html")
        try container.encodeIfPresent(text, forKey: "Text")
    }
}
