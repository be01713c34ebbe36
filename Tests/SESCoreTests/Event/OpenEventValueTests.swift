import SESCore
import Testing

@Suite("The named values in events")
struct OpenEventValueTests {
    @Test("Bounce types and subtypes have AWS's spelling")
    func bounces() {
        let types: [SESEvent.BounceType] = [.undetermined, .permanent, .transient]
        #expect(types.map(\.rawValue) == ["Undetermined", "Permanent", "Transient"])
        let subTypes: [SESEvent.BounceSubType] = [
            .undetermined, .general, .noEmail, .suppressed, .onAccountSuppressionList, .onTenantSuppressionList,
            .emailValidationSuppressed, .unsubscribedRecipient, .mailboxFull, .messageTooLarge, .contentRejected,
            .attachmentRejected, .customTimeoutExceeded,
        ]
        #expect(
            subTypes.map(\.rawValue) == [
                "Undetermined", "General", "NoEmail", "Suppressed", "OnAccountSuppressionList",
                "OnTenantSuppressionList", "EmailValidationSuppressed", "UnsubscribedRecipient", "MailboxFull",
                "MessageTooLarge", "ContentRejected", "AttachmentRejected", "CustomTimeoutExceeded",
            ])
    }

    @Test("Complaint subtypes and feedback types have AWS's spelling")
    func complaints() {
        let subTypes: [SESEvent.ComplaintSubType] = [.onAccountSuppressionList, .onTenantSuppressionList]
        #expect(subTypes.map(\.rawValue) == ["OnAccountSuppressionList", "OnTenantSuppressionList"])
        let types: [SESEvent.ComplaintFeedbackType] = [.abuse, .authFailure, .fraud, .notSpam, .other, .virus]
        #expect(types.map(\.rawValue) == ["abuse", "auth-failure", "fraud", "not-spam", "other", "virus"])
    }

    @Test("Delay types and subscription states have AWS's spelling")
    func delays() {
        let types: [SESEvent.DelayType] = [
            .internalFailure, .general, .mailboxFull, .spamDetected, .recipientServerError, .ipFailure,
            .transientCommunicationFailure, .byoipHostNameLookupUnavailable, .undetermined, .sendingDeferral,
        ]
        #expect(
            types.map(\.rawValue) == [
                "InternalFailure", "General", "MailboxFull", "SpamDetected", "RecipientServerError", "IPFailure",
                "TransientCommunicationFailure", "BYOIPHostNameLookupUnavailable", "Undetermined", "SendingDeferral",
            ])
        #expect([SESEvent.SubscriptionStatus.optIn, .optOut].map(\.rawValue) == ["OptIn", "OptOut"])
    }

    /// Type, payload member, API, EventBridge, CloudWatch.
    static let names: [(SESEvent.EventName, [String])] = [
        (.send, ["Send", "send", "SEND", "Email Sent", "Send"]),
        (.delivery, ["Delivery", "delivery", "DELIVERY", "Email Delivered", "Delivery"]),
        (.bounce, ["Bounce", "bounce", "BOUNCE", "Email Bounced", "Bounce"]),
        (.complaint, ["Complaint", "complaint", "COMPLAINT", "Email Complaint Received", "Complaint"]),
        (.reject, ["Reject", "reject", "REJECT", "Email Rejected", "Reject"]),
        (.open, ["Open", "open", "OPEN", "Email Opened", "Open"]),
        (.click, ["Click", "click", "CLICK", "Email Clicked", "Click"]),
        (
            .renderingFailure,
            ["Rendering Failure", "failure", "RENDERING_FAILURE", "Email Rendering Failed", "RenderingFailure"]
        ),
        (
            .deliveryDelay,
            ["DeliveryDelay", "deliveryDelay", "DELIVERY_DELAY", "Email Delivery Delayed", "DeliveryDelay"]
        ),
        (.subscription, ["Subscription", "subscription", "SUBSCRIPTION", "Email Subscribed", "Subscription"]),
    ]

    @Test("Each type has its five names, and each name leads back to it", arguments: names)
    func eventNames(name: SESEvent.EventName, spellings: [String]) {
        let all = [
            name.rawValue, name.payloadKey, name.eventType?.rawValue, name.eventBridgeDetailType,
            name.cloudWatchMetricName,
        ]
        #expect(all == spellings)
        #expect(SESEvent.EventName(payloadKey: spellings[1]) == name)
        #expect(EventType(rawValue: spellings[2]).eventName == name)
        #expect(SESEvent.EventName(eventBridgeDetailType: spellings[3]) == name)
        #expect(SESEvent.EventName(cloudWatchMetricName: spellings[4]) == name)
    }

    @Test("The known types are the ten")
    func allKnown() {
        #expect(Set(SESEvent.EventName.allKnown) == Set(Self.names.map(\.0)))
        #expect(SESEvent.EventName.allKnown.count == 10)
    }

    @Test("An unknown type has no other names, and unknown names no type")
    func unknown() {
        let name = SESEvent.EventName(rawValue: "Teleport")
        #expect(name.eventType == nil)
        #expect(name.payloadKey == nil)
        #expect(name.eventBridgeDetailType == nil)
        #expect(name.cloudWatchMetricName == nil)
        #expect(EventType(rawValue: "Send").eventName == nil)
        #expect(SESEvent.EventName(eventBridgeDetailType: "Sending Status Enabled") == nil)
    }
}
