#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How an identity's mail is signed with DKIM, and what its DNS must hold.
///
/// AWS: `DkimAttributes`.
public struct DkimAttributes: Hashable, Sendable, Codable {
    /// Whether mail is signed; absent on the wire means false.
    @WireDefaulted public var signingEnabled: Bool
    /// Whether SES has found the DNS records.
    public var status: DkimStatus?
    /// With Easy DKIM three tokens, each for a CNAME record `TOKEN._domainkey.DOMAIN`; with an own key pair its selector.
    public var tokens: [String]?
    /// Where the CNAME records point: `TOKEN.SIGNINGHOSTEDZONE`.
    public var signingHostedZone: String?
    /// Whose key pair it is.
    public var signingAttributesOrigin: DkimSigningAttributesOrigin?
    /// The length of the next key of Easy DKIM.
    public var nextSigningKeyLength: DkimSigningKeyLength?
    /// The length of the key of Easy DKIM.
    public var currentSigningKeyLength: DkimSigningKeyLength?
    /// When Easy DKIM last made a key pair.
    @WireTime public var lastKeyGenerationTimestamp: Date?

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

    private enum CodingKeys: String, CodingKey {
        case signingEnabled = "SigningEnabled"
        case status = "Status"
        case tokens = "Tokens"
        case signingHostedZone = "SigningHostedZone"
        case signingAttributesOrigin = "SigningAttributesOrigin"
        case nextSigningKeyLength = "NextSigningKeyLength"
        case currentSigningKeyLength = "CurrentSigningKeyLength"
        case lastKeyGenerationTimestamp = "LastKeyGenerationTimestamp"
    }
}

/// Whether SES has found an identity's DKIM records.
///
/// AWS: `DkimStatus`.
public struct DkimStatus: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a status from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It is looking for them.
    public static let pending = Self(rawValue: "PENDING")
    /// It has.
    public static let success = Self(rawValue: "SUCCESS")
    /// It didn't find them.
    public static let failed = Self(rawValue: "FAILED")
    /// It can't tell for the moment.
    public static let temporaryFailure = Self(rawValue: "TEMPORARY_FAILURE")
    /// It hasn't looked.
    public static let notStarted = Self(rawValue: "NOT_STARTED")
}
