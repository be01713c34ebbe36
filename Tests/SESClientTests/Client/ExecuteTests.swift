import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("One call")
struct ExecuteTests {
    @Test("is signed with the credentials' key and token at the injected time")
    func signed() async throws {
        let credentials = AWSCredentials(accessKeyID: "AKIDTEMP", secretAccessKey: "key", sessionToken: "t/o+ken==")
        let now = Date(timeIntervalSince1970: 1_767_323_045)
        let transport = RecordingTransport(body: #"{"MessageId":"m-1"}"#)
        let client = try SESv2Client.test(
            transport, credentials: StaticCredentialProvider(credentials), configuration: .init(now: { now }))
        let output = try await client.send(.test, configurationSet: "promo")
        #expect(output.messageID == "m-1")
        let request = try #require(transport.requests.first)
        #expect(request.headers["X-Amz-Date"] == "20260102T030405Z")
        #expect(request.headers["X-Amz-Security-Token"] == "t/o+ken==")
        #expect(!request.url.contains("ken") && !request.body.isEmpty)
        let verifier = SigV4Verifier(service: "ses", region: "us-east-1")
        #expect(try verifier.verify(request, at: now) { $0 == "AKIDTEMP" ? credentials : nil } == credentials)
        var changed = request
        changed.body.append(0x20)
        #expect(throws: SigningError.self) { try verifier.verify(changed, at: now) { _ in credentials } }
    }

    @Test("carries an id of its own, the attempt, and who calls")
    func fields() async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport, configuration: .init(applicationID: "my app/1"))
        for _ in 0..<2 { _ = try await client.getAccount() }
        let ids = transport.requests.compactMap { $0.headers["amz-sdk-invocation-id"] }
        #expect(ids.compactMap { UUID(uuidString: $0) }.count == 2)
        #expect(Set(ids).count == 2)
        #expect(transport.requests[0].headers["amz-sdk-request"] == "attempt=1; max=3")
        let agent = try #require(transport.requests[0].headers["User-Agent"])
        #expect(agent.hasPrefix("swift-ses/"))
        #expect(agent.hasSuffix(" app/my-app-1"))
        #expect(agent.contains(" lang/swift"))
    }

    @Test(
        "has an application's name in the user agent only in characters that may stand there",
        arguments: [("", nil), ("a\r\nb", "app/a-b"), ("é😀(x)", "app/---x-"), (String(repeating: "a", count: 60), nil)])
    func applicationID(id: String, mark: String?) async throws {
        let transport = RecordingTransport()
        _ = try await SESv2Client.test(transport, configuration: .init(applicationID: id)).getAccount()
        let agent = try #require(transport.requests.first?.headers["User-Agent"])
        if let mark { #expect(agent.hasSuffix(" \(mark)")) }
        if id.isEmpty { #expect(!agent.contains("app/")) }
        if id.count == 60 { #expect(agent.hasSuffix(" app/" + String(repeating: "a", count: 50))) }
        #expect(agent.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }

    @Test("with a broken input never leaves, and says which field breaks which rule")
    func invalidInput() async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport)
        let error = await #expect(throws: SESv2Error.self) { _ = try await client.getConfigurationSet("a b") }
        #expect(error?.code == .invalidRequest)
        #expect(error?.operation == "GetConfigurationSet")
        #expect(error?.invocationID.flatMap(UUID.init(uuidString:)) != nil)
        #expect((error?.underlyingError as? SESValueError)?.field == "ConfigurationSetName")
        await #expect(throws: SESv2Error.self) {
            try await client.send(Email(from: "a@example.com", to: [], subject: "s", text: "t"), configurationSet: nil)
        }
        #expect(transport.requests.isEmpty)
    }

    @Test("with an input that JSON can't say never leaves")
    func unencodableInput() async throws {
        struct Odd: SESOperation {
            static let http = HTTPBinding(.post, "/v2/email/odd")
            typealias Output = EmptyOutput
            var number = Double.infinity
        }
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport)
        let error = await #expect(throws: SESv2Error.self) { try await client.execute(Odd()) }
        #expect(error?.code == .invalidRequest)
        #expect(transport.requests.isEmpty)
    }

    struct Refusal: Error {}

    struct FailingProvider: CredentialProvider {
        var error: any Error
        func credentials() async throws -> AWSCredentials { throw error }
    }

    @Test("without credentials never leaves")
    func noCredentials() async throws {
        let transport = RecordingTransport()
        let provider = EnvironmentCredentialProvider(environment: [:])
        let client = try SESv2Client.test(transport, credentials: provider)
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: nil) }
        #expect(error?.code == .noCredentials)
        #expect(error?.operation == "SendEmail")
        #expect(transport.requests.isEmpty)
    }

    @Test("whose provider fails throws the provider's error: no mail's outcome is unknown")
    func providerFails() async throws {
        let transport = RecordingTransport()
        let lost = HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "metadata service")
        let broken = try SESv2Client.test(transport, credentials: FailingProvider(error: lost))
        await #expect(throws: HTTPTransportError.self) { try await broken.send(.test, configurationSet: nil) }
        let refusing = try SESv2Client.test(transport, credentials: FailingProvider(error: Refusal()))
        await #expect(throws: Refusal.self) { try await refusing.send(.test, configurationSet: nil) }
        #expect(transport.requests.isEmpty)
    }

    @Test(
        "whose answer can't be read says so, and where",
        arguments: ["garbage", "[]", "{\"SendQuota\":", "7", "\u{FFFD}"])
    func garbage(body: String) async throws {
        let client = try SESv2Client.test(RecordingTransport(200, ["x-amzn-RequestId": "r-1"], body: body))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: nil) }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.httpStatus == 200)
        #expect(error?.requestID == "r-1")
        #expect(error?.operation == "SendEmail")
        #expect(error?.underlyingError is DecodingError)
    }

    @Test("whose answer has a member of another kind names it and not its content")
    func otherKind() async throws {
        let client = try SESv2Client.test(RecordingTransport(body: #"{"MessageId":{"a":"jane-secret"}}"#))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: nil) }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message.contains("MessageId") == true)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("takes an empty answer where there is nothing to say")
    func emptyAnswer() async throws {
        try await SESv2Client.test(RecordingTransport(body: "")).deleteConfigurationSet("a")
    }

    @Test("takes members and values that AWS adds later")
    func unknownMembers() async throws {
        let body =
            #"{"ConfigurationSetName":"a","New":{"x":[1]},"SendingOptions":{"SendingEnabled":true,"New":1},"#
            + #""DeliveryOptions":{"TlsPolicy":"QUANTUM"},"SuppressionOptions":{"SuppressedReasons":["DISLIKE"]}}"#
        let set = try await SESv2Client.test(RecordingTransport(body: body)).getConfigurationSet("a")
        #expect(set.name == "a")
        #expect(set.deliveryOptions?.tlsPolicy?.rawValue == "QUANTUM")
        #expect(set.suppressionOptions?.suppressedReasons?.map(\.rawValue) == ["DISLIKE"])
    }

    @Test("needs a region and an endpoint that can be")
    func initErrors() {
        let error = #expect(throws: SESv2Error.self) {
            try SESv2Client(
                region: "us-east-1", transport: RecordingTransport(),
                configuration: .init(endpoint: EndpointOptions(url: "http://mail.example.com")))
        }
        #expect(error?.code == .invalidEndpoint)
    }
}
