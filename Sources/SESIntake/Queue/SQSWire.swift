#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is said to Amazon SQS and answered, in its JSON protocol.
///
/// AWS: Amazon SQS API Reference, version 2012-11-05.
enum SQSWire {
    struct Receive: Encodable {
        var queueUrl: String
        var maxNumberOfMessages: Int
        var waitTimeSeconds: Int
        var visibilityTimeout: Int
        var names = ["ApproximateReceiveCount", "SentTimestamp"]

        enum CodingKeys: String, CodingKey {
            case queueUrl = "QueueUrl"
            case maxNumberOfMessages = "MaxNumberOfMessages"
            case waitTimeSeconds = "WaitTimeSeconds"
            case visibilityTimeout = "VisibilityTimeout"
            case names = "MessageSystemAttributeNames"
        }
    }

    struct Received: Decodable {
        struct Message: Decodable {
            var messageId: String
            var receiptHandle: String
            var body: String
            var attributes: [String: String]?

            enum CodingKeys: String, CodingKey {
                case messageId = "MessageId"
                case receiptHandle = "ReceiptHandle"
                case body = "Body"
                case attributes = "Attributes"
            }
        }

        var messages: [Message]?

        enum CodingKeys: String, CodingKey {
            case messages = "Messages"
        }
    }

    /// The input of `DeleteMessageBatch` and, with a time-out, of `ChangeMessageVisibilityBatch`.
    struct Batch: Encodable {
        struct Entry: Encodable {
            var id: String
            var receiptHandle: String
            var visibilityTimeout: Int?

            enum CodingKeys: String, CodingKey {
                case id = "Id"
                case receiptHandle = "ReceiptHandle"
                case visibilityTimeout = "VisibilityTimeout"
            }
        }

        var queueUrl: String
        var entries: [Entry]

        enum CodingKeys: String, CodingKey {
            case queueUrl = "QueueUrl"
            case entries = "Entries"
        }
    }

    struct BatchResult: Decodable {
        struct Failure: Decodable {
            var id: String
            var code: String?
            var senderFault: Bool?

            enum CodingKeys: String, CodingKey {
                case id = "Id"
                case code = "Code"
                case senderFault = "SenderFault"
            }
        }

        var failed: [Failure]?

        enum CodingKeys: String, CodingKey {
            case failed = "Failed"
        }
    }
}
