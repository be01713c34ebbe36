/// How messages of a configuration set are signed.
///
/// AWS: `MessageSecurityOptions`.
public struct MessageSecurityOptions: Hashable, Sendable, Codable, SESValidatable {
    /// The scheme.
    public var signingScheme: SigningScheme?

    /// Creates the options.
    ///
    /// - Parameter signingScheme: The scheme.
    public init(signingScheme: SigningScheme? = nil) {
        self.signingScheme = signingScheme
    }

    /// Checks the scheme.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try signingScheme.validate(at: path.member("SigningScheme"))
    }

    private enum CodingKeys: String, CodingKey {
        case signingScheme = "SigningScheme"
    }
}

/// A signing scheme: exactly one of its members.
///
/// AWS: `SigningScheme`.
public struct SigningScheme: Hashable, Sendable, Codable, SESValidatable {
    /// No S/MIME signature.
    public var defaultScheme: DefaultSigningScheme?
    /// An S/MIME signature, with the certificate that is associated to the sending identity.
    public var smimeScheme: SmimeSigningScheme?

    /// Creates a scheme from its members; exactly one is legal.
    ///
    /// - Parameters:
    ///   - defaultScheme: No S/MIME signature.
    ///   - smimeScheme: An S/MIME signature.
    public init(defaultScheme: DefaultSigningScheme? = nil, smimeScheme: SmimeSigningScheme? = nil) {
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

    private enum CodingKeys: String, CodingKey {
        case defaultScheme = "DefaultScheme"
        case smimeScheme = "SmimeScheme"
    }
}

/// No S/MIME signature; it has no members.
///
/// AWS: `DefaultSigningScheme`.
public struct DefaultSigningScheme: Hashable, Sendable, Codable {
    /// Creates the scheme.
    public init() {}
}

/// An S/MIME signature.
///
/// AWS: `SmimeSigningScheme`.
public struct SmimeSigningScheme: Hashable, Sendable, Codable {
    /// The signature's format.
    public var signatureFormat: SignatureFormat?

    /// Creates the scheme.
    ///
    /// - Parameter signatureFormat: The signature's format.
    public init(signatureFormat: SignatureFormat? = nil) {
        self.signatureFormat = signatureFormat
    }

    private enum CodingKeys: String, CodingKey {
        case signatureFormat = "SignatureFormat"
    }
}

/// The format of an S/MIME signature.
///
/// AWS: `SignatureFormat`.
public struct SignatureFormat: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a format from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The signature is an attachment; the message stays readable without S/MIME.
    public static let detached = Self(rawValue: "DETACHED")
}
