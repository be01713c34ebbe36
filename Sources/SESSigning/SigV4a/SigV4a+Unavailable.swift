#if !CryptoSupport
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Signs with AWS Signature Version 4A; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SigV4aSigner needs the `CryptoSupport` trait")
public struct SigV4aSigner: Sendable {
    /// The service's signing name.
    public var service: String { "" }
    /// The regions the signature is good for.
    public var regionSet: String { "" }
    /// How requests are signed.
    public var options: SigV4Signer.Options { SigV4Signer.Options() }

    /// Creates a signer.
    public init(
        service: String, regionSet: String = "*", options: SigV4Signer.Options = SigV4Signer.Options()
    ) {}

    /// Signs a request in its header.
    public func sign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date
    ) throws(SigningError) {}

    /// Signs a request in its query.
    public func presign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int = 3600
    ) throws(SigningError) {}
}

/// Verifies AWS Signature Version 4A; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SigV4aVerifier needs the `CryptoSupport` trait")
public struct SigV4aVerifier: Sendable {
    /// Creates a verifier.
    public init(
        service: String, region: String, options: SigV4Signer.Options = SigV4Signer.Options(),
        allowedClockSkew: Int = 300
    ) {}

    /// Verifies a request.
    @discardableResult
    public func verify(
        _ request: AWSHTTPRequest, at now: Date, credentials: (_ accessKeyID: String) -> AWSCredentials?
    ) throws(SigningError) -> AWSCredentials { AWSCredentials(accessKeyID: "", secretAccessKey: "") }
}
#endif
