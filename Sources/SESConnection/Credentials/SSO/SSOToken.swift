import SESNames

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A token in the AWS CLI's cache; members this library doesn't know are kept.
struct SSOToken {
    /// What a token is renewed with.
    struct RefreshGrant {
        var refreshToken: String
        var clientID: String
        var clientSecret: String
        var registrationEnd: Date
    }

    let accessToken: String
    let expiresAt: Date
    private var members: [String: JSONValue]

    init?(_ data: Data) {
        guard case .object(let members)? = try? JSONDecoder().decode(JSONValue.self, from: data) else { return nil }
        self.init(members)
    }

    private init?(_ members: [String: JSONValue]) {
        guard case .string(let token)? = members["accessToken"], !token.isEmpty,
            token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            case .string(let end)? = members["expiresAt"], let date = CredentialTime.date(end)
        else { return nil }
        accessToken = token
        expiresAt = date
        self.members = members
    }

    var refreshGrant: RefreshGrant? {
        guard case .string(let refreshToken)? = members["refreshToken"],
            case .string(let clientID)? = members["clientId"],
            case .string(let clientSecret)? = members["clientSecret"],
            case .string(let end)? = members["registrationExpiresAt"], let date = CredentialTime.date(end)
        else { return nil }
        return RefreshGrant(
            refreshToken: refreshToken, clientID: clientID, clientSecret: clientSecret, registrationEnd: date)
    }

    /// The token with what sso-oidc answered; nil if the answer isn't one.
    func renewed(by answer: JSONValue, at now: Date, startURL: String, region: Region) -> SSOToken? {
        guard case .object(let answer) = answer, case .string(let token)? = answer["accessToken"],
            case .integer(let seconds)? = answer["expiresIn"], seconds > 0
        else { return nil }
        var members = members
        members["accessToken"] = .string(token)
        members["expiresAt"] = .string(CredentialTime.text(now.addingTimeInterval(TimeInterval(seconds))))
        members["startUrl"] = .string(startURL)
        members["region"] = .string(region.rawValue)
        // Without a new refresh token the old one may be used up: the next login brings another.
        members["refreshToken"] = answer["refreshToken"]
        return SSOToken(members)
    }

    /// The cache file's content.
    var data: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(JSONValue.object(members))
        }
    }
}

extension SSOToken: SESPrivateContent {}
extension SSOToken.RefreshGrant: SESPrivateContent {}
