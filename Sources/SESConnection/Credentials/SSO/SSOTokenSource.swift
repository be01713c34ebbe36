import SESNames
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The token of an SSO session: read from the AWS CLI's cache, renewed near its end and written back.
struct SSOTokenSource {
    /// How long before its end a token is renewed.
    static let window: TimeInterval = 15 * 60

    let startURL: String
    let region: Region
    let sessionName: String?
    let settings: SettingSources
    let context: CredentialContext
    let memory: SSOTokenMemory

    /// What the person at the keyboard can do.
    var advice: String {
        settings.profileName == "default"
            ? "run `aws sso login`" : "run `aws sso login --profile \(settings.profileName)`"
    }

    /// A token that holds.
    ///
    /// - Throws: ``SESv2Error``: `credentialsUnavailable`; `invalidSettings` if the file isn't one that can be read;
    ///   `invalidSettings` or `invalidEndpoint` for a token that is over, if the address to renew it at is set wrongly.
    ///   `CancellationError`.
    func accessToken() async throws -> String {
        guard let path = context.inHome(".aws/sso/cache/\(SHA1.hexadecimal(of: sessionName ?? startURL)).json") else {
            throw SESv2Error.unavailable("there is no home to look for an SSO token in (HOME isn't set)")
        }
        guard let data = try SettingsFile.data(at: path, of: "the SSO token's file") else {
            throw SESv2Error.unavailable("there is no SSO token at \(path); \(advice)")
        }
        guard let written = SSOToken(data) else {
            throw SESv2Error.unavailable("the SSO token at \(path) can't be read; \(advice)")
        }
        let token = memory.current(written, at: path)
        let now = context.now()
        let remaining = token.expiresAt.timeIntervalSince(now)
        if remaining < Self.window, sessionName != nil {
            do {
                let renewed = try await renewed(token)
                // Other tools go without it when it can't be written; this process has it.
                do {
                    try PrivateFile.replace(path, with: renewed.data)
                } catch {
                    memory.keep(renewed, inPlaceOf: written, at: path)
                }
                return renewed.accessToken
            } catch let error as SESv2Error {
                guard remaining > 0 else { throw error.prefixed("the SSO token's time is over") }
            }
        }
        guard remaining > 0 else { throw SESv2Error.unavailable("the SSO token's time is over; \(advice)") }
        return token.accessToken
    }

    private func renewed(_ token: SSOToken) async throws -> SSOToken {
        guard let grant = token.refreshGrant, grant.registrationEnd > context.now() else {
            throw SESv2Error.unavailable("it can't be renewed; \(advice)")
        }
        let endpoint = try Endpoint(of: .ssoTokens, region: region, settings: settings)
        let body = JSONValue.object([
            "clientId": .string(grant.clientID), "clientSecret": .string(grant.clientSecret),
            "grantType": .string("refresh_token"), "refreshToken": .string(grant.refreshToken),
        ])
        let request = AWSHTTPRequest(
            method: "POST", scheme: endpoint.scheme, host: endpoint.host, port: endpoint.port,
            path: endpoint.basePath + "/token", headers: ["Content-Type": "application/json"],
            body: try JSONEncoder().encode(body))
        // One attempt: a refresh token that was used may not be accepted again.
        let response = try await context.exchange(request, within: .seconds(10), attempts: 1) { _ in false }
        guard response.status == 200, let answer = try? JSONDecoder().decode(JSONValue.self, from: response.body),
            let renewed = token.renewed(by: answer, at: context.now(), startURL: startURL, region: region)
        else { throw SESv2Error.unavailable("\(endpoint.host) answered \(response.status) to renewing it; \(advice)") }
        return renewed
    }
}
