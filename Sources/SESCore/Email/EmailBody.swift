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

    private enum CodingKeys: String, CodingKey {
        case text = "Text"
        case html = "Html"
    }
}
