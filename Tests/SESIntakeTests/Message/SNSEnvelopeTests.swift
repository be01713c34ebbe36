import Foundation
import Testing

@testable import SESIntake

@Suite("A message's envelope")
struct SNSEnvelopeTests {
    private let topics: SNSTopicList

    init() throws {
        topics = try SNSTopicList([Envelope.topic])
    }

    private func read(_ envelope: Envelope) throws -> SNSEnvelope { try SNSEnvelope(envelope.body, topics: topics) }

    private func code(_ envelope: Envelope) -> SESIntakeError.Code? {
        do { _ = try read(envelope) } catch { return (error as? SESIntakeError)?.code }
        return nil
    }

    @Test("what is signed of a notification: name and value in the order of names, each with a line end")
    func notificationText() throws {
        let text = try read(.notification.with("Message", "Hello\nthere")).signedText
        #expect(
            String(decoding: text, as: UTF8.self) == """
                Message
                Hello
                there
                MessageId
                c0e5a280-53c9-5a98-93bb-c0a560b3d192
                Subject
                Amazon SES Email Event Notification
                Timestamp
                2025-05-01T09:00:00.000Z
                TopicArn
                arn:aws:sns:eu-west-1:123456789012:promo
                Type
                Notification

                """)
    }

    @Test("a subject that isn't there isn't signed; null is not there, an empty one is", arguments: [nil, "null"])
    func noSubject(json: String?) throws {
        var envelope = Envelope.notification.with("Subject", nil)
        if let json { envelope = envelope.with("Subject", json: json) }
        let text = String(decoding: try read(envelope).signedText, as: UTF8.self)
        #expect(!text.contains("Subject"))
        #expect(
            text.hasSuffix(
                "Timestamp\n2025-05-01T09:00:00.000Z\nTopicArn\n\(Envelope.topic.rawValue)\nType\nNotification\n"))
        let empty = String(decoding: try read(.notification.with("Subject", "")).signedText, as: UTF8.self)
        #expect(empty.contains("\nSubject\n\nTimestamp\n"))
    }

    @Test(
        "what is signed of both kinds about a subscription",
        arguments: ["SubscriptionConfirmation", "UnsubscribeConfirmation"])
    func confirmationText(type: String) throws {
        let text = try read(.confirmation.with("Type", type).with("Message", "m").with("Subject", "unsigned"))
            .signedText
        #expect(
            String(decoding: text, as: UTF8.self) == """
                Message
                m
                MessageId
                c0e5a280-53c9-5a98-93bb-c0a560b3d192
                SubscribeURL
                https://\(Envelope.host)/?Action=ConfirmSubscription&TopicArn=\(Envelope.topic.rawValue)&Token=\(Envelope.token)
                Timestamp
                2025-05-01T09:00:00.000Z
                Token
                \(Envelope.token)
                TopicArn
                arn:aws:sns:eu-west-1:123456789012:promo
                Type
                \(type)

                """)
    }

    @Test("every member that is needed must be there, as a string")
    func members() {
        for (envelope, also) in [(Envelope.notification, [String]()), (.confirmation, ["Token", "SubscribeURL"])] {
            let needed = [
                "Type", "MessageId", "TopicArn", "Message", "Timestamp", "SignatureVersion", "Signature",
                "SigningCertURL",
            ]
            for name in needed + also {
                #expect(code(envelope.with(name, nil)) == .malformedDelivery, "\(name) missing")
                for json in ["null", "1", "{}", "[\"x\"]", "true"] {
                    #expect(code(envelope.with(name, json: json)) == .malformedDelivery, "\(name) \(json)")
                }
            }
        }
        #expect(code(.notification.with("Subject", json: "1")) == .malformedDelivery)
    }

    @Test("values that break a line, or aren't of SNS's form, are refused")
    func values() {
        let wrong: [(String, [String])] = [
            ("Type", ["", "notification", "Notification\n", "SubscriptionConfirmation2"]),
            ("MessageId", ["", "a b", "a\nSubject\nb", "é", String(repeating: "a", count: 101)]),
            ("Subject", ["a\nb", "a\r", "\u{0}"]),
            (
                "Timestamp",
                [
                    "", "2025-05-01T09:00:00.000Z\n", "2025-05-01T09:00:00.000", "2025-05-01T09:00:00+02:00", "Z",
                    "yesterdayZ",
                ]
            ),
            (
                "Signature",
                [
                    "", "c2lnbmF0dXJl\n", "c2lnbmF0dXJ", "c2lnbmF0dXJlZA", "c2lnbmF0dXJlZB==", "c2ln*mF0dXJl",
                    " c2lnbmF0dXJl",
                    String(repeating: "AAAA", count: 351),
                ]
            ),
        ]
        for (name, values) in wrong {
            for value in values {
                #expect(code(.notification.with(name, value)) == .malformedDelivery, "\(name) \(value)")
            }
        }
        for value in ["", "a b", "a&Action=Publish", "é", String(repeating: "a", count: 2049)] {
            #expect(code(.confirmation.with("Token", value)) == .malformedDelivery, "Token \(value)")
        }
    }

    @Test("versions 1 and 2 are read, others refused", arguments: ["0", "3", "", "01", "1 ", "2.0", "two"])
    func versions(text: String) throws {
        #expect(try read(.notification).version == .one)
        #expect(try read(.notification.with("SignatureVersion", "2")).version == .two)
        #expect(code(.notification.with("SignatureVersion", text)) == .signatureVersion)
    }

    @Test("an address to confirm by that leads elsewhere is refused, though it would never be followed")
    func subscribeURL() {
        let good = "https://sns.eu-west-1.amazonaws.com/"
        let tricks = URLTricks.all.map { $0.replacing(URLTricks.name, with: "?Action=ConfirmSubscription&Token=1") }
        for trick in tricks + [
            "http://169.254.169.254/latest/", "\(good)?Action=Publish&x=", "\(good)?Action=ConfirmSubscription& x",
        ]
        where !trick.hasPrefix("\(good)?Action=ConfirmSubscription&")
            || trick.utf8.contains(where: { $0 <= 0x20 || $0 > 0x7E })
        {
            #expect(code(.confirmation.with("SubscribeURL", trick)) == .foreignAddress, "\(trick)")
        }
    }

    @Test("of a message for somebody else nothing but the topic is looked at")
    func topicFirst() {
        let foreign = Envelope.notification.with("TopicArn", "arn:aws:sns:eu-west-1:999999999999:promo")
        #expect(code(foreign) == .foreignTopic)
        #expect(
            code(foreign.with("Type", "?").with("Signature", "?").with("SigningCertURL", "http://evil.com"))
                == .foreignTopic)
    }

    @Test("an error never quotes what the message holds")
    func secrecy() {
        for envelope in [
            Envelope.confirmation.with("Type", "secret-1"), .confirmation.with("Timestamp", "secret-1"),
            .confirmation.with("SigningCertURL", "https://secret-1"),
            .confirmation.with("SubscribeURL", "https://secret-1"),
            .confirmation.with("Token", "secret-1 "), .confirmation.with("Signature", "secret-1"),
        ] {
            let error = #expect(throws: SESIntakeError.self) { try read(envelope) }
            #expect(error?.description.contains("secret-1") == false)
        }
    }
}
