import Foundation
import SESCore
import Testing

@Suite("Reading what destinations deliver")
struct EnvelopeTests {
    @Test("A bare event is read, also with space around it and from text", arguments: EventFixture.all)
    func bare(name: String) throws {
        let event = try EventFixture.event(name)
        #expect(try SESEvent.decodeAll(from: try EventFixture.data(name)) == [event])
        #expect(try SESEvent.decodeAll(from: "\r\n\t " + EventFixture.text(name) + " \n") == [event])
        #expect(try SESEvent.decodeAll(from: "\u{FEFF}" + EventFixture.text(name)) == [event])
    }

    @Test("An event comes out of SNS, EventBridge and one in the other", arguments: EventFixture.types)
    func wrapped(name: String) throws {
        let event = try EventFixture.event(name)
        let text = try EventFixture.text(name)
        let sns = try EventFixture.sns(text)
        let bridge = EventFixture.eventBridge(text)
        for body in [sns, bridge, try EventFixture.sns(bridge), try EventFixture.sns(sns)] {
            #expect(try SESEvent.decodeAll(from: body) == [event])
        }
    }

    @Test("A stream of Firehose is read in order, with or without line ends, whatever the records are")
    func stream() throws {
        let bounce = try EventFixture.text("bounce")
        let click = try EventFixture.text("click")
        let records = [
            bounce, try EventFixture.sns(click), EventFixture.eventBridge(bounce),
            try EventFixture.text("unknown-type"),
        ]
        let expected = try ["bounce", "click", "bounce", "unknown-type"].map(EventFixture.event)
        for separator in ["\n", "", "\r\n", " ", "\n\n\t"] {
            #expect(try SESEvent.decodeAll(from: records.joined(separator: separator)) == expected)
            #expect(try SESEvent.decodeAll(from: records.joined(separator: separator) + separator) == expected)
        }
    }

    @Test("A list of events, and one message with several, are read")
    func lists() throws {
        let open = try EventFixture.text("open")
        let event = try EventFixture.event("open")
        #expect(try SESEvent.decodeAll(from: "[\(open), \(try EventFixture.sns(open))]") == [event, event])
        #expect(try SESEvent.decodeAll(from: "[]").isEmpty)
        #expect(try SESEvent.decodeAll(from: try EventFixture.sns(open + "\n" + open)) == [event, event])
    }

    @Test("The records Lambda gets from SNS and from SQS are read")
    func lambda() throws {
        let bounce = try EventFixture.text("bounce")
        let sns = try EventFixture.sns(bounce)
        let event = try EventFixture.event("bounce")
        let fromSNS = #"{"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":\#(sns)}]}"#
        #expect(try SESEvent.decodeAll(from: fromSNS) == [event])
        let bodies = try [bounce, sns, EventFixture.eventBridge(bounce)].map(EventFixture.quoted)
        let fromSQS =
            #"{"Records":[\#(bodies.map { #"{"eventSource":"aws:sqs","body":\#($0)}"# }.joined(separator: ","))]}"#
        #expect(try SESEvent.decodeAll(from: fromSQS) == [event, event, event])
        #expect(try SESEvent.decodeAll(from: #"{"Records":[]}"#).isEmpty)
    }

    @Test("No bytes give no event")
    func empty() throws {
        #expect(try SESEvent.decodeAll(from: Data()).isEmpty)
        #expect(try SESEvent.decodeAll(from: " \n\t").isEmpty)
    }

    static let note = "Successfully validated SNS topic for Amazon SES event publishing."

    @Test("What AWS and people write to a topic that is no event gives none")
    func notices() throws {
        let probe =
            #"{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed"}"#
        let bodies = [
            try EventFixture.sns(Self.note), Self.note, Self.note + "\n", probe, try EventFixture.sns(probe),
            try EventFixture.sns("You have chosen to subscribe", type: "SubscriptionConfirmation"),
            try EventFixture.sns(#"{"looks":"like JSON"}"#, type: "UnsubscribeConfirmation"),
            try EventFixture.sns("hello from the console"), try EventFixture.sns(""),
            EventFixture.eventBridge(#"{"data":{}}"#, type: "Sending Status Enabled"),
            EventFixture.eventBridge(#"{"eventType":"AwsApiCall"}"#, type: "AWS API Call via CloudTrail"),
        ]
        for body in bodies {
            #expect(try SESEvent.decodeAll(from: body).isEmpty, "\(body)")
        }
        let event = try EventFixture.event("send")
        #expect(try SESEvent.decodeAll(from: Self.note + "\n" + EventFixture.text("send")) == [event])
    }

    @Test("An EventBridge type not yet known is read if its detail has an e-mail")
    func newDetailType() throws {
        let body = EventFixture.eventBridge(try EventFixture.text("unknown-type"), type: "Email Teleported")
        #expect(try SESEvent.decodeAll(from: body) == [try EventFixture.event("unknown-type")])
    }

    @Test("Four envelopes may stand around an event, not five")
    func envelopeDepth() throws {
        var body = try EventFixture.text("reject")
        for _ in 0..<4 { body = EventFixture.eventBridge(body) }
        #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: EventFixture.eventBridge(body)) }
        // Every envelope around an envelope has no mail in its detail, and a known type all the same.
        #expect(try SESEvent.decodeAll(from: body) == [try EventFixture.event("reject")])
        var message = try EventFixture.text("reject")
        for _ in 0..<4 { message = try EventFixture.sns(message) }
        #expect(try SESEvent.decodeAll(from: message).count == 1)
        let five = try EventFixture.sns(message)
        let error = #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: five) }
        #expect(error?.rule == "cannot have more than 4 envelopes around an event")
    }

    @Test("Input larger than the limit is refused before it is read")
    func size() throws {
        let data = try EventFixture.data("send")
        #expect(try SESEvent.decodeAll(from: data, maximumByteCount: data.count).count == 1)
        let error = #expect(throws: SESValueError.self) {
            try SESEvent.decodeAll(from: data, maximumByteCount: data.count - 1)
        }
        #expect(error?.code == .undecodableEvent)
        #expect(throws: SESValueError.self) {
            try SESEvent.decodeAll(from: "ä", maximumByteCount: 1)
        }
        let large = Data(repeating: UInt8(ascii: " "), count: 16 << 20)
        #expect(try SESEvent.decodeAll(from: large).isEmpty)
        #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: large + Data([0x20])) }
    }

    @Test("Bytes in the middle of other bytes are read from their own start")
    func slice() throws {
        let data = try EventFixture.data("click")
        let slice = (Data("xx".utf8) + data + Data("yy".utf8)).dropFirst(2).dropLast(2)
        #expect(try SESEvent.decodeAll(from: slice) == [try EventFixture.event("click")])
    }
}
