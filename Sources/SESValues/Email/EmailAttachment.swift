#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A file attached to a message.
///
/// AWS: `Attachment`.
public struct EmailAttachment: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The file's bytes.
    @export(implementation) public var rawContent: Data
    /// The file's name as the recipient sees it, at most 255 characters; SES refuses names of programs and scripts.
    @export(implementation) public var fileName: String
    /// The MIME type, 1 to 78 characters, such as `application/pdf`; nil lets SES tell it by the name.
    @export(implementation) public var contentType: String?
    /// Whether it is shown as a file or inside the HTML; nil for a file.
    @export(implementation) public var contentDisposition: AttachmentContentDisposition?
    /// The id by which the HTML refers to it (`cid:…`), 1 to 78 characters.
    @export(implementation) public var contentID: String?
    /// A description, at most 1,000 characters.
    @export(implementation) public var contentDescription: String?
    /// How SES encodes it in the message.
    @export(implementation) public var contentTransferEncoding: AttachmentContentTransferEncoding?

    /// Creates an attachment.
    ///
    /// - Parameters:
    ///   - rawContent: The file's bytes.
    ///   - fileName: The file's name as the recipient sees it.
    ///   - contentType: The MIME type; nil lets SES tell it by the name.
    ///   - contentDisposition: Whether it is shown as a file or inside the HTML; nil for a file.
    ///   - contentID: The id by which the HTML refers to it.
    ///   - contentDescription: A description.
    ///   - contentTransferEncoding: How SES encodes it in the message.
    @export(implementation) public init(
        rawContent: Data, fileName: String, contentType: String? = nil,
        contentDisposition: AttachmentContentDisposition? = nil, contentID: String? = nil,
        contentDescription: String? = nil, contentTransferEncoding: AttachmentContentTransferEncoding? = nil
    ) {
        self.rawContent = rawContent
        self.fileName = fileName
        self.contentType = contentType
        self.contentDisposition = contentDisposition
        self.contentID = contentID
        self.contentDescription = contentDescription
        self.contentTransferEncoding = contentTransferEncoding
    }

    /// Checks the name, its extension and the other texts.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.singleLine(1...255).check(fileName, at: path.member("FileName"), showsValue: false)
        if let ending = refusedExtension {
            throw SESValueError(
                field: path.member("FileName"), rule: "cannot have an extension that SES refuses", value: ending)
        }
        try check(contentType, "ContentType", 1...78, at: path)
        try check(contentID, "ContentId", 1...78, at: path)
        try check(contentDescription, "ContentDescription", 0...1000, at: path)
    }

    private func check(
        _ text: String?, _ member: String, _ lengths: ClosedRange<Int>, at path: FieldPath
    ) throws(SESValueError) {
        if let text { try TextRule.singleLine(lengths).check(text, at: path.member(member), showsValue: false) }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        rawContent = try container.decode(Data.self, forKey: "RawContent")
        fileName = try container.decode(String.self, forKey: "FileName")
        contentType = try container.decodeIfPresent(String.self, forKey: "ContentType")
        contentDisposition = try container.decodeIfPresent(
            AttachmentContentDisposition.self, forKey: "ContentDisposition")
        contentID = try container.decodeIfPresent(String.self, forKey: "ContentId")
        contentDescription = try container.decodeIfPresent(String.self, forKey: "ContentDescription")
        contentTransferEncoding = try container.decodeIfPresent(
            AttachmentContentTransferEncoding.self, forKey: "ContentTransferEncoding")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(contentDescription, forKey: "ContentDescription")
        try container.encodeIfPresent(contentDisposition, forKey: "ContentDisposition")
        try container.encodeIfPresent(contentID, forKey: "ContentId")
        try container.encodeIfPresent(contentTransferEncoding, forKey: "ContentTransferEncoding")
        try container.encodeIfPresent(contentType, forKey: "ContentType")
        try container.encode(fileName, forKey: "FileName")
        try container.encode(rawContent, forKey: "RawContent")
    }
}

/// Whether an attachment is shown as a file or inside the HTML.
///
/// AWS: `AttachmentContentDisposition`.
public struct AttachmentContentDisposition: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a disposition from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// As a file; the service's default.
    @export(implementation) public static var attachment: Self { Self(rawValue: "ATTACHMENT") }
    /// Inside the HTML.
    @export(implementation) public static var inline: Self { Self(rawValue: "INLINE") }
}

/// How SES encodes an attachment in the message.
///
/// AWS: `AttachmentContentTransferEncoding`.
public struct AttachmentContentTransferEncoding: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates an encoding from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Base64.
    @export(implementation) public static var base64: Self { Self(rawValue: "BASE64") }
    /// Quoted-printable.
    @export(implementation) public static var quotedPrintable: Self { Self(rawValue: "QUOTED_PRINTABLE") }
    /// As it is: ASCII only.
    @export(implementation) public static var sevenBit: Self { Self(rawValue: "SEVEN_BIT") }
}
