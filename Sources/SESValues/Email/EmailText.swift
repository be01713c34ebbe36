/// A text of a message and its character set.
///
/// AWS: `Content`. Without a character set SES takes the text for 7-bit ASCII, so a text made here is UTF-8 unless told otherwise.
public struct EmailText: Equatable, Sendable, Codable, ExpressibleByStringLiteral, SESPrivateContent {
    /// The text.
    @export(implementation) public var data: String
    /// The character set SES encodes the text in, such as `UTF-8`; nil for 7-bit ASCII.
    @export(implementation) public var charset: String?

    /// Creates a text.
    ///
    /// - Parameters:
    ///   - data: The text.
    ///   - charset: The character set SES encodes the text in; nil for 7-bit ASCII.
    @export(implementation) public init(_ data: String, charset: String? = "UTF-8") {
        self.data = data
        self.charset = charset
    }

    /// Creates a text in UTF-8.
    @export(implementation) public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        data = try container.decode(String.self, forKey: "Data")
        charset = try container.decodeIfPresent(String.self, forKey: "Charset")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(charset, forKey: "Charset")
        try container.encode(data, forKey: "Data")
    }
}
