#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SigV4Signer {
    /// Signs a request in its query, so that its address alone is enough to send it until it expires.
    ///
    /// Adds `X-Amz-Algorithm`, `X-Amz-Credential`, `X-Amz-Date`, `X-Amz-SignedHeaders`, `X-Amz-Expires`, with a session
    /// token `X-Amz-Security-Token`, and `X-Amz-Signature`. Parameters of these names that are there already are
    /// replaced, and the fields that ``sign(_:with:at:)`` adds are removed.
    ///
    /// - Parameters:
    ///   - request: The request; whoever sends it has to send the same method, header fields and body.
    ///   - credentials: Whom the request is from.
    ///   - date: The time from which the address is good.
    ///   - seconds: How long it is good; held to AWS's range of 1 second…7 days (604 800).
    public func presign(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int = 3600
    ) {
        presignRecordingStages(&request, with: credentials, at: date, expiresIn: seconds)
    }

    /// Signs as ``presign(_:with:at:expiresIn:)`` does, and gives the stages.
    @discardableResult
    package func presignRecordingStages(
        _ request: inout AWSHTTPRequest, with credentials: AWSCredentials, at date: Date, expiresIn seconds: Int
    ) -> SigV4Stages {
        var buffer = SigningBuffer(capacity: 2048)
        let timestamp = SigningTimestamp(date)
        return scheme.presign(
            &request, with: credentials, at: timestamp, expiresIn: seconds, in: &buffer,
            by: { keys.key(for: timestamp, secret: credentials.secretAccessKey).authenticationCode(for: $0) }
        ).stages(in: buffer)
    }
}
