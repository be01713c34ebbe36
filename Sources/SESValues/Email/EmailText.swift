/// A text of a message and its character set.
///
/// AWS: `Content`. Without a character set SES takes the text for 7-bit ASCII, so a text made here is UTF-8 unless told otherwise.
public struct EmailText: Hashable, Sendable, Codable, ExpressibleByStringLiteral, SESPrivateContent {
    /// The text.
    public var data: String
    /// The character set SES encodes the text in, such as `UTF-8`; nil for 7-bit ASCII.
    public var charset: String?

    /// Creates a text.
    ///
    /// - Parameters:
    ///   - data: The text.
    ///   - charset: The character set SES encodes the text in; nil for 7-bit ASCII.
    public init(_ data: String, charset: String? = "UTF-8") {
        self.data = data
        self.charset = charset
    }

    /// Creates a text in UTF-8.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        data = try container.decode(String.self, forKey: "Data")
        charset = try container.decodeIfPresent(String.self, forKey: "Charset")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encodeIfPresent(charset, forKey: "Charset")
        try container.encode(data, forKey: "Data")
    }
}
