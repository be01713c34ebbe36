import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Configuration sets in the simulator")
struct ConfigurationSetTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    @Test("A set that says nothing sends and measures its reputation, and has no other group")
    func defaults() async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        #expect(
            try await wire.get("promo")
                == .object([
                    "ConfigurationSetName": .string("promo"),
                    "SendingOptions": .object(["SendingEnabled": .bool(true)]),
                    "ReputationOptions": .object(["ReputationMetricsEnabled": .bool(true)]),
                ]))
    }

    @Test("What a set is created with is what it is read with")
    func roundTrip() async throws {
        await simulator.verify("example.com")
        await simulator.addDedicatedIPPool("pool")
        let set = ConfigurationSet(
            "promo", trackingOptions: TrackingOptions(customRedirectDomain: "click.example.com", httpsPolicy: .require),
            deliveryOptions: DeliveryOptions(tlsPolicy: .require, sendingPoolName: "pool", maxDeliverySeconds: 300),
            reputationOptions: ReputationOptions(reputationMetricsEnabled: false),
            sendingOptions: SendingOptions(sendingEnabled: false),
            tags: [ResourceTag(key: "team", value: "shop")],
            suppressionOptions: SuppressionOptions(suppressedReasons: []),
            vdmOptions: VdmOptions(dashboardOptions: DashboardOptions(engagementMetrics: .enabled)),
            messageSecurityOptions: MessageSecurityOptions(signingScheme: .smime()))
        try await client.createConfigurationSet(set)
        #expect(try await client.getConfigurationSet("promo") == set)
    }

    @Test("A switch that a new set's group leaves out is off")
    func absentSwitches() async throws {
        try await wire.create(#"{"ConfigurationSetName":"a","SendingOptions":{},"ReputationOptions":{}}"#)
        let set = try await wire.get("a")
        #expect(set?["SendingOptions"]?["SendingEnabled"] == .bool(false))
        #expect(set?["ReputationOptions"]?["ReputationMetricsEnabled"] == .bool(false))
    }

    @Test("A second set of the same name is refused and changes nothing")
    func duplicate() async throws {
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        let second = ConfigurationSet("promo", sendingOptions: SendingOptions(sendingEnabled: false))
        #expect(await code { try await client.createConfigurationSet(second) } == .alreadyExists)
        #expect(try await client.getConfigurationSet("promo").sendingOptions?.sendingEnabled == true)
    }

    static let everyCall: [(String, String, String?)] = [
        ("GET", "", nil), ("DELETE", "", nil), ("PUT", "/archiving-options", "{}"), ("PUT", "/delivery-options", "{}"),
        ("PUT", "/reputation-options", "{}"), ("PUT", "/sending", "{}"), ("PUT", "/suppression-options", "{}"),
        ("PUT", "/tracking-options", "{}"), ("PUT", "/vdm-options", "{}"), ("GET", "/event-destinations", nil),
        ("DELETE", "/event-destinations/d", nil),
    ]

    @Test("Every call about a set that isn't there says so in the service's words", arguments: everyCall)
    func missing(method: String, suffix: String, body: String?) async throws {
        let answer = try await wire.call(method, "/v2/email/configuration-sets/gone" + suffix, body)
        #expect(answer.refusal == .notFound("Configuration set <gone> does not exist."))
    }

    @Test("The calls that name a missing set in the body say so too")
    func missingInBody() async throws {
        let update = try await wire.call(
            "POST", "/v2/email/update-configuration-sets", #"{"ConfigurationSetName":"gone"}"#)
        #expect(update.refusal == .notFound("Configuration set <gone> does not exist."))
        #expect(await code { try await client.getConfigurationSet("gone") } == .notFound)
    }

    @Test("A deleted set is gone with its event destinations, and its name is free again")
    func deletion() async throws {
        let campaign = try await Campaign()
        try await campaign.client.deleteConfigurationSet("promo")
        #expect(await code { try await campaign.client.getConfigurationSet("promo") } == .notFound)
        try await campaign.client.createConfigurationSet(ConfigurationSet("promo"))
        #expect(try await campaign.client.getConfigurationSetEventDestinations(of: "promo") == [])
    }

    @Test("A name the service doesn't take is refused in its words")
    func names() async throws {
        let long = String(repeating: "a", count: 65)
        #expect(
            try await wire.create(#"{"ConfigurationSetName":"\#(long)"}"#).refusal
                == .badRequest("Configuration set name cannot exceed 64 characters."))
        let rule = "only alphanumeric ASCII characters, '_', and '-' are allowed."
        #expect(
            try await wire.create(#"{"ConfigurationSetName":"a b"}"#).refusal
                == .badRequest("Invalid configuration set name <a b>: \(rule)"))
        #expect(
            try await wire.create(#"{"ConfigurationSetName":"é"}"#).refusal
                == .badRequest("Invalid configuration set name <é>: \(rule)"))
        #expect(try await wire.create("{}").refusal == .badRequest("Invalid configuration set name <>: \(rule)"))
        let longest = String(repeating: "b", count: 64)
        #expect(try await wire.create(#"{"ConfigurationSetName":"\#(longest)"}"#).refusal == .success)
    }

    @Test("An account holds ten thousand sets")
    func limit() async throws {
        await simulator.fill(upTo: 9_999)
        try await client.createConfigurationSet(ConfigurationSet("last"))
        let error = await error { try await client.createConfigurationSet(ConfigurationSet("one-too-many")) }
        #expect(error?.code == .limitExceeded)
        #expect(error?.httpStatus == 400)
        try await client.deleteConfigurationSet("last")
        try await client.createConfigurationSet(ConfigurationSet("one-too-many"))
    }

    @Test("An update without options changes nothing; one with them changes the signing scheme")
    func update() async throws {
        try await client.createConfigurationSet(
            ConfigurationSet("a", messageSecurityOptions: MessageSecurityOptions(signingScheme: .smime())))
        try await client.execute(UpdateConfigurationSet(configurationSetName: "a"))
        #expect(try await client.getConfigurationSet("a").messageSecurityOptions?.signingScheme == .smime())
        try await client.updateConfigurationSet(
            "a", messageSecurityOptions: MessageSecurityOptions(signingScheme: .default))
        #expect(try await client.getConfigurationSet("a").messageSecurityOptions?.signingScheme == .default)
    }
}
