#if CryptoSupport
import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("Sending through a multi-region endpoint")
struct MultiRegionSendTests {
    private static let email: Email = {
        var email = Email.test
        email.endpointID = "abc.def"
        return email
    }()

    private static let sends: [any SESOperation] = [
        SendEmail(email, configurationSetName: "promo"),
        {
            var bulk = SendBulkEmail(
                from: "shop@example.com",
                content: BulkEmailContent(template: TemplateReference(templateName: "t", templateData: "{}")),
                entries: [BulkEmailEntry(destination: EmailDestination(toAddresses: ["jane@example.org"]))],
                configurationSetName: nil)
            bulk.endpointID = "abc.def"
            return bulk
        }(),
    ]

    @Test("goes to the endpoint's host with a signature for all regions", arguments: sends)
    func signed(send: any SESOperation) async throws {
        let transport = RecordingTransport(body: #"{"MessageId":"m-1","BulkEmailEntryResults":[]}"#)
        let now = Date(timeIntervalSince1970: 1_767_323_045)
        let client = try SESv2Client.test(transport, configuration: .init(now: { now }))
        try await execute(send, with: client)
        let request = try #require(transport.requests.first)
        #expect(request.scheme == "https")
        #expect(request.host == "abc.def.endpoints.email.amazonaws.com")
        #expect(request.headers["X-Amz-Region-Set"] == "*")
        #expect(
            request.headers["Authorization"]?.hasPrefix(
                "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260102/ses/aws4_request, ") == true)
        for region in ["us-east-1", "eu-west-1"] {
            let verifier = SigV4aVerifier(service: "ses", region: region)
            try verifier.verify(request, at: now) { _ in SESv2Client.testCredentials }
        }
    }

    @Test("with dual stack goes to its host")
    func dualStack() async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(
            transport, configuration: .init(endpoint: EndpointOptions(usesDualStack: true)))
        try await client.send(Self.email, configurationSet: nil)
        #expect(transport.requests.first?.host == "abc.def.endpoints.email.global.api.aws")
    }

    @Test("with an address of one's own stays there, and is signed the same way")
    func custom() async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(
            transport, configuration: .init(endpoint: EndpointOptions(url: "https://localhost:4566")))
        try await client.send(Self.email, configurationSet: nil)
        #expect(transport.requests.first?.url == "https://localhost:4566/v2/email/outbound-emails")
        #expect(transport.requests.first?.headers["Authorization"]?.hasPrefix("AWS4-ECDSA-P256-SHA256 ") == true)
    }

    @Test("with FIPS is refused, and nothing is sent")
    func fips() async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport, configuration: .init(endpoint: EndpointOptions(usesFIPS: true)))
        let error = await #expect(throws: SESv2Error.self) {
            try await client.send(Self.email, configurationSet: nil)
        }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.operation == "SendEmail")
        #expect(transport.requests.isEmpty)
    }

    @Test("a send without such an endpoint stays with the region")
    func without() async throws {
        let transport = RecordingTransport()
        try await SESv2Client.test(transport).send(.test, configurationSet: nil)
        #expect(transport.requests.first?.host == "email.us-east-1.amazonaws.com")
        #expect(transport.requests.first?.headers["X-Amz-Region-Set"] == nil)
    }

    private func execute(_ send: some SESOperation, with client: SESv2Client) async throws {
        _ = try await client.execute(send)
    }
}
#endif
