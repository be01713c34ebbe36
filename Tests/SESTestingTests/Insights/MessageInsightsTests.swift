import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Insights of one mail")
struct MessageInsightsTests {
    @Test("A mail's way in the API's spelling, with its own tags and those of the service")
    func wholeWay() async throws {
        let campaign = try await Campaign(EngagementModel(delayRate: 1, openRate: 1, clickRate: 1, complaintRate: 1))
        try await campaign.enableVdm()
        await campaign.simulator.verify("example.com")
        let id = try await campaign.send(
            Campaign.email(
                to: ["Jane <jane@gmail.com>"], html: MetricDataTests.page, tags: ["campaign": "may"]))
        let events = try await campaign.settledEvents()
        let insights = try await campaign.client.getMessageInsights(id)
        #expect(insights.messageID == id && insights.subject == "May")
        #expect(insights.fromEmailAddress == "shop@example.com")
        let tags = Dictionary(uniqueKeysWithValues: (insights.emailTags ?? []).map { ($0.name, $0.value) })
        #expect(tags["campaign"] == "may" && tags["ses:configuration-set"] == "promo")
        #expect(tags["ses:recipient-isp"] == "Gmail" && tags["ses:sender-identity"] == "example.com")
        let recipient = try #require(insights.insights?.first)
        #expect(insights.insights?.count == 1)
        #expect(recipient.destination == "jane@gmail.com" && recipient.isp == "Gmail")
        // The delay was published, and isn't told here.
        let expected = events.filter { $0.type != .deliveryDelay }
        #expect(expected.count == events.count - 1)
        #expect(recipient.events?.map(\.type) == expected.map { $0.type.eventType })
        for (insight, event) in zip(recipient.events ?? [], expected) {
            if let date = event.ownTimestamp?.date, let told = insight.timestamp {
                #expect(abs(told.timeIntervalSince(date)) < 0.01)
            }
        }
        let complaint = recipient.events?.compactMap(\.details?.complaint).first
        #expect(complaint == InsightsEvent.Complaint(complaintFeedbackType: .abuse))
    }

    @Test("A bounce tells its type in capitals, its subtype and the server's answer")
    func bounce() async throws {
        let campaign = try await Campaign(EngagementModel(hardBounceRate: 1))
        try await campaign.enableVdm()
        let id = try await campaign.send()
        #expect(try await campaign.client.getMessageInsights(id).insights?.first?.events?.map(\.type) == [.send])
        await campaign.simulator.settle()
        let events = try await campaign.client.getMessageInsights(id).insights?.first?.events
        #expect(events?.map(\.type) == [.send, .bounce])
        #expect(
            events?.last?.details?.bounce
                == InsightsEvent.Bounce(
                    bounceType: .permanent, bounceSubType: "General",
                    diagnosticCode: "smtp; 550 5.1.1 user unknown"))
    }

    @Test("Of a mail to several, or to the mailbox simulator, only the send is told, for each recipient")
    func several() async throws {
        let campaign = try await Campaign(EngagementModel(openRate: 1))
        try await campaign.enableVdm()
        let lists: [[EmailAddress]] = [
            ["jane@example.org", "joe@yahoo.com"], ["bounce@simulator.amazonses.com"],
        ]
        for list in lists {
            let id = try await campaign.send(Campaign.email(to: list, html: "<p>May</p>"))
            await campaign.simulator.settle()
            let insights = try await campaign.client.getMessageInsights(id)
            #expect(insights.insights?.compactMap(\.destination) == list)
            #expect(insights.insights?.allSatisfy { $0.events?.map(\.type) == [.send] } == true)
            #expect(insights.emailTags?.contains { $0.name == "ses:recipient-isp" } == (list.count == 1))
        }
    }

    @Test("Opens are told where engagement is tracked only")
    func engagement() async throws {
        let campaign = try await Campaign(EngagementModel(openRate: 1))
        try await campaign.enableVdm(engagement: nil)
        let id = try await campaign.send(Campaign.email(html: "<p>May</p>"))
        await campaign.simulator.settle()
        let events = try await campaign.client.getMessageInsights(id).insights?.first?.events
        #expect(events?.map(\.type) == [.send, .delivery])
    }

    @Test("A mail of before it was on, or of nobody, isn't found; while it is off nothing is told")
    func unknown() async throws {
        let campaign = try await Campaign()
        let early = try await campaign.send()
        #expect(await code { try await campaign.client.getMessageInsights(early) } == .badRequest)
        try await campaign.enableVdm()
        #expect(await code { try await campaign.client.getMessageInsights(early) } == .notFound)
        #expect(await code { try await campaign.client.getMessageInsights("0102-none") } == .notFound)
    }
}
