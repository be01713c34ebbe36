#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How an identity's mail is signed with DKIM, and what its DNS must hold.
///
/// AWS: `DkimAttributes`.
public struct DkimAttributes: Equatable, Sendable, Codable {
    /// Whether mail is signed; absent on the wire means false.
    @export(implementation) @WireDefaulted public var signingEnabled: Bool
    /// Whether SES has found the DNS records.
    @export(implementation) public var status: DkimStatus?
    /// With Easy DKIM three tokens, each for a CNAME record `TOKEN._domainkey.DOMAIN`; with an own key pair its selector.
    @export(implementation) public var tokens: [String]?
    /// Where the CNAME records point: `TOKEN.SIGNINGHOSTEDZONE`.
    @export(implementation) public var signingHostedZone: String?
    /// Whose key pair it is.
    @export(implementation) public var signingAttributesOrigin: DkimSigningAttributesOrigin?
    /// The length of the next key of Easy DKIM.
    @export(implementation) public var nextSigningKeyLength: DkimSigningKeyLength?
    /// The length of the key of Easy DKIM.
    @export(implementation) public var currentSigningKeyLength: DkimSigningKeyLength?
    /// When Easy DKIM last made a key pair.
    @export(implementation) @WireTime public var lastKeyGenerationTimestamp: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - signingEnabled: Whether mail is signed.
    ///   - status: Whether SES has found the DNS records.
    ///   - tokens: The tokens of Easy DKIM, or the selector of an own key pair.
    ///   - signingHostedZone: Where the CNAME records point.
    ///   - signingAttributesOrigin: Whose key pair it is.
    ///   - nextSigningKeyLength: The length of the next key of Easy DKIM.
    ///   - currentSigningKeyLength: The length of the key of Easy DKIM.
    ///   - lastKeyGenerationTimestamp: When Easy DKIM last made a key pair.
    public init(
        signingEnabled: Bool = false, status: DkimStatus? = nil, tokens: [String]? = nil,
        signingHostedZone: String? = nil, signingAttributesOrigin: DkimSigningAttributesOrigin? = nil,
        nextSigningKeyLength: DkimSigningKeyLength? = nil, currentSigningKeyLength: DkimSigningKeyLength? = nil,
        lastKeyGenerationTimestamp: Date? = nil
    ) {
        _signingEnabled = WireDefaulted(wrappedValue: signingEnabled)
        self.status = status
        self.tokens = tokens
        self.signingHostedZone = signingHostedZone
        self.signingAttributesOrigin = signingAttributesOrigin
        self.nextSigningKeyLength = nextSigningKeyLength
        self.currentSigningKeyLength = currentSigningKeyLength
        _lastKeyGenerationTimestamp = WireTime(wrappedValue: lastKeyGenerationTimestamp)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _signingEnabled = try container.decode(WireDefaulted<Bool>.self, forKey: "SigningEnabled")
        status = try container.decodeIfPresent(DkimStatus.self, forKey: "Status")
        tokens = try container.decodeIfPresent([String].self, forKey: "Tokens")
        signingHostedZone = try container.decodeIfPresent(String.self, forKey: "SigningHostedZone")
        signingAttributesOrigin = try container.decodeIfPresent(
            DkimSigningAttributesOrigin.self, forKey: "SigningAttributesOrigin")
        nextSigningKeyLength = try container.decodeIfPresent(DkimSigningKeyLength.self, forKey: "NextSigningKeyLength")
        currentSigningKeyLength = try container.decodeIfPresent(
            DkimSigningKeyLength.self, forKey: "CurrentSigningKeyLength")
        _lastKeyGenerationTimestamp = try container.decode(WireTime.self, forKey: "LastKeyGenerationTimestamp")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_signingEnabled, forKey: "SigningEnabled")
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encodeIfPresent(tokens, forKey: "Tokens")
        try container.encodeIfPresent(signingHostedZone, forKey: "SigningHostedZone")
        try container.encodeIfPresent(signingAttributesOrigin, forKey: "SigningAttributesOrigin")
        try container.encodeIfPresent(nextSigningKeyLength, forKey: "NextSigningKeyLength")
        try container.encodeIfPresent(currentSigningKeyLength, forKey: "CurrentSigningKeyLength")
        try container.encode(_lastKeyGenerationTimestamp, forKey: "LastKeyGenerationTimestamp")
    }
}

/// Whether SES has found an identity's DKIM records.
///
/// AWS: `DkimStatus`.
public struct DkimStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is looking for them.
    @export(implementation) public static var pending: Self { Self(rawValue: "PENDING") }
    /// It has.
    @export(implementation) public static var success: Self { Self(rawValue: "SUCCESS") }
    /// It didn't find them.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
    /// It can't tell for the moment.
    @export(implementation) public static var temporaryFailure: Self { Self(rawValue: "TEMPORARY_FAILURE") }
    /// It hasn't looked.
    @export(implementation) public static var notStarted: Self { Self(rawValue: "NOT_STARTED") }
}
