import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Who is told of an event, and when")
struct PublishingRulesTests {
    @Test("A mail without a set publishes nothing")
    func withoutSet() async throws {
        let campaign = try await Campaign()
        try await campaign.client.send(Campaign.email(), configurationSet: nil)
        await campaign.simulator.settle()
        #expect(await campaign.simulator.takeDeliveries().isEmpty)
    }

    @Test("A destination that is off gets nothing, from the moment it is")
    func disabled() async throws {
        let campaign = try await Campaign()
        try await campaign.send()
        try await campaign.client.updateConfigurationSetEventDestination(
            EventDestination("all", enabled: false, matching: .all, to: Campaign.firehose), in: "promo")
        #expect(try await campaign.settledEvents().map(\.type) == [.send], "the send was due at once")
        #expect(try await campaign.names(of: Campaign.email()) == [])
    }

    @Test("A destination gets the types it takes and no other", arguments: EventType.all)
    func matching(type: EventType) async throws {
        let campaign = try await Campaign(
            EngagementModel(delayRate: 1, openRate: 1, clickRate: 1, complaintRate: 1, unsubscribeRate: 1),
            types: [type])
        try await campaign.sendEverything()
        let types = try await Set(campaign.settledEvents().compactMap(\.type.eventType))
        #expect(types == [type])
    }

    @Test("A destination that was deleted between send and event gets nothing, and neither does a deleted set's")
    func deleted() async throws {
        let campaign = try await Campaign(types: [.delivery])
        try await campaign.send()
        try await campaign.client.deleteConfigurationSetEventDestination("all", in: "promo")
        #expect(try await campaign.settledEvents().isEmpty)

        let other = try await Campaign(types: [.delivery])
        try await other.send()
        try await other.client.deleteConfigurationSet("promo")
        #expect(try await other.settledEvents().isEmpty)
    }

    @Test("Every destination of the set is told, and no other set's")
    func several() async throws {
        let campaign = try await Campaign(types: [.send])
        try await campaign.client.createConfigurationSetEventDestination(
            EventDestination("second", matching: [.send], to: Campaign.bus), in: "promo")
        try await campaign.client.createConfigurationSet(ConfigurationSet("other"))
        try await campaign.client.createConfigurationSetEventDestination(
            EventDestination("third", matching: [.send], to: Campaign.bus), in: "other")
        try await campaign.send()
        await campaign.simulator.settle()
        #expect(await campaign.simulator.pendingDeliveries().map(\.eventDestination) == ["all", "second"])
        #expect(await campaign.simulator.pendingDeliveries(to: "second").map(\.target) == [Campaign.bus])
        #expect(await campaign.simulator.takeDeliveries().map(\.configurationSet) == ["promo", "promo"])
        #expect(await campaign.simulator.takeDeliveries().isEmpty, "what was taken is gone")
    }

    @Test("A send's event is there at once; the others come with time, never before it")
    func time() async throws {
        let campaign = try await Campaign(
            EngagementModel(delayRate: 1, openRate: 1, clickRate: 1, complaintRate: 1, unsubscribeRate: 1))
        try await campaign.sendEverything()
        #expect(try await campaign.takeEvents().allSatisfy { $0.type == .send })
        var last = campaign.simulator.clock.date
        var count = 0
        var types: [String] = []
        for _ in 0..<2_000 {
            await campaign.simulator.advance(by: .seconds(60))
            let now = campaign.simulator.clock.date
            for delivery in await campaign.simulator.takeDeliveries() {
                #expect(delivery.date >= last && delivery.date <= now)
                last = delivery.date
                count += 1
                for event in try SESEvent.decodeAll(from: delivery.body) {
                    types.append(event.type.rawValue)
                    guard let date = event.ownTimestamp?.date else { continue }
                    #expect(abs(date.timeIntervalSince(delivery.date)) < 0.001, "\(event.type)")
                }
            }
        }
        #expect(count == 11, "\(types)")
        await campaign.simulator.settle()
        #expect(await campaign.simulator.takeDeliveries().isEmpty, "everything happens within a day and a half")
    }

    @Test("Settling moves the clock no further than to the last event")
    func settling() async throws {
        let campaign = try await Campaign()
        let start = campaign.simulator.clock.now
        await campaign.simulator.settle()
        #expect(campaign.simulator.clock.now == start)
        try await campaign.send()
        await campaign.simulator.settle()
        let last = await campaign.simulator.takeDeliveries().last?.date
        #expect(campaign.simulator.clock.date == last)
    }

    @Test("All ten types can be reached")
    func tenTypes() async throws {
        let campaign = try await Campaign(
            EngagementModel(delayRate: 1, openRate: 1, clickRate: 1, complaintRate: 1, unsubscribeRate: 1))
        try await campaign.sendEverything()
        #expect(try await Set(campaign.settledEvents().map(\.type)) == Set(SESEvent.EventName.allKnown))
    }

    @Test("A template that doesn't render publishes that failure and nothing else, though the call succeeded")
    func renderingFailure() async throws {
        let campaign = try await Campaign(EngagementModel(openRate: 1))
        let id = try await campaign.sendUnrenderable()
        let events = try await campaign.settledEvents()
        #expect(events.map(\.type) == [.renderingFailure])
        #expect(events.first?.mail.messageID == id)
        guard case .renderingFailure(let failure)? = events.first?.kind else { return }
        #expect(failure.templateName == "hello")
        #expect(failure.errorMessage == "Attribute 'name' is not present in the rendering data.")
    }
}
