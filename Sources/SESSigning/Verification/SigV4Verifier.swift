#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Verifies requests that were signed with AWS Signature Version 4: the service's side, for a simulator of one.
///
/// It reads the signature from the `Authorization` field or from a presigned query, makes the signature anew and
/// compares the two in constant time. Whatever a request holds, it either verifies or throws.
public struct SigV4Verifier: Sendable {
    private let verification: RequestVerification
    private let keys: SigningKeyCache

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - service: The signing name of the service that requests have to be for.
    ///   - region: The region that requests have to be for.
    ///   - options: How the service expects requests to be signed.
    ///   - allowedClockSkew: How many seconds the time of signing may be off, either way; AWS's five minutes by default.
    public init(
        service: String, region: String, options: SigV4Signer.Options = SigV4Signer.Options(),
        allowedClockSkew: Int = 300
    ) {
        verification = RequestVerification(
            scheme: SigningScheme(.hmac, service: service, region: region, options: options),
            allowedClockSkew: Double(allowedClockSkew))
        keys = SigningKeyCache(region: region, service: service)
    }

    /// Verifies a request.
    ///
    /// - Parameters:
    ///   - request: The request as it came off the wire.
    ///   - now: The current time.
    ///   - credentials: Finds the credentials of an access key's id, nil if there are none.
    /// - Returns: The credentials that the request was signed with.
    /// - Throws: ``SigningError`` with the first rule that the request breaks.
    @discardableResult
    public func verify(
        _ request: AWSHTTPRequest, at now: Date, credentials: (_ accessKeyID: String) -> AWSCredentials?
    ) throws(SigningError) -> AWSCredentials {
        try verification.verify(request, at: now, credentials: credentials) { presented, owner, stringToSign in
            let key = keys.key(for: presented.timestamp, secret: owner.secretAccessKey)
            return presented.signature.withUnsafeBytes { SHA256Value($0) }
                == key.authenticationCode(for: stringToSign)
        }
    }
}
