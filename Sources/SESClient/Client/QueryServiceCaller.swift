import SESSigning
import SESValues

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Calls another service of AWS by its protocol AWS Query, a form answered in XML, as a client calls SES: with the same credentials,
/// transport, clocks, observers and repetitions.
package struct QueryServiceCaller: Sendable {
    private let caller: ServiceCaller
    private let version: String

    /// Creates a caller.
    ///
    /// - Parameters:
    ///   - service: The name that requests are signed for, such as `sns`.
    ///   - version: The API's version, such as `2010-03-31`.
    ///   - region: The region that requests are signed for.
    ///   - url: The service's address; `http` for loopback only. Nothing from outside takes its place.
    ///   - credentials: Where credentials come from; nil for the standard chain.
    ///   - transport: What carries the requests.
    ///   - configuration: Limits, clocks and repetitions; its endpoint isn't used.
    /// - Throws: ``SESv2Error`` with code `invalidEndpoint` or `invalidSettings`.
    package init(
        service: String, version: String, region: Region, url: String, credentials: (any CredentialProvider)?,
        transport: any HTTPTransport, configuration: SESv2Client.Configuration
    ) throws(SESv2Error) {
        caller = try ServiceCaller(
            service: service, region: region, url: url, credentials: credentials, transport: transport,
            configuration: configuration)
        self.version = version
    }

    /// Makes one call that may be repeated freely.
    ///
    /// - Parameters:
    ///   - action: The operation's name, such as `Publish`.
    ///   - parameters: Its input, in the order in which it is written.
    /// - Returns: Its output in XML.
    /// - Throws: ``SESv2Error``; `CancellationError` if the task is cancelled; what the credential provider throws.
    package func answer(to action: String, _ parameters: [(name: String, value: String)]) async throws -> Data {
        let all = [(name: "Action", value: action), (name: "Version", value: version)] + parameters
        let form = all.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
        return try await caller.answer(
            to: action,
            headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8", "Accept": "text/xml"],
            body: Data(form.joined(separator: "&").utf8))
    }
}
