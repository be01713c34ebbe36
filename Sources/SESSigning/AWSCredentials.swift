#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An access key, its secret and, for temporary credentials, the session token and the end of their life.
///
/// Printing or dumping one never shows the secret or the token.
public struct AWSCredentials: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The access key's id; not secret, but it names an account's key, so it isn't printed either.
    @export(implementation) public let accessKeyID: String
    /// The secret access key.
    @export(implementation) public let secretAccessKey: String
    /// The session token of temporary credentials.
    @export(implementation) public let sessionToken: String?
    /// When temporary credentials end; nil for long-term keys.
    @export(implementation) public let expiration: Date?

    /// Creates credentials.
    ///
    /// - Parameters:
    ///   - accessKeyID: The access key's id.
    ///   - secretAccessKey: The secret access key.
    ///   - sessionToken: The session token of temporary credentials.
    ///   - expiration: When temporary credentials end.
    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }

    /// A text without any of the values.
    public var description: String {
        "AWSCredentials(\(sessionToken == nil ? "long-term" : "temporary"), values hidden)"
    }

    /// The same text as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children, so that `dump` shows nothing secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
