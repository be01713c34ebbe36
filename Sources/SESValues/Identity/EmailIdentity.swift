/// An e-mail identity: a domain or an address that the account may send from once it is verified.
///
/// AWS: the output of `GetEmailIdentity`, which doesn't repeat the name.
public struct EmailIdentity: Equatable, Sendable, Codable {
    /// Whether it is a domain or an address.
    @export(implementation) public var identityType: EmailIdentityType?
    /// Whether bounces and complaints are forwarded to the sender as mail; absent on the wire means false.
    @export(implementation) @WireDefaulted public var feedbackForwardingStatus: Bool
    /// Whether the account may send from it; absent on the wire means false.
    @export(implementation) @WireDefaulted public var verifiedForSendingStatus: Bool
    /// How its mail is signed; an address has its domain's, if that is an identity too.
    @export(implementation) public var dkimAttributes: DkimAttributes?
    /// Its own MAIL FROM domain.
    @export(implementation) public var mailFromAttributes: MailFromAttributes?
    /// Its sending authorization policies, by name.
    @export(implementation) public var policies: [String: EmailIdentityPolicy]?
    /// Its tags.
    @export(implementation) public var tags: [ResourceTag]?
    /// The set of mail that names none; nil for none.
    @export(implementation) public var configurationSetName: ConfigurationSetName?
    /// How far its verification is.
    @export(implementation) public var verificationStatus: EmailIdentityVerificationStatus?
    /// More on its verification.
    @export(implementation) public var verificationInfo: EmailIdentityVerificationInfo?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - identityType: Whether it is a domain or an address.
    ///   - feedbackForwardingStatus: Whether bounces and complaints are forwarded to the sender as mail.
    ///   - verifiedForSendingStatus: Whether the account may send from it.
    ///   - dkimAttributes: How its mail is signed.
    ///   - mailFromAttributes: Its own MAIL FROM domain.
    ///   - policies: Its sending authorization policies, by name.
    ///   - tags: Its tags.
    ///   - configurationSetName: The set of mail that names none; nil for none.
    ///   - verificationStatus: How far its verification is.
    ///   - verificationInfo: More on its verification.
    public init(
        identityType: EmailIdentityType? = nil, feedbackForwardingStatus: Bool = false,
        verifiedForSendingStatus: Bool = false, dkimAttributes: DkimAttributes? = nil,
        mailFromAttributes: MailFromAttributes? = nil, policies: [String: EmailIdentityPolicy]? = nil,
        tags: [ResourceTag]? = nil, configurationSetName: ConfigurationSetName? = nil,
        verificationStatus: EmailIdentityVerificationStatus? = nil,
        verificationInfo: EmailIdentityVerificationInfo? = nil
    ) {
        self.identityType = identityType
        _feedbackForwardingStatus = WireDefaulted(wrappedValue: feedbackForwardingStatus)
        _verifiedForSendingStatus = WireDefaulted(wrappedValue: verifiedForSendingStatus)
        self.dkimAttributes = dkimAttributes
        self.mailFromAttributes = mailFromAttributes
        self.policies = policies
        self.tags = tags
        self.configurationSetName = configurationSetName
        self.verificationStatus = verificationStatus
        self.verificationInfo = verificationInfo
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        identityType = try container.decodeIfPresent(EmailIdentityType.self, forKey: "IdentityType")
        _feedbackForwardingStatus = try container.decode(WireDefaulted<Bool>.self, forKey: "FeedbackForwardingStatus")
        _verifiedForSendingStatus = try container.decode(WireDefaulted<Bool>.self, forKey: "VerifiedForSendingStatus")
        dkimAttributes = try container.decodeIfPresent(DkimAttributes.self, forKey: "DkimAttributes")
        mailFromAttributes = try container.decodeIfPresent(MailFromAttributes.self, forKey: "MailFromAttributes")
        policies = try container.decodeIfPresent([String: EmailIdentityPolicy].self, forKey: "Policies")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        configurationSetName = try container.decodeIfPresent(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        verificationStatus = try container.decodeIfPresent(
            EmailIdentityVerificationStatus.self, forKey: "VerificationStatus")
        verificationInfo = try container.decodeIfPresent(EmailIdentityVerificationInfo.self, forKey: "VerificationInfo")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(identityType, forKey: "IdentityType")
        try container.encode(_feedbackForwardingStatus, forKey: "FeedbackForwardingStatus")
        try container.encode(_verifiedForSendingStatus, forKey: "VerifiedForSendingStatus")
        try container.encodeIfPresent(dkimAttributes, forKey: "DkimAttributes")
        try container.encodeIfPresent(mailFromAttributes, forKey: "MailFromAttributes")
        try container.encodeIfPresent(policies, forKey: "Policies")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(configurationSetName, forKey: "ConfigurationSetName")
        try container.encodeIfPresent(verificationStatus, forKey: "VerificationStatus")
        try container.encodeIfPresent(verificationInfo, forKey: "VerificationInfo")
    }
}

/// What a list of identities says of each.
///
/// AWS: `IdentityInfo`.
public struct EmailIdentityInfo: Equatable, Sendable, Codable {
    /// Whether it is a domain or an address.
    @export(implementation) public var identityType: EmailIdentityType?
    /// The domain or the address.
    @export(implementation) public var identityName: EmailIdentityName?
    /// Whether the account may send from it; absent on the wire means false.
    @export(implementation) @WireDefaulted public var sendingEnabled: Bool
    /// How far its verification is.
    @export(implementation) public var verificationStatus: EmailIdentityVerificationStatus?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - identityType: Whether it is a domain or an address.
    ///   - identityName: The domain or the address.
    ///   - sendingEnabled: Whether the account may send from it.
    ///   - verificationStatus: How far its verification is.
    public init(
        identityType: EmailIdentityType? = nil, identityName: EmailIdentityName? = nil, sendingEnabled: Bool = false,
        verificationStatus: EmailIdentityVerificationStatus? = nil
    ) {
        self.identityType = identityType
        self.identityName = identityName
        _sendingEnabled = WireDefaulted(wrappedValue: sendingEnabled)
        self.verificationStatus = verificationStatus
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        identityType = try container.decodeIfPresent(EmailIdentityType.self, forKey: "IdentityType")
        identityName = try container.decodeIfPresent(EmailIdentityName.self, forKey: "IdentityName")
        _sendingEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "SendingEnabled")
        verificationStatus = try container.decodeIfPresent(
            EmailIdentityVerificationStatus.self, forKey: "VerificationStatus")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(identityType, forKey: "IdentityType")
        try container.encodeIfPresent(identityName, forKey: "IdentityName")
        try container.encode(_sendingEnabled, forKey: "SendingEnabled")
        try container.encodeIfPresent(verificationStatus, forKey: "VerificationStatus")
    }
}

/// A kind of e-mail identity.
///
/// AWS: `IdentityType`.
public struct EmailIdentityType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a kind from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// One address.
    @export(implementation) public static var emailAddress: Self { Self(rawValue: "EMAIL_ADDRESS") }
    /// A domain with all its addresses and subdomains.
    @export(implementation) public static var domain: Self { Self(rawValue: "DOMAIN") }
    /// A domain that AWS manages; the model names it and says that it isn't supported.
    @export(implementation) public static var managedDomain: Self { Self(rawValue: "MANAGED_DOMAIN") }
}
