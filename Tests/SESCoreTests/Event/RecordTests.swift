import Foundation
import SESCore
import Testing

@Suite("The records of a delivery")
struct RecordTests {
    private func records(_ text: String) throws -> [SESRecord] {
        try SESEvent.decodeRecords(from: Data(text.utf8))
    }

    /// A letter for each record: event, notice, failure.
    private func kinds(_ records: [SESRecord]) -> String {
        records.map { $0.event != nil ? "e" : $0.failure != nil ? "f" : "n" }.joined()
    }

    private func line(_ name: String) throws -> String {
        let object = try JSONDecoder().decode(JSONValue.self, from: EventFixture.data(name))
        return String(decoding: try JSONEncoder().encode(object), as: UTF8.self)
    }

    @Test(
        "a bad record never costs its neighbours, and is told with its place and reason",
        arguments: [
            (#"{"x":1}"#, "must have a string eventType or notificationType, or be an envelope of SNS or EventBridge"),
            (#"{"eventType":"Bounce","mail":{}}"#, "must have an object mail with a string messageId"),
            (#"{"eventType":"Bounce","mail":{"messageId":"m"}"#, "must be JSON: there is an unexpected character"),
            (#"{"eventType":"Bou"#, "must be JSON: there is a control character in a string"),
            (#"{"a":[1,2"#, "must be JSON: there is an unexpected character"),
            ("]]", "must be JSON: there is an unexpected character"),
            ("7", "must be a JSON object or a list of them"),
            ("{\"a\":\"\u{1}\"}", "must be JSON: there is a control character in a string"),
        ])
    func neighbours(bad: String, rule: String) throws {
        let good = try line("bounce")
        let found = try records("\(good)\n\(bad)\n\(good)\n")
        #expect(kinds(found) == "efe")
        #expect(found.map(\.number) == [1, 2, 3])
        let start = good.utf8.count + 1
        #expect(found.map(\.offset) == [0, start, start + bad.utf8.count + 1])
        let failure = try #require(found[1].failure)
        #expect(failure.code == .undecodableEvent)
        #expect(failure.field == "record 2 at byte \(start)")
        #expect(failure.rule.hasPrefix(rule))
        #expect(throws: failure) { try SESEvent.decodeAll(from: "\(good)\n\(bad)\n\(good)\n") }
    }

    @Test("bytes that are no UTF-8 cost their own line")
    func encoding() throws {
        let good = Data(try line("open").utf8)
        let bad = Data(#"{"eventType":""#.utf8) + Data([0xFF, 0xFE]) + Data(#""}"#.utf8)
        let newline = Data("\n".utf8)
        let found = try SESEvent.decodeRecords(from: good + newline + bad + newline + good)
        #expect(kinds(found) == "efe")
    }

    @Test("a broken record that is spread over lines ends where the next one begins")
    func spread() throws {
        let broken = "{\n  \"Type\" : \"Notification\",\n  \"Message\" : {\n    \"a\" : tru\n  }\n}"
        let found = try records("\(broken)\n\(try line("click"))\n\(broken)")
        #expect(kinds(found) == "fef")
    }

    @Test("a bad record inside a list, Lambda's records or one message costs only itself")
    func nested() throws {
        let good = try line("delivery")
        #expect(kinds(try records("[\(good),{\"x\":1},7,\(good)]")) == "effe")
        let sqs = try [good, "{\"eventType\":", "plain", good].map { "{\"body\":\(try EventFixture.quoted($0))}" }
        #expect(kinds(try records("{\"Records\":[\(sqs.joined(separator: ",")),{},3]}")) == "efneff")
        #expect(kinds(try records(EventFixture.sns("\(good)\n{\"x\":\n\(good)"))) == "efe")
    }

    @Test("the records of a Firehose transformation are read from their base64")
    func firehose() throws {
        let data = try ["send", "open"].map { Data(try line($0).utf8).base64EncodedString() }
        let records = (data + ["not base64!", Data([0xFF]).base64EncodedString()]).map {
            "{\"recordId\":\"1\",\"approximateArrivalTimestamp\":1,\"data\":\"\($0)\"}"
        }
        let text = "{\"invocationId\":\"i\",\"region\":\"eu-west-1\",\"records\":[\(records.joined(separator: ","))]}"
        let found = try self.records(text)
        #expect(kinds(found) == "eeff")
        #expect(found.compactMap(\.event?.type) == [.send, .open])
        #expect(found.compactMap(\.failure?.rule).last == "must be JSON: it is not UTF-8")
    }

    @Test("what is no event is recognised as what it is")
    func notices() throws {
        let note = "Successfully validated SNS topic for Amazon SES event publishing."
        let confirmation = """
            {"Type":"SubscriptionConfirmation","TopicArn":"arn:aws:sns:eu-west-1:123456789012:promo","Token":"t0",
             "Message":"You have chosen to subscribe","SubscribeURL":"https://sns.eu-west-1.amazonaws.com/?x"}
            """
        let expected: [(String, SESNotice)] = [
            (note, .topicValidation), (try EventFixture.sns(note), .topicValidation),
            (try EventFixture.sns("Hello"), .text),
            (
                confirmation,
                .subscriptionConfirmation(
                    .init(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo", token: "t0"))
            ),
            (
                confirmation.replacing("Subscription", with: "Unsubscribe", maxReplacements: 1),
                .unsubscribeConfirmation(.init(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo", token: "t0"))
            ),
            (#"{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"m"}"#, .feedbackTopicValidation),
            (#"{"notificationType":"Received","mail":{"messageId":"m"},"receipt":{}}"#, .receivedMail),
            (
                EventFixture.eventBridge(#"{"version":"1.0"}"#, type: "Sending Status Disabled"),
                .otherEventBridgeEvent(detailType: "Sending Status Disabled")
            ),
        ]
        for (text, notice) in expected {
            let found = try records(text)
            #expect(found.map(\.content) == [.notice(notice)], "\(text)")
            #expect(try SESEvent.decodeAll(from: text).isEmpty)
        }
    }

    @Test("only too many bytes are refused as a whole")
    func size() throws {
        #expect(throws: SESValueError.self) { try SESEvent.decodeRecords(from: Data("{}".utf8), maximumByteCount: 1) }
        #expect(try records("").isEmpty)
        #expect(kinds(try records("}")) == "f")
    }
}
