import Foundation

@testable import SESIntake

/// The members of a message of SNS, to be altered; what it says is right, but its signature is none.
struct Envelope {
    static let topic: ARN = "arn:aws:sns:eu-west-1:123456789012:promo"
    static let host = "sns.eu-west-1.amazonaws.com"
    static let date = Date(timeIntervalSince1970: 1_746_090_000)
    static let token = String(repeating: "2336412f37fb687f5d51e6e2425929f5", count: 4)

    var members: [(name: String, json: String)]

    /// A notification with an event of SES.
    static var notification: Envelope {
        Envelope([
            ("Type", "Notification"), ("MessageId", "c0e5a280-53c9-5a98-93bb-c0a560b3d192"),
            ("TopicArn", topic.rawValue), ("Subject", "Amazon SES Email Event Notification"), ("Message", event + "\n"),
            ("Timestamp", "2025-05-01T09:00:00.000Z"), ("SignatureVersion", "1"), ("Signature", "c2lnbmF0dXJl"),
            ("SigningCertURL", "https://\(host)/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem"),
            (
                "UnsubscribeURL",
                "https://\(host)/?Action=Unsubscribe&SubscriptionArn=\(topic.rawValue):b24e11a2-06bd-4e73-aa29-0ed2de3b41b5"
            ),
        ])
    }

    /// The request to confirm a subscription.
    static var confirmation: Envelope {
        var envelope = notification
        envelope["Type"] = "SubscriptionConfirmation"
        envelope["Subject"] = nil
        envelope["UnsubscribeURL"] = nil
        envelope["Message"] = "You have chosen to subscribe to the topic \(topic.rawValue).\nTo confirm …"
        envelope["Token"] = token
        envelope["SubscribeURL"] =
            "https://\(host)/?Action=ConfirmSubscription&TopicArn=\(topic.rawValue)&Token=\(token)"
        return envelope
    }

    static let event = """
        {"eventType":"Bounce","mail":{"messageId":"m1","timestamp":"2025-05-01T09:00:00.000Z",\
        "tags":{"ses:configuration-set":["promo"]}},"bounce":{"bounceType":"Permanent",\
        "bouncedRecipients":[{"emailAddress":"jane@example.org"}]}}
        """

    init(_ members: [(String, String)]) {
        self.members = members.map { ($0.0, Self.json($0.1)) }
    }

    static func json(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// Sets a member to a text, or takes it away.
    subscript(name: String) -> String? {
        get { members.first { $0.name == name }?.json }
        set {
            let index = members.firstIndex { $0.name == name }
            guard let newValue else {
                if let index { members.remove(at: index) }
                return
            }
            if let index {
                members[index].json = Self.json(newValue)
            } else {
                members.append((name, Self.json(newValue)))
            }
        }
    }

    func with(_ name: String, _ value: String?) -> Envelope {
        var envelope = self
        envelope[name] = value
        return envelope
    }

    /// Sets a member to any JSON.
    func with(_ name: String, json: String) -> Envelope {
        var envelope = with(name, "")
        if let index = envelope.members.firstIndex(where: { $0.name == name }) { envelope.members[index].json = json }
        return envelope
    }

    var body: Data {
        Data("{\n\(members.map { "  \"\($0.name)\" : \($0.json)" }.joined(separator: ",\n"))\n}".utf8)
    }

    /// The fields that SNS sends with it.
    var headers: [(name: String, value: String)] {
        func plain(_ name: String) -> String { String(self[name]?.dropFirst().dropLast() ?? "") }
        return [
            ("x-amz-sns-message-type", plain("Type")), ("x-amz-sns-message-id", plain("MessageId")),
            ("x-amz-sns-topic-arn", plain("TopicArn")), ("Content-Type", "text/plain; charset=UTF-8"),
        ]
    }
}
