public import SESValues

/// Stores an e-mail template.
///
/// AWS: `CreateEmailTemplate`.
public struct CreateEmailTemplate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/templates") }
    /// True: a second call is refused, as the template exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The template's name.
    @export(implementation) public var templateName: String
    /// The subject, text and HTML with their variables: at most 500 KB of text and HTML.
    @export(implementation) public var templateContent: EmailTemplateContent
    /// The template's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the input.
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

    /// Checks the name, the content's size and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
        try templateContent.requireStorable(at: path.member("TemplateContent"))
        try tags?.validateTogether(at: path.member("Tags"))
    }
}

/// Reads a stored e-mail template.
///
/// AWS: `GetEmailTemplate`.
public struct GetEmailTemplate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/templates/{TemplateName}")
    }
    /// The template.
    public typealias Output = EmailTemplate

    /// The template's name.
    @export(implementation) public var templateName: String

    /// Creates the input.
    ///
    /// - Parameter templateName: The template's name.
    @export(implementation) public init(templateName: String) {
        self.templateName = templateName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
    }
}

/// Replaces the content of a stored e-mail template.
///
/// AWS: `UpdateEmailTemplate`.
public struct UpdateEmailTemplate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/templates/{TemplateName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The template's name.
    @export(implementation) public var templateName: String
    /// The subject, text and HTML with their variables: at most 500 KB of text and HTML.
    @export(implementation) public var templateContent: EmailTemplateContent

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - templateContent: The subject, text and HTML with their variables.
    @export(implementation) public init(templateName: String, templateContent: EmailTemplateContent) {
        self.templateName = templateName
        self.templateContent = templateContent
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
        templateContent = try container.decode(EmailTemplateContent.self, forKey: "TemplateContent")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
        try container.encode(templateContent, forKey: "TemplateContent")
    }

    /// Checks the name and the content's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
        try templateContent.requireStorable(at: path.member("TemplateContent"))
    }
}

/// Deletes a stored e-mail template.
///
/// AWS: `DeleteEmailTemplate`.
public struct DeleteEmailTemplate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/templates/{TemplateName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The template's name.
    @export(implementation) public var templateName: String

    /// Creates the input.
    ///
    /// - Parameter templateName: The template's name.
    @export(implementation) public init(templateName: String) {
        self.templateName = templateName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
    }
}

/// Lists the account's e-mail templates in a region.
///
/// AWS: `ListEmailTemplates`.
public struct ListEmailTemplates: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/templates", query: ["NextToken", "PageSize"])
    }

    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many templates a page has at most: 1 to 100.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many templates a page has at most.
    @export(implementation) public init(nextToken: String? = nil, pageSize: Int? = nil) {
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of templates.
    public struct Output: Codable, Equatable, Sendable {
        /// The templates' names and times.
        @export(implementation) public var templatesMetadata: [EmailTemplateMetadata]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - templatesMetadata: The templates' names and times.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(templatesMetadata: [EmailTemplateMetadata]? = nil, nextToken: String? = nil)
        {
            self.templatesMetadata = templatesMetadata
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            templatesMetadata = try container.decodeIfPresent([EmailTemplateMetadata].self, forKey: "TemplatesMetadata")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(templatesMetadata, forKey: "TemplatesMetadata")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, atMost: 100, at: path)
    }

    /// The templates on a page.
    public static func elements(of output: Output) -> [EmailTemplateMetadata] { output.templatesMetadata ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Renders a stored e-mail template without sending it.
///
/// AWS: `TestRenderEmailTemplate`.
public struct TestRenderEmailTemplate: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/templates/{TemplateName}/render")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The template's name.
    @export(implementation) public var templateName: String
    /// The values for the template's variables: a JSON object as text, at most 262,144 characters.
    @export(implementation) public var templateData: String

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - templateData: The values for the template's variables, a JSON object as text.
    @export(implementation) public init(templateName: String, templateData: String) {
        self.templateName = templateName
        self.templateData = templateData
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
        templateData = try container.decode(String.self, forKey: "TemplateData")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
        try container.encode(templateData, forKey: "TemplateData")
    }

    /// The rendered message, which doesn't print.
    public struct Output: Codable, Equatable, Sendable, SESPrivateContent {
        /// The whole message in MIME.
        @export(implementation) public var renderedTemplate: String

        /// Creates an output.
        ///
        /// - Parameter renderedTemplate: The whole message in MIME.
        @export(implementation) public init(renderedTemplate: String) {
            self.renderedTemplate = renderedTemplate
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            renderedTemplate = try container.decode(String.self, forKey: "RenderedTemplate")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encode(renderedTemplate, forKey: "RenderedTemplate")
        }
    }

    /// Checks the name, and that the values are a JSON object.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
        try TemplateData.check(templateData, at: path.member("TemplateData"))
    }
}
