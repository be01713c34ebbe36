public import SESSigning

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Reads credentials from the environment each time it is asked.
///
/// Variables: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_SESSION_TOKEN` (or the older
/// `AWS_SECURITY_TOKEN`) and `AWS_CREDENTIAL_EXPIRATION` (an ISO 8601 time) for temporary credentials. An empty
/// variable counts as missing.
public struct EnvironmentCredentialProvider: CredentialProvider {
    private let environment: @Sendable () -> [String: String]
    private let now: @Sendable () -> Date

    /// Creates a provider over the process's environment.
    public init() {
        environment = { ProcessInfo.processInfo.environment }
        now = { Date() }
    }

    /// Creates a provider over given variables.
    ///
    /// - Parameters:
    ///   - environment: The variables by name.
    ///   - now: The time by which credentials have ended or not; the system's by default.
    public init(environment: [String: String], now: @escaping @Sendable () -> Date = { Date() }) {
        self.environment = { environment }
        self.now = now
    }

    /// The credentials in the environment.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` if neither key is set; `invalidSettings` naming the one that is missing
    ///   if the other is set; `credentialsUnavailable` if their time is over or can't be read.
    public func credentials() async throws -> AWSCredentials {
        let variables = environment().filter { !$0.value.isEmpty }
        let id = variables["AWS_ACCESS_KEY_ID"]
        let secret = variables["AWS_SECRET_ACCESS_KEY"]
        switch (id, secret) {
        case (nil, nil): throw SESv2Error.absent("the environment has no AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        // Somebody meant these keys: the next source would speak for somebody else.
        case (nil, _): throw SESv2Error.invalidSetting("AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID isn't")
        case (_, nil): throw SESv2Error.invalidSetting("AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY isn't")
        case (let id?, let secret?): return try credentials(id, secret, variables)
        }
    }

    private func credentials(
        _ id: String, _ secret: String, _ variables: [String: String]
    ) throws(SESv2Error) -> AWSCredentials {
        let token = variables["AWS_SESSION_TOKEN"] ?? variables["AWS_SECURITY_TOKEN"]
        return AWSCredentials(
            accessKeyID: id, secretAccessKey: secret, sessionToken: token,
            expiration: try expiration(variables["AWS_CREDENTIAL_EXPIRATION"]))
    }

    private func expiration(_ text: String?) throws(SESv2Error) -> Date? {
        guard let text else { return nil }
        guard let date = CredentialTime.date(text) else {
            throw .unavailable("AWS_CREDENTIAL_EXPIRATION isn't an ISO 8601 time, such as 2026-01-02T03:04:05Z")
        }
        guard date > now() else { throw .unavailable("AWS_CREDENTIAL_EXPIRATION is over") }
        return date
    }
}
