public import SESValues

/// Creates an identity, a domain or an address, and begins its verification.
///
/// AWS: `CreateEmailIdentity`. A domain is verified once its DNS holds the answer's DKIM tokens, an address once the link in
/// the mail SES sends to it is followed.
public struct CreateEmailIdentity: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/identities") }
    /// True: a second call is refused, as the identity exists; its tokens are then read with ``GetEmailIdentity``.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// Its tags.
    @export(implementation) public var tags: [ResourceTag]?
    /// The key pair a domain's mail is signed with; Easy DKIM when left out.
    @export(implementation) public var dkimSigningAttributes: DkimSigningAttributes?
    /// The set of mail that names none.
    @export(implementation) public var configurationSetName: ConfigurationSetName?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - tags: Its tags.
    ///   - dkimSigningAttributes: The key pair a domain's mail is signed with; Easy DKIM when left out.
    ///   - configurationSetName: The set of mail that names none.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, tags: [ResourceTag]? = nil,
        dkimSigningAttributes: DkimSigningAttributes? = nil, configurationSetName: ConfigurationSetName? = nil
    ) {
        self.emailIdentity = emailIdentity
        self.tags = tags
        self.dkimSigningAttributes = dkimSigningAttributes
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        dkimSigningAttributes = try container.decodeIfPresent(
            DkimSigningAttributes.self, forKey: "DkimSigningAttributes")
        configurationSetName = try container.decodeIfPresent(ConfigurationSetName.self, forKey: "ConfigurationSetName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(dkimSigningAttributes, forKey: "DkimSigningAttributes")
        try container.encodeIfPresent(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// What the service says of the new identity.
    public struct Output: Codable, Equatable, Sendable {
        /// Whether it is a domain or an address.
        @export(implementation) public var identityType: EmailIdentityType?
        /// Whether the account may send from it; absent on the wire means false.
        @export(implementation) @WireDefaulted public var verifiedForSendingStatus: Bool
        /// How its mail is signed, with the tokens its DNS must hold; nil for an address.
        @export(implementation) public var dkimAttributes: DkimAttributes?

        /// Creates the value.
        ///
        /// - Parameters:
        ///   - identityType: Whether it is a domain or an address.
        ///   - verifiedForSendingStatus: Whether the account may send from it; absent on the wire means false.
        ///   - dkimAttributes: How its mail is signed, with the tokens its DNS must hold; nil for an address.
        public init(
            identityType: EmailIdentityType? = nil, verifiedForSendingStatus: Bool = false,
            dkimAttributes: DkimAttributes? = nil
        ) {
            self.identityType = identityType
            _verifiedForSendingStatus = WireDefaulted(wrappedValue: verifiedForSendingStatus)
            self.dkimAttributes = dkimAttributes
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            identityType = try container.decodeIfPresent(EmailIdentityType.self, forKey: "IdentityType")
            _verifiedForSendingStatus = try container.decode(
                WireDefaulted<Bool>.self, forKey: "VerifiedForSendingStatus")
            dkimAttributes = try container.decodeIfPresent(DkimAttributes.self, forKey: "DkimAttributes")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(identityType, forKey: "IdentityType")
            try container.encode(_verifiedForSendingStatus, forKey: "VerifiedForSendingStatus")
            try container.encodeIfPresent(dkimAttributes, forKey: "DkimAttributes")
        }
    }

    /// Checks name, tags, key pair and set; an address has no key pair of its own.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try tags?.validateTogether(at: path.member("Tags"))
        try dkimSigningAttributes.validate(at: path.member("DkimSigningAttributes"))
        if dkimSigningAttributes != nil, !emailIdentity.isDomain {
            throw SESValueError(
                field: path.member("DkimSigningAttributes"), rule: "cannot be given for an address, only for a domain")
        }
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}

/// Reads an identity: its verification, its DKIM, its policies and the rest.
///
/// AWS: `GetEmailIdentity`.
public struct GetEmailIdentity: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/identities/{EmailIdentity}")
    }
    /// The identity.
    public typealias Output = EmailIdentity

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName

    /// Creates the input.
    ///
    /// - Parameter emailIdentity: The domain or the address.
    @export(implementation) public init(emailIdentity: EmailIdentityName) {
        self.emailIdentity = emailIdentity
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
    }
}

/// Deletes an identity with its policies: the account can no longer send from it.
///
/// AWS: `DeleteEmailIdentity`.
public struct DeleteEmailIdentity: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/identities/{EmailIdentity}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName

    /// Creates the input.
    ///
    /// - Parameter emailIdentity: The domain or the address.
    @export(implementation) public init(emailIdentity: EmailIdentityName) {
        self.emailIdentity = emailIdentity
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
    }
}

/// Lists the account's identities in a region, verified or not.
///
/// AWS: `ListEmailIdentities`, in pages of 25 unless asked otherwise.
public struct ListEmailIdentities: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/list-identities") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What the list can be narrowed by.
    public struct FilterKey: OpenStringValue {
        /// Names that contain the text.
        @export(implementation) public static var identityNameContains: Self {
            Self(rawValue: "IDENTITY_NAME_CONTAINS")
        }
        /// Identities of this kind: see `EmailIdentityType`.
        @export(implementation) public static var identityType: Self { Self(rawValue: "IDENTITY_TYPE") }
        /// Identities of this status: see `EmailIdentityVerificationStatus`.
        @export(implementation) public static var verificationStatus: Self { Self(rawValue: "VERIFICATION_STATUS") }

        /// The service's spelling.
        @export(implementation) public let rawValue: String
        /// Creates a key from the service's spelling.
        @export(implementation) public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What to narrow the list by, by key.
    @export(implementation) public var filter: [String: String]?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many identities a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - filter: What to narrow the list by, by key.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many identities a page has at most.
    public init(filter: [FilterKey: String]? = nil, nextToken: String? = nil, pageSize: Int? = nil) {
        self.filter = ListRules.byName(filter)
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        filter = try container.decodeIfPresent([String: String].self, forKey: "Filter")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(filter, forKey: "Filter")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of identities.
    public struct Output: Codable, Equatable, Sendable {
        /// The identities.
        @export(implementation) public var emailIdentities: [EmailIdentityInfo]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates the value.
        ///
        /// - Parameters:
        ///   - emailIdentities: The identities.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(emailIdentities: [EmailIdentityInfo]? = nil, nextToken: String? = nil) {
            self.emailIdentities = emailIdentities
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            emailIdentities = try container.decodeIfPresent([EmailIdentityInfo].self, forKey: "EmailIdentities")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(emailIdentities, forKey: "EmailIdentities")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks that the filter's texts aren't empty, and the page's size (1 to 1000).
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(filter: filter, at: path)
        try ListRules.check(pageSize: pageSize, atMost: 1000, at: path)
    }

    /// The identities on a page.
    public static func elements(of output: Output) -> [EmailIdentityInfo] { output.emailIdentities ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
