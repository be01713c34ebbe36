import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A message of Amazon SNS as it arrived, of a topic that is taken; nothing says yet that SNS wrote it.
///
/// Only what is signed is kept. `UnsubscribeURL` and `MessageAttributes` are not, so nobody can be led by them.
struct SNSEnvelope: Sendable, Equatable {
    /// What a message is about.
    enum Kind: String, Sendable {
        case notification = "Notification"
        case subscriptionConfirmation = "SubscriptionConfirmation"
        case unsubscribeConfirmation = "UnsubscribeConfirmation"
    }

    let kind: Kind
    let messageID: String
    let topic: SNSTopic
    let subject: String?
    let message: String
    let timestamp: String
    let date: Date
    /// The token and the address that belong together; only with the kinds that are about a subscription.
    let confirmation: Confirmation?
    let version: SNSSignatureVersion
    let signature: Data
    let certificate: SNSCertificateAddress

    struct Confirmation: Sendable, Equatable {
        let token: String
        let subscribeURL: String
    }

    /// Reads a message.
    ///
    /// The topic comes first: of a message that isn't for us nothing else is looked at.
    ///
    /// - Parameters:
    ///   - data: The body as it arrived.
    ///   - topics: The topics that are taken.
    /// - Throws: ``SESIntakeError``.
    init(_ data: Data, topics: SNSTopicList) throws(SESIntakeError) {
        let members: EnvelopeMembers
        do { members = EnvelopeMembers(try StrictJSONObject(data)) } catch {
            throw SESIntakeError(.malformedDelivery, message: "the body \(error.rule)")
        }
        guard let topic = topics[try members.text("TopicArn")] else {
            throw SESIntakeError(.foreignTopic, message: "the message's topic isn't one of those that are taken")
        }
        guard let kind = Kind(rawValue: try members.text("Type")) else {
            throw EnvelopeMembers.fault("Type", "must be a kind of message that SNS sends")
        }
        self.topic = topic
        self.kind = kind
        messageID = try members.token("MessageId", alsoWith: "-", upTo: 100)
        subject = try members.line("Subject")
        message = try members.text("Message")
        timestamp = try members.timestamp()
        guard let date = EventTimestamp(text: timestamp).date else {
            throw EnvelopeMembers.fault("Timestamp", "must be an ISO 8601 time in UTC")
        }
        self.date = date
        confirmation = kind == .notification ? nil : try Self.confirmation(members, topic)
        guard let version = SNSSignatureVersion(rawValue: try members.text("SignatureVersion")) else {
            throw SESIntakeError(.signatureVersion, message: "SignatureVersion must be 1 or 2")
        }
        self.version = version
        signature = try members.signature()
        certificate = try SNSCertificateAddress(try members.text("SigningCertURL"), of: topic)
    }

    private static func confirmation(
        _ members: EnvelopeMembers, _ topic: SNSTopic
    ) throws(SESIntakeError) -> Confirmation {
        let token = try members.token("Token", alsoWith: "-_", upTo: 2048)
        let url = try members.text("SubscribeURL")
        // It is signed and never followed. One that leads elsewhere is no message of SNS all the same.
        let start = "https://\(topic.host)/?Action=ConfirmSubscription&"
        guard url.utf8.starts(with: start.utf8), url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw SESIntakeError(.foreignAddress, message: "SubscribeURL must begin with \(start)")
        }
        return Confirmation(token: token, subscribeURL: url)
    }

    /// What SNS signed: the names and values of these members, each with a line end.
    ///
    /// All values but the message are lines, so no two messages have the same text.
    ///
    /// AWS: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS messages".
    var signedText: Data {
        var lines = ["Message", message, "MessageId", messageID]
        if let confirmation {
            lines += ["SubscribeURL", confirmation.subscribeURL, "Timestamp", timestamp, "Token", confirmation.token]
        } else {
            if let subject { lines += ["Subject", subject] }
            lines += ["Timestamp", timestamp]
        }
        lines += ["TopicArn", topic.arn.rawValue, "Type", kind.rawValue]
        var text = Data()
        for line in lines {
            text.append(contentsOf: line.utf8)
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }
}
