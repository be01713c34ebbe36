import Foundation
import Testing

@testable import SESIntake

@Suite("A webhook")
struct WebhookFlowTests {
    private struct Busy: Error {}

    @Test("gives the events of a verified notification, whatever the content type says")
    func delivered() async throws {
        let webhook = try FlowUnderTest(signed: [.notification])
        let answer = await webhook.receive(.notification)
        #expect(answer.response.status == 200)
        #expect(answer.response.body.isEmpty)
        guard case .delivered(let delivery) = answer.outcome else { throw Failure(answer) }
        #expect(delivery.topicARN == Envelope.topic)
        #expect(delivery.messageID == "c0e5a280-53c9-5a98-93bb-c0a560b3d192")
        #expect(delivery.subject == "Amazon SES Email Event Notification")
        #expect(delivery.publishedAt?.text == "2025-05-01T09:00:00.000Z")
        #expect(answer.events.map(\.mail.messageID) == ["m1"])
        #expect(webhook.transport.requests.isEmpty)
    }

    @Test("tells SES's note from an event, and hands on what can't be read as such")
    func otherContent() async throws {
        let note = Envelope.notification.with(
            "Message", "Successfully validated SNS topic for Amazon SES event publishing.")
        let webhook = try FlowUnderTest()
        guard case .topicValidated(Envelope.topic) = await webhook.receive(note).outcome else { throw Failure() }
        let answer = await webhook.receive(
            .notification.with("MessageId", "2").with("Message", #"{"eventType":"#), headers: [])
        guard case .delivered(let delivery) = answer.outcome else { throw Failure(answer) }
        #expect(delivery.records.count == 1)
        #expect(delivery.records.first?.failure != nil)
        #expect(answer.response.status == 200)
    }

    @Test("a message inside a message is neither verified nor acted on")
    func nested() async throws {
        let inner = String(decoding: Envelope.confirmation.body, as: UTF8.self)
        let webhook = try FlowUnderTest()
        let answer = await webhook.receive(.notification.with("Message", inner))
        guard case .delivered(let delivery) = answer.outcome else { throw Failure(answer) }
        #expect(delivery.events.isEmpty)
        #expect(webhook.transport.requests.isEmpty)
    }

    @Test("checks size, topic, form, address and age before the signature, and each has its status")
    func order() async throws {
        let options = SNSIntakeOptions(maximumByteCount: 3000)
        let large = Envelope.notification.with("TopicArn", "arn:aws:sns:eu-west-1:1:x")
            .with("Message", String(repeating: "a", count: 4000))
        let cases: [(Envelope, SESIntakeError.Code, Int)] = [
            (large, .tooLarge, 413),
            (
                .notification.with("TopicArn", "arn:aws:sns:eu-west-1:123456789012:other").with("Type", "x"),
                .foreignTopic, 403
            ),
            (.notification.with("Type", "x").with("SigningCertURL", "x"), .malformedDelivery, 400),
            (
                .notification.with("SigningCertURL", "https://evil.com/x.pem").with(
                    "Timestamp", "2020-01-01T00:00:00.000Z"),
                .foreignAddress, 403
            ),
            (.notification.with("Timestamp", "2025-05-01T07:59:59.000Z"), .tooOld, 403),
            (.notification.with("Timestamp", "2025-05-01T09:05:01.000Z"), .fromTheFuture, 403),
            (.notification.with("SignatureVersion", "3"), .signatureVersion, 403),
        ]
        let webhook = try FlowUnderTest(options: options)
        for (envelope, code, status) in cases {
            let answer = await webhook.receive(envelope)
            #expect(answer.refusal?.code == code)
            #expect(answer.response.status == status)
        }
        #expect(webhook.checks.value == 0)
        let forged = try FlowUnderTest(signed: [.confirmation])
        let answer = await forged.receive(.notification)
        #expect(answer.refusal?.code == .signatureInvalid)
        #expect(answer.response.status == 403)
        #expect(webhook.transport.requests.isEmpty && forged.transport.requests.isEmpty)
    }

    @Test("ages at the edge are taken", arguments: ["2025-05-01T08:00:00.000Z", "2025-05-01T09:05:00.000Z"])
    func edges(timestamp: String) async throws {
        let answer = await (try FlowUnderTest()).receive(.notification.with("Timestamp", timestamp))
        #expect(answer.response.status == 200 && answer.refusal == nil)
    }

    @Test("takes version 1 unless 2 is required")
    func version() async throws {
        let strict = try FlowUnderTest(options: SNSIntakeOptions(requiresSignatureVersion2: true))
        let answer = await strict.receive(.notification)
        #expect(answer.refusal?.code == .signatureVersion)
        #expect(strict.checks.value == 0)
        #expect(await strict.receive(.notification.with("SignatureVersion", "2")).refusal == nil)
    }

    @Test("takes nothing but POST, and says so", arguments: ["GET", "HEAD", "PUT", "post", "", "OPTIONS"])
    func methods(method: String) async throws {
        let webhook = try FlowUnderTest()
        let answer = await webhook.receive(.notification, method: method)
        #expect(answer.refusal?.code == .wrongMethod)
        #expect(answer.response.status == 405)
        #expect(answer.response.headers["Allow"] == "POST")
        #expect(webhook.checks.value == 0)
    }

    @Test("refuses header fields that say something else than the body, or say it twice; missing ones are no fault")
    func headers() async throws {
        let names = ["x-amz-sns-message-type", "X-Amz-Sns-Topic-Arn", "x-amz-sns-message-id"]
        for name in names {
            let webhook = try FlowUnderTest()
            let other = Envelope.notification.headers.filter { $0.name != name.lowercased() } + [(name, "other")]
            #expect(await webhook.receive(.notification, headers: other).refusal?.code == .malformedDelivery)
            let twice = Envelope.notification.headers + Envelope.notification.headers
            #expect(await webhook.receive(.notification, headers: twice).refusal?.code == .malformedDelivery)
            #expect(webhook.checks.value == 0)
        }
        #expect(await (try FlowUnderTest()).receive(.notification, headers: []).refusal == nil)
    }

    @Test("refuses raw deliveries: nothing can be verified")
    func raw() async throws {
        let webhook = try FlowUnderTest()
        let headers = Envelope.notification.headers + [(name: "x-amz-sns-rawdelivery", value: "true")]
        let answer = await webhook.receive(Data(Envelope.event.utf8), headers: headers)
        #expect(answer.refusal?.code == .rawDelivery)
        #expect(answer.response.status == 400)
        #expect(await webhook.receive(Data(Envelope.event.utf8)).refusal?.code == .malformedDelivery)
    }

    @Test("refuses a message that was taken, and tells the sender that all is well")
    func replayed() async throws {
        let webhook = try FlowUnderTest()
        #expect(await webhook.receive(.notification).events.count == 1)
        let again = await webhook.receive(.notification)
        #expect(again.refusal?.code == .replayed)
        #expect(again.response.status == 200)
        #expect(again.events.isEmpty)
        #expect(await webhook.receive(.notification.with("MessageId", "other")).events.count == 1)
    }

    @Test("a message whose handler fails may come again, and one that is forgotten too")
    func handlerFails() async throws {
        let webhook = try FlowUnderTest()
        let answer = await webhook.receive(.notification) { _ in throw Busy() }
        #expect(answer.refusal?.code == .handlerFailed)
        #expect(answer.refusal?.underlyingError is Busy)
        #expect(answer.response.status == 503)
        #expect(answer.events.isEmpty)
        let taken = await webhook.receive(.notification)
        guard case .delivered(let delivery) = taken.outcome else { throw Failure(taken) }
        webhook.flow.forget(delivery)
        #expect(await webhook.receive(.notification).events.count == 1)
    }

    @Test("while a message is worked on, the same one is put off rather than taken for done")
    func underway() async throws {
        let webhook = try FlowUnderTest()
        let codes = Records<SESIntakeError.Code?>()
        let answer = await webhook.receive(.notification) { _ in
            let second = await webhook.receive(.notification)
            codes.add(second.refusal?.code)
            if second.response.status != 503 { throw Busy() }
        }
        #expect(codes.all == [.underway])
        #expect(answer.events.count == 1)
    }

    @Test("reports a removed subscription and does nothing about it")
    func unsubscribed() async throws {
        let webhook = try FlowUnderTest()
        let answer = await webhook.receive(.confirmation.with("Type", "UnsubscribeConfirmation"))
        guard case .unsubscribed(Envelope.topic) = answer.outcome else { throw Failure(answer) }
        #expect(webhook.transport.requests.isEmpty)
    }

    @Test(
        "bodies that are no message are refused",
        arguments: [
            "", "null", "[]", "{}", "{", "Successfully validated SNS topic", "<html>", "{\"Type\":\"Notification\"}",
            "\u{FEFF}{}",
        ])
    func bodies(text: String) async throws {
        let answer = await (try FlowUnderTest()).receive(Data(text.utf8))
        #expect(answer.refusal?.code == .malformedDelivery)
        #expect(answer.response.status == 400)
    }

    @Test("a member that is there twice, in whatever spelling, is refused")
    func duplicates() async throws {
        let webhook = try FlowUnderTest()
        for name in ["TopicArn", "Message", "SigningCertURL", "Type", "Extra", "\\u0054opicArn"] {
            var envelope = Envelope.notification
            envelope.members.append((name, "\"x\""))
            envelope.members.append((name, "\"x\""))
            #expect(await webhook.receive(envelope).refusal?.code == .malformedDelivery)
        }
        #expect(webhook.checks.value == 0)
    }

    @Test("members that SNS may add are taken, unread")
    func additions() async throws {
        let envelope = Envelope.notification.with("MessageAttributes", json: #"{"a":{"Type":"String","Value":"b"}}"#)
            .with("SequenceNumber", json: "1").with("UnsubscribeURL", "http://evil.com/")
        #expect(await (try FlowUnderTest(signed: [.notification])).receive(envelope).events.count == 1)
    }
}

/// What a test needed and didn't get.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ answer: WebhookAnswer? = nil) {
        description = answer.map { "\($0.outcome)" } ?? "another outcome"
    }
}
