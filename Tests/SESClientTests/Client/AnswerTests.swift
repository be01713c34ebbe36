import Foundation
import SESClient
import SESCore
import Testing

@Suite("What the client makes of answers and refusals")
struct AnswerTests {
    private let email = Email(from: "shop@example.com", to: ["jane@example.org"], subject: "s", text: "t")

    @Test(
        "a send whose answer has no message id was accepted and can't be read", arguments: ["", "{}", #"{"Other":1}"#])
    func noMessageID(body: String) async throws {
        let client = try SESv2Client.test(RecordingTransport(body: body))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(email, configurationSet: "s") }
        #expect(error?.code == .unreadableResponse)
        #expect(error?.message.contains("MessageId") == true)
        #expect(error?.isSafeToRetry == false)
    }

    @Test(
        "a send's answer is read as a decoder reads it, whatever its form",
        arguments: [
            #"{"MessageId":"0102-a"}"#, " {\n\t\"MessageId\" : \"0102-a\" }\r\n", #"{"MessageId":"a\u0062\"c"}"#,
            #"{"MessageId":"é😀"}"#, #"{"MessageId":""}"#, #"{"MessageId":"a","Other":{"MessageId":"b"}}"#,
            #"{"Other":["MessageId"],"MessageId":"a"}"#, #"{"MessageId":"a"} {}"#, #"{"MessageId":"a""#,
            #"{"MessageId":"a"#,
            #"{"MessageId":"a"}}"#, #"{"MessageId":1}"#, #"{"MessageId":null}"#, #"{"messageId":"a"}"#,
            #"{" MessageId":"a"}"#,
            #"{ "MessageId" "a"}"#, #"["MessageId","a"]"#, "{\"MessageId\":\"a\u{7f}\"}", "{\"MessageId\":\"a\nb\"}",
            "{",
            "\"MessageId\"", #"{"MessageId":"a",}"#, #"{,"MessageId":"a"}"#, "\u{feff}{\"MessageId\":\"a\"}",
        ])
    func forms(body: String) async throws {
        let client = try SESv2Client.test(RecordingTransport(body: body))
        let expected = try? JSONDecoder().decode(SendEmail.Output.self, from: Data(body.utf8))
        if let expected, !expected.messageID.isEmpty {
            #expect(try await client.send(email, configurationSet: "s") == expected)
        } else {
            let error = await #expect(throws: SESv2Error.self) { try await client.send(email, configurationSet: "s") }
            #expect(error?.code == .unreadableResponse)
        }
    }

    @Test("other calls take an empty answer")
    func emptyAnswer() async throws {
        let client = try SESv2Client.test(RecordingTransport(body: ""))
        try await client.putConfigurationSetSendingOptions("s", SendingOptions(sendingEnabled: true))
    }

    @Test("a broken rule is told in full, at-signs included")
    func ruleText() async throws {
        let client = try SESv2Client.test(RecordingTransport())
        var wrong = email
        wrong.destination.toAddresses = [EmailAddress(rawValue: "jane")]
        let address = await #expect(throws: SESv2Error.self) { try await client.send(wrong, configurationSet: "s") }
        #expect(address?.message == (address?.underlyingError as? SESValueError)?.description)
        wrong = email
        wrong.tags = [MessageTag("kind", "a b")]
        let tag = await #expect(throws: SESv2Error.self) { try await client.send(wrong, configurationSet: "s") }
        #expect(tag?.message.contains("'@'") == true)
    }

    @Test(
        "empty keys are no credentials, and nothing is sent",
        arguments: [("", "secret"), ("AKIDEXAMPLE", "")])
    func emptyKeys(id: String, secret: String) async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client(
            region: .euWest1,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: id, secretAccessKey: secret)),
            transport: transport)
        let error = await #expect(throws: SESv2Error.self) { try await client.getAccount() }
        #expect(error?.code == .noCredentials)
        #expect(transport.requests.isEmpty)
    }

    @Test(
        "only what is certain not to have mailed is safe to retry",
        arguments: [
            (429, true), (500, false), (502, false), (503, true), (504, false), (400, false), (404, false),
            (403, false),
        ])
    func safeToRetry(status: Int, isSafe: Bool) async throws {
        let client = try SESv2Client.test(RecordingTransport(status, body: "{}"))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(email, configurationSet: "s") }
        #expect(error?.isSafeToRetry == isSafe)
    }

    @Test(
        "an answer that isn't the service's leaves a send's outcome open, and not that of a read",
        arguments: [302, 408])
    func foreignAnswers(status: Int) async throws {
        let client = try SESv2Client.test(RecordingTransport(status, body: "<html>"))
        let sending = await #expect(throws: SESv2Error.self) { try await client.send(email, configurationSet: "s") }
        #expect(sending?.code == .outcomeUnknown)
        let reading = await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(reading?.code == .otherServiceError)
    }

    @Test("reputation options as they were read can be put back: the last fresh start is the service's own")
    func readAndPut() async throws {
        let transport = RecordingTransport()
        let read = ReputationOptions(reputationMetricsEnabled: true, lastFreshStart: Date(timeIntervalSince1970: 1))
        try await SESv2Client.test(transport).putConfigurationSetReputationOptions("s", read)
        let body = try #require(transport.requests.first).body
        #expect(String(decoding: body, as: UTF8.self) == #"{"ReputationMetricsEnabled":true}"#)
    }
}
