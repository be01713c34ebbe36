import Foundation
import SESCore
import Testing

/// Every value that AWS documents for a payload, in an event that was delivered.
@Suite("The values of payloads in delivered events")
struct PayloadValueTests {
    static let bounces: [(SESEvent.BounceType, String, [(SESEvent.BounceSubType, String)])] = [
        (.undetermined, "Undetermined", [(.undetermined, "Undetermined")]),
        (
            .permanent, "Permanent",
            [
                (.general, "General"), (.noEmail, "NoEmail"), (.suppressed, "Suppressed"),
                (.onAccountSuppressionList, "OnAccountSuppressionList"),
                (.onTenantSuppressionList, "OnTenantSuppressionList"),
                (.emailValidationSuppressed, "EmailValidationSuppressed"),
                (.unsubscribedRecipient, "UnsubscribedRecipient"),
            ]
        ),
        (
            .transient, "Transient",
            [
                (.general, "General"), (.mailboxFull, "MailboxFull"), (.messageTooLarge, "MessageTooLarge"),
                (.contentRejected, "ContentRejected"), (.attachmentRejected, "AttachmentRejected"),
                (.customTimeoutExceeded, "CustomTimeoutExceeded"),
            ]
        ),
    ]

    @Test("A bounce has each type with each of its subtypes", arguments: bounces)
    func bounce(type: SESEvent.BounceType, name: String, subTypes: [(SESEvent.BounceSubType, String)]) throws {
        let fixture = try EventFixture.text("bounce", #""Permanent""#, is: "\"\(name)\"")
        for (subType, subName) in subTypes {
            let text = fixture.replacing(#"Type": "General""#, with: #"Type": "\#(subName)""#)
            guard case .bounce(let bounce) = try EventFixture.deliveredAndSame(text).kind else {
                throw EventFixture.Missing(name: "bounce")
            }
            #expect(bounce.type == type)
            #expect(bounce.subType == subType)
            #expect(bounce.isHard == (name == "Permanent"))
            #expect(bounce.isSoft == (name == "Transient"))
        }
    }

    @Test("A complaint's subtype may be null or missing, and what the provider does not say is missing")
    func complaintWithoutSubType() throws {
        let text = try EventFixture.text("odd-complaint-null-subtype")
        let event = try EventFixture.delivered(text)
        let expected = SESEvent.Complaint(
            recipients: ["jane@recipient.example", "joe@recipient.example"].map { .init(emailAddress: $0) },
            timestamp: .init(text: "2025-05-05T10:00:01.000Z"), feedbackID: "feedback-complaint-2")
        #expect(event.kind == .complaint(expected))
        let missing = try EventFixture.text("odd-complaint-null-subtype", #""complaintSubType": null,"#, is: "")
        #expect(try EventFixture.deliveredAndSame(missing) == event)
    }

    @Test(
        "A complaint has each subtype",
        arguments: [
            (SESEvent.ComplaintSubType.onAccountSuppressionList, "OnAccountSuppressionList"),
            (.onTenantSuppressionList, "OnTenantSuppressionList"),
        ])
    func complaint(subType: SESEvent.ComplaintSubType, name: String) throws {
        let text = try EventFixture.text("complaint", #""OnAccountSuppressionList""#, is: "\"\(name)\"")
        guard case .complaint(let complaint) = try EventFixture.deliveredAndSame(text).kind else {
            throw EventFixture.Missing(name: "complaint")
        }
        #expect(complaint.subType == subType)
    }

    @Test(
        "A complaint has each type of feedback",
        arguments: [
            (SESEvent.ComplaintFeedbackType.abuse, "abuse"), (.authFailure, "auth-failure"), (.fraud, "fraud"),
            (.notSpam, "not-spam"), (.other, "other"), (.virus, "virus"),
        ])
    func feedback(type: SESEvent.ComplaintFeedbackType, name: String) throws {
        let text = try EventFixture.text("complaint", #""abuse""#, is: "\"\(name)\"")
        guard case .complaint(let complaint) = try EventFixture.deliveredAndSame(text).kind else {
            throw EventFixture.Missing(name: "complaint")
        }
        #expect(complaint.feedbackType == type)
    }

    @Test(
        "A delay has each type",
        arguments: [
            (SESEvent.DelayType.internalFailure, "InternalFailure"), (.general, "General"),
            (.mailboxFull, "MailboxFull"), (.spamDetected, "SpamDetected"),
            (.recipientServerError, "RecipientServerError"), (.ipFailure, "IPFailure"),
            (.transientCommunicationFailure, "TransientCommunicationFailure"),
            (.byoipHostNameLookupUnavailable, "BYOIPHostNameLookupUnavailable"), (.undetermined, "Undetermined"),
            (.sendingDeferral, "SendingDeferral"),
        ])
    func delay(type: SESEvent.DelayType, name: String) throws {
        let text = try EventFixture.text("delivery-delay", #""MailboxFull""#, is: "\"\(name)\"")
        guard case .deliveryDelay(let delay) = try EventFixture.deliveredAndSame(text).kind else {
            throw EventFixture.Missing(name: "delivery-delay")
        }
        #expect(delay.type == type)
    }

    @Test("What newer events say of the remote server, and of the reporter, may be missing")
    func optionalServers() throws {
        let delivery = try EventFixture.deliveredAndSame(EventFixture.text("odd-gov-cloud-delivery"))
        let expected = SESEvent.Delivery(
            timestamp: .init(text: "2025-05-04T07:08:12.345Z"), processingTimeMillis: 1884,
            recipients: ["jim@recipient.example"], smtpResponse: "250 2.6.0 Queued as 4711",
            reportingMTA: "mta-7.mail.example")
        #expect(delivery.kind == .delivery(expected))
        guard case .bounce(let bounce) = try EventFixture.delivered(fixture: "odd-legacy-spellings").kind else {
            throw EventFixture.Missing(name: "odd-legacy-spellings")
        }
        #expect(bounce.remoteMTAIP == nil)
    }

    @Test("A subscription's source may be a header or an address", arguments: ["UnsubscribeHeader", "a@b.example"])
    func subscription(source: String) throws {
        let text = try EventFixture.text("subscription", #""UnsubscribeHeader""#, is: "\"\(source)\"")
        guard case .subscription(let subscription) = try EventFixture.deliveredAndSame(text).kind else {
            throw EventFixture.Missing(name: "subscription")
        }
        #expect(subscription.source == source)
    }
}
