public import SESValues

/// Sends a verification mail from a template of your own, and lists the address as an identity to be verified.
///
/// AWS: `SendCustomVerificationEmail`. It isn't idempotent.
public struct SendCustomVerificationEmail: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/outbound-custom-verification-emails")
    }
    /// False: a second call sends a second mail.
    @export(implementation) public static var isIdempotent: Bool { false }

    /// The address to verify.
    @export(implementation) public var emailAddress: EmailAddress
    /// The custom verification template.
    @export(implementation) public var templateName: String
    /// The configuration set to send with.
    @export(implementation) public var configurationSetName: ConfigurationSetName?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailAddress: The address to verify.
    ///   - templateName: The custom verification template.
    ///   - configurationSetName: The configuration set to send with.
    @export(implementation) public init(
        emailAddress: EmailAddress, templateName: String, configurationSetName: ConfigurationSetName?
    ) {
        self.emailAddress = emailAddress
        self.templateName = templateName
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
        templateName = try container.decode(String.self, forKey: "TemplateName")
        configurationSetName = try container.decodeIfPresent(ConfigurationSetName.self, forKey: "ConfigurationSetName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailAddress, forKey: "EmailAddress")
        try container.encode(templateName, forKey: "TemplateName")
        try container.encodeIfPresent(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// The same as a send's.
    public typealias Output = SendEmail.Output

    /// Checks the address, the template's name and the set's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailAddress.validate(at: path.member("EmailAddress"))
        try TextRule.nonEmpty.check(templateName, at: path.member("TemplateName"))
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}
