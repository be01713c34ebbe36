import SESClient
import SESCore
import SESTesting
import Testing

@Suite("The suppression list of the simulator")
struct SuppressionTests {
    @Test("An address on the list bounces without reaching a server, however it is written")
    func suppressed() async throws {
        let campaign = try await Campaign()
        await campaign.simulator.suppress("Jane@Example.org")
        try await campaign.send(Campaign.email(to: ["Jane Doe <jane@example.org>"]))
        let events = try await campaign.settledEvents()
        #expect(events.map(\.type) == [.send, .bounce])
        #expect(events.last?.bounce?.type == .permanent)
        #expect(events.last?.bounce?.subType == .onAccountSuppressionList)
        #expect(events.last?.bounce?.remoteMTAIP == nil)
    }

    @Test("An address that is there for a complaint gets a complaint of that subtype")
    func complained() async throws {
        let campaign = try await Campaign()
        await campaign.simulator.suppress("jane@example.org", reason: .complaint)
        try await campaign.send()
        guard case .complaint(let complaint) = try await campaign.settledEvents().last?.kind else {
            Issue.record("no complaint")
            return
        }
        #expect(complaint.subType == .onAccountSuppressionList)
    }

    static let overrides: [(SuppressionOptions?, [SuppressionListReason], Bool)] = [
        (nil, [.bounce, .complaint], true), (nil, [.bounce], true), (nil, [.complaint], false), (nil, [], false),
        (SuppressionOptions(suppressedReasons: []), [.bounce, .complaint], false),
        (SuppressionOptions(suppressedReasons: [.complaint]), [.bounce, .complaint], false),
        (SuppressionOptions(suppressedReasons: [.bounce]), [], true),
    ]

    @Test("A set's own reasons take the place of the account's", arguments: overrides)
    func precedence(own: SuppressionOptions?, account: [SuppressionListReason], isSuppressed: Bool) async throws {
        let campaign = try await Campaign(configuration: ConfigurationSet("promo", suppressionOptions: own))
        await campaign.simulator.setAccountSuppressedReasons(account)
        await campaign.simulator.suppress("jane@example.org", reason: .bounce)
        #expect(
            try await campaign.names(of: Campaign.email())
                == (isSuppressed ? [.send, .bounce] : [.send, .delivery]))
        let attributes = try await campaign.client.execute(GetAccount()).suppressionAttributes
        #expect(attributes?.suppressedReasons == account)
    }

    @Test("A hard bounce joins the list when it happens, not when the mail is sent")
    func joins() async throws {
        let campaign = try await Campaign(EngagementModel(hardBounceRate: 1))
        try await campaign.send(Campaign.email(to: ["Jane@example.org"]))
        #expect(await campaign.simulator.suppressedAddresses.isEmpty)
        let first = try await campaign.settledEvents()
        #expect(first.last?.bounce?.subType == .general)
        #expect(await campaign.simulator.suppressedAddresses == ["jane@example.org": .bounce])
        try await campaign.send(Campaign.email(to: ["jane@example.org"]))
        #expect(try await campaign.settledEvents().last?.bounce?.subType == .onAccountSuppressionList)
    }

    @Test("A complaint joins the list too; a soft bounce and an address that the reasons pass over don't")
    func whatJoins() async throws {
        let complaining = try await Campaign(EngagementModel(complaintRate: 1))
        try await complaining.send()
        await complaining.simulator.settle()
        #expect(await complaining.simulator.suppressedAddresses == ["jane@example.org": .complaint])

        let soft = try await Campaign(EngagementModel(softBounceRate: 1))
        #expect(try await soft.names(of: Campaign.email()) == [.send, .bounce])
        #expect(await soft.simulator.suppressedAddresses.isEmpty)

        let passing = try await Campaign(
            EngagementModel(hardBounceRate: 1),
            configuration: ConfigurationSet("promo", suppressionOptions: SuppressionOptions(suppressedReasons: [])))
        try await passing.send()
        await passing.simulator.settle()
        #expect(await passing.simulator.suppressedAddresses.isEmpty)
    }

    @Test("A mail without a set feeds the list too, though nobody hears of it")
    func withoutSet() async throws {
        let campaign = try await Campaign(EngagementModel(hardBounceRate: 1))
        try await campaign.client.send(Campaign.email(), configurationSet: nil)
        #expect(try await campaign.settledEvents().isEmpty)
        #expect(await campaign.simulator.suppressedAddresses.count == 1)
    }
}
