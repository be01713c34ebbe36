import Foundation
import SESCore
import Testing

@Suite("The details of each type of event")
struct PayloadTests {
    @Test("A send has no details")
    func send() throws {
        #expect(try EventFixture.event("send").kind == .send(.init()))
    }

    @Test("Every member of a delivery is read")
    func delivery() throws {
        guard case .delivery(let delivery) = try EventFixture.event("delivery").kind else {
            Issue.record("not a delivery")
            return
        }
        #expect(delivery.timestamp.text == "2025-05-04T07:08:11.007Z")
        #expect(delivery.processingTimeMillis == 1884)
        #expect(delivery.recipients == ["jane@recipient.example"])
        #expect(delivery.smtpResponse == "250 2.6.0 Queued as 4711")
        #expect(delivery.reportingMTA == "mta-7.mail.example")
        #expect(delivery.remoteMTAIP == "203.0.113.25")
    }

    @Test("Every member of a bounce is read", arguments: ["bounce", "legacy-bounce"])
    func bounce(name: String) throws {
        guard case .bounce(let bounce) = try EventFixture.event(name).kind else {
            Issue.record("not a bounce")
            return
        }
        #expect(bounce.type == .permanent)
        #expect(bounce.subType == .general)
        #expect(bounce.isHard)
        #expect(!bounce.isSoft)
        #expect(bounce.timestamp.text == "2025-05-04T07:08:10.500Z")
        #expect(bounce.feedbackID == "feedback-bounce-1")
        #expect(bounce.reportingMTA == "dns; mta-3.mail.example")
        #expect(bounce.remoteMTAIP == "203.0.113.26")
        #expect(
            bounce.recipients == [
                .init(
                    emailAddress: "nobody@recipient.example", action: "failed", status: "5.1.1",
                    diagnosticCode: "smtp; 550 5.1.1\nno such user here"),
                .init(emailAddress: "User Name <full@recipient.example>"),
            ])
        #expect(bounce.recipients.map(\.address) == ["nobody@recipient.example", "full@recipient.example"])
    }

    @Test("A bounce that is neither final nor passing is neither hard nor soft")
    func undetermined() {
        let bounces = [SESEvent.BounceType.undetermined, .init(rawValue: "New"), .transient].map {
            SESEvent.Bounce(type: $0)
        }
        #expect(bounces.map(\.isHard) == [false, false, false])
        #expect(bounces.map(\.isSoft) == [false, false, true])
    }

    @Test("A bounce of an older notification keeps its line breaks, its reporter's prefix and a newer subtype")
    func oddBounce() throws {
        guard case .bounce(let bounce) = try EventFixture.event("odd-legacy-spellings").kind else {
            Issue.record("not a bounce")
            return
        }
        #expect(bounce.type == .transient)
        #expect(bounce.subType == .customTimeoutExceeded)
        #expect(bounce.reportingMTA == "dsn; mta.mail.example")
        #expect(bounce.recipients.first?.diagnosticCode == "smtp; 550\r\n line two")
        #expect(bounce.recipients.first?.emailAddress == "\"Doe, Ann\" <a@recipient.example>")
        #expect(bounce.recipients.first?.address == "a@recipient.example")
    }

    @Test("Every member of a complaint is read", arguments: ["complaint", "legacy-complaint"])
    func complaint(name: String) throws {
        guard case .complaint(let complaint) = try EventFixture.event(name).kind else {
            Issue.record("not a complaint")
            return
        }
        #expect(complaint.recipients == [.init(emailAddress: "jane@recipient.example")])
        #expect(complaint.timestamp.text == "2025-05-05T10:00:00.000Z")
        #expect(complaint.feedbackID == "feedback-complaint-1")
        #expect(complaint.subType == .onAccountSuppressionList)
        #expect(complaint.userAgent == "Report-Maker/2.1")
        #expect(complaint.feedbackType == .abuse)
        #expect(complaint.arrivalDate?.text == "2025-05-05T04:59:58.000-05:00")
        #expect(complaint.arrivalDate?.date?.timeIntervalSince1970 == 1_746_439_198)
    }

    @Test("The reason of a rejection is read")
    func reject() throws {
        #expect(try EventFixture.event("reject").kind == .reject(.init(reason: "Bad content")))
    }

    @Test("Every member of an open is read")
    func open() throws {
        let expected = SESEvent.Open(
            ipAddress: "192.0.2.77", timestamp: .init(text: "2025-05-04T08:00:00.250Z"),
            userAgent: "Mozilla/5.0 (Plan 9)")
        #expect(try EventFixture.event("open").kind == .open(expected))
    }

    @Test("Every member of a click is read")
    func click() throws {
        let expected = SESEvent.Click(
            ipAddress: "192.0.2.78", timestamp: .init(text: "2025-05-04T08:01:02.003Z"),
            userAgent: "Mozilla/5.0 (BeOS)", link: "https://shop.example/sale?item=1&from=mail",
            linkTags: ["place": ["header", "button"], "colour": ["blue"]])
        #expect(try EventFixture.event("click").kind == .click(expected))
    }

    @Test("A click whose link tags are null has none")
    func clickWithoutTags() throws {
        guard case .click(let click) = try EventFixture.event("odd-click-null-tags").kind else {
            Issue.record("not a click")
            return
        }
        #expect(click.linkTags.isEmpty)
        #expect(click.link == "https://shop.example/")
    }

    @Test("Every member of a rendering failure is read")
    func renderingFailure() throws {
        let event = try EventFixture.event("rendering-failure")
        #expect(event.type.rawValue == "Rendering Failure")
        #expect(
            event.kind
                == .renderingFailure(
                    .init(
                        templateName: "SpringSale",
                        errorMessage: "Attribute 'discount' is not present in the rendering data.")))
    }

    @Test("Every member of a delivery delay is read")
    func deliveryDelay() throws {
        let expected = SESEvent.DeliveryDelay(
            type: .mailboxFull,
            recipients: [
                .init(
                    emailAddress: "jane@recipient.example", status: "4.2.2",
                    diagnosticCode: "smtp; 452 4.2.2 mailbox full")
            ],
            expirationTime: .init(text: "2025-05-05T07:08:09.123Z"),
            timestamp: .init(text: "2025-05-04T09:08:09.900Z"), reportingMTA: "mta-9.mail.example")
        #expect(try EventFixture.event("delivery-delay").kind == .deliveryDelay(expected))
    }

    @Test("Every member of a subscription is read")
    func subscription() throws {
        guard case .subscription(let subscription) = try EventFixture.event("subscription").kind else {
            Issue.record("not a subscription")
            return
        }
        #expect(subscription.contactList == "Customers")
        #expect(subscription.timestamp.text == "2025-05-06T11:12:13.014Z")
        #expect(subscription.source == "UnsubscribeHeader")
        let new = try #require(subscription.newTopicPreferences)
        #expect(new.unsubscribeAll == true)
        #expect(new.topicSubscriptionStatus.map(\.topicName) == ["Offers", "News"])
        #expect(new.topicSubscriptionStatus.map(\.subscriptionStatus) == [.optOut, .optOut])
        #expect(new.topicDefaultSubscriptionStatus.isEmpty)
        let old = try #require(subscription.oldTopicPreferences)
        #expect(old.unsubscribeAll == false)
        #expect(old.topicSubscriptionStatus == [.init(topicName: "Offers", subscriptionStatus: .optIn)])
        #expect(old.topicDefaultSubscriptionStatus == [.init(topicName: "News", subscriptionStatus: .optIn)])
    }

    @Test("An event of an unknown type keeps all it says but the mail and the type")
    func unknown() throws {
        let event = try EventFixture.event("unknown-type")
        #expect(event.type.rawValue == "Teleport")
        #expect(event.mail.messageID == "0102-teleport")
        let teleport: JSONValue = .object([
            "to": .string("Mars"), "attempts": .integer(3), "cost": .number(1.5), "ok": .bool(true),
            "trace": .array([.null, .object(["deep": .array([.string("x")])])]),
        ])
        let expected = SESEvent.UnknownEvent(
            name: .init(rawValue: "Teleport"), members: ["teleport": teleport, "extra": .null])
        #expect(event.kind == .unknown(expected))
    }
}
