import Foundation
import SESCore
import Testing

/// The forms each transport delivers an event in; raw delivery is the bare event of `EnvelopeTests`.
@Suite("The transports of events")
struct TransportTests {
    static let transports: [(String, String, [String])] = [
        ("sns-notification", "json", ["delivery"]), ("sns-in-firehose", "json", ["click"]),
        ("lambda-sns", "json", ["delivery"]), ("lambda-sqs", "json", ["send", "bounce", "open"]),
        ("eventbridge", "json", ["rendering-failure"]), ("firehose", "jsonl", ["subscription", "complaint"]),
        ("firehose-transformation", "json", ["reject", "delivery-delay"]),
    ]

    @Test("Each gives the events it carries", arguments: transports)
    func events(name: String, ending: String, events: [String]) throws {
        let body = try EventFixture.envelope(name, ending: ending)
        #expect(try SESEvent.decodeAll(from: body) == events.map(EventFixture.event))
    }

    @Test("What SQS holds is what Lambda gets in a record's body")
    func queue() throws {
        for (envelope, event) in [("sns-notification", "delivery"), ("eventbridge", "rendering-failure")] {
            let body = try EventFixture.envelope(envelope)
            #expect(try SESEvent.decodeAll(from: body) == [try EventFixture.event(event)])
            let record = #"{"eventSource":"aws:sqs","body":\#(try EventFixture.quoted(body))}"#
            let text = #"{"Records":[\#(record)]}"#
            #expect(try SESEvent.decodeAll(from: text) == [try EventFixture.event(event)])
        }
    }

    @Test("Every type comes out of EventBridge under its own detail-type", arguments: EventFixture.types)
    func detailType(name: String) throws {
        let event = try EventFixture.event(name)
        let type = try #require(event.type.eventBridgeDetailType)
        let body = EventFixture.eventBridge(try EventFixture.text(name), type: type)
        #expect(try SESEvent.decodeAll(from: body) == [event])
        // Under a known name what lacks a mail is a broken event, not a notice.
        let records = try SESEvent.decodeRecords(from: Data(EventFixture.eventBridge("{}", type: type).utf8))
        #expect(records.first?.failure?.code == .undecodableEvent)
    }

    @Test(
        "What else SES tells EventBridge is a notice of its name",
        arguments: [
            "Advisor Recommendation Status Open", "Advisor Recommendation Status Resolved", "Sending Status Enabled",
            "Sending Status Disabled",
        ])
    func otherDetailType(type: String) throws {
        let body = EventFixture.eventBridge(#"{"version":"1.0","data":{}}"#, type: type)
        let records = try SESEvent.decodeRecords(from: Data(body.utf8))
        #expect(records.map(\.content) == [.notice(.otherEventBridgeEvent(detailType: type))])
    }

    @Test("SNS asks for a confirmation of a subscription and of its end")
    func confirmations() throws {
        let confirmation = SESNotice.Confirmation(
            topicARN: "arn:aws-cn:sns:cn-north-1:123456789012:promo", token: "t0ken")
        let expected: [(String, SESNotice)] = [
            ("sns-subscription-confirmation", .subscriptionConfirmation(confirmation)),
            ("sns-unsubscribe-confirmation", .unsubscribeConfirmation(confirmation)),
        ]
        for (name, notice) in expected {
            let records = try SESEvent.decodeRecords(from: Data(try EventFixture.envelope(name).utf8))
            #expect(records.map(\.content) == [.notice(notice)])
        }
    }
}
