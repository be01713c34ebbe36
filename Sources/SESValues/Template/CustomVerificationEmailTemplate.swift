/// A template for mails that ask an address's owner to verify it.
///
/// Printing it shows none of it.
///
/// AWS: the output of `GetCustomVerificationEmailTemplate`, and `CustomVerificationEmailTemplateMetadata`, which lacks
/// content and tags.
public struct CustomVerificationEmailTemplate: Equatable, Sendable, Codable, SESPrivateContent {
    /// The template's name.
    @export(implementation) public var templateName: String?
    /// The sender.
    @export(implementation) public var fromEmailAddress: EmailAddress?
    /// The subject.
    @export(implementation) public var templateSubject: String?
    /// The body as HTML; nil in a list of templates.
    @export(implementation) public var templateContent: String?
    /// The template's tags; nil in a list of templates.
    @export(implementation) public var tags: [ResourceTag]?
    /// Where the owner gets to when the address is verified.
    @export(implementation) public var successRedirectionURL: String?
    /// Where the owner gets to when the address could not be verified.
    @export(implementation) public var failureRedirectionURL: String?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - templateName: The template's name.
    ///   - fromEmailAddress: The sender.
    ///   - templateSubject: The subject.
    ///   - templateContent: The body as HTML.
    ///   - tags: The template's tags.
    ///   - successRedirectionURL: Where the owner gets to when the address is verified.
    ///   - failureRedirectionURL: Where the owner gets to when the address could not be verified.
    @export(implementation) public init(
        templateName: String? = nil, fromEmailAddress: EmailAddress? = nil, templateSubject: String? = nil,
        templateContent: String? = nil, tags: [ResourceTag]? = nil, successRedirectionURL: String? = nil,
        failureRedirectionURL: String? = nil
    ) {
        self.templateName = templateName
        self.fromEmailAddress = fromEmailAddress
        self.templateSubject = templateSubject
        self.templateContent = templateContent
        self.tags = tags
        self.successRedirectionURL = successRedirectionURL
        self.failureRedirectionURL = failureRedirectionURL
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        templateName = try container.decodeIfPresent(String.self, forKey: "TemplateName")
        fromEmailAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromEmailAddress")
        templateSubject = try container.decodeIfPresent(String.self, forKey: "TemplateSubject")
        templateContent = try container.decodeIfPresent(String.self, forKey: "TemplateContent")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        successRedirectionURL = try container.decodeIfPresent(String.self, forKey: "SuccessRedirectionURL")
        failureRedirectionURL = try container.decodeIfPresent(String.self, forKey: "FailureRedirectionURL")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(templateName, forKey: "TemplateName")
        try container.encodeIfPresent(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encodeIfPresent(templateSubject, forKey: "TemplateSubject")
        try container.encodeIfPresent(templateContent, forKey: "TemplateContent")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(successRedirectionURL, forKey: "SuccessRedirectionURL")
        try container.encodeIfPresent(failureRedirectionURL, forKey: "FailureRedirectionURL")
    }
}
