import Foundation
import SESCore
import Testing

@Suite("A blueprint compared with what is there")
struct BlueprintComparisonTests {
    static let topic = EventDestinationTarget.sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo")
    static let clicks = EventDestination("clicks", matching: [.click, .open], to: topic)

    private func actions(
        _ blueprint: ConfigurationSetBlueprint, from found: ConfigurationSetBlueprint?
    ) throws -> [String] {
        try blueprint.changes(from: found).map(\.action.description)
    }

    private func found(
        _ change: (inout ConfigurationSet) -> Void = { _ in }, _ destinations: [EventDestination] = []
    ) -> ConfigurationSetBlueprint {
        // As GetConfigurationSet answers for a set that says nothing.
        var set = ConfigurationSet(
            "promo", reputationOptions: ReputationOptions(reputationMetricsEnabled: true),
            sendingOptions: SendingOptions(sendingEnabled: true))
        change(&set)
        return ConfigurationSetBlueprint(set, eventDestinations: destinations, ownsAllEventDestinations: true)
    }

    @Test("A set that is to send is created paused, and resumed once its events have somewhere to go")
    func creation() throws {
        let set = ConfigurationSet("promo", sendingOptions: SendingOptions(sendingEnabled: true))
        let blueprint = ConfigurationSetBlueprint(set, eventDestinations: [Self.clicks])
        #expect(
            try actions(blueprint, from: nil) == [
                "create configuration set, paused", "create event destination clicks", "resume sending",
            ])
        #expect(try actions(ConfigurationSetBlueprint(set), from: nil) == ["create configuration set"])
        // Whether it sends isn't owned: an interrupted run couldn't tell its own pause from someone's.
        let silent = ConfigurationSetBlueprint(ConfigurationSet("promo"), eventDestinations: [Self.clicks])
        #expect(
            try actions(silent, from: nil) == ["create configuration set", "create event destination clicks"])
    }

    @Test("Empty groups are left out of a create, which refuses them")
    func emptyGroups() throws {
        let set = ConfigurationSet(
            "promo", trackingOptions: TrackingOptions(), deliveryOptions: DeliveryOptions(),
            suppressionOptions: SuppressionOptions(suppressedReasons: []), vdmOptions: VdmOptions(),
            archivingOptions: ArchivingOptions(), messageSecurityOptions: MessageSecurityOptions())
        let expected = ConfigurationSet("promo", suppressionOptions: SuppressionOptions(suppressedReasons: []))
        let changes = try ConfigurationSetBlueprint(set).changes(from: nil)
        #expect(changes.map(\.action) == [.createConfigurationSet(expected)])
    }

    @Test("What a blueprint doesn't name is left alone")
    func notOwned() throws {
        let found = found(
            {
                $0.trackingOptions = TrackingOptions(customRedirectDomain: "click.example.com")
                $0.sendingOptions = SendingOptions(sendingEnabled: false)
                $0.tags = [ResourceTag(key: "team", value: "shop")]
            }, [Self.clicks])
        let blueprint = ConfigurationSetBlueprint(ConfigurationSet("promo"))
        #expect(try actions(blueprint, from: found).isEmpty)
        #expect(blueprint.eventDestinationsLeftAlone(in: found) == ["clicks"])
        var owner = blueprint
        owner.ownsAllEventDestinations = true
        #expect(try actions(owner, from: found) == ["delete event destination clicks"])
        #expect(owner.eventDestinationsLeftAlone(in: found).isEmpty)
    }

    @Test("What means the same isn't drift")
    func sameMeaning() throws {
        let found = found(
            {
                $0.trackingOptions = TrackingOptions(customRedirectDomain: "c.example.com", httpsPolicy: .optional)
                $0.deliveryOptions = DeliveryOptions(tlsPolicy: .optional)
                $0.suppressionOptions = SuppressionOptions(suppressedReasons: [.complaint, .bounce])
                $0.vdmOptions = VdmOptions(dashboardOptions: DashboardOptions())
                $0.messageSecurityOptions = MessageSecurityOptions(signingScheme: .default)
                $0.reputationOptions?.lastFreshStart = .init(timeIntervalSince1970: 7)
            },
            [EventDestination("clicks", matching: [.open, .click], to: Self.topic)])
        let set = ConfigurationSet(
            "promo", trackingOptions: TrackingOptions(customRedirectDomain: "c.example.com"),
            deliveryOptions: DeliveryOptions(), reputationOptions: ReputationOptions(reputationMetricsEnabled: true),
            sendingOptions: SendingOptions(sendingEnabled: true),
            suppressionOptions: SuppressionOptions(suppressedReasons: [.bounce, .complaint]), vdmOptions: VdmOptions(),
            archivingOptions: ArchivingOptions(), messageSecurityOptions: MessageSecurityOptions())
        let blueprint = ConfigurationSetBlueprint(set, eventDestinations: [Self.clicks])
        #expect(try blueprint.changes(from: found) == [])
    }

    @Test("Sending stops first and resumes last; destinations are deleted after others are created, if there is room")
    func order() throws {
        let tracking = TrackingOptions(customRedirectDomain: "c.example.com")
        let blueprint = { (sends: Bool) in
            ConfigurationSetBlueprint(
                ConfigurationSet(
                    "promo", trackingOptions: tracking, sendingOptions: SendingOptions(sendingEnabled: sends)),
                eventDestinations: [Self.clicks], ownsAllEventDestinations: true)
        }
        let old = { (count: Int) in
            (0..<count).map { EventDestination(.init(rawValue: "old-\($0)"), matching: [.send], to: Self.topic) }
        }
        #expect(
            try actions(blueprint(false), from: found({ _ in }, old(1))) == [
                "pause sending", "put tracking options", "create event destination clicks",
                "delete event destination old-0",
            ])
        let paused = found({ $0.sendingOptions = SendingOptions(sendingEnabled: false) }, old(1))
        #expect(try actions(blueprint(true), from: paused).last == "resume sending")
        let full = try actions(blueprint(true), from: found({ _ in }, old(10)))
        #expect(full.firstIndex(of: "delete event destination old-9") == 10)
        #expect(full.last == "create event destination clicks")
    }

    @Test("Drift names each member that differs, with what was found and what is wanted")
    func drift() throws {
        let found = found(
            { $0.deliveryOptions = DeliveryOptions(tlsPolicy: .optional, sendingPoolName: "old") },
            [EventDestination("clicks", enabled: false, matching: [.click], to: Self.topic)])
        let set = ConfigurationSet("promo", deliveryOptions: DeliveryOptions(tlsPolicy: .require))
        let plan = try ConfigurationSetPlan(
            [ConfigurationSetBlueprint(set, eventDestinations: [Self.clicks])], found: ["promo": found])
        #expect(
            plan.description == """
                promo: put delivery options
                    DeliveryOptions.SendingPoolName: "old" → none
                    DeliveryOptions.TlsPolicy: "OPTIONAL" → "REQUIRE"
                promo: update event destination clicks
                    EventDestinations.clicks.Enabled: false → true
                    EventDestinations.clicks.MatchingEventTypes: ["CLICK"] → ["CLICK","OPEN"]
                """)
    }

    @Test("A plan with nothing to do says so, and names what is left alone")
    func nothing() throws {
        let blueprint = ConfigurationSetBlueprint(ConfigurationSet("promo"))
        let plan = try ConfigurationSetPlan([blueprint], found: ["promo": found({ _ in }, [Self.clicks])])
        #expect(plan.isEmpty)
        #expect(plan.description == "promo: event destination clicks is left alone")
        #expect(try ConfigurationSetPlan([], found: [:]).description == "nothing to change")
    }
}
