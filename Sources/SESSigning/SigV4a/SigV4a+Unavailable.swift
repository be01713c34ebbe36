#if !CryptoSupport
/// Signs with AWS Signature Version 4A; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SigV4aSigner needs the `CryptoSupport` trait")
public struct SigV4aSigner: Sendable {
    /// Creates a signer.
    public init(
        service: String, regionSet: String = "*", options: SigV4Signer.Options = SigV4Signer.Options()
    ) {}
}

/// Verifies AWS Signature Version 4A; needs the `CryptoSupport` trait.
@available(*, unavailable, message: "SigV4aVerifier needs the `CryptoSupport` trait")
public struct SigV4aVerifier: Sendable {
    /// Creates a verifier.
    public init(
        service: String, region: String, options: SigV4Signer.Options = SigV4Signer.Options(),
        allowedClockSkew: Int = 300
    ) {}
}
#endif
