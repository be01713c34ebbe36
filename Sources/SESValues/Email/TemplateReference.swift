/// A template and the values for its variables: exactly one of a stored template's name, its ARN, or a template's content.
///
/// AWS: `Template`.
public struct TemplateReference: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The name of a stored template.
    @export(implementation) public var templateName: String?
    /// The ARN of a stored template.
    @export(implementation) public var templateARN: ARN?
    /// A template's content; only simple substitutions are done.
    @export(implementation) public var templateContent: EmailTemplateContent?
    /// The values for the template's variables: a JSON object as text, at most 262,144 characters.
    @export(implementation) public var templateData: String?
    /// Further headers, at most 15.
    @export(implementation) public var headers: [MessageHeader]?
    /// Attached files.
    @export(implementation) public var attachments: [EmailAttachment]?

    /// Creates a reference from AWS's members; exactly one of the first three is legal.
    ///
    /// - Parameters:
    ///   - templateName: The name of a stored template.
    ///   - templateARN: The ARN of a stored template.
    ///   - templateContent: A template's content.
    ///   - templateData: The values for the template's variables, a JSON object as text.
    ///   - headers: Further headers, at most 15.
    ///   - attachments: Attached files.
    @export(implementation) public init(
        templateName: String? = nil, templateARN: ARN? = nil, templateContent: EmailTemplateContent? = nil,
        templateData: String? = nil, headers: [MessageHeader]? = nil, attachments: [EmailAttachment]? = nil
    ) {
        self.templateName = templateName
        self.templateARN = templateARN
        self.templateContent = templateContent
        self.templateData = templateData
        self.headers = headers
        self.attachments = attachments
    }

    /// Creates a reference to a stored template, with values of the caller's own type.
    ///
    /// - Parameters:
    ///   - templateName: The name of a stored template.
    ///   - values: The values for the template's variables; they must encode as a JSON object.
    /// - Throws: ``SESValueError`` when the values can't be encoded; it never repeats one.
    public init(templateName: String, values: some Encodable) throws(SESValueError) {
        let data = try TemplateData.encode(values, at: FieldPath("TemplateData"))
        self.init(templateName: templateName, templateData: data)
    }

    /// Creates a reference with a template's content, and values of the caller's own type.
    ///
    /// - Parameters:
    ///   - templateContent: A template's content.
    ///   - values: The values for the template's variables; they must encode as a JSON object.
    /// - Throws: ``SESValueError`` when the values can't be encoded; it never repeats one.
    public init(templateContent: EmailTemplateContent, values: some Encodable) throws(SESValueError) {
        let data = try TemplateData.encode(values, at: FieldPath("TemplateData"))
        self.init(templateContent: templateContent, templateData: data)
    }

    /// Checks that there is exactly one template, and all of its parts.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try validateSource(at: path)
        if let templateData { try TemplateData.check(templateData, at: path.member("TemplateData")) }
        try headers?.validateTogether(at: path.member("Headers"))
        try attachments.validate(at: path.member("Attachments"))
        let content = [templateContent?.subject, templateContent?.text, templateContent?.html]
        let texts = content.compactMap { $0?.utf8.count }
        try MessageSize.check(texts: texts, attachments: attachments ?? [], at: path)
    }

    private func validateSource(at path: FieldPath) throws(SESValueError) {
        let sources = [
            templateName.map { _ in "TemplateName" }, templateARN.map { _ in "TemplateArn" },
            templateContent.map { _ in "TemplateContent" },
        ].compactMap { $0 }
        if sources.count != 1 {
            throw SESValueError(
                field: path, rule: "must hold exactly one of TemplateName, TemplateArn and TemplateContent",
                value: sources.isEmpty ? "none" : sources.joined(separator: ", "))
        }
        if let templateName { try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName")) }
        try templateARN.validate(at: path.member("TemplateArn"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decodeIfPresent(String.self, forKey: "TemplateName")
        templateARN = try container.decodeIfPresent(ARN.self, forKey: "TemplateArn")
        templateContent = try container.decodeIfPresent(EmailTemplateContent.self, forKey: "TemplateContent")
        templateData = try container.decodeIfPresent(String.self, forKey: "TemplateData")
        headers = try container.decodeIfPresent([MessageHeader].self, forKey: "Headers")
        attachments = try container.decodeIfPresent([EmailAttachment].self, forKey: "Attachments")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(attachments, forKey: "Attachments")
        try container.encodeIfPresent(headers, forKey: "Headers")
        try container.encodeIfPresent(templateARN, forKey: "TemplateArn")
        try container.encodeIfPresent(templateContent, forKey: "TemplateContent")
        try container.encodeIfPresent(templateData, forKey: "TemplateData")
        try container.encodeIfPresent(templateName, forKey: "TemplateName")
    }
}

/// A template's subject and body, with variables like `{{name}}`.
///
/// AWS: `EmailTemplateContent`.
public struct EmailTemplateContent: Equatable, Sendable, Codable, SESPrivateContent {
    /// The subject.
    @export(implementation) public var subject: String?
    /// The body as plain text.
    @export(implementation) public var text: String?
    /// The body as HTML.
    @export(implementation) public var html: String?

    /// Creates a template's content.
    ///
    /// - Parameters:
    ///   - subject: The subject.
    ///   - text: The body as plain text.
    ///   - html: The body as HTML.
    @export(implementation) public init(subject: String? = nil, text: String? = nil, html: String? = nil) {
        self.subject = subject
        self.text = text
        self.html = html
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        subject = try container.decodeIfPresent(String.self, forKey: "Subject")
        text = try container.decodeIfPresent(String.self, forKey: "Text")
        html = try container.decodeIfPresent(String.self, forKey: "Html")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(subject, forKey: "Subject")
        try container.encodeIfPresent(text, forKey: "Text")
        try container.encodeIfPresent(html, forKey: "Html")
    }
}
