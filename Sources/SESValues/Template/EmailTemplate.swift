#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A stored e-mail template.
///
/// AWS: the output of `GetEmailTemplate`.
public struct EmailTemplate: Equatable, Sendable, Codable {
    /// The template's name.
    @export(implementation) public var templateName: String
    /// The subject, text and HTML with their variables.
    @export(implementation) public var templateContent: EmailTemplateContent
    /// The template's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - templateContent: The subject, text and HTML with their variables.
    ///   - tags: The template's tags.
    @export(implementation) public init(
        templateName: String, templateContent: EmailTemplateContent, tags: [ResourceTag]? = nil
    ) {
        self.templateName = templateName
        self.templateContent = templateContent
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
        templateContent = try container.decode(EmailTemplateContent.self, forKey: "TemplateContent")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
        try container.encode(templateContent, forKey: "TemplateContent")
        try container.encodeIfPresent(tags, forKey: "Tags")
    }
}

/// What a list says of a stored e-mail template.
///
/// AWS: `EmailTemplateMetadata`.
public struct EmailTemplateMetadata: Equatable, Sendable, Codable {
    /// The template's name.
    @export(implementation) public var templateName: String?
    /// When the template was created.
    @export(implementation) @WireTime public var createdTimestamp: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - createdTimestamp: When the template was created.
    public init(templateName: String? = nil, createdTimestamp: Date? = nil) {
        self.templateName = templateName
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decodeIfPresent(String.self, forKey: "TemplateName")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(templateName, forKey: "TemplateName")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
    }
}

extension EmailTemplateContent {
    /// The most bytes that the text and the HTML of a stored template have together.
    private static let storedLimit = 500 * 1024

    /// Checks that the service can store the content: its text and HTML have at most 500 KB.
    package func requireStorable(at path: FieldPath) throws(SESValueError) {
        let size = (text?.utf8.count ?? 0) + (html?.utf8.count ?? 0)
        if size > Self.storedLimit {
            throw SESValueError(
                field: path, rule: "must have at most 500 KB of text and HTML together", value: "\(size) bytes")
        }
    }
}
