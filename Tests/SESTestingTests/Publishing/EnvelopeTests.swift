import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The bytes that destinations get")
struct EnvelopeTests {
    static let busy = EngagementModel(
        delayRate: 1, openRate: 1, clickRate: 1, complaintRate: 1, unsubscribeRate: 1)

    private func deliveries(to target: EventDestinationTarget) async throws -> [SimulatedDelivery] {
        let types: MatchingEventTypes =
            target == Campaign.pinpoint
            ? MatchingEventTypes(EventType.all.filter { $0 != .deliveryDelay && $0 != .subscription }) : .all
        let campaign = try await Campaign(Self.busy, types: types, to: target)
        try await campaign.sendEverything()
        await campaign.simulator.settle()
        return await campaign.simulator.takeDeliveries()
    }

    @Test("SNS gets its own envelope, with the event as a text that ends with a newline")
    func sns() async throws {
        let deliveries = try await deliveries(to: Campaign.sns)
        #expect(deliveries.count == 13)
        for delivery in deliveries {
            let text = String(decoding: delivery.body, as: UTF8.self)
            #expect(
                text.hasPrefix("{\n  \"Type\" : \"Notification\",\n  \"MessageId\" : \"") && text.hasSuffix("\"\n}"))
            let envelope = try #require(JSONValue(delivery.body))
            #expect(envelope["TopicArn"] == .string(Campaign.topic.rawValue))
            #expect(envelope["Subject"] == .string("Amazon SES Email Event Notification"))
            #expect(envelope["SignatureVersion"] == .string("1"))
            #expect(envelope["Timestamp"]?.text == EventTimestamp(delivery.date).text)
            #expect(Data(base64Encoded: envelope["Signature"]?.text ?? "")?.count == 256)
            let certificate = envelope["SigningCertURL"]?.text ?? ""
            #expect(certificate.hasPrefix("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-"))
            #expect(certificate.hasSuffix(".pem"))
            #expect(envelope["UnsubscribeURL"]?.text?.contains("SubscriptionArn=\(Campaign.topic.rawValue):") == true)
            let message = try #require(envelope["Message"]?.text)
            #expect(message.hasSuffix("}\n") && !message.dropLast().contains("\n"))
            #expect(JSONValue(Data(message.utf8))?["eventType"] != nil)
        }
        let ids = deliveries.compactMap { JSONValue($0.body)?["MessageId"]?.text }
        #expect(Set(ids).count == deliveries.count)
    }

    @Test("A new SNS destination first gets a note without a subject that is no event; others get none")
    func validationNote() async throws {
        let simulator = SESSimulator()
        let client = SESv2Client(simulator: simulator)
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        func deliveries(_ change: () async throws -> Void) async throws -> [SimulatedDelivery] {
            try await change()
            return await simulator.takeDeliveries()
        }
        let note = try await deliveries {
            try await client.createConfigurationSetEventDestination(
                EventDestination("d", matching: [.send], to: Campaign.sns), in: "promo")
        }
        #expect(note.count == 1)
        let envelope = try #require(note.first.flatMap { JSONValue($0.body) })
        #expect(envelope["Message"]?.text == "Successfully validated SNS topic for Amazon SES event publishing.")
        #expect(envelope["Subject"] == nil && envelope["Type"] == .string("Notification"))
        #expect(try note.flatMap { try SESEvent.decodeAll(from: $0.body) }.isEmpty)

        let unchanged = try await deliveries {
            try await client.updateConfigurationSetEventDestination(
                EventDestination("d", matching: .all, to: Campaign.sns), in: "promo")
        }
        #expect(unchanged.isEmpty, "the topic is known already")
        let moved = try await deliveries {
            try await client.updateConfigurationSetEventDestination(
                EventDestination("d", matching: .all, to: .sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:b")),
                in: "promo")
        }
        #expect(moved.count == 1)
        let other = try await deliveries {
            try await client.createConfigurationSetEventDestination(
                EventDestination("e", matching: .all, to: Campaign.firehose), in: "promo")
        }
        #expect(other.isEmpty)
    }

    @Test("Firehose gets a line for each event, and lines that are put together can be read")
    func firehose() async throws {
        let deliveries = try await deliveries(to: Campaign.firehose)
        for delivery in deliveries {
            #expect(delivery.body.last == 0x0A && delivery.body.filter { $0 == 0x0A }.count == 1)
            #expect(JSONValue(delivery.body)?["eventType"] != nil)
        }
        let together = deliveries.reduce(into: Data()) { $0 += $1.body }
        let apart = try deliveries.flatMap { try SESEvent.decodeAll(from: $0.body) }
        #expect(try SESEvent.decodeAll(from: together) == apart)
        #expect(apart.count == 13)
    }

    @Test("EventBridge gets an event with its own name for the type and times in seconds")
    func eventBridge() async throws {
        var types: [String: String] = [:]
        for delivery in try await deliveries(to: Campaign.bus) {
            let envelope = try #require(JSONValue(delivery.body))
            #expect(envelope["version"] == .string("0") && envelope["source"] == .string("aws.ses"))
            #expect(envelope["account"] == .string("123456789012") && envelope["region"] == .string("eu-west-1"))
            let time = try #require(envelope["time"]?.text)
            #expect(time.count == 20 && time.hasSuffix("Z"))
            let date = try #require(EventTimestamp(text: time).date)
            #expect((0..<1).contains(delivery.date.timeIntervalSince(date)))
            let type = try #require(envelope["detail"]?["eventType"]?.text)
            types[type] = envelope["detail-type"]?.text
        }
        #expect(
            types == [
                "Send": "Email Sent", "Delivery": "Email Delivered", "Bounce": "Email Bounced",
                "Complaint": "Email Complaint Received", "Reject": "Email Rejected", "Open": "Email Opened",
                "Click": "Email Clicked", "Rendering Failure": "Email Rendering Failed",
                "DeliveryDelay": "Email Delivery Delayed", "Subscription": "Email Subscribed",
            ])
    }

    @Test("SNS, Firehose and EventBridge carry equal events for the same send")
    func equality() async throws {
        let simulator = SESSimulator(engagement: Self.busy)
        let client = SESv2Client(simulator: simulator)
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        for (name, target) in [("sns", Campaign.sns), ("firehose", Campaign.firehose), ("bus", Campaign.bus)] {
            try await client.createConfigurationSetEventDestination(
                EventDestination(EventDestinationName(rawValue: name), matching: .all, to: target), in: "promo")
        }
        let email = Campaign.email(
            to: [
                try EmailAddress(name: "J\u{FC}rgen", address: "jane@example.org"), "bounce@simulator.amazonses.com",
            ],
            html: #"<a href="https://example.com/\#u{1F600}?q=%22">x</a>"#, tags: ["campaign": "may"])
        try await client.send(email, configurationSet: "promo")
        await simulator.settle()
        var events: [EventDestinationName: [SESEvent]] = [:]
        for delivery in await simulator.takeDeliveries() {
            events[delivery.eventDestination, default: []] += try SESEvent.decodeAll(from: delivery.body)
        }
        #expect(events["sns"]?.count == 7)
        #expect(events["sns"] == events["firehose"])
        #expect(events["sns"] == events["bus"])
    }

    @Test("Pinpoint gets its event stream's form, in which names of tags stay as they are")
    func pinpoint() async throws {
        let deliveries = try await deliveries(to: Campaign.pinpoint)
        let values = deliveries.compactMap { JSONValue($0.body) }
        #expect(values.count == deliveries.count && !values.isEmpty)
        #expect(
            Set(values.compactMap { $0["event_type"]?.text }) == [
                "_email.send", "_email.delivered", "_email.hardbounce", "_email.complaint", "_email.rejected",
                "_email.open", "_email.click", "_email.rendering_failure",
            ])
        for (delivery, value) in zip(deliveries, values) {
            #expect(value["application"]?["app_id"] == .string("abc123"))
            let milliseconds = Int64((delivery.date.timeIntervalSince1970 * 1000).rounded())
            #expect(value["event_timestamp"] == .integer(milliseconds))
            let mail = value["facets"]?["email_channel"]?["mail_event"]?["mail"]
            #expect(mail?["message_id"]?.text == value["client"]?["client_id"]?.text)
            #expect(mail?["from_address"]?.text?.contains("@example.com") == true)
            #expect(mail?["tags"]?["ses:configuration-set"] == .array([.string("promo")]))
        }
        let click = values.first { $0["event_type"] == .string("_email.click") }
        #expect(
            click?["facets"]?["email_channel"]?["mail_event"]?["click"]?["link_tags"]
                == .object(["adPlace": .array([.string("top")])]))
    }
}
