#if CryptoSupport
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Verifies requests that were signed with AWS Signature Version 4A: the service's side, for a simulator of one.
///
/// Whatever a request holds, it either verifies or throws. Needs the `CryptoSupport` trait.
public struct SigV4aVerifier: Sendable {
    private let verification: RequestVerification
    private let keys = SigV4aKeyCache()

    /// Creates a verifier.
    ///
    /// - Parameters:
    ///   - service: The signing name of the service that requests have to be for.
    ///   - region: The region that a request's region set has to hold.
    ///   - options: How the service expects requests to be signed.
    ///   - allowedClockSkew: How many seconds the time of signing may be off, either way; AWS's five minutes by default.
    public init(
        service: String, region: String, options: SigV4Signer.Options = SigV4Signer.Options(),
        allowedClockSkew: Int = 300
    ) {
        verification = RequestVerification(
            scheme: SigningScheme(.ecdsa, service: service, region: region, options: options),
            allowedClockSkew: Double(allowedClockSkew))
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
            (try? keys.key(for: owner))?.isValid(presented.signature, of: stringToSign) ?? false
        }
    }
}
#endif
