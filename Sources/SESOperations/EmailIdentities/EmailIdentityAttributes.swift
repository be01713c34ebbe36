public import SESValues

/// Sets the configuration set of mail that names none.
///
/// AWS: `PutEmailIdentityConfigurationSetAttributes`. An address's default goes before its domain's.
public struct PutEmailIdentityConfigurationSetAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .put, "/v2/email/identities/{EmailIdentity}/configuration-set")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// The set; none when left out.
    @export(implementation) public var configurationSetName: ConfigurationSetName?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - configurationSetName: The set; none when left out.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, configurationSetName: ConfigurationSetName? = nil
    ) {
        self.emailIdentity = emailIdentity
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        configurationSetName = try container.decodeIfPresent(ConfigurationSetName.self, forKey: "ConfigurationSetName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encodeIfPresent(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// Checks the names.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}

/// Switches the forwarding of bounces and complaints to the sender on or off.
///
/// AWS: `PutEmailIdentityFeedbackAttributes`. Without any other way to learn of them they are forwarded all the same.
public struct PutEmailIdentityFeedbackAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/identities/{EmailIdentity}/feedback")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// Whether they are forwarded as mail; absent on the wire means false.
    @export(implementation) @WireDefaulted public var emailForwardingEnabled: Bool

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - emailForwardingEnabled: Whether they are forwarded as mail; absent on the wire means false.
    public init(emailIdentity: EmailIdentityName, emailForwardingEnabled: Bool) {
        self.emailIdentity = emailIdentity
        _emailForwardingEnabled = WireDefaulted(wrappedValue: emailForwardingEnabled)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        _emailForwardingEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "EmailForwardingEnabled")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encode(_emailForwardingEnabled, forKey: "EmailForwardingEnabled")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
    }
}

/// Sets an identity's own MAIL FROM domain, or goes back to SES's.
///
/// AWS: `PutEmailIdentityMailFromAttributes`.
public struct PutEmailIdentityMailFromAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/identities/{EmailIdentity}/mail-from")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// A subdomain of the identity's domain; SES's own domain when left out.
    @export(implementation) public var mailFromDomain: String?
    /// What becomes of mail while the domain's MX record isn't found.
    @export(implementation) public var behaviorOnMxFailure: BehaviorOnMxFailure?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - mailFromDomain: A subdomain of the identity's domain; SES's own domain when left out.
    ///   - behaviorOnMxFailure: What becomes of mail while the domain's MX record isn't found.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, mailFromDomain: String? = nil, behaviorOnMxFailure: BehaviorOnMxFailure? = nil
    ) {
        self.emailIdentity = emailIdentity
        self.mailFromDomain = mailFromDomain
        self.behaviorOnMxFailure = behaviorOnMxFailure
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        mailFromDomain = try container.decodeIfPresent(String.self, forKey: "MailFromDomain")
        behaviorOnMxFailure = try container.decodeIfPresent(BehaviorOnMxFailure.self, forKey: "BehaviorOnMxFailure")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encodeIfPresent(mailFromDomain, forKey: "MailFromDomain")
        try container.encodeIfPresent(behaviorOnMxFailure, forKey: "BehaviorOnMxFailure")
    }

    /// Checks the name, and that the MAIL FROM domain is part of the identity's.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        guard let mailFromDomain else { return }
        let path = path.member("MailFromDomain")
        guard HostName.isValid(mailFromDomain) else {
            throw SESValueError(
                field: path, rule: "must be a domain: parts of 1 to 63 letters, digits and inner hyphens",
                value: mailFromDomain)
        }
        guard emailIdentity.isParent(ofDomain: mailFromDomain) else {
            throw SESValueError(
                field: path, rule: "must be a subdomain of '\(emailIdentity.domain)'", value: mailFromDomain)
        }
    }
}
