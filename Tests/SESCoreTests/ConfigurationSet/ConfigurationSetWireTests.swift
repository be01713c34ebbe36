import Foundation
import SESCore
import Testing

@Suite("Configuration sets on the wire")
struct ConfigurationSetWireTests {
    @Test("a set of nothing but its name has no other member")
    func minimal() throws {
        try expectWireForm(of: ConfigurationSet("s"), is: #"{"ConfigurationSetName":"s"}"#)
    }

    @Test("a set with every option has AWS's shape")
    func full() throws {
        let set = ConfigurationSet(
            "promo",
            trackingOptions: TrackingOptions(customRedirectDomain: "t.example.com", httpsPolicy: .requireOpenOnly),
            deliveryOptions: DeliveryOptions(tlsPolicy: .require, sendingPoolName: "pool", maxDeliverySeconds: 300),
            reputationOptions: ReputationOptions(
                reputationMetricsEnabled: true, lastFreshStart: Date(timeIntervalSince1970: 1_577_934_245)),
            sendingOptions: SendingOptions(sendingEnabled: false), tags: [ResourceTag(key: "k", value: "v")],
            suppressionOptions: SuppressionOptions(
                suppressedReasons: [.bounce, .complaint],
                validationOptions: SuppressionValidationOptions(
                    conditionThreshold: SuppressionConditionThreshold(
                        conditionThresholdEnabled: .enabled,
                        overallConfidenceThreshold: SuppressionConfidenceThreshold(
                            confidenceVerdictThreshold: .managed))),
                suppressionScope: .tenant),
            vdmOptions: VdmOptions(
                dashboardOptions: DashboardOptions(engagementMetrics: .enabled),
                guardianOptions: GuardianOptions(optimizedSharedDelivery: .disabled)),
            archivingOptions: ArchivingOptions(archiveARN: "arn:x"),
            messageSecurityOptions: MessageSecurityOptions(signingScheme: .smime()))
        let parts = [
            #"{"ArchivingOptions":{"ArchiveArn":"arn:x"},"ConfigurationSetName":"promo","#,
            #""DeliveryOptions":{"MaxDeliverySeconds":300,"SendingPoolName":"pool","TlsPolicy":"REQUIRE"},"#,
            #""MessageSecurityOptions":{"SigningScheme":{"SmimeScheme":{"SignatureFormat":"DETACHED"}}},"#,
            #""ReputationOptions":{"LastFreshStart":1577934245,"ReputationMetricsEnabled":true},"#,
            #""SendingOptions":{"SendingEnabled":false},"#,
            #""SuppressionOptions":{"SuppressedReasons":["BOUNCE","COMPLAINT"],"SuppressionScope":"TENANT","#,
            #""ValidationOptions":{"ConditionThreshold":{"ConditionThresholdEnabled":"ENABLED","#,
            #""OverallConfidenceThreshold":{"ConfidenceVerdictThreshold":"MANAGED"}}}},"#,
            #""Tags":[{"Key":"k","Value":"v"}],"#,
            #""TrackingOptions":{"CustomRedirectDomain":"t.example.com","HttpsPolicy":"REQUIRE_OPEN_ONLY"},"#,
            #""VdmOptions":{"DashboardOptions":{"EngagementMetrics":"ENABLED"},"#,
            #""GuardianOptions":{"OptimizedSharedDelivery":"DISABLED"}}}"#,
        ]
        try expectWireForm(of: set, is: parts.joined())
    }

    @Test("suppression has three states: none, an empty list, reasons")
    func suppression() throws {
        try expectWireForm(of: SuppressionOptions(suppressedReasons: nil), is: "{}")
        try expectWireForm(of: SuppressionOptions(suppressedReasons: []), is: #"{"SuppressedReasons":[]}"#)
        try expectWireForm(
            of: SuppressionOptions(suppressedReasons: [.complaint]), is: #"{"SuppressedReasons":["COMPLAINT"]}"#)
        #expect(SuppressionOptions(suppressedReasons: nil) != SuppressionOptions(suppressedReasons: []))
    }

    @Test("an empty list of tags is kept")
    func emptyTags() throws {
        try expectWireForm(of: ConfigurationSet("s", tags: []), is: #"{"ConfigurationSetName":"s","Tags":[]}"#)
    }

    @Test("a Bool is always encoded, and absent means false as for the service")
    func bools() throws {
        try expectWireForm(of: SendingOptions(sendingEnabled: true), is: #"{"SendingEnabled":true}"#)
        try expectWireForm(
            of: ReputationOptions(reputationMetricsEnabled: false), is: #"{"ReputationMetricsEnabled":false}"#)
        #expect(try decoded(SendingOptions.self, "{}").sendingEnabled == false)
        #expect(try decoded(ReputationOptions.self, "{}").reputationMetricsEnabled == false)
    }

    @Test(
        "a Bool that a test server wraps in an object is read",
        arguments: [("{}", true), (#"{"K":true}"#, true), (#"{"K":false}"#, false), ("true", true), ("false", false)])
    func wrapped(inner: String, expected: Bool) throws {
        func json(_ key: String) -> String { "{\"\(key)\":\(inner.replacingOccurrences(of: "K", with: key))}" }
        #expect(try decoded(SendingOptions.self, json("SendingEnabled")).sendingEnabled == expected)
        #expect(
            try decoded(ReputationOptions.self, json("ReputationMetricsEnabled")).reputationMetricsEnabled == expected)
    }

    @Test("a Bool of another kind is refused", arguments: ["\"true\"", "1.5", "[true]", #"{"SendingEnabled":"x"}"#])
    func wrongKind(inner: String) {
        #expect(throws: DecodingError.self) {
            try decoded(SendingOptions.self, "{\"SendingEnabled\":\(inner)}")
        }
    }

    @Test(
        "a time is a number of seconds, whole where it can be, whatever the form it comes in",
        arguments: [("1577934245", 1_577_934_245.0), ("1.790312384592E9", 1_790_312_384.592), ("0", 0), ("-1.5", -1.5)])
    func time(number: String, seconds: Double) throws {
        let json = "{\"LastFreshStart\":\(number),\"ReputationMetricsEnabled\":true}"
        let options = try decoded(ReputationOptions.self, json)
        #expect(options.lastFreshStart?.timeIntervalSince1970 == seconds)
        let again = try decoded(ReputationOptions.self, try encoded(options))
        #expect(abs((again.lastFreshStart?.timeIntervalSince1970 ?? 0) - seconds) < 0.001)
    }

    @Test("the encoder's date strategy doesn't change a time")
    func dateStrategy() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = .sortedKeys
        let options = ReputationOptions(
            reputationMetricsEnabled: true, lastFreshStart: Date(timeIntervalSince1970: 1_577_934_245))
        let json = String(decoding: try encoder.encode(options), as: UTF8.self)
        #expect(json == #"{"LastFreshStart":1577934245,"ReputationMetricsEnabled":true}"#)
    }

    @Test("values that AWS adds pass through")
    func unknownValues() throws {
        try expectWireForm(of: DeliveryOptions(tlsPolicy: .init(rawValue: "MAYBE")), is: #"{"TlsPolicy":"MAYBE"}"#)
    }

    @Test("empty objects, as test servers send for options that were never set, are read")
    func emptyObjects() throws {
        let json = """
            {"ConfigurationSetName":"s","TrackingOptions":{},"DeliveryOptions":{},"ReputationOptions":{},"Tags":null,
            "SuppressionOptions":{},"VdmOptions":{},"ArchivingOptions":{},"MessageSecurityOptions":{}}
            """
        let set = try decoded(ConfigurationSet.self, json)
        #expect(set.trackingOptions == TrackingOptions())
        #expect(set.suppressionOptions?.suppressedReasons == nil)
        #expect(set.tags == nil)
    }

    @Test("a value of the wrong kind is refused")
    func wrongKinds() {
        #expect(throws: DecodingError.self) { try decoded(ConfigurationSet.self, #"{"ConfigurationSetName":1}"#) }
        #expect(throws: DecodingError.self) { try decoded(DeliveryOptions.self, #"{"MaxDeliverySeconds":"300"}"#) }
    }

    @Test("a signing scheme is one object or the other, empty for the default")
    func signing() throws {
        try expectWireForm(of: SigningScheme.default, is: #"{"DefaultScheme":{}}"#)
        try expectWireForm(of: SigningScheme.smime(), is: #"{"SmimeScheme":{"SignatureFormat":"DETACHED"}}"#)
        try expectWireForm(of: SigningScheme(smimeScheme: SmimeSigningScheme()), is: #"{"SmimeScheme":{}}"#)
    }
}
