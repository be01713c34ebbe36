#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What a message says: exactly one of a message in parts, a complete MIME message, and a template.
///
/// AWS: `EmailContent`.
public struct EmailContent: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// A message in parts, which SES puts together.
    @export(implementation) public var simple: EmailMessage?
    /// A complete MIME message.
    @export(implementation) public var raw: RawMessage?
    /// A template and the values for its variables.
    @export(implementation) public var template: TemplateReference?

    /// Creates content from AWS's members; exactly one is legal.
    ///
    /// - Parameters:
    ///   - simple: A message in parts.
    ///   - raw: A complete MIME message.
    ///   - template: A template and the values for its variables.
    @export(implementation) public init(
        simple: EmailMessage? = nil, raw: RawMessage? = nil, template: TemplateReference? = nil
    ) {
        self.simple = simple
        self.raw = raw
        self.template = template
    }

    /// Checks that there is exactly one kind of content, and that content.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if (simple == nil ? 0 : 1) + (raw == nil ? 0 : 1) + (template == nil ? 0 : 1) != 1 {
            let kinds = [simple.map { _ in "Simple" }, raw.map { _ in "Raw" }, template.map { _ in "Template" }]
                .compactMap { $0 }
            throw SESValueError(
                field: path, rule: "must hold exactly one of Simple, Raw and Template",
                value: kinds.isEmpty ? "none" : kinds.joined(separator: ", "))
        }
        try simple.validate(at: path.member("Simple"))
        try raw.validate(at: path.member("Raw"))
        try template.validate(at: path.member("Template"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        simple = try container.decodeIfPresent(EmailMessage.self, forKey: "Simple")
        raw = try container.decodeIfPresent(RawMessage.self, forKey: "Raw")
        template = try container.decodeIfPresent(TemplateReference.self, forKey: "Template")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(raw, forKey: "Raw")
        try container.encodeIfPresent(simple, forKey: "Simple")
        try container.encodeIfPresent(template, forKey: "Template")
    }
}

extension EmailContent {
    /// A message in parts, which SES puts together.
    ///
    /// - Parameter message: The message.
    public static func simple(_ message: EmailMessage) -> EmailContent {
        EmailContent(simple: message)
    }

    /// A message in parts, in UTF-8.
    ///
    /// - Parameters:
    ///   - subject: The subject, on one line.
    ///   - text: The body as plain text.
    ///   - html: The body as HTML.
    ///   - headers: Further headers, at most 15.
    ///   - attachments: Attached files.
    public static func simple(
        subject: String, text: String? = nil, html: String? = nil, headers: [MessageHeader] = [],
        attachments: [EmailAttachment] = []
    ) -> EmailContent {
        .simple(
            EmailMessage(
                subject: EmailText(subject),
                body: EmailBody(text: text.map { EmailText($0) }, html: html.map { EmailText($0) }),
                headers: headers.isEmpty ? nil : headers, attachments: attachments.isEmpty ? nil : attachments))
    }

    /// A complete MIME message.
    ///
    /// - Parameter data: The message's bytes.
    public static func raw(_ data: Data) -> EmailContent {
        EmailContent(raw: RawMessage(data: data))
    }

    /// A template and the values for its variables.
    ///
    /// - Parameter template: The template.
    public static func template(_ template: TemplateReference) -> EmailContent {
        EmailContent(template: template)
    }
}
