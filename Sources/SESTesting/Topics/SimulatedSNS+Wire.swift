#if CryptoSupport
import SESClient
import SESCore
import SESSigning
import _CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Leads requests to simulated SNS.
struct SimulatedSNSTransport: HTTPTransport {
    let sns: SimulatedSNS

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        try Task.checkCancellation()
        return await sns.respond(to: request)
    }
}

extension SimulatedSNS {
    /// Serves another certificate, and signs with it from now on.
    ///
    /// - Parameters:
    ///   - terms: What the certificate says.
    ///   - key: Its key; nil for the one that signed before.
    /// - Returns: The certificate's address.
    @discardableResult
    package func renewCertificate(
        _ terms: SimulatedAuthority.Terms, by other: SimulatedAuthority? = nil
    ) throws -> String {
        let path = "/SimpleNotificationService-\(random.hexadecimal(32)).pem"
        certificates[path] = try (other ?? authority).certificate(terms, for: signer.key.publicKey)
        signer.certificateURL = "https://\(host)\(path)"
        return signer.certificateURL
    }

    /// Answers a request as SNS, or the authority's server, would.
    func respond(to request: AWSHTTPRequest) -> AWSHTTPResponse {
        requests.append(request)
        if request.method == "GET", request.url == SimulatedAuthority.intermediateURL {
            return AWSHTTPResponse(status: 200, body: authority.intermediateDER)
        }
        guard request.scheme == "https", request.host == host, request.port == nil else {
            return AWSHTTPResponse(status: 404)
        }
        if request.method == "GET", request.query == nil, let certificate = certificates[request.path] {
            return AWSHTTPResponse(status: 200, body: Data(certificate.utf8))
        }
        guard request.path == "/" else { return AWSHTTPResponse(status: 404) }
        let form = request.method == "POST" ? String(decoding: request.body, as: UTF8.self) : request.query ?? ""
        return confirm(Self.parameters(in: form), request)
    }

    private static func parameters(in form: String) -> [String: String] {
        var parameters: [String: String] = [:]
        for pair in form.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first, let value = parts.dropFirst().first else { continue }
            parameters[String(name)] = PercentEncoding.decode(value)
        }
        return parameters
    }

    private func confirm(_ parameters: [String: String], _ request: AWSHTTPRequest) -> AWSHTTPResponse {
        guard parameters["Action"] == "ConfirmSubscription" else {
            return refusal(400, "InvalidAction", "The simulator doesn't answer this action.")
        }
        let needsAuthentication = parameters["AuthenticateOnUnsubscribe"] == "true"
        if needsAuthentication || request.headers["Authorization"] != nil {
            let verifier = SigV4Verifier(service: "sns", region: region.rawValue)
            do {
                try verifier.verify(request, at: clock.date) { $0 == credentials.accessKeyID ? credentials : nil }
            } catch {
                return refusal(403, "SignatureDoesNotMatch", "The request signature we calculated does not match.")
            }
        }
        guard let topic = parameters["TopicArn"].map(ARN.init(rawValue:)),
            let index = topics[topic]?.subscriptions.firstIndex(where: { $0.token == parameters["Token"] }),
            let arn = topics[topic]?.subscriptions[index].arn
        else { return refusal(400, "InvalidParameter", "Invalid parameter: Token") }
        topics[topic]?.subscriptions[index].isConfirmed = true
        topics[topic]?.subscriptions[index].needsAuthentication = needsAuthentication
        return xml(
            200,
            """
            <ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <ConfirmSubscriptionResult><SubscriptionArn>\(arn)</SubscriptionArn></ConfirmSubscriptionResult>
              <ResponseMetadata><RequestId>\(random.uuid())</RequestId></ResponseMetadata>
            </ConfirmSubscriptionResponse>
            """)
    }

    private func refusal(_ status: Int, _ code: String, _ message: String) -> AWSHTTPResponse {
        xml(
            status,
            """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>\(code)</Code><Message>\(message)</Message></Error>
              <RequestId>\(random.uuid())</RequestId>
            </ErrorResponse>
            """)
    }

    private func xml(_ status: Int, _ text: String) -> AWSHTTPResponse {
        AWSHTTPResponse(status: status, headers: ["Content-Type": "text/xml"], body: Data(text.utf8))
    }
}
#endif
