#if CryptoSupport
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Signs requests to one AWS service in a set of regions with AWS Signature Version 4A (`AWS4-ECDSA-P256-SHA256`).
///
/// The key is a pair on the curve P-256 that both sides derive from the access key, so the service verifies with the
/// public half, and one signature is good in every region of the set. Two signatures of one request differ: ECDSA draws a
/// random number for each. Signing replaces the fields it adds, so a signed request may be signed again.
///
/// Needs the `CryptoSupport` trait. AWS: "Signature Version 4 for API requests" in the IAM User Guide, "SigV4a".
public struct SigV4aSigner: Sendable {
    /// The service's signing name, such as `ses`.
    public var service: String { scheme.service }
    /// The regions the signature is good for: `*` for all, or names with commas between them, such as `eu-west-1,eu-*`.
    public var regionSet: String { scheme.region }
    /// How requests are signed.
    public var options: SigV4Signer.Options { scheme.options }

    private let scheme: SigningScheme
    private let keys = SigV4aKeyCache()

    /// Creates a signer.
    ///
    /// - Parameters:
    ///   - service: The service's signing name.
    ///   - regionSet: The regions the signature is good for; `*`, the default, for all.
    ///   - options: How requests are signed; the defaults are right for every service but S3.
    public init(
        service: String, regionSet: String = "*", options: SigV4Signer.Options = SigV4Signer.Options()
    ) {
        scheme = SigningScheme(.ecdsa, service: service, region: regionSet, options: options)
    }

    /// Signs a request in its header: sets `X-Amz-Date`, `X-Amz-Region-Set`, `Authorization` and, with a session token,
    /// `X-Amz-Security-Token`.
    ///
    /// - Parameters:
    ///   - request: The request; its body has to be complete.
    ///   - credentials: Whom the request is from.
    ///   - date: The time of signing; AWS refuses a request whose date is more than five minutes off.
    /// - Throws: ``SigningError`` with code `noSignature`, if the system has no random numbers to give.
    public func sign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date
    ) throws(SigningError) {
        try signRecordingStages(&request, with: credentials, at: date)
    }

    /// Signs a request in its query, so that its address alone is enough to send it until it expires.
    ///
    /// - Parameters:
    ///   - request: The request; whoever sends it has to send the same method, header fields and body.
    ///   - credentials: Whom the request is from.
    ///   - date: The time from which the address is good.
    ///   - seconds: How long it is good; held to AWS's range of 1 second…7 days (604 800).
    /// - Throws: ``SigningError`` with code `noSignature`, if the system has no random numbers to give.
    public func presign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int = 3600
    ) throws(SigningError) {
        try presignRecordingStages(&request, with: credentials, at: date, expiresIn: seconds)
    }

    /// Signs as ``sign(_:with:at:)`` does, and gives the stages.
    @discardableResult
    package func signRecordingStages(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date
    ) throws(SigningError) -> SigV4Stages {
        let key = try keys.key(for: credentials)
        var buffer = SigningBuffer(capacity: SigningScheme.estimatedSize(of: request, credentials))
        return try scheme.sign(
            &request, with: credentials, at: SigningTimestamp(date), in: &buffer, by: key.signature
        ).stages(in: buffer)
    }

    /// Signs as ``presign(_:with:at:expiresIn:)`` does, and gives the stages.
    @discardableResult
    package func presignRecordingStages(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int
    ) throws(SigningError) -> SigV4Stages {
        let key = try keys.key(for: credentials)
        var buffer = SigningBuffer(capacity: 2048)
        return try scheme.presign(
            &request, with: credentials, at: SigningTimestamp(date), expiresIn: seconds, in: &buffer,
            by: key.signature
        ).stages(in: buffer)
    }
}
#endif
