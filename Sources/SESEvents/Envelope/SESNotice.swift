/// Something that arrives where events arrive and is none.
@nonexhaustive
public enum SESNotice: Sendable, Hashable {
    /// The plain text SES publishes to a topic that becomes an event destination, to see that it may.
    case topicValidation
    /// SNS asks whether a subscription is wanted.
    ///
    /// Verify the message's signature before you act on it.
    case subscriptionConfirmation(Confirmation)
    /// SNS says that a subscription was removed, and how to have it back.
    case unsubscribeConfirmation(Confirmation)
    /// What SES publishes once to a topic that is set for an identity's feedback. AWS: `AmazonSnsSubscriptionSucceeded`.
    case feedbackTopicValidation
    /// A notification of mail that was received rather than sent. AWS: `notificationType` `Received`.
    case receivedMail
    /// An EventBridge event that is not about a mail, such as `Sending Status Disabled`; its `detail-type`.
    case otherEventBridgeEvent(detailType: String)
    /// Any other text that isn't JSON.
    case text

    /// What SNS sends for a subscription's confirmation.
    public struct Confirmation: Sendable, Hashable {
        /// The topic; nothing is checked.
        @export(implementation) public let topicARN: ARN
        /// The token that confirms.
        @export(implementation) public let token: String

        /// Creates the value.
        @export(implementation) public init(topicARN: ARN, token: String) {
            self.topicARN = topicARN
            self.token = token
        }
    }
}
