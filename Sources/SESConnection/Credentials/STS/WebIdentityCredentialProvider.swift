public import SESNames
public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Exchanges a token of an identity provider for a role's credentials (STS `AssumeRoleWithWebIdentity`), as in EKS with
/// roles for service accounts.
///
/// The token's file is read again each time, since the platform replaces it. The call isn't signed. Wrap the provider
/// in ``CachingCredentialProvider``.
public struct WebIdentityCredentialProvider: CredentialProvider {
    private let roleARN: String?
    private let tokenFile: String?
    private let sessionName: String?
    private let region: Region?
    private let profile: String?
    private let context: CredentialContext

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - roleARN: The role; by default that of `AWS_ROLE_ARN`.
    ///   - tokenFile: The path of the token's file; by default that of `AWS_WEB_IDENTITY_TOKEN_FILE`.
    ///   - sessionName: The session's name in CloudTrail; by default that of `AWS_ROLE_SESSION_NAME`, else `swift-ses-`
    ///     and the time.
    ///   - region: The region whose STS is called; by default the one ``AWSSettings`` finds, else `us-east-1`.
    ///   - context: Variables, transport and time.
    public init(
        roleARN: String? = nil, tokenFile: String? = nil, sessionName: String? = nil, region: Region? = nil,
        context: CredentialContext = CredentialContext()
    ) {
        self.init(
            roleARN: roleARN ?? context.variable("AWS_ROLE_ARN"),
            tokenFile: tokenFile ?? context.variable("AWS_WEB_IDENTITY_TOKEN_FILE"),
            sessionName: sessionName ?? context.variable("AWS_ROLE_SESSION_NAME"), region: region, profile: nil,
            context: context)
    }

    init(
        roleARN: String?, tokenFile: String?, sessionName: String?, region: Region?, profile: String?,
        context: CredentialContext
    ) {
        self.roleARN = roleARN
        self.tokenFile = tokenFile
        self.sessionName = sessionName
        self.region = region
        self.profile = profile
        self.context = context
    }

    /// Credentials of the role.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` if no token file is set; `credentialsUnavailable` if there is no role,
    ///   the token's file doesn't exist or is empty, or STS gives no credentials; `invalidSettings` if that file or one
    ///   of AWS's shared files isn't one that can be read; `invalidSettings` or `invalidEndpoint` if STS's address is
    ///   set wrongly. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        guard let tokenFile else { throw SESv2Error.absent("AWS_WEB_IDENTITY_TOKEN_FILE isn't set") }
        guard let roleARN else {
            throw SESv2Error.unavailable("there is a token file, but no role (AWS_ROLE_ARN or role_arn)")
        }
        guard let text = try SettingsFile.text(at: tokenFile, of: "the web identity token file") else {
            throw SESv2Error.unavailable("the token file \(tokenFile) doesn't exist")
        }
        let token = text.trimming(\.isWhitespace)
        guard !token.isEmpty else { throw SESv2Error.unavailable("the token file \(tokenFile) is empty") }
        let call = STSCall(
            action: "AssumeRoleWithWebIdentity",
            parameters: [
                (name: "RoleArn", value: roleARN),
                (
                    name: "RoleSessionName",
                    value: sessionName ?? AssumeRoleCredentialProvider.sessionName(at: context.now())
                ),
                (name: "WebIdentityToken", value: token),
            ],
            region: try region ?? SettingSources(profile: profile, context: context).region ?? .usEast1,
            context: context, profile: profile)
        do {
            return try await call.credentials(signedBy: nil)
        } catch let error as SESv2Error {
            throw error.prefixed(roleARN)
        }
    }
}
