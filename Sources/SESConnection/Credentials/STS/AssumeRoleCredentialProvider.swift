public import SESNames
public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Assumes a role with the credentials of another provider (STS `AssumeRole`), each time it is asked.
///
/// Wrap it in ``CachingCredentialProvider``.
public struct AssumeRoleCredentialProvider: CredentialProvider {
    private let roleARN: String
    private let source: any CredentialProvider
    private let sessionName: String?
    private let externalID: String?
    private let duration: Duration?
    private let region: Region
    private let profile: String?
    private let context: CredentialContext

    /// Creates a provider.
    ///
    /// - Parameters:
    ///   - roleARN: The role.
    ///   - source: The credentials that are allowed to assume it.
    ///   - sessionName: The session's name in CloudTrail, 2 to 64 characters; by default `swift-ses-` and the time.
    ///   - externalID: The external id that the role's trust policy asks for.
    ///   - duration: How long the credentials are to hold, 15 minutes to 12 hours; by default STS's one hour.
    ///   - region: The region whose STS is called.
    ///   - context: Transport, time and endpoint variables.
    public init(
        roleARN: String, source: any CredentialProvider, sessionName: String? = nil, externalID: String? = nil,
        duration: Duration? = nil, region: Region, context: CredentialContext = CredentialContext()
    ) {
        self.init(
            roleARN: roleARN, source: source, sessionName: sessionName, externalID: externalID, duration: duration,
            region: region, profile: nil, context: context)
    }

    init(
        roleARN: String, source: any CredentialProvider, sessionName: String?, externalID: String?,
        duration: Duration?, region: Region, profile: String?, context: CredentialContext
    ) {
        self.roleARN = roleARN
        self.source = source
        self.sessionName = sessionName
        self.externalID = externalID
        self.duration = duration
        self.region = region
        self.profile = profile
        self.context = context
    }

    /// Credentials of the role.
    ///
    /// If STS answers that the source's credentials have expired, the source is told so and asked once more.
    ///
    /// - Throws: ``SESv2Error``: `credentialsUnavailable` if the source has none or STS gives none; `invalidSettings` or
    ///   `invalidEndpoint` if STS's address is set wrongly. `CancellationError`. What the source throws.
    public func credentials() async throws -> AWSCredentials {
        let own = try await sourceCredentials()
        do {
            return try await credentials(assumedWith: own)
        } catch let error as SESv2Error where error.saysExpired {
            await source.invalidate(own)
            let fresh = try await sourceCredentials()
            guard !fresh.isSame(as: own) else { throw error }
            return try await credentials(assumedWith: fresh)
        }
    }

    private func sourceCredentials() async throws -> AWSCredentials {
        do {
            return try await source.credentials()
        } catch let error as SESv2Error where error.code == .noCredentials {
            throw SESv2Error.unavailable("no credentials to assume \(roleARN) with (\(error.message))")
        }
    }

    private func credentials(assumedWith own: AWSCredentials) async throws -> AWSCredentials {
        var parameters = [
            (name: "RoleArn", value: roleARN),
            (name: "RoleSessionName", value: sessionName ?? Self.sessionName(at: context.now())),
        ]
        if let externalID { parameters.append((name: "ExternalId", value: externalID)) }
        if let duration {
            parameters.append((name: "DurationSeconds", value: "\(duration.components.seconds)"))
        }
        let call = STSCall(
            action: "AssumeRole", parameters: parameters, region: region, context: context, profile: profile)
        do {
            return try await call.credentials(signedBy: own)
        } catch let error as SESv2Error {
            throw error.prefixed(roleARN)
        }
    }

    /// Passes the refusal on to the source: the role's own credentials aren't kept here.
    ///
    /// - Parameter credentials: What AWS has refused.
    public func invalidate(_ credentials: AWSCredentials) async {
        await source.invalidate(credentials)
    }

    /// The name of a session that nobody has named.
    static func sessionName(at date: Date) -> String { "swift-ses-\(Int(date.timeIntervalSince1970))" }
}

extension SESv2Error {
    /// Whether STS refused the credentials that the call was signed with because their time is over.
    fileprivate var saysExpired: Bool { serviceCode == "ExpiredToken" || serviceCode == "ExpiredTokenException" }
}

extension AssumeRoleCredentialProvider: SESPrivateContent {}
