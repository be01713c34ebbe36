public import SESValues

/// Switches the DKIM signing of an identity's mail on or off.
///
/// AWS: `PutEmailIdentityDkimAttributes`.
public struct PutEmailIdentityDkimAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/identities/{EmailIdentity}/dkim")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// Whether mail is signed; absent on the wire means false.
    @export(implementation) @WireDefaulted public var signingEnabled: Bool

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - signingEnabled: Whether mail is signed; absent on the wire means false.
    public init(emailIdentity: EmailIdentityName, signingEnabled: Bool) {
        self.emailIdentity = emailIdentity
        _signingEnabled = WireDefaulted(wrappedValue: signingEnabled)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        _signingEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "SigningEnabled")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encode(_signingEnabled, forKey: "SigningEnabled")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
    }
}

/// Sets the key pair that a domain's mail is signed with.
///
/// AWS: `PutEmailIdentityDkimSigningAttributes`.
public struct PutEmailIdentityDkimSigningAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/identities/{EmailIdentity}/dkim/signing")
    }

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// Whose key pair it is: Easy DKIM's or your own.
    @export(implementation) public var signingAttributesOrigin: DkimSigningAttributesOrigin
    /// The own key pair, or the length of the next key of Easy DKIM.
    @export(implementation) public var signingAttributes: DkimSigningAttributes?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - signingAttributesOrigin: Whose key pair it is: Easy DKIM's or your own.
    ///   - signingAttributes: The own key pair, or the length of the next key of Easy DKIM.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, signingAttributesOrigin: DkimSigningAttributesOrigin,
        signingAttributes: DkimSigningAttributes? = nil
    ) {
        self.emailIdentity = emailIdentity
        self.signingAttributesOrigin = signingAttributesOrigin
        self.signingAttributes = signingAttributes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        signingAttributesOrigin = try container.decode(
            DkimSigningAttributesOrigin.self, forKey: "SigningAttributesOrigin")
        signingAttributes = try container.decodeIfPresent(DkimSigningAttributes.self, forKey: "SigningAttributes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encode(signingAttributesOrigin, forKey: "SigningAttributesOrigin")
        try container.encodeIfPresent(signingAttributes, forKey: "SigningAttributes")
    }

    /// What DNS must hold now.
    public struct Output: Codable, Equatable, Sendable {
        /// Whether SES has found the DNS records.
        @export(implementation) public var dkimStatus: DkimStatus?
        /// The three tokens of Easy DKIM, or the selector of an own key pair.
        @export(implementation) public var dkimTokens: [String]?
        /// Where the CNAME records of Easy DKIM point: `TOKEN.SIGNINGHOSTEDZONE`.
        @export(implementation) public var signingHostedZone: String?

        /// Creates the value.
        ///
        /// - Parameters:
        ///   - dkimStatus: Whether SES has found the DNS records.
        ///   - dkimTokens: The three tokens of Easy DKIM, or the selector of an own key pair.
        ///   - signingHostedZone: Where the CNAME records of Easy DKIM point: `TOKEN.SIGNINGHOSTEDZONE`.
        @export(implementation) public init(
            dkimStatus: DkimStatus? = nil, dkimTokens: [String]? = nil, signingHostedZone: String? = nil
        ) {
            self.dkimStatus = dkimStatus
            self.dkimTokens = dkimTokens
            self.signingHostedZone = signingHostedZone
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            dkimStatus = try container.decodeIfPresent(DkimStatus.self, forKey: "DkimStatus")
            dkimTokens = try container.decodeIfPresent([String].self, forKey: "DkimTokens")
            signingHostedZone = try container.decodeIfPresent(String.self, forKey: "SigningHostedZone")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(dkimStatus, forKey: "DkimStatus")
            try container.encodeIfPresent(dkimTokens, forKey: "DkimTokens")
            try container.encodeIfPresent(signingHostedZone, forKey: "SigningHostedZone")
        }
    }

    /// Checks the name, the key pair, and that the origin is given once.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try TextRule.nonEmpty.check(signingAttributesOrigin.rawValue, at: path.member("SigningAttributesOrigin"))
        let path = path.member("SigningAttributes")
        try signingAttributes.validate(at: path)
        if let origin = signingAttributes?.domainSigningAttributesOrigin {
            throw SESValueError(
                field: path.member("DomainSigningAttributesOrigin"),
                rule: "cannot be given here: SigningAttributesOrigin says it", value: origin.rawValue)
        }
    }
}
