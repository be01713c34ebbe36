import SESNames
import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A call of STS that gives credentials: a form in a POST, answered in XML.
///
/// AWS: STS API reference, version 2011-06-15.
struct STSCall {
    var action: String
    var parameters: [(name: String, value: String)]
    var region: Region
    var context: CredentialContext
    /// The profile whose endpoint settings hold.
    var profile: String?

    /// How long one attempt may take.
    static let limit = Duration.seconds(10)

    /// Makes the call.
    ///
    /// - Parameter signer: Whose signature the call carries; nil for a call that isn't signed.
    /// - Throws: ``SESv2Error`` with code `credentialsUnavailable`; `CancellationError`.
    func credentials(signedBy signer: AWSCredentials?) async throws -> AWSCredentials {
        let settings = try SettingSources(profile: profile, context: context)
        let endpoint = try Endpoint(of: .sts, region: region, settings: settings)
        var request = AWSHTTPRequest(
            method: "POST", scheme: endpoint.scheme, host: endpoint.host, port: endpoint.port,
            path: endpoint.basePath + "/",
            headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8", "Accept": "text/xml"],
            body: body)
        if let signer {
            SigV4Signer(service: "sts", region: region.rawValue).sign(&request, with: signer, at: context.now())
        }
        let response = try await context.exchange(request, within: Self.limit, attempts: 2) { response in
            // The identity provider behind STS may not have answered it in time.
            response.status >= 500 || Self.code(of: response) == "IDPCommunicationError"
        }
        return try credentials(in: response)
    }

    private var body: Data {
        let all = [("Action", action), ("Version", "2011-06-15")] + parameters.map { ($0.name, $0.value) }
        return Data(all.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&").utf8)
    }

    private static func code(of response: AWSHTTPResponse) -> String? {
        (try? XMLLeaves(response.body))?.texts["ErrorResponse/Error/Code"]
    }

    private func credentials(in response: AWSHTTPResponse) throws(SESv2Error) -> AWSCredentials {
        guard response.status == 200 else {
            let code = Self.code(of: response).flatMap { $0.utf8.allSatisfy(\.isNameByte) ? $0 : nil }
            throw SESv2Error(
                .credentialsUnavailable,
                ownMessage: "STS \(action) answered \(response.status)\(code.map { " \($0)" } ?? "")",
                serviceCode: code, httpStatus: response.status, requestID: response.headers["x-amzn-RequestId"])
        }
        guard let texts = (try? XMLLeaves(response.body))?.texts else {
            throw .unavailable("the answer of STS \(action) isn't XML that can be read")
        }
        func member(_ name: String) throws(SESv2Error) -> String {
            guard let text = texts["\(action)Response/\(action)Result/Credentials/\(name)"], !text.isEmpty else {
                throw .unavailable("the answer of STS \(action) has no \(name)")
            }
            return text
        }
        guard let expiration = CredentialTime.date(try member("Expiration")) else {
            throw .unavailable("the Expiration in the answer of STS \(action) isn't an ISO 8601 time")
        }
        return AWSCredentials(
            accessKeyID: try member("AccessKeyId"), secretAccessKey: try member("SecretAccessKey"),
            sessionToken: try member("SessionToken"), expiration: expiration)
    }
}

extension STSCall: SESPrivateContent {}
