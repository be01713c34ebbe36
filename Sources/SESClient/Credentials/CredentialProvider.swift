public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where a client takes its credentials from; it is asked before every attempt of a call.
public protocol CredentialProvider: Sendable {
    /// The credentials to sign the next request with.
    ///
    /// - Throws: ``SESv2Error`` with code ``SESv2Error/Code/noCredentials`` if there are none.
    func credentials() async throws -> AWSCredentials

    /// Says that the service has refused credentials as expired.
    ///
    /// One that keeps credentials should forget these, if they are still the ones it keeps, before it is asked again: the call
    /// is repeated if others come. Does nothing by default.
    ///
    /// - Parameter credentials: What was refused.
    func invalidate(_ credentials: AWSCredentials) async
}

extension CredentialProvider {
    /// Does nothing.
    public func invalidate(_ credentials: AWSCredentials) async {}
}

/// Gives the same credentials every time.
public struct StaticCredentialProvider: CredentialProvider {
    private let value: AWSCredentials

    /// Creates a provider.
    ///
    /// - Parameter credentials: What it gives.
    public init(_ credentials: AWSCredentials) {
        value = credentials
    }

    /// The credentials it was created with.
    public func credentials() async throws -> AWSCredentials { value }
}

/// Reads credentials from the environment each time it is asked.
///
/// Variables: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, and `AWS_SESSION_TOKEN` (or the older
/// `AWS_SECURITY_TOKEN`) for temporary credentials. An empty variable counts as missing.
public struct EnvironmentCredentialProvider: CredentialProvider {
    private let environment: @Sendable () -> [String: String]

    /// Creates a provider over the process's environment.
    public init() {
        environment = { ProcessInfo.processInfo.environment }
    }

    /// Creates a provider over given variables.
    ///
    /// - Parameter environment: The variables by name.
    public init(environment: [String: String]) {
        self.environment = { environment }
    }

    /// The credentials in the environment.
    ///
    /// - Throws: ``SESv2Error`` naming the variables that are missing.
    public func credentials() async throws -> AWSCredentials {
        let variables = environment().filter { !$0.value.isEmpty }
        let id = variables["AWS_ACCESS_KEY_ID"]
        let secret = variables["AWS_SECRET_ACCESS_KEY"]
        guard let id, let secret else {
            let missing = [id == nil ? "AWS_ACCESS_KEY_ID" : nil, secret == nil ? "AWS_SECRET_ACCESS_KEY" : nil]
            let names = missing.compactMap { $0 }.joined(separator: " and ")
            throw SESv2Error(.noCredentials, message: "the environment has no \(names)")
        }
        let token = variables["AWS_SESSION_TOKEN"] ?? variables["AWS_SECURITY_TOKEN"]
        return AWSCredentials(accessKeyID: id, secretAccessKey: secret, sessionToken: token)
    }
}
