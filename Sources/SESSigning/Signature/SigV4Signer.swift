#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Signs requests to one AWS service in one region with AWS Signature Version 4.
///
/// Signing changes nothing but the fields it adds, so a signed request may be signed again, for a retry, with another
/// date or other credentials. A signer keeps the keys it has derived; make one and use it for many requests.
///
/// AWS: "Signature Version 4 for API requests" in the IAM User Guide.
public struct SigV4Signer: Sendable {
    /// The service's signing name, such as `ses`.
    public var service: String { scheme.service }
    /// The region the signature is good for, such as `eu-west-1`.
    public var region: String { scheme.region }
    /// How requests are signed.
    public var options: Options { scheme.options }

    let scheme: SigningScheme
    let keys: SigningKeyCache

    /// Creates a signer.
    ///
    /// - Parameters:
    ///   - service: The service's signing name.
    ///   - region: The region the signature is good for.
    ///   - options: How requests are signed; the defaults are right for every service but S3.
    public init(service: String, region: String, options: Options = Options()) {
        scheme = SigningScheme(.hmac, service: service, region: region, options: options)
        keys = SigningKeyCache(region: region, service: service)
    }

    /// Signs a request in its header: sets `X-Amz-Date`, `Authorization` and, with a session token,
    /// `X-Amz-Security-Token`.
    ///
    /// Fields of these names that are there already are replaced.
    ///
    /// - Parameters:
    ///   - request: The request; its body has to be complete.
    ///   - credentials: Whom the request is from.
    ///   - date: The time of signing; AWS refuses a request whose date is more than five minutes off.
    public func sign(_ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date) {
        var buffer = SigningBuffer(capacity: SigningScheme.estimatedSize(of: request, credentials))
        _ = sign(&request, with: credentials, at: date, in: &buffer)
    }

    /// Signs as ``sign(_:with:at:)`` does, and gives the stages.
    @discardableResult
    package func signRecordingStages(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date
    ) -> SigV4Stages {
        var buffer = SigningBuffer(capacity: 0)
        return sign(&request, with: credentials, at: date, in: &buffer).stages(in: buffer)
    }

    private func sign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, in buffer: inout SigningBuffer
    ) -> SigV4Calculation<SHA256Value> {
        let timestamp = SigningTimestamp(date)
        return scheme.sign(
            &request, with: credentials, at: timestamp, in: &buffer,
            by: { keys.key(for: timestamp, secret: credentials.secretAccessKey).authenticationCode(for: $0) })
    }
}
