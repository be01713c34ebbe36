import Foundation
import SESCore

/// The events in `Fixtures/Events`, one a file.
enum EventFixture {
    /// One of each type, as AWS spells it, every member present that AWS documents for it.
    static let types = [
        "send", "delivery", "bounce", "complaint", "reject", "open", "click", "rendering-failure", "delivery-delay",
        "subscription",
    ]
    /// The older feedback notifications of identities.
    static let legacy = ["legacy-bounce", "legacy-complaint", "legacy-delivery"]
    /// Forms that other people's parsers stumbled over.
    static let odd = [
        "odd-templated-send", "odd-raw-send", "odd-raw-without-headers", "odd-click-null-tags",
        "odd-complaint-null-subtype", "odd-gov-cloud-delivery", "odd-legacy-spellings", "odd-wrong-kinds",
    ]
    static let all = types + legacy + odd + ["unknown-type"]

    struct Missing: Error { let name: String }

    static func data(_ name: String) throws -> Data {
        guard let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures/Events")
        else { throw Missing(name: name) }
        return try Data(contentsOf: url)
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try data(name), as: UTF8.self)
    }

    static func event(_ name: String) throws -> SESEvent {
        try JSONDecoder().decode(SESEvent.self, from: try data(name))
    }

    /// A string as a JSON literal.
    static func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    /// What SNS posts for a message.
    static func sns(_ message: String, type: String = "Notification") throws -> String {
        """
        {"Type": "\(type)", "MessageId": "m-1", "TopicArn": "arn:aws:sns:eu-west-1:123456789012:promo",
         "Subject": "Amazon SES Email Event Notification", "Message": \(try quoted(message + "\n")),
         "Timestamp": "2025-05-04T07:08:10.000Z", "SignatureVersion": "1", "Signature": "AAAA",
         "SigningCertURL": "https://sns.eu-west-1.amazonaws.com/x.pem"}
        """
    }

    /// What EventBridge delivers for a detail.
    static func eventBridge(_ detail: String, type: String = "Email Bounced") -> String {
        """
        {"version": "0", "id": "e-1", "detail-type": "\(type)", "source": "aws.ses", "account": "123456789012",
         "time": "2025-05-04T07:08:10Z", "region": "eu-west-1", "resources": [], "detail": \(detail)}
        """
    }
}
