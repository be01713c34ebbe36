/// The key pair an identity's mail is to be signed with: your own, or one that SES makes.
///
/// AWS: `DkimSigningAttributes`. Make one with ``ownKey(selector:privateKey:)``, ``easyDkim(nextSigningKeyLength:)`` or
/// ``replicating(_:)``.
public struct DkimSigningAttributes: Equatable, Sendable, Codable, SESValidatable {
    /// With an own key pair, the name under which DNS has the public key: 1 to 63 letters, digits and inner hyphens.
    @export(implementation) public var domainSigningSelector: String?
    /// With an own key pair, the private key; it doesn't print.
    @export(implementation) public var domainSigningPrivateKey: DkimPrivateKey?
    /// With Easy DKIM, the length of the next key; may change once a day.
    @export(implementation) public var nextSigningKeyLength: DkimSigningKeyLength?
    /// For a new identity, the region whose identity is copied; no other origin may be given here.
    @export(implementation) public var domainSigningAttributesOrigin: DkimSigningAttributesOrigin?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - domainSigningSelector: With an own key pair, the name under which DNS has the public key.
    ///   - domainSigningPrivateKey: With an own key pair, the private key.
    ///   - nextSigningKeyLength: With Easy DKIM, the length of the next key.
    ///   - domainSigningAttributesOrigin: For a new identity, the region whose identity is copied.
    @export(implementation) public init(
        domainSigningSelector: String? = nil, domainSigningPrivateKey: DkimPrivateKey? = nil,
        nextSigningKeyLength: DkimSigningKeyLength? = nil,
        domainSigningAttributesOrigin: DkimSigningAttributesOrigin? = nil
    ) {
        self.domainSigningSelector = domainSigningSelector
        self.domainSigningPrivateKey = domainSigningPrivateKey
        self.nextSigningKeyLength = nextSigningKeyLength
        self.domainSigningAttributesOrigin = domainSigningAttributesOrigin
    }

    /// Your own key pair, whose public key DNS has in a TXT record at `SELECTOR._domainkey.DOMAIN`.
    ///
    /// - Parameters:
    ///   - selector: The name under which DNS has the public key.
    ///   - privateKey: The private key.
    public static func ownKey(selector: String, privateKey: DkimPrivateKey) -> Self {
        Self(domainSigningSelector: selector, domainSigningPrivateKey: privateKey)
    }

    /// A key pair that SES makes.
    ///
    /// - Parameter nextSigningKeyLength: The length of the next key.
    public static func easyDkim(nextSigningKeyLength: DkimSigningKeyLength) -> Self {
        Self(nextSigningKeyLength: nextSigningKeyLength)
    }

    /// The key pair of the identity of the same name in another region, for a new identity.
    ///
    /// - Parameter region: The region of the parent identity, which must have Easy DKIM.
    public static func replicating(_ region: Region) -> Self {
        Self(domainSigningAttributesOrigin: .replica(of: region))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        domainSigningSelector = try container.decodeIfPresent(String.self, forKey: "DomainSigningSelector")
        domainSigningPrivateKey = try container.decodeIfPresent(DkimPrivateKey.self, forKey: "DomainSigningPrivateKey")
        nextSigningKeyLength = try container.decodeIfPresent(DkimSigningKeyLength.self, forKey: "NextSigningKeyLength")
        domainSigningAttributesOrigin = try container.decodeIfPresent(
            DkimSigningAttributesOrigin.self, forKey: "DomainSigningAttributesOrigin")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(domainSigningSelector, forKey: "DomainSigningSelector")
        try container.encodeIfPresent(domainSigningPrivateKey, forKey: "DomainSigningPrivateKey")
        try container.encodeIfPresent(nextSigningKeyLength, forKey: "NextSigningKeyLength")
        try container.encodeIfPresent(domainSigningAttributesOrigin, forKey: "DomainSigningAttributesOrigin")
    }

    /// Checks selector and key, and that the origin is another region's.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if let domainSigningSelector, !HostName.isLabel(domainSigningSelector) {
            throw SESValueError(
                field: path.member("DomainSigningSelector"),
                rule: "must be 1 to 63 ASCII letters, digits and inner hyphens", value: domainSigningSelector)
        }
        try domainSigningPrivateKey.validate(at: path.member("DomainSigningPrivateKey"))
        if domainSigningAttributesOrigin == .awsSES || domainSigningAttributesOrigin == .external {
            throw SESValueError(
                field: path.member("DomainSigningAttributesOrigin"),
                rule:
                    "must name the region whose identity is copied; Easy DKIM and an own key pair need no origin here",
                value: domainSigningAttributesOrigin?.rawValue)
        }
    }
}

/// The private key of an own DKIM key pair: RSA of 1024 or 2048 bits, in base64 on one line.
///
/// AWS: `PrivateKey`. It is what a PEM file holds between its first and last line, without the line breaks. Printing or
/// dumping one never shows it, and no error repeats it.
public struct DkimPrivateKey: SESCheckedString, SESPrivateContent {
    /// The key in base64.
    @export(implementation) public let rawValue: String

    /// Creates a key, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `DomainSigningPrivateKey`.
    @export(implementation) public static var fieldName: String { "DomainSigningPrivateKey" }

    /// A text without the key.
    public var description: String { "DkimPrivateKey(content hidden)" }

    /// Checks that it is base64 on one line, of 1 to 20,480 characters; the error doesn't repeat it.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule(1...20_480, of: "characters") { _ in true }.check(rawValue, at: path, showsValue: false)
        var digits = rawValue[...]
        for _ in 0..<2 where digits.last == "=" { digits.removeLast() }
        guard !digits.isEmpty,
            digits.unicodeScalars.allSatisfy({ $0.isASCIIAlphanumeric || $0 == "+" || $0 == "/" })
        else {
            throw SESValueError(
                field: path,
                rule: "must be base64 on one line: a PEM file's content without first line, last line and breaks")
        }
    }
}

/// Where the key pair comes from that an identity's mail is signed with.
///
/// AWS: `DkimSigningAttributesOrigin`.
public struct DkimSigningAttributesOrigin: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates an origin from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// SES makes it: Easy DKIM.
    @export(implementation) public static var awsSES: Self { Self(rawValue: "AWS_SES") }
    /// You made it: Bring Your Own DKIM.
    @export(implementation) public static var external: Self { Self(rawValue: "EXTERNAL") }

    /// It is that of the identity of the same name in another region: Deterministic Easy DKIM.
    ///
    /// - Parameter region: The region of the parent identity.
    public static func replica(of region: Region) -> Self {
        Self(rawValue: "AWS_SES_" + region.rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}

/// The length of a key of Easy DKIM.
///
/// AWS: `DkimSigningKeyLength`.
public struct DkimSigningKeyLength: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a length from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// RSA of 1024 bits.
    @export(implementation) public static var rsa1024Bit: Self { Self(rawValue: "RSA_1024_BIT") }
    /// RSA of 2048 bits.
    @export(implementation) public static var rsa2048Bit: Self { Self(rawValue: "RSA_2048_BIT") }
}
