public import SESValues

/// Stores a template for mails that ask an address's owner to verify it.
///
/// Printing it shows none of it.
///
/// AWS: `CreateCustomVerificationEmailTemplate`.
public struct CreateCustomVerificationEmailTemplate: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .post, "/v2/email/custom-verification-email-templates")
    }
    /// True: a second call is refused, as the template exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The template's name.
    @export(implementation) public var templateName: String
    /// The sender; its identity must be verified.
    @export(implementation) public var fromEmailAddress: EmailAddress
    /// The subject.
    @export(implementation) public var templateSubject: String
    /// The body as HTML: less than 10 MB.
    @export(implementation) public var templateContent: String
    /// Where the owner gets to when the address is verified.
    @export(implementation) public var successRedirectionURL: String
    /// Where the owner gets to when the address could not be verified.
    @export(implementation) public var failureRedirectionURL: String
    /// The template's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - fromEmailAddress: The sender; its identity must be verified.
    ///   - templateSubject: The subject.
    ///   - templateContent: The body as HTML: less than 10 MB.
    ///   - successRedirectionURL: Where the owner gets to when the address is verified.
    ///   - failureRedirectionURL: Where the owner gets to when the address could not be verified.
    ///   - tags: The template's tags.
    @export(implementation) public init(
        templateName: String, fromEmailAddress: EmailAddress, templateSubject: String, templateContent: String,
        successRedirectionURL: String, failureRedirectionURL: String, tags: [ResourceTag]? = nil
    ) {
        self.templateName = templateName
        self.fromEmailAddress = fromEmailAddress
        self.templateSubject = templateSubject
        self.templateContent = templateContent
        self.successRedirectionURL = successRedirectionURL
        self.failureRedirectionURL = failureRedirectionURL
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
        fromEmailAddress = try container.decode(EmailAddress.self, forKey: "FromEmailAddress")
        templateSubject = try container.decode(String.self, forKey: "TemplateSubject")
        templateContent = try container.decode(String.self, forKey: "TemplateContent")
        successRedirectionURL = try container.decode(String.self, forKey: "SuccessRedirectionURL")
        failureRedirectionURL = try container.decode(String.self, forKey: "FailureRedirectionURL")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
        try container.encode(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encode(templateSubject, forKey: "TemplateSubject")
        try container.encode(templateContent, forKey: "TemplateContent")
        try container.encode(successRedirectionURL, forKey: "SuccessRedirectionURL")
        try container.encode(failureRedirectionURL, forKey: "FailureRedirectionURL")
        try container.encodeIfPresent(tags, forKey: "Tags")
    }

    /// Checks the name, the sender, the content's size and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try CustomVerificationRules.check(
            templateName: templateName, fromEmailAddress: fromEmailAddress, templateContent: templateContent, at: path)
        try tags?.validateTogether(at: path.member("Tags"))
    }
}

/// Reads a custom verification template.
///
/// AWS: `GetCustomVerificationEmailTemplate`.
public struct GetCustomVerificationEmailTemplate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/custom-verification-email-templates/{TemplateName}")
    }
    /// The template.
    public typealias Output = CustomVerificationEmailTemplate

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

/// Replaces all of a custom verification template but its tags.
///
/// Printing it shows none of it.
///
/// AWS: `UpdateCustomVerificationEmailTemplate`.
public struct UpdateCustomVerificationEmailTemplate: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/custom-verification-email-templates/{TemplateName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The template's name.
    @export(implementation) public var templateName: String
    /// The sender; its identity must be verified.
    @export(implementation) public var fromEmailAddress: EmailAddress
    /// The subject.
    @export(implementation) public var templateSubject: String
    /// The body as HTML: less than 10 MB.
    @export(implementation) public var templateContent: String
    /// Where the owner gets to when the address is verified.
    @export(implementation) public var successRedirectionURL: String
    /// Where the owner gets to when the address could not be verified.
    @export(implementation) public var failureRedirectionURL: String

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - fromEmailAddress: The sender; its identity must be verified.
    ///   - templateSubject: The subject.
    ///   - templateContent: The body as HTML: less than 10 MB.
    ///   - successRedirectionURL: Where the owner gets to when the address is verified.
    ///   - failureRedirectionURL: Where the owner gets to when the address could not be verified.
    @export(implementation) public init(
        templateName: String, fromEmailAddress: EmailAddress, templateSubject: String, templateContent: String,
        successRedirectionURL: String, failureRedirectionURL: String
    ) {
        self.templateName = templateName
        self.fromEmailAddress = fromEmailAddress
        self.templateSubject = templateSubject
        self.templateContent = templateContent
        self.successRedirectionURL = successRedirectionURL
        self.failureRedirectionURL = failureRedirectionURL
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decode(String.self, forKey: "TemplateName")
        fromEmailAddress = try container.decode(EmailAddress.self, forKey: "FromEmailAddress")
        templateSubject = try container.decode(String.self, forKey: "TemplateSubject")
        templateContent = try container.decode(String.self, forKey: "TemplateContent")
        successRedirectionURL = try container.decode(String.self, forKey: "SuccessRedirectionURL")
        failureRedirectionURL = try container.decode(String.self, forKey: "FailureRedirectionURL")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(templateName, forKey: "TemplateName")
        try container.encode(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encode(templateSubject, forKey: "TemplateSubject")
        try container.encode(templateContent, forKey: "TemplateContent")
        try container.encode(successRedirectionURL, forKey: "SuccessRedirectionURL")
        try container.encode(failureRedirectionURL, forKey: "FailureRedirectionURL")
    }

    /// Checks the name, the sender, the content's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try CustomVerificationRules.check(
            templateName: templateName, fromEmailAddress: fromEmailAddress, templateContent: templateContent, at: path)
    }
}

/// Deletes a custom verification template.
///
/// AWS: `DeleteCustomVerificationEmailTemplate`.
public struct DeleteCustomVerificationEmailTemplate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .delete, "/v2/email/custom-verification-email-templates/{TemplateName}")
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

/// Lists the account's custom verification templates in a region.
///
/// AWS: `ListCustomVerificationEmailTemplates`.
public struct ListCustomVerificationEmailTemplates: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/custom-verification-email-templates", query: ["NextToken", "PageSize"])
    }

    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many templates a page has at most: 1 to 50.
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
        /// The templates, without content and tags.
        @export(implementation) public var customVerificationEmailTemplates: [CustomVerificationEmailTemplate]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - customVerificationEmailTemplates: The templates, without content and tags.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(
            customVerificationEmailTemplates: [CustomVerificationEmailTemplate]? = nil, nextToken: String? = nil
        ) {
            self.customVerificationEmailTemplates = customVerificationEmailTemplates
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            customVerificationEmailTemplates = try container.decodeIfPresent(
                [CustomVerificationEmailTemplate].self, forKey: "CustomVerificationEmailTemplates")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(customVerificationEmailTemplates, forKey: "CustomVerificationEmailTemplates")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, atMost: 50, at: path)
    }

    /// The templates on a page.
    public static func elements(of output: Output) -> [CustomVerificationEmailTemplate] {
        output.customVerificationEmailTemplates ?? []
    }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// What the service asks of a custom verification template, new or replaced.
private enum CustomVerificationRules {
    private static let limit = 10 * 1024 * 1024

    static func check(
        templateName: String, fromEmailAddress: EmailAddress, templateContent: String, at path: FieldPath
    ) throws(SESValueError) {
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
        try fromEmailAddress.validate(at: path.member("FromEmailAddress"))
        let size = templateContent.utf8.count
        if size >= limit {
            throw SESValueError(
                field: path.member("TemplateContent"), rule: "must be less than 10 MB", value: "\(size) bytes")
        }
    }
}
