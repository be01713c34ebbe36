import SESSigning
import SESValues

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Calls another service of AWS by its protocol AWS JSON 1.0, as a client calls SES: with the same credentials, transport,
/// clocks, observers and repetitions.
package struct JSONServiceCaller: Sendable {
    private let caller: ServiceCaller
    private let operationPrefix: String

    /// The time of calls.
    package var configuration: SESv2Client.Configuration { caller.client.configuration }

    /// Creates a caller.
    ///
    /// - Parameters:
    ///   - service: The name that requests are signed for, such as `sqs`.
    ///   - operationPrefix: What stands before an operation's name in `X-Amz-Target`, such as `AmazonSQS`.
    ///   - region: The region that requests are signed for.
    ///   - url: The service's address; `http` for loopback only. Nothing from outside takes its place.
    ///   - credentials: Where credentials come from; nil for the standard chain.
    ///   - transport: What carries the requests.
    ///   - configuration: Limits, clocks and repetitions; its endpoint isn't used.
    /// - Throws: ``SESv2Error`` with code `invalidEndpoint` or `invalidSettings`.
    package init(
        service: String, operationPrefix: String, region: Region, url: String,
        credentials: (any CredentialProvider)?, transport: any HTTPTransport,
        configuration: SESv2Client.Configuration
    ) throws(SESv2Error) {
        caller = try ServiceCaller(
            service: service, region: region, url: url, credentials: credentials, transport: transport,
            configuration: configuration)
        self.operationPrefix = operationPrefix
    }

    /// Makes one call that may be repeated freely.
    ///
    /// - Parameters:
    ///   - operation: The operation's name, such as `ReceiveMessage`.
    ///   - body: Its input in JSON.
    /// - Returns: Its output in JSON.
    /// - Throws: ``SESv2Error``; `CancellationError` if the task is cancelled; what the credential provider throws.
    package func answer(to operation: String, body: Data) async throws -> Data {
        try await caller.answer(
            to: operation,
            headers: [
                "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "\(operationPrefix).\(operation)",
            ], body: body)
    }
}
