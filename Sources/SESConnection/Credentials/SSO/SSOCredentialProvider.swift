public import SESNames
public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Gets a role's credentials from IAM Identity Center (AWS SSO) with the token that `aws sso login` has left behind.
///
/// The token is in `~/.aws/sso/cache`. One of an `sso-session` is renewed within 15 minutes of its end, and the new one
/// is written back for the other tools, or kept in memory if that fails; one of the older form can't be renewed. Wrap the provider in
/// ``CachingCredentialProvider``.
public struct SSOCredentialProvider: CredentialProvider {
    private let startURL: String
    private let ssoRegion: Region
    private let accountID: String
    private let roleName: String
    private let sessionName: String?
    private let profile: String?
    private let context: CredentialContext
    private let memory: SSOTokenMemory

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - startURL: The portal's start URL (`sso_start_url`).
    ///   - region: The portal's region (`sso_region`).
    ///   - accountID: The account (`sso_account_id`).
    ///   - roleName: The role's name (`sso_role_name`).
    ///   - sessionName: The name of the `sso-session`; nil for the older form.
    ///   - context: Variables, transport and time.
    public init(
        startURL: String, region: Region, accountID: String, roleName: String, sessionName: String? = nil,
        context: CredentialContext = CredentialContext()
    ) {
        self.init(
            startURL: startURL, region: region, accountID: accountID, roleName: roleName, sessionName: sessionName,
            profile: nil, context: context, memory: SSOTokenMemory())
    }

    init(
        startURL: String, region: Region, accountID: String, roleName: String, sessionName: String?, profile: String?,
        context: CredentialContext, memory: SSOTokenMemory
    ) {
        self.startURL = startURL
        ssoRegion = region
        self.accountID = accountID
        self.roleName = roleName
        self.sessionName = sessionName
        self.profile = profile
        self.context = context
        self.memory = memory
    }

    /// Credentials of the role.
    ///
    /// - Throws: ``SESv2Error``: `credentialsUnavailable` for no token, one whose time is over, or no credentials for
    ///   it; `invalidSettings` if one of AWS's shared files or the token's file isn't one that can be read;
    ///   `invalidSettings` or `invalidEndpoint` if an address of SSO is set wrongly. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        let settings = try SettingSources(profile: profile, context: context)
        let tokens = SSOTokenSource(
            startURL: startURL, region: ssoRegion, sessionName: sessionName, settings: settings, context: context,
            memory: memory)
        let token = try await tokens.accessToken()
        let endpoint = try Endpoint(of: .ssoPortal, region: ssoRegion, settings: settings)
        let query = [("role_name", roleName), ("account_id", accountID)]
        let request = AWSHTTPRequest(
            method: "GET", scheme: endpoint.scheme, host: endpoint.host, port: endpoint.port,
            path: endpoint.basePath + "/federation/credentials",
            query: query.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&"),
            headers: ["x-amz-sso_bearer_token": token, "Accept": "application/json"])
        let response = try await context.exchange(request, within: .seconds(10), attempts: 2) { $0.status >= 500 }
        switch response.status {
        case 200: return try SSORoleCredentials.read(response.body)
        case 401: throw SESv2Error.unavailable("the SSO portal doesn't accept the token any more; \(tokens.advice)")
        default:
            throw SESv2Error(
                .credentialsUnavailable, ownMessage: "the SSO portal \(endpoint.host) answered \(response.status)",
                httpStatus: response.status)
        }
    }
}

/// The portal's answer; its time is in milliseconds, unlike every other.
struct SSORoleCredentials: Decodable {
    struct Members: Decodable {
        var accessKeyId: String
        var secretAccessKey: String
        var sessionToken: String
        var expiration: Double
    }

    var roleCredentials: Members

    static func read(_ data: Data) throws(SESv2Error) -> AWSCredentials {
        guard let members = (try? JSONDecoder().decode(Self.self, from: data))?.roleCredentials,
            !members.accessKeyId.isEmpty, !members.secretAccessKey.isEmpty, !members.sessionToken.isEmpty
        else { throw .unavailable("the SSO portal's answer holds no credentials that can be read") }
        return AWSCredentials(
            accessKeyID: members.accessKeyId, secretAccessKey: members.secretAccessKey,
            sessionToken: members.sessionToken, expiration: Date(timeIntervalSince1970: members.expiration / 1000))
    }
}

extension SSORoleCredentials: SESPrivateContent {}
extension SSORoleCredentials.Members: SESPrivateContent {}
