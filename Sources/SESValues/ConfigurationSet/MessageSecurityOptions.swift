/// How messages of a configuration set are signed.
///
/// AWS: `MessageSecurityOptions`.
public struct MessageSecurityOptions: Equatable, Sendable, Codable, SESValidatable {
    /// The scheme.
    @export(implementation) public var signingScheme: SigningScheme?

    /// Creates the options.
    ///
    /// - Parameter signingScheme: The scheme.
    @export(implementation) public init(signingScheme: SigningScheme? = nil) {
        self.signingScheme = signingScheme
    }

    /// Checks the scheme.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try signingScheme.validate(at: path.member("SigningScheme"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        signingScheme = try container.decodeIfPresent(SigningScheme.self, forKey: "SigningScheme")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(signingScheme, forKey: "SigningScheme")
    }
}

/// A signing scheme: exactly one of its members.
///
/// AWS: `SigningScheme`.
public struct SigningScheme: Equatable, Sendable, Codable, SESValidatable {
    /// No S/MIME signature.
    @export(implementation) public var defaultScheme: DefaultSigningScheme?
    /// An S/MIME signature, with the certificate that is associated to the sending identity.
    @export(implementation) public var smimeScheme: SmimeSigningScheme?

    /// Creates a scheme from its members; exactly one is legal.
    ///
    /// - Parameters:
    ///   - defaultScheme: No S/MIME signature.
    ///   - smimeScheme: An S/MIME signature.
    @export(implementation) public init(
        defaultScheme: DefaultSigningScheme? = nil, smimeScheme: SmimeSigningScheme? = nil
    ) {
        self.defaultScheme = defaultScheme
        self.smimeScheme = smimeScheme
    }

    /// No S/MIME signature.
    public static let `default` = SigningScheme(defaultScheme: DefaultSigningScheme())

    /// An S/MIME signature.
    ///
    /// - Parameter signatureFormat: The signature's format.
    public static func smime(_ signatureFormat: SignatureFormat = .detached) -> SigningScheme {
        SigningScheme(smimeScheme: SmimeSigningScheme(signatureFormat: signatureFormat))
    }

    /// Checks that exactly one member is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if (defaultScheme == nil) == (smimeScheme == nil) {
            throw SESValueError(
                field: path, rule: "must hold exactly one of DefaultScheme and SmimeScheme",
                value: defaultScheme == nil ? "neither" : "both")
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        defaultScheme = try container.decodeIfPresent(DefaultSigningScheme.self, forKey: "DefaultScheme")
        smimeScheme = try container.decodeIfPresent(SmimeSigningScheme.self, forKey: "SmimeScheme")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(defaultScheme, forKey: "DefaultScheme")
        try container.encodeIfPresent(smimeScheme, forKey: "SmimeScheme")
    }
}

/// No S/MIME signature; it has no members.
///
/// AWS: `DefaultSigningScheme`.
public struct DefaultSigningScheme: Equatable, Sendable, Codable {
    /// Creates the scheme.
    @export(implementation) public init() {}
}

/// An S/MIME signature.
///
/// AWS: `SmimeSigningScheme`.
public struct SmimeSigningScheme: Equatable, Sendable, Codable {
    /// The signature's format.
    @export(implementation) public var signatureFormat: SignatureFormat?

    /// Creates the scheme.
    ///
    /// - Parameter signatureFormat: The signature's format.
    @export(implementation) public init(signatureFormat: SignatureFormat? = nil) {
        self.signatureFormat = signatureFormat
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        signatureFormat = try container.decodeIfPresent(SignatureFormat.self, forKey: "SignatureFormat")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(signatureFormat, forKey: "SignatureFormat")
    }
}

/// The format of an S/MIME signature.
///
/// AWS: `SignatureFormat`.
public struct SignatureFormat: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a format from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The signature is an attachment; the message stays readable without S/MIME.
    @export(implementation) public static var detached: Self { Self(rawValue: "DETACHED") }
}
