import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Option groups in the simulator")
struct PutOptionsTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    init() async throws {
        try await client.createConfigurationSet(ConfigurationSet("a"))
    }

    @Test("An empty put to sending pauses the set")
    func emptySending() async throws {
        #expect(try await wire.put("a", "sending", "{}").status == 200)
        #expect(try await wire.get("a")?["SendingOptions"] == .object(["SendingEnabled": .bool(false)]))
    }

    @Test("An empty put to reputation switches the metrics off")
    func emptyReputation() async throws {
        try await wire.put("a", "reputation-options", "{}")
        #expect(
            try await wire.get("a")?["ReputationOptions"] == .object(["ReputationMetricsEnabled": .bool(false)]))
    }

    @Test("A null is no value, however deep it stands")
    func nulls() async throws {
        #expect(try await wire.put("a", "sending", #"{"SendingEnabled":null}"#).refusal == .serialization)
        #expect(
            try await wire.create(#"{"ConfigurationSetName":"b","SendingOptions":{"SendingEnabled":null}}"#).refusal
                == .serialization)
        #expect(try await wire.put("a", "delivery-options", #"{"TlsPolicy":null}"#).refusal == .serialization)
        #expect(
            try await wire.put("a", "suppression-options", #"{"SuppressedReasons":[null]}"#).refusal
                == .serialization)
        #expect(try await client.getConfigurationSet("a").sendingOptions?.sendingEnabled == true)
    }

    @Test("A member of another type is no value either")
    func types() async throws {
        #expect(try await wire.put("a", "sending", #"{"SendingEnabled":"yes"}"#).refusal == .serialization)
        #expect(try await wire.put("a", "delivery-options", #"{"MaxDeliverySeconds":"x"}"#).refusal == .serialization)
        #expect(try await wire.put("a", "sending", "[]").refusal == .serialization)
        #expect(try await wire.put("a", "sending", "{").refusal == .serialization)
    }

    @Test("A put replaces its group as a whole, and an empty one clears it")
    func replacement() async throws {
        await simulator.addDedicatedIPPool("pool")
        try await wire.put("a", "delivery-options", #"{"TlsPolicy":"REQUIRE","SendingPoolName":"pool"}"#)
        try await wire.put("a", "delivery-options", #"{"MaxDeliverySeconds":600}"#)
        #expect(try await wire.get("a")?["DeliveryOptions"] == .object(["MaxDeliverySeconds": .integer(600)]))
        try await wire.put("a", "delivery-options", "{}")
        #expect(try await wire.get("a")?["DeliveryOptions"] == nil)

        try await wire.put("a", "tracking-options", #"{"CustomRedirectDomain":"t.example.com"}"#)
        #expect(try await wire.get("a")?["TrackingOptions"]?["CustomRedirectDomain"] == .string("t.example.com"))
        try await wire.put("a", "tracking-options", "{}")
        #expect(try await wire.get("a")?["TrackingOptions"] == nil)

        try await wire.put(
            "a", "vdm-options", #"{"VdmOptions":{"GuardianOptions":{"OptimizedSharedDelivery":"ENABLED"}}}"#)
        #expect(try await wire.get("a")?["VdmOptions"]?["DashboardOptions"] == nil)
        #expect(try await wire.get("a")?["VdmOptions"]?["GuardianOptions"] != nil)
        try await wire.put("a", "vdm-options", "{}")
        #expect(try await wire.get("a")?["VdmOptions"] == nil)

        let archive = "arn:aws:ses:eu-west-1:123456789012:mailmanager-archive/a-\(String(repeating: "b", count: 24))"
        try await wire.put("a", "archiving-options", #"{"ArchiveArn":"\#(archive)"}"#)
        #expect(try await wire.get("a")?["ArchivingOptions"]?["ArchiveArn"] == .string(archive))
        try await wire.put("a", "archiving-options", "{}")
        #expect(try await wire.get("a")?["ArchivingOptions"] == nil)
        #expect(try await wire.put("a", "archiving-options", #"{"ArchiveArn":"x"}"#).name == "BadRequestException")
    }

    @Test("Suppression has three states: none, an override without reasons, an override with reasons")
    func suppression() async throws {
        #expect(try await wire.get("a")?["SuppressionOptions"] == nil)
        try await wire.put("a", "suppression-options", "{}")
        #expect(try await wire.get("a")?["SuppressionOptions"]?["SuppressedReasons"] == .array([]))
        try await wire.put("a", "suppression-options", #"{"SuppressedReasons":["COMPLAINT"]}"#)
        #expect(
            try await wire.get("a")?["SuppressionOptions"]?["SuppressedReasons"] == .array([.string("COMPLAINT")]))
    }

    @Test("A new set with suppression options but no reasons makes the service fail")
    func suppressionFailure() async throws {
        let answer = try await wire.create(#"{"ConfigurationSetName":"b","SuppressionOptions":{}}"#)
        #expect(answer.refusal == Refusal(status: 500, name: "InternalFailure", message: nil))
        #expect(try await wire.call("GET", "/v2/email/configuration-sets/b").status == 404)
        let empty = #"{"ConfigurationSetName":"b","SuppressionOptions":{"SuppressedReasons":[]}}"#
        #expect(try await wire.create(empty).status == 200)
    }

    @Test("A pool has to exist")
    func pool() async throws {
        let expected = Refusal.notFound("SendingPool <nowhere> doesn't exist")
        #expect(try await wire.put("a", "delivery-options", #"{"SendingPoolName":"nowhere"}"#).refusal == expected)
        let set = #"{"ConfigurationSetName":"b","DeliveryOptions":{"SendingPoolName":"nowhere"}}"#
        #expect(try await wire.create(set).refusal == expected)
        await simulator.addDedicatedIPPool("nowhere")
        #expect(try await wire.create(set).refusal == .success)
    }

    @Test("A tracking domain has to be verified; being part of a verified domain is enough, an address is not")
    func trackingDomain() async throws {
        await simulator.verify("example.com")
        await simulator.verify("jane@example.net")
        func put(_ domain: String) async throws -> Refusal {
            try await wire.put("a", "tracking-options", #"{"CustomRedirectDomain":"\#(domain)"}"#).refusal
        }
        #expect(try await put("example.com") == .success)
        #expect(try await put("click.example.com") == .success)
        for domain in ["example.org", "notexample.com", "example.net", "jane@example.net", "com", ""] {
            #expect(try await put(domain) == .badRequest("Domain <\(domain)> is not verified under this account."))
        }
        let set = #"{"ConfigurationSetName":"b","TrackingOptions":{"CustomRedirectDomain":"example.org"}}"#
        #expect(
            try await wire.create(set).refusal
                == .badRequest("Domain <example.org> is not verified under this account."))
    }

    @Test("An HTTPS policy needs a domain, and so do the tracking options of a new set")
    func trackingWithoutDomain() async throws {
        let expected = Refusal.badRequest("CustomRedirectDomain must be specified.")
        #expect(try await wire.put("a", "tracking-options", #"{"HttpsPolicy":"REQUIRE"}"#).refusal == expected)
        #expect(try await wire.create(#"{"ConfigurationSetName":"b","TrackingOptions":{}}"#).refusal == expected)
    }

    static let enums: [(String, String, String)] = [
        ("delivery-options", #"{"TlsPolicy":"MAYBE"}"#, "tlsPolicy"),
        ("tracking-options", #"{"CustomRedirectDomain":"e.com","HttpsPolicy":"MAYBE"}"#, "httpsPolicy"),
        ("suppression-options", #"{"SuppressedReasons":["SPAM"]}"#, "suppressedReasons"),
        ("suppression-options", #"{"SuppressionScope":"WORLD"}"#, "suppressionScope"),
        (
            "suppression-options",
            #"{"ValidationOptions":{"ConditionThreshold":{"ConditionThresholdEnabled":"YES"}}}"#,
            "validationOptions.conditionThreshold.conditionThresholdEnabled"
        ),
        ("vdm-options", #"{"VdmOptions":{"DashboardOptions":{"EngagementMetrics":"ON"}}}"#, "engagementMetrics"),
        (
            "vdm-options", #"{"VdmOptions":{"GuardianOptions":{"OptimizedSharedDelivery":"ON"}}}"#,
            "optimizedSharedDelivery"
        ),
    ]

    @Test("A value that isn't in the service's list is refused with its place", arguments: enums)
    func enumerations(group: String, body: String, place: String) async throws {
        let answer = try await wire.put("a", group, body)
        #expect(answer.name == "BadRequestException")
        let start = "1 validation error detected: Value at '\(place)' failed to satisfy constraint: "
        #expect(answer.message?.hasPrefix(start) == true, "\(answer.message ?? "")")
    }

    @Test("A delivery time outside the service's range is refused", arguments: [0, 299, 50_401])
    func deliveryTime(seconds: Int) async throws {
        let answer = try await wire.put("a", "delivery-options", #"{"MaxDeliverySeconds":\#(seconds)}"#)
        #expect(answer.name == "BadRequestException")
    }

    @Test("A set that may send again starts with fresh metrics; the date of that survives later puts")
    func freshStart() async throws {
        try await wire.put("a", "sending", #"{"SendingEnabled":false}"#)
        #expect(try await client.getConfigurationSet("a").reputationOptions?.lastFreshStart == nil)
        await simulator.advance(by: .seconds(90))
        try await wire.put("a", "sending", #"{"SendingEnabled":true}"#)
        let date = simulator.clock.date
        await simulator.advance(by: .seconds(90))
        try await wire.put("a", "reputation-options", #"{"ReputationMetricsEnabled":true}"#)
        #expect(try await client.getConfigurationSet("a").reputationOptions?.lastFreshStart == date)
    }
}
