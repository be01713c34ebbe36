import Foundation
import SESIntake
import Testing

@Suite("What Lambda hands over and takes back")
struct LambdaTests {
    private static let bounce = Envelope.event
    private func json(_ data: Data) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: data) }
    private func text(_ text: String) -> String { Envelope.json(text) }

    @Test("SNS: messages with their events, in Lambda's own spelling of the members")
    func sns() throws {
        let payload = """
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"arn:aws:sns:eu-west-1:123456789012:promo:1",
            "Sns":{"Type":"Notification","MessageId":"id-1","TopicArn":"\(Envelope.topic.rawValue)","Subject":null,
            "Message":\(text(Self.bounce + "\n")),"Timestamp":"2025-05-01T09:00:00.000Z","SignatureVersion":"1","Signature":"x",
            "SigningCertUrl":"https://x","UnsubscribeUrl":"https://x","MessageAttributes":{}}}]}
            """
        let event = try LambdaSNSEvent(Data(payload.utf8))
        #expect(event.events.map(\.mail.messageID) == ["m1"])
        #expect(event.messages.first?.messageID == "id-1")
        #expect(event.messages.first?.topicARN == Envelope.topic)
        #expect(event.messages.first?.subject == nil)
        #expect(event.messages.first?.publishedAt?.text == "2025-05-01T09:00:00.000Z")
    }

    private func sqs(_ messages: [(id: String, body: String, group: String?)]) throws -> LambdaSQSEvent {
        let records = messages.map { message in
            let attributes = message.group.map { #"{"MessageGroupId":"\#($0)"}"# } ?? "{}"
            return """
                {"messageId":"\(message.id)","receiptHandle":"h","body":\(text(message.body)),"attributes":\(attributes),\
                "messageAttributes":{},"eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:123456789012:q"}
                """
        }
        return try LambdaSQSEvent(Data(#"{"Records":[\#(records.joined(separator: ","))]}"#.utf8))
    }

    @Test("SQS: each message with its events, as they are or in envelopes")
    func sqsEvents() throws {
        let event = try sqs([
            ("1", Self.bounce, nil), ("2", String(decoding: Envelope.notification.body, as: UTF8.self), nil),
            ("3", "no event", nil),
        ])
        #expect(event.messages.map(\.messageID) == ["1", "2", "3"])
        #expect(event.messages.map(\.events.count) == [1, 1, 0])
        #expect(event.events.count == 2)
        #expect(event.messages.first?.queueARN == "arn:aws:sqs:eu-west-1:123456789012:q")
    }

    @Test("SQS: the reply names what failed, by the handler or because it can't be read, and nothing else")
    func sqsReply() async throws {
        struct Busy: Error {}
        let event = try sqs([
            ("1", Self.bounce, nil), ("2", #"{"eventType":"#, nil), ("3", Self.bounce, nil), ("4", Self.bounce, nil),
        ])
        let seen = Records<String>()
        let reply = await event.reply { message in
            seen.add(message.messageID)
            if message.messageID == "3" { throw Busy() }
        }
        #expect(
            String(decoding: reply, as: UTF8.self)
                == #"{"batchItemFailures":[{"itemIdentifier":"2"},{"itemIdentifier":"3"}]}"#)
        #expect(seen.all == ["1", "3", "4"])
        #expect(String(decoding: LambdaSQSEvent.reply(), as: UTF8.self) == #"{"batchItemFailures":[]}"#)
        #expect(
            String(decoding: LambdaSQSEvent.reply(failed: ["a\"b"]), as: UTF8.self)
                == #"{"batchItemFailures":[{"itemIdentifier":"a\"b"}]}"#)
    }

    @Test("SQS: after a failure the rest of a FIFO queue's group waits, other groups go on")
    func fifo() async throws {
        struct Busy: Error {}
        let event = try sqs([
            ("1", Self.bounce, "a"), ("2", Self.bounce, "a"), ("3", Self.bounce, "b"), ("4", Self.bounce, "a"),
        ])
        let seen = Records<String>()
        let reply = await event.reply { message in
            seen.add(message.messageID)
            if message.messageID == "1" { throw Busy() }
        }
        #expect(seen.all == ["1", "3"])
        #expect(
            String(decoding: reply, as: UTF8.self)
                == #"{"batchItemFailures":[{"itemIdentifier":"1"},{"itemIdentifier":"2"},{"itemIdentifier":"4"}]}"#)
    }

    @Test("EventBridge: the event, or none for one that isn't about a mail")
    func eventBridge() throws {
        func payload(_ type: String, _ detail: String) -> Data {
            Data(
                """
                {"version":"0","id":"id-1","detail-type":"\(type)","source":"aws.ses","account":"123456789012",\
                "time":"2025-05-01T09:00:00Z","region":"eu-west-1","resources":[],"detail":\(detail)}
                """.utf8)
        }
        let event = try LambdaEventBridgeEvent(payload("Email Bounced", Self.bounce))
        #expect(event.event?.mail.messageID == "m1")
        #expect(event.id == "id-1")
        #expect(event.detailType == "Email Bounced")
        #expect(try LambdaEventBridgeEvent(payload("Sending Status Disabled", "{}")).event == nil)
        let error = #expect(throws: SESIntakeError.self) { try LambdaEventBridgeEvent(payload("Email Bounced", "{}")) }
        #expect(error?.code == .malformedDelivery)
    }

    @Test("Firehose: each record with its events, and the reply with each once")
    func firehose() async throws {
        struct Busy: Error {}
        let line = Self.bounce + "\n"
        let data = Data(line.utf8).base64EncodedString()
        let records = (1...4).map { #"{"recordId":"\#($0)","approximateArrivalTimestamp":1,"data":"\#(data)"}"# }
        let payload =
            #"{"invocationId":"i","deliveryStreamArn":"a","region":"eu-west-1","records":[\#(records.joined(separator: ","))]}"#
        let event = try LambdaFirehoseEvent(Data(payload.utf8))
        #expect(event.events.count == 4)
        #expect(event.records.first?.data == Data(line.utf8))
        let reply = await event.reply { record in
            switch record.recordID {
            case "1": return .unchanged
            case "2": return .changed(Data("{}\n".utf8))
            case "3": return .dropped
            default: throw Busy()
            }
        }
        #expect(
            try json(reply)
                == json(
                    Data(
                        """
                        {"records":[{"recordId":"1","result":"Ok","data":"\(data)"},{"recordId":"2","result":"Ok","data":"e30K"},\
                        {"recordId":"3","result":"Dropped","data":"\(data)"},\
                        {"recordId":"4","result":"ProcessingFailed","data":"\(data)"}]}
                        """.utf8)))
    }

    @Test(
        "what isn't a payload is refused, without a word of it",
        arguments: ["", "{}", "[]", #"{"Records":{"secret":1}}"#, "secret"])
    func refused(text: String) {
        let reads: [(Data) throws -> Void] = [
            { _ = try LambdaSNSEvent($0) }, { _ = try LambdaSQSEvent($0) }, { _ = try LambdaEventBridgeEvent($0) },
            { _ = try LambdaFirehoseEvent($0) },
        ]
        for read in reads {
            let error = #expect(throws: SESIntakeError.self) { try read(Data(text.utf8)) }
            #expect(error?.code == .malformedDelivery)
            #expect(error?.description.contains("secret") == false)
        }
    }
}
