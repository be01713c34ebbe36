import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One conversation with the instance metadata service: a token, the role's name, its credentials.
struct InstanceMetadata {
    /// The service isn't reachable or fails: what it gave before may still be used.
    struct Outage: Error {
        var cause: SESv2Error
    }

    private static let localHosts: Set<String> = ["169.254.169.254", "fd00:ec2::254"]
    private static let roles = "/latest/meta-data/iam/security-credentials/"

    let context: CredentialContext

    /// - Throws: ``Outage``, ``SESv2Error`` or `CancellationError`.
    func credentials() async throws -> AWSCredentials {
        guard context.variable("AWS_EC2_METADATA_DISABLED")?.lowercased() != "true" else {
            throw SESv2Error.absent("AWS_EC2_METADATA_DISABLED is true")
        }
        let address = try address()
        let source = "the instance metadata service"
        let token = try await token(address)
        let names = try await get(Self.roles, address, token)
        guard let role = names.split(whereSeparator: \.isNewline).first.map(String.init) else {
            throw SESv2Error.absent("the instance has no role")
        }
        guard role.utf8.allSatisfy({ $0.isNameByte || "+=,@".utf8.contains($0) }) else {
            throw SESv2Error.unavailable("\(source) gave a role's name that can't be one")
        }
        let document = try CredentialDocument.read(
            Data(try await get(Self.roles + role, address, token).utf8), from: source)
        if let code = document.code, code != "Success" {
            let name = code.utf8.allSatisfy(\.isNameByte) ? code : "an error"
            throw Outage(cause: .unavailable("\(source) answered \(name) for the role \(role)"))
        }
        return try document.credentials(from: source, needsExpiration: true)
    }

    private func token(_ address: CredentialAddress) async throws -> String {
        let headers: AWSHTTPHeaders = ["x-aws-ec2-metadata-token-ttl-seconds": "21600", "Content-Length": "0"]
        let response: AWSHTTPResponse
        do {
            response = try await send(address.request("PUT", path: "/latest/api/token", headers: headers))
        } catch let error as Outage {
            // On a machine that isn't an instance nobody answers: that is no fault.
            throw Outage(cause: .absent(error.cause.message))
        }
        let token = String(decoding: response.body, as: UTF8.self)
        guard response.status == 200, !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            let error = SESv2Error.absent("the instance metadata service gave no token (HTTP \(response.status))")
            guard response.status >= 500 || response.status == 429 else { throw error }
            throw Outage(cause: error)
        }
        return token
    }

    private func get(_ path: String, _ address: CredentialAddress, _ token: String) async throws -> String {
        let request = address.request("GET", path: path, headers: ["x-aws-ec2-metadata-token": token])
        let response = try await send(request)
        switch response.status {
        case 200: return String(decoding: response.body, as: UTF8.self)
        case 404: throw SESv2Error.absent("the instance has no role")
        default:
            throw Outage(cause: .unavailable("the instance metadata service answered \(response.status)"))
        }
    }

    private func send(_ request: AWSHTTPRequest) async throws -> AWSHTTPResponse {
        let seconds = context.variable("AWS_METADATA_SERVICE_TIMEOUT").flatMap(Int.init) ?? 1
        let attempts = context.variable("AWS_METADATA_SERVICE_NUM_ATTEMPTS").flatMap(Int.init) ?? 1
        do {
            return try await context.exchange(
                request, within: .seconds(min(max(seconds, 1), 60)), attempts: min(max(attempts, 1), 10)
            ) { $0.status >= 500 }
        } catch let error as SESv2Error {
            throw Outage(cause: error)
        }
    }

    private func address() throws(SESv2Error) -> CredentialAddress {
        let setting = "AWS_EC2_METADATA_SERVICE_ENDPOINT"
        let mode = context.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE")?.lowercased() ?? "ipv4"
        let usual: String
        switch mode {
        case "ipv4": usual = "http://169.254.169.254"
        case "ipv6": usual = "http://[fd00:ec2::254]"
        default: throw .invalidSetting("\(setting)_MODE must be IPv4 or IPv6")
        }
        return try CredentialAddress(context.variable(setting) ?? usual, of: setting, localHosts: Self.localHosts)
    }
}
