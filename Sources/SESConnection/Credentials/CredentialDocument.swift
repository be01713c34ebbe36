import SESNames
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The JSON in which processes, containers and instances give credentials.
struct CredentialDocument: Decodable {
    var version: Int?
    var code: String?
    private var accessKeyID: String?
    private var secretAccessKey: String?
    private var token: String?
    private var sessionToken: String?
    private var expiration: String?

    private enum CodingKeys: String, CodingKey {
        case version = "Version"
        case code = "Code"
        case accessKeyID = "AccessKeyId"
        case secretAccessKey = "SecretAccessKey"
        case token = "Token"
        case sessionToken = "SessionToken"
        case expiration = "Expiration"
    }

    /// Reads a document.
    ///
    /// - Throws: ``SESv2Error`` without a word of what was read.
    static func read(_ data: Data, from source: String) throws(SESv2Error) -> CredentialDocument {
        // The decoder's own error quotes what it found, so it goes no further.
        guard let document = try? JSONDecoder().decode(Self.self, from: data) else {
            throw .unavailable("\(source) gave no JSON object of credentials")
        }
        return document
    }

    /// The credentials in it.
    ///
    /// - Parameters:
    ///   - source: Who gave it.
    ///   - needsExpiration: Whether it must say when they end.
    func credentials(from source: String, needsExpiration: Bool = false) throws(SESv2Error) -> AWSCredentials {
        func member(_ value: String?, _ name: String) throws(SESv2Error) -> String {
            guard let value, !value.isEmpty else {
                throw .unavailable("\(source) gave credentials without \(name)")
            }
            return value
        }
        let end = needsExpiration ? try member(expiration, "Expiration") : expiration
        let date = end.flatMap(CredentialTime.date)
        guard end == nil || date != nil else {
            throw .unavailable("\(source) gave credentials whose Expiration isn't an ISO 8601 time")
        }
        let token = token ?? sessionToken
        return AWSCredentials(
            accessKeyID: try member(accessKeyID, "AccessKeyId"),
            secretAccessKey: try member(secretAccessKey, "SecretAccessKey"),
            sessionToken: token?.isEmpty == true ? nil : token, expiration: date)
    }
}

extension CredentialDocument: SESPrivateContent {}
