import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("What printing shows")
struct PrivacyTests {
    private func texts(of value: some Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    @Test("a request, its headers and a response show neither secrets nor content")
    func http() {
        let headers: AWSHTTPHeaders = ["X-Amz-Security-Token": "token-1", "Authorization": "signature-1"]
        let request = AWSHTTPRequest(
            method: "POST", host: "example.com", path: "/p", headers: headers, body: Data("jane@example.org".utf8))
        let response = AWSHTTPResponse(status: 200, headers: headers, body: Data("jane@example.org".utf8))
        for text in [texts(of: request), texts(of: headers), texts(of: response)] {
            #expect(!text.contains("token-1") && !text.contains("signature-1") && !text.contains("jane"))
        }
        #expect("\(request)".contains("POST /p"))
        #expect("\(response)".contains("200"))
    }

    @Test("a client shows its region, and nothing of its credentials and connections")
    func client() throws {
        let client = try SESv2Client(
            region: .euWest1,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "AKID", secretAccessKey: "hush")),
            configuration: .init(settings: AWSSettings()))
        #expect(texts(of: client).contains("eu-west-1"))
        #expect(!texts(of: client).contains("hush") && !texts(of: client).contains("AKID"))
        #expect(Mirror(reflecting: client).children.map(\.label) == ["region"])
    }

    @Test("an event in a log line shows its type and its mail's id, and nobody's address")
    func event() {
        let bounce = SESEvent.Bounce(recipients: [SESEvent.Recipient(emailAddress: "jane@example.org")])
        let event = SESEvent(
            mail: SESEvent.Mail(messageID: "m-1", destination: ["jane@example.org"]), kind: .bounce(bounce))
        #expect("\(event)" == "SESEvent(Bounce, message m-1)")
        #expect(!"\([event])".contains("jane"))
    }

    @Test("the input of a send shows nothing of the mail")
    func sends() {
        let email = Email(
            from: "me@example.com", to: ["jane@example.org"], subject: "May sale", text: "May sale",
            tags: ["who": "jane"])
        let text = texts(of: SendEmail(email, configurationSetName: "s"))
        #expect(!text.contains("jane") && !text.contains("May"))
    }

    @Test("an address inside a refused value is cut to its domain")
    func refusedValue() throws {
        let arn = "arn:aws:ses:eu-west-1:123456789012:identity/jane@example.org "
        let error = #expect(throws: SESValueError.self) { try ARN(arn) }
        #expect(error.map { $0.description.contains("jane") } == false)
        let name = "jane@example.org"
        let named = #expect(throws: SESValueError.self) { try ConfigurationSetName(name) }
        #expect(named?.value == "…@example.org")
    }

    @Test("the service's words take one line and no more than a thousand characters")
    func serviceText() async throws {
        let long = String(repeating: "x", count: 5000)
        let body = "{\"message\":\"a\\nb\\u0000\(long)\"}"
        let transport = RecordingTransport(400, ["x-amzn-ErrorType": "BadRequestException"], body: body)
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(transport).getConfigurationSet("s")
        }
        #expect(error?.message.hasPrefix("a b x") == true)
        #expect(error.map { $0.message.count <= 1000 } == true)
    }
}
