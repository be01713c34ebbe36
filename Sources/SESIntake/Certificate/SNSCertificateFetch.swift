#if CryptoSupport
import SESClient

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Fetches a certificate and finds out whether it signs for a topic.
struct SNSCertificateFetch: Sendable {
    private static let maximumBytes = 64 << 10

    let exchange: BoundedExchange
    let trust: SNSTrustRoots
    let now: @Sendable () -> Date

    /// - Throws: ``SESIntakeError`` with the code `certificateRefused`, `certificateUnavailable` or `interrupted`.
    func key(for request: SNSCertificateSource.Request) async throws(SESIntakeError) -> SNSSigningKey {
        let address = request.address
        var chain = try SNSCertificateChain(
            pem: try await bytes(at: AWSHTTPRequest(method: "GET", host: address.host, path: address.path)))
        if let key = try await chain.key(for: request.topic, at: now(), trusting: trust) { return key }
        if let issuer = chain.issuerAddress {
            try chain.addIssuer(
                der: try await bytes(
                    at: AWSHTTPRequest(method: "GET", scheme: "http", host: issuer.host, path: issuer.path)))
            if let key = try await chain.key(for: request.topic, at: now(), trusting: trust) { return key }
        }
        throw SNSCertificateChain.refusal("the certificate isn't of a trusted authority")
    }

    /// The body of an answer that is a plain success: no redirect is one.
    private func bytes(at request: AWSHTTPRequest) async throws(SESIntakeError) -> Data {
        let response: AWSHTTPResponse
        do throws(BoundedExchange.Failure) {
            response = try await exchange.answer(to: request, responseBytes: Self.maximumBytes)
        } catch {
            throw SESIntakeError(
                .certificateUnavailable, message: "\(request.host): \(error.text)",
                underlyingError: error.underlyingError)
        }
        switch response.status {
        case 200: return response.body
        case 429, 500...:
            throw SESIntakeError(.certificateUnavailable, message: "\(request.host) answered \(response.status)")
        default: throw SNSCertificateChain.refusal("\(request.host) has no such certificate (\(response.status))")
        }
    }
}
#endif
