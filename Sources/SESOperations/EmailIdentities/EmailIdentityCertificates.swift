public import SESValues

/// Has mail from an address signed with an S/MIME certificate.
///
/// AWS: `AssociateEmailIdentityCertificate`. An address has one certificate. Mail is signed once the certificate is active
/// and if the configuration set asks for it.
public struct AssociateEmailIdentityCertificate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/identity/certificates")
    }
    /// True: a second call is refused, as the address has a certificate.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// The bare address; needed for a domain.
    @export(implementation) public var fromAddress: EmailAddress?
    /// The certificate in Certificate Manager.
    @export(implementation) public var certificateARN: ARN

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - fromAddress: The bare address; needed for a domain.
    ///   - certificateARN: The certificate in Certificate Manager.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, fromAddress: EmailAddress? = nil, certificateARN: ARN
    ) {
        self.emailIdentity = emailIdentity
        self.fromAddress = fromAddress
        self.certificateARN = certificateARN
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        fromAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromAddress")
        certificateARN = try container.decode(ARN.self, forKey: "CertificateArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encodeIfPresent(fromAddress, forKey: "FromAddress")
        try container.encode(certificateARN, forKey: "CertificateArn")
    }

    /// Checks the name, that the address is the identity's, and the ARN.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try emailIdentity.check(fromAddress: fromAddress, at: path.member("FromAddress"))
        try certificateARN.requireCertificate(at: path.member("CertificateArn"))
    }
}

/// Takes the S/MIME certificate from an address; nothing happens if it has none.
///
/// AWS: `DisassociateEmailIdentityCertificate`.
public struct DisassociateEmailIdentityCertificate: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/identity/certificates/delete")
    }
    /// True: a second call changes nothing more.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// The bare address; needed for a domain.
    @export(implementation) public var fromAddress: EmailAddress?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - fromAddress: The bare address; needed for a domain.
    @export(implementation) public init(emailIdentity: EmailIdentityName, fromAddress: EmailAddress? = nil) {
        self.emailIdentity = emailIdentity
        self.fromAddress = fromAddress
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        fromAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromAddress")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encodeIfPresent(fromAddress, forKey: "FromAddress")
    }

    /// Checks the name, and that the address is the identity's.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try emailIdentity.check(fromAddress: fromAddress, at: path.member("FromAddress"))
    }
}

/// Lists the S/MIME certificates of an identity's addresses.
///
/// AWS: `ListEmailIdentityCertificates`.
public struct ListEmailIdentityCertificates: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/identity/certificates/list")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many certificates a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many certificates a page has at most.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, nextToken: String? = nil, pageSize: Int? = nil
    ) {
        self.emailIdentity = emailIdentity
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of certificates.
    public struct Output: Codable, Equatable, Sendable {
        /// The certificates.
        @export(implementation) public var certificates: [EmailIdentityCertificate]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates the value.
        ///
        /// - Parameters:
        ///   - certificates: The certificates.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(certificates: [EmailIdentityCertificate]? = nil, nextToken: String? = nil) {
            self.certificates = certificates
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            certificates = try container.decodeIfPresent([EmailIdentityCertificate].self, forKey: "Certificates")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(certificates, forKey: "Certificates")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the name and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The certificates on a page.
    public static func elements(of output: Output) -> [EmailIdentityCertificate] { output.certificates ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
