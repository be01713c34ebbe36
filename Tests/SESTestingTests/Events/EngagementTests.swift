import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The engagement model")
struct EngagementTests {
    static let html = #"<p><a href="https://shop.example.com/may">May</a></p>"#

    @Test("Of twenty thousand recipients each share comes within three sigma of its probability")
    func rates() async throws {
        let model = EngagementModel(
            hardBounceRate: 0.1, softBounceRate: 0.2, delayRate: 0.15, openRate: 0.4, clickRate: 0.3,
            complaintRate: 0.05, unsubscribeRate: 0.08)
        let campaign = try await Campaign(model, types: [.reject])
        await campaign.simulator.setAccountSuppressedReasons([])
        for batch in 0..<400 {
            let to = (0..<50).map { EmailAddress(rawValue: "r\(batch)-\($0)@example.org") }
            var email = Email(from: "shop@example.com", bcc: to, subject: "s", html: Self.html)
            email.listManagementOptions = ListManagementOptions(contactListName: "news")
            try await campaign.send(email)
        }
        let counts = await campaign.simulator.countPlanned()
        #expect(counts.sends == 1, "the others were published when the next call came")
        func check(_ name: String, _ count: Int, of total: Int, _ probability: Double) {
            let mean = Double(total) * probability
            let sigma = (mean * (1 - probability)).squareRoot()
            #expect(abs(Double(count) - mean) <= 3 * sigma, "\(name): \(count) of \(total)")
        }
        check("hard bounces", counts.hard, of: 20_000, 0.1)
        check("soft bounces", counts.soft, of: 20_000, 0.2)
        let delivered = 20_000 - counts.hard - counts.soft
        #expect(counts.deliveries == delivered, "who doesn't bounce is reached in the end")
        check("delays", counts.delays, of: delivered, 0.15)
        check("opens", counts.opens, of: delivered, 0.4)
        check("clicks", counts.clicks, of: counts.opens, 0.3)
        check("complaints", counts.complaints, of: delivered, 0.05)
        check("unsubscribes", counts.subscriptions, of: delivered, 0.08)
    }

    private static let keen = EngagementModel(openRate: 1, clickRate: 1)

    @Test("Who opens always opens a mail with HTML and clicks in one with links, in this order")
    func order() async throws {
        let campaign = try await Campaign(Self.keen)
        #expect(
            try await campaign.names(of: Campaign.email(html: Self.html)) == [.send, .delivery, .open, .click])
    }

    @Test("There is no open without HTML and no click without a link")
    func needsContent() async throws {
        let campaign = try await Campaign(Self.keen)
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .delivery])
        #expect(try await campaign.names(of: Campaign.email(html: "<p>May</p>")) == [.send, .delivery, .open])
        let untracked = #"<a ses:no-track href="https://example.com/">x</a>"#
        #expect(try await campaign.names(of: Campaign.email(html: untracked)) == [.send, .delivery, .open])
    }

    @Test("A click has the link, its tags, and the visitor of the open")
    func click() async throws {
        let campaign = try await Campaign(Self.keen)
        let html = #"<a ses:tags="place:top;colour:red;colour:blue" href="https://example.com/?a=1&amp;b=2">x</a>"#
        try await campaign.send(Campaign.email(html: html))
        let events = try await campaign.settledEvents()
        guard case .open(let open)? = events.dropLast().last?.kind, case .click(let click)? = events.last?.kind else {
            Issue.record("no open and click")
            return
        }
        #expect(click.link == "https://example.com/?a=1&b=2")
        #expect(click.linkTags == ["place": ["top"], "colour": ["red", "blue"]])
        #expect(click.ipAddress == open.ipAddress && click.userAgent == open.userAgent)
    }

    @Test("A send may switch tracking of opens or clicks off")
    func overrides() async throws {
        let campaign = try await Campaign(Self.keen)
        var email = Campaign.email(html: Self.html)
        email.configurationOverrides = ConfigurationOverrides(
            tracking: TrackingConfigurationOverrides(clickTrackingEnabled: .disabled))
        #expect(try await campaign.names(of: email) == [.send, .delivery, .open])
        email.configurationOverrides?.tracking = TrackingConfigurationOverrides(openTrackingEnabled: .disabled)
        #expect(try await campaign.names(of: email).contains(.open) == false)
        email.configurationOverrides?.tracking = TrackingConfigurationOverrides(
            openTrackingEnabled: .enabled, clickTrackingEnabled: .enabled)
        #expect(try await campaign.names(of: email) == [.send, .delivery, .open, .click])
    }

    @Test("Nobody unsubscribes from a mail without list management; who does leaves the topic or all")
    func unsubscribe() async throws {
        let campaign = try await Campaign(EngagementModel(unsubscribeRate: 1))
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .delivery])
        var email = Campaign.email()
        email.listManagementOptions = ListManagementOptions(contactListName: "news", topicName: "offers")
        try await campaign.send(email)
        guard case .subscription(let topic)? = try await campaign.settledEvents().last?.kind else {
            Issue.record("no subscription event")
            return
        }
        #expect(topic.contactList == "news" && topic.source == "UnsubscribeHeader")
        #expect(topic.newTopicPreferences?.unsubscribeAll == false)
        #expect(
            topic.newTopicPreferences?.topicSubscriptionStatus
                == [SESEvent.TopicStatus(topicName: "offers", subscriptionStatus: .optOut)])
        #expect(topic.oldTopicPreferences?.topicSubscriptionStatus.first?.subscriptionStatus == .optIn)
        email.listManagementOptions = ListManagementOptions(contactListName: "news")
        try await campaign.send(email)
        guard case .subscription(let all)? = try await campaign.settledEvents().last?.kind else {
            Issue.record("no subscription event")
            return
        }
        #expect(all.newTopicPreferences?.unsubscribeAll == true)
    }

    @Test("A delayed mail is delivered in the end")
    func delay() async throws {
        let campaign = try await Campaign(EngagementModel(delayRate: 1))
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .deliveryDelay, .delivery])
    }

    @Test("A delayed mail bounces when the set's longest delivery time has passed, to the second")
    func timeout() async throws {
        let campaign = try await Campaign(
            EngagementModel(delayRate: 1),
            configuration: ConfigurationSet("promo", deliveryOptions: DeliveryOptions(maxDeliverySeconds: 300)))
        let sent = campaign.simulator.clock.date
        try await campaign.send()
        let events = try await campaign.settledEvents()
        #expect(events.map(\.type) == [.send, .deliveryDelay, .bounce])
        #expect(events.last?.bounce?.type == .transient && events.last?.bounce?.subType == .customTimeoutExceeded)
        #expect(events.last?.bounce?.timestamp.date == sent.addingTimeInterval(300))
        #expect(await campaign.simulator.suppressedAddresses.isEmpty)
    }

    @Test("A longest delivery time that is never reached changes nothing")
    func longTimeout() async throws {
        let campaign = try await Campaign(
            EngagementModel(delayRate: 1),
            configuration: ConfigurationSet("promo", deliveryOptions: DeliveryOptions(maxDeliverySeconds: 50_400)))
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .deliveryDelay, .delivery])
    }

    @Test("A model can be changed between sends")
    func change() async throws {
        let campaign = try await Campaign()
        await campaign.simulator.setEngagement(EngagementModel(hardBounceRate: 1))
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .bounce])
    }

    @Test("A set has a model of its own, until it is taken away")
    func ofSet() async throws {
        let campaign = try await Campaign(EngagementModel(delayRate: 1))
        await campaign.simulator.setEngagement(EngagementModel(hardBounceRate: 1), forConfigurationSet: "promo")
        await campaign.simulator.setEngagement(.allDelivered, forConfigurationSet: "other")
        #expect(try await campaign.names(of: Campaign.email()) == [.send, .bounce])
        await campaign.simulator.setEngagement(nil, forConfigurationSet: "promo")
        let later = try await campaign.names(of: Campaign.email(to: ["later@example.org"]))
        #expect(later.suffix(3) == [.send, .deliveryDelay, .delivery])
    }
}
