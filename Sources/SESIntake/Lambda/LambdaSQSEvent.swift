public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What Lambda hands to a function that an SQS queue feeds, and the reply that says which messages are to come again.
///
/// The function's event source needs `ReportBatchItemFailures`; without it Lambda takes any reply for success of the whole batch.
///
/// AWS: Lambda Developer Guide, "Handling errors for an SQS event source in Lambda".
public struct LambdaSQSEvent: Sendable, Hashable {
    /// One message of the queue.
    public struct Message: Sendable, Hashable {
        /// The message's id, by which a reply names it.
        public let messageID: String
        /// What the message holds: an event as it is, in SNS's envelope or in EventBridge's.
        public let records: [SESRecord]
        /// The queue.
        public let queueARN: ARN?
        /// The group whose messages come in order; only in a FIFO queue.
        public let groupID: String?

        /// The events among the records.
        public var events: [SESEvent] { records.compactMap(\.event) }
        /// Why a record can't be read; nil if all can.
        public var failure: SESValueError? { records.lazy.compactMap(\.failure).first }
    }

    /// The messages in their order.
    public let messages: [Message]

    /// Reads a payload.
    ///
    /// - Parameter payload: The bytes that Lambda hands over.
    /// - Throws: ``SESIntakeError`` with the code `malformedDelivery` or `tooLarge`.
    public init(_ payload: Data) throws(SESIntakeError) {
        messages = try LambdaPayload.decode(Wire.self, from: payload, as: "SQS").records.map { record in
            Message(
                messageID: record.messageId, records: LambdaPayload.records(in: Data(record.body.utf8)),
                queueARN: record.eventSourceARN, groupID: record.attributes?.groupID)
        }
    }

    /// The events of all messages.
    public var events: [SESEvent] { messages.flatMap(\.events) }

    /// The reply that has some messages delivered again and the others deleted.
    ///
    /// - Parameter failed: The ids of those that couldn't be worked on; none for success of all.
    /// - Returns: The bytes to return to Lambda.
    public static func reply(failed: [String] = []) -> Data {
        LambdaPayload.encode(Reply(batchItemFailures: failed.map(Reply.Failure.init)))
    }

    /// Works on one message after the other, and makes the reply.
    ///
    /// A message fails if the handler throws, or if it holds what can't be read: then the queue's redrive policy takes it to where
    /// somebody looks. After a failure in a FIFO queue's group, the group's later messages fail without being tried, so that order is
    /// kept.
    ///
    /// - Parameter handler: Works on a message's records.
    /// - Returns: The bytes to return to Lambda.
    public func reply(handling handler: (Message) async throws -> Void) async -> Data {
        var failed: [String] = []
        var stoppedGroups: Set<String> = []
        for message in messages {
            if let group = message.groupID, stoppedGroups.contains(group) {
                failed.append(message.messageID)
                continue
            }
            do {
                if let failure = message.failure { throw failure }
                try await handler(message)
            } catch {
                failed.append(message.messageID)
                if let group = message.groupID { stoppedGroups.insert(group) }
            }
        }
        return Self.reply(failed: failed)
    }

    private struct Reply: Encodable {
        struct Failure: Encodable {
            var itemIdentifier: String

            init(_ itemIdentifier: String) { self.itemIdentifier = itemIdentifier }
        }

        var batchItemFailures: [Failure]
    }

    private struct Wire: Decodable {
        var records: [Record]

        enum CodingKeys: String, CodingKey {
            case records = "Records"
        }
    }

    private struct Record: Decodable {
        struct Attributes: Decodable {
            var groupID: String?

            enum CodingKeys: String, CodingKey {
                case groupID = "MessageGroupId"
            }
        }

        var messageId: String
        var body: String
        var eventSourceARN: ARN?
        var attributes: Attributes?
    }
}
