import SESSigning
import SESValues

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Calls another service of AWS as a client calls SES: with the same credentials, transport, clocks, observers and repetitions.
struct ServiceCaller: Sendable {
    let client: SESv2Client
    private let target: CallTarget

    /// Creates a caller.
    ///
    /// - Throws: ``SESv2Error`` with code `invalidEndpoint` or `invalidSettings`.
    init(
        service: String, region: Region, url: String, credentials: (any CredentialProvider)?,
        transport: any HTTPTransport, configuration: SESv2Client.Configuration
    ) throws(SESv2Error) {
        var configuration = configuration
        // Said explicitly, so that an address or a kind of endpoint which is set outside for SES doesn't count.
        configuration.endpoint = EndpointOptions(usesFIPS: false, usesDualStack: false, url: url)
        client = try SESv2Client(
            region: region, credentials: credentials, transport: transport, configuration: configuration)
        let signer = SigV4Signer(service: service, region: region.rawValue)
        target = CallTarget(endpoint: client.endpoint) { signer.sign(&$0, with: $1, at: $2) }
    }

    /// Makes one call that may be repeated freely.
    ///
    /// - Parameters:
    ///   - operation: The operation's name.
    ///   - headers: What the protocol wants beside the usual.
    ///   - body: Its input.
    /// - Returns: Its output.
    /// - Throws: ``SESv2Error``; `CancellationError` if the task is cancelled; what the credential provider throws.
    func answer(to operation: String, headers: AWSHTTPHeaders, body: Data) async throws -> Data {
        let identity = ObservedCall(operation: operation, invocationID: InvocationID.random(), isIdempotent: true)
        var request = AWSHTTPRequest(
            method: "POST", scheme: target.endpoint.scheme, host: target.endpoint.host, port: target.endpoint.port,
            path: target.endpoint.basePath + "/", headers: headers, body: body)
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
