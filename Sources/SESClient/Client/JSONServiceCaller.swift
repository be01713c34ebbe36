import SESCore
import SESSigning

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Calls another service of AWS by its protocol AWS JSON 1.0, as a client calls SES: with the same credentials, transport,
/// clocks, observers and repetitions.
package struct JSONServiceCaller: Sendable {
    private let client: SESv2Client
    private let target: CallTarget
    private let operationPrefix: String

    /// The time of calls.
    package var configuration: SESv2Client.Configuration { client.configuration }

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
        var configuration = configuration
        // Said explicitly, so that an address or a kind of endpoint which is set outside for SES doesn't count.
        configuration.endpoint = EndpointOptions(usesFIPS: false, usesDualStack: false, url: url)
        client = try SESv2Client(
            region: region, credentials: credentials, transport: transport, configuration: configuration)
        let signer = SigV4Signer(service: service, region: region.rawValue)
        target = CallTarget(endpoint: client.endpoint) { signer.sign(&$0, with: $1, at: $2) }
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
        let identity = ObservedCall(operation: operation, invocationID: InvocationID.random(), isIdempotent: true)
        var request = AWSHTTPRequest(
            method: "POST", scheme: target.endpoint.scheme, host: target.endpoint.host, port: target.endpoint.port,
            path: target.endpoint.basePath + "/",
            headers: [
                "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "\(operationPrefix).\(operation)",
            ], body: body)
        request.headers["User-Agent"] = client.userAgent
        request.headers["amz-sdk-invocation-id"] = identity.invocationID
        let call = Call(client, identity, target, request)
        return try await client.configuration.observers.surround(identity) { await Self.run(call) }.get()
    }

    private static func run(_ begun: Call) async -> Result<Data, any Error> {
        var call = begun
        call.started()
        do {
            let response = try await call.response()
            call.ended()
            return .success(response.body)
        } catch {
            return .failure(call.ended(with: error))
        }
    }
}
