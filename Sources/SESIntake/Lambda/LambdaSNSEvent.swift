public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What Lambda hands to a function that is subscribed to an SNS topic.
///
/// Lambda calls only for those the function's policy lets, so nothing is verified. SNS takes no reply: a function that throws is called
/// again with the whole payload.
public struct LambdaSNSEvent: Sendable, Hashable {
    /// The messages; Lambda hands over one at a time.
    public let messages: [WebhookDelivery]

    /// Reads a payload.
    ///
    /// - Parameter payload: The bytes that Lambda hands over.
    /// - Throws: ``SESIntakeError`` with the code `malformedDelivery` or `tooLarge`.
    public init(_ payload: Data) throws(SESIntakeError) {
        messages = try LambdaPayload.decode(Wire.self, from: payload, as: "SNS").records.map { record in
            WebhookDelivery(
                topicARN: record.sns.topicARN, messageID: record.sns.messageID, subject: record.sns.subject,
                publishedAt: record.sns.timestamp, records: LambdaPayload.records(in: Data(record.sns.message.utf8)))
        }
    }

    /// The events of all messages.
    public var events: [SESEvent] { messages.flatMap(\.events) }

    private struct Wire: Decodable {
        var records: [Record]

        enum CodingKeys: String, CodingKey {
            case records = "Records"
        }
    }

    private struct Record: Decodable {
        var sns: Message

        enum CodingKeys: String, CodingKey {
            case sns = "Sns"
        }
    }

    private struct Message: Decodable {
        var topicARN: ARN
        var messageID: String
        var subject: String?
        var message: String
        var timestamp: EventTimestamp?

        enum CodingKeys: String, CodingKey {
            case topicARN = "TopicArn"
            case messageID = "MessageId"
            case subject = "Subject"
            case message = "Message"
            case timestamp = "Timestamp"
        }
    }
}
