public import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Asks the credential endpoint of a container: ECS, EKS Pod Identity, or any other that speaks the same.
///
/// Variables: `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` (a path on `http://169.254.170.2`), else
/// `AWS_CONTAINER_CREDENTIALS_FULL_URI`; and for the `Authorization` header `AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE`,
/// read again each time, else `AWS_CONTAINER_AUTHORIZATION_TOKEN`. `http` is allowed to loopback addresses,
/// `localhost`, 169.254.170.2, 169.254.170.23 and fd00:ec2::23 only.
///
/// An attempt takes at most 2 seconds, and there are up to three. Wrap it in ``CachingCredentialProvider``.
public struct ContainerCredentialProvider: CredentialProvider {
    private static let localHosts: Set<String> = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"]
    private static let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
    private static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"

    private let context: CredentialContext

    /// Creates a provider.
    ///
    /// - Parameter context: Variables, transport and time.
    public init(context: CredentialContext = CredentialContext()) {
        self.context = context
    }

    /// The container's credentials.
    ///
    /// - Throws: ``SESv2Error``: `noCredentials` if neither address is set; `invalidSettings` if it isn't allowed or the
    ///   token's file isn't one that can be read; `credentialsUnavailable` if the token is missing or can't be a header,
    ///   or the endpoint gives no credentials. `CancellationError`.
    public func credentials() async throws -> AWSCredentials {
        let address = try address()
        var headers: AWSHTTPHeaders = ["Accept": "application/json"]
        if let token = try token() { headers.append(token, for: "Authorization") }
        let source = "the container's endpoint \(address.host)"
        let response = try await context.exchange(
            address.request("GET", headers: headers), within: .seconds(2), attempts: 3
        ) { response in
            response.status >= 500 || response.status == 429
                || (response.status == 200 && (try? CredentialDocument.read(response.body, from: source)) == nil)
        }
        guard response.status == 200 else {
            throw SESv2Error(
                .credentialsUnavailable, ownMessage: "\(source) answered \(response.status)",
                httpStatus: response.status)
        }
        return try CredentialDocument.read(response.body, from: source)
            .credentials(from: source, needsExpiration: true)
    }

    private func address() throws(SESv2Error) -> CredentialAddress {
        if let path = context.variable(Self.relative) {
            guard path.hasPrefix("/") else { throw .invalidSetting("\(Self.relative) must begin with /") }
            return try CredentialAddress(
                "http://169.254.170.2\(path)", of: Self.relative, localHosts: Self.localHosts)
        }
        guard let url = context.variable(Self.full) else {
            throw .absent("neither \(Self.relative) nor \(Self.full) is set")
        }
        return try CredentialAddress(url, of: Self.full, localHosts: Self.localHosts)
    }

    private func token() throws(SESv2Error) -> String? {
        let token: String
        let setting: String
        if let path = context.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
            guard let text = try SettingsFile.text(at: path, of: "the container's token file") else {
                throw .unavailable("the token file \(path) doesn't exist")
            }
            (token, setting) = (text, "the token file \(path)")
        } else if let text = context.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN") {
            (token, setting) = (text, "AWS_CONTAINER_AUTHORIZATION_TOKEN")
        } else {
            return nil
        }
        guard !token.isEmpty else { throw .unavailable("\(setting) is empty") }
        // A line break would end the header field and begin another.
        guard token.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .unavailable("\(setting) holds a line break or another control character")
        }
        return token
    }
}
