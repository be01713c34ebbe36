public import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A message that Amazon SNS signed, of a topic that is taken: only a verifier makes one.
///
/// It has what is signed and nothing else: no attributes, no address to unsubscribe.
public struct SNSMessage: Sendable, Hashable {
    /// What a message is about.
    public struct Kind: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String { case notification, subscriptionConfirmation, unsubscribeConfirmation }
        private let base: Base

        /// Something was published to the topic.
        public static let notification = Self(base: .notification)
        /// SNS asks whether a subscription is wanted.
        public static let subscriptionConfirmation = Self(base: .subscriptionConfirmation)
        /// A subscription was removed.
        public static let unsubscribeConfirmation = Self(base: .unsubscribeConfirmation)

        /// The kind's name.
        public var description: String { base.rawValue }
    }

    /// What it is about.
    public let kind: Kind
    /// SNS's id of the message, the same however often it is delivered.
    public let messageID: String
    /// The topic.
    public let topicARN: ARN
    /// The subject, if it was published with one.
    public let subject: String?
    /// What was published.
    public let message: String
    /// When it was published.
    public let timestamp: EventTimestamp
    /// How it is signed.
    public let signatureVersion: SNSSignatureVersion
    /// What confirms the subscription, a secret; only with the kinds that are about one.
    let token: String?

    init(_ envelope: SNSEnvelope) {
        kind =
            switch envelope.kind {
            case .notification: .notification
            case .subscriptionConfirmation: .subscriptionConfirmation
            case .unsubscribeConfirmation: .unsubscribeConfirmation
            }
        messageID = envelope.messageID
        topicARN = envelope.topic.arn
        subject = envelope.subject
        message = envelope.message
        timestamp = EventTimestamp(text: envelope.timestamp)
        signatureVersion = envelope.version
        token = envelope.confirmation?.token
    }

    /// What was published, record by record: events, notices, and what can't be read.
    ///
    /// - Returns: Nothing for the kinds that are about a subscription.
    public func records() -> [SESRecord] {
        guard kind == .notification else { return [] }
        let data = Data(message.utf8)
        return (try? SESEvent.decodeRecords(from: data, maximumByteCount: data.count)) ?? []
    }
}

extension SNSMessage: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, the topic and the id; no content, no token.
    public var description: String { "SNSMessage(\(kind), \(topicARN), \(messageID), content hidden)" }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that `dump` shows neither content nor token.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
