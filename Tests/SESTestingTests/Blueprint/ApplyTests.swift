import SESClient
import SESCore
import SESSigning
import SESTesting
import Synchronization
import Testing

@Suite("Blueprints applied to an account")
struct ApplyTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }
    static let account = "123456789012"

    /// A blueprint with something in every group.
    static let whole = ConfigurationSetBlueprint(
        ConfigurationSet(
            "promo", trackingOptions: TrackingOptions(customRedirectDomain: "click.example.com", httpsPolicy: .require),
            deliveryOptions: DeliveryOptions(tlsPolicy: .require, sendingPoolName: "pool", maxDeliverySeconds: 3600),
            reputationOptions: ReputationOptions(reputationMetricsEnabled: true),
            sendingOptions: SendingOptions(sendingEnabled: true),
            tags: [ResourceTag(key: "team", value: "shop"), ResourceTag(key: "campaign", value: "may")],
            suppressionOptions: SuppressionOptions(suppressedReasons: [.bounce]),
            vdmOptions: VdmOptions(
                dashboardOptions: DashboardOptions(engagementMetrics: .enabled),
                guardianOptions: GuardianOptions(optimizedSharedDelivery: .enabled)),
            archivingOptions: ArchivingOptions(archiveARN: archive),
            messageSecurityOptions: MessageSecurityOptions(signingScheme: .smime())),
        eventDestinations: [
            EventDestination("topic", matching: [.bounce, .complaint], to: Campaign.sns),
            EventDestination(
                "metrics", matching: [.send, .open],
                to: .cloudWatch([
                    CloudWatchDimensionConfiguration(
                        dimensionName: "campaign", dimensionValueSource: .messageTag, defaultDimensionValue: "none")
                ])),
        ], ownsAllEventDestinations: true)
    static let archive: ARN = "arn:aws:ses:eu-west-1:123456789012:mailmanager-archive/a-abcdefghijklmnopqrstuvwx"

    init() async {
        await simulator.verify("example.com")
        await simulator.addDedicatedIPPool("pool")
    }

    private func apply(_ blueprints: ConfigurationSetBlueprint...) async throws -> [String] {
        try await client.apply(blueprints, accountID: Self.account).map(\.action.description)
    }

    @Test("Applied twice, the second time there is nothing to do")
    func twice() async throws {
        #expect(
            try await apply(Self.whole) == [
                "create configuration set, paused", "create event destination topic",
                "create event destination metrics", "resume sending",
            ])
        let plan = try await client.plan([Self.whole])
        #expect(plan.isEmpty, "\(plan)")
        #expect(try await apply(Self.whole) == [])
        #expect(try await client.configurationSetBlueprint(of: "promo") == Self.whole)
        #expect(try await client.configurationSetBlueprint(of: "other") == nil)
    }

    @Test("Planning changes nothing")
    func planOnly() async throws {
        let plan = try await client.plan([Self.whole])
        #expect(plan.changes.count == 4)
        #expect(try await client.configurationSetBlueprint(of: "promo") == nil)
    }

    /// Every option by name, and what someone else makes of it.
    static let drifts: [(field: String, change: @Sendable (inout ConfigurationSetBlueprint) -> Void)] = [
        (
            "TrackingOptions.CustomRedirectDomain",
            { $0.configurationSet.trackingOptions?.customRedirectDomain = "x.example.com" }
        ),
        ("TrackingOptions.HttpsPolicy", { $0.configurationSet.trackingOptions?.httpsPolicy = .optional }),
        ("TrackingOptions", { $0.configurationSet.trackingOptions = TrackingOptions() }),
        ("DeliveryOptions.TlsPolicy", { $0.configurationSet.deliveryOptions?.tlsPolicy = .optional }),
        ("DeliveryOptions.SendingPoolName", { $0.configurationSet.deliveryOptions?.sendingPoolName = nil }),
        ("DeliveryOptions.MaxDeliverySeconds", { $0.configurationSet.deliveryOptions?.maxDeliverySeconds = 300 }),
        ("DeliveryOptions", { $0.configurationSet.deliveryOptions = DeliveryOptions() }),
        (
            "ReputationOptions.ReputationMetricsEnabled",
            { $0.configurationSet.reputationOptions?.reputationMetricsEnabled = false }
        ),
        ("SendingOptions.SendingEnabled", { $0.configurationSet.sendingOptions?.sendingEnabled = false }),
        ("SuppressionOptions.SuppressedReasons", { $0.configurationSet.suppressionOptions?.suppressedReasons = [] }),
        (
            "SuppressionOptions.ValidationOptions",
            {
                $0.configurationSet.suppressionOptions?.validationOptions = SuppressionValidationOptions(
                    conditionThreshold: SuppressionConditionThreshold(conditionThresholdEnabled: .enabled))
            }
        ),
        ("SuppressionOptions.SuppressionScope", { $0.configurationSet.suppressionOptions?.suppressionScope = .tenant }),
        (
            "VdmOptions.DashboardOptions",
            { $0.configurationSet.vdmOptions?.dashboardOptions?.engagementMetrics = .disabled }
        ),
        ("VdmOptions.GuardianOptions", { $0.configurationSet.vdmOptions?.guardianOptions = nil }),
        ("VdmOptions", { $0.configurationSet.vdmOptions = nil }),
        ("ArchivingOptions", { $0.configurationSet.archivingOptions = ArchivingOptions() }),
        (
            "MessageSecurityOptions",
            { $0.configurationSet.messageSecurityOptions = MessageSecurityOptions(signingScheme: .default) }
        ),
        ("EventDestinations.topic.Enabled", { $0.eventDestinations[0].enabled = false }),
        ("EventDestinations.topic.MatchingEventTypes", { $0.eventDestinations[0].matchingEventTypes = [.bounce] }),
        (
            "EventDestinations.topic.SnsDestination",
            { $0.eventDestinations[0].snsDestination?.topicARN = "arn:aws:sns:eu-west-1:123456789012:other" }
        ),
        (
            "EventDestinations.metrics.CloudWatchDestination",
            { $0.eventDestinations[1].cloudWatchDestination?.dimensionConfigurations[0].dimensionName = "other" }
        ),
    ]

    @Test("Drift of every option is found by name and repaired", arguments: drifts.indices)
    func drift(index: Int) async throws {
        let (field, change) = Self.drifts[index]
        _ = try await apply(Self.whole)
        try await drift(change)
        let plan = try await client.plan([Self.whole])
        let named = plan.changes.flatMap(\.drift)
        #expect(plan.changes.count == 1, "\(plan)")
        #expect(!named.isEmpty && named.allSatisfy { $0.field.hasPrefix(field) && $0.found != $0.wanted }, "\(plan)")
        try await client.apply(plan, accountID: Self.account)
        #expect(try await client.plan([Self.whole]).isEmpty)
        #expect(try await client.configurationSetBlueprint(of: "promo") == Self.whole)
    }

    /// Does by hand what a colleague does in the console.
    private func drift(_ change: (inout ConfigurationSetBlueprint) -> Void) async throws {
        var drifted = Self.whole
        change(&drifted)
        let set = drifted.configurationSet
        if let options = set.trackingOptions { try await client.putConfigurationSetTrackingOptions("promo", options) }
        if let options = set.deliveryOptions { try await client.putConfigurationSetDeliveryOptions("promo", options) }
        if let options = set.reputationOptions {
            try await client.putConfigurationSetReputationOptions("promo", options)
        }
        if let options = set.sendingOptions { try await client.putConfigurationSetSendingOptions("promo", options) }
        if let options = set.suppressionOptions {
            try await client.putConfigurationSetSuppressionOptions("promo", options)
        }
        try await client.putConfigurationSetVdmOptions("promo", set.vdmOptions)
        if let options = set.archivingOptions {
            try await client.putConfigurationSetArchivingOptions("promo", options)
        }
        if let options = set.messageSecurityOptions {
            try await client.updateConfigurationSet("promo", messageSecurityOptions: options)
        }
        for destination in drifted.eventDestinations {
            try await client.updateConfigurationSetEventDestination(destination, in: "promo")
        }
    }

    @Test("A destination that is missing is made, one that is too many deleted")
    func destinations() async throws {
        _ = try await apply(Self.whole)
        try await client.deleteConfigurationSetEventDestination("topic", in: "promo")
        try await client.createConfigurationSetEventDestination(
            EventDestination("stray", matching: [.send], to: Campaign.sns), in: "promo")
        #expect(
            try await apply(Self.whole) == ["create event destination topic", "delete event destination stray"])
        #expect(try await client.plan([Self.whole]).isEmpty)
    }

    @Test("Tags drift too: of the keys that the blueprint names, others stay")
    func tags() async throws {
        _ = try await apply(Self.whole)
        let set = ARN.configurationSet("promo", region: simulator.region, accountID: Self.account)
        try await client.tagResource(
            set, with: [ResourceTag(key: "team", value: "x"), ResourceTag(key: "own", value: "y")])
        try await client.untagResource(set, keys: ["campaign"])
        let plan = try await client.plan([Self.whole])
        #expect(
            plan.changes.flatMap(\.drift).map(\.description) == [
                #"Tags.team: "x" → "shop""#, #"Tags.campaign: none → "may""#,
            ])
        #expect(await code { try await client.apply(plan) } == .invalidRequest)
        try await client.apply(plan, accountID: Self.account)
        #expect(try await client.plan([Self.whole]).isEmpty)
        let tags = try #require(try await client.getConfigurationSet("promo").tags)
        #expect(tags.first { $0.key == "own" }?.value == "y")
    }

    @Test("What is wrong is told before anything is requested")
    func invalid() async throws {
        var wrong = Self.whole
        wrong.configurationSet.name = "not a name"
        let good = ConfigurationSetBlueprint(ConfigurationSet("good"))
        #expect(await code { try await client.apply([good, wrong]) } == .invalidRequest)
        #expect(await code { try await client.apply([good, good]) } == .invalidRequest)
        #expect(try await client.configurationSetBlueprint(of: "good") == nil)
    }

    @Test("What the service refuses ends the run with its error")
    func refused() async throws {
        var blueprint = Self.whole
        blueprint.configurationSet.deliveryOptions?.sendingPoolName = "missing"
        let told = Mutex<[String]>([])
        let error = await error { () -> Int in
            try await client.apply([blueprint]) { change in told.withLock { $0.append(change.action.description) } }
                .count
        }
        #expect(error?.code == .notFound)
        #expect(error?.serviceMessage == "SendingPool <missing> doesn't exist")
        #expect(told.withLock { $0 }.allSatisfy { $0.hasPrefix("create configuration set") })
    }
}
