import Foundation
import SESCore
import Testing

@Suite("Blueprints in files")
struct BlueprintFileTests {
    static let json = #"""
        {
          "ConfigurationSetName": "promo-may2025",
          "DeliveryOptions": {"TlsPolicy": "REQUIRE"},
          "SuppressionOptions": {"SuppressedReasons": ["BOUNCE", "COMPLAINT"]},
          "TrackingOptions": {},
          "Tags": [{"Key": "team", "Value": "shop"}],
          "EventDestinations": [
            {
              "Name": "events",
              "Enabled": true,
              "MatchingEventTypes": ["SEND", "CLICK"],
              "SnsDestination": {"TopicArn": "arn:aws:sns:eu-west-1:123456789012:promo"}
            }
          ],
          "OwnsAllEventDestinations": true
        }
        """#

    static let value = ConfigurationSetBlueprint(
        ConfigurationSet(
            "promo-may2025", trackingOptions: TrackingOptions(), deliveryOptions: DeliveryOptions(tlsPolicy: .require),
            tags: [ResourceTag(key: "team", value: "shop")],
            suppressionOptions: SuppressionOptions(suppressedReasons: [.bounce, .complaint])),
        eventDestinations: [
            EventDestination(
                "events", matching: [.send, .click], to: .sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo"))
        ], ownsAllEventDestinations: true)

    private func refusal(of json: String) -> SESValueError? {
        do {
            _ = try ConfigurationSetBlueprint.blueprints(fromJSON: Data(json.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("One or a list of them is read, in the JSON of the AWS CLI")
    func read() throws {
        #expect(try ConfigurationSetBlueprint.blueprints(fromJSON: Data(Self.json.utf8)) == [Self.value])
        let other = #"{"ConfigurationSetName":"other"}"#
        #expect(
            try ConfigurationSetBlueprint.blueprints(fromJSON: Data("[\(Self.json),\(other)]".utf8))
                == [Self.value, ConfigurationSetBlueprint(ConfigurationSet("other"))])
        #expect(try ConfigurationSetBlueprint.blueprints(fromJSON: Data("[]".utf8)) == [])
    }

    @Test("What is encoded is decoded the same")
    func roundTrip() throws {
        let data = try JSONEncoder().encode(Self.value)
        #expect(try JSONDecoder().decode(ConfigurationSetBlueprint.self, from: data) == Self.value)
        #expect(try ConfigurationSetBlueprint.blueprints(fromJSON: data) == [Self.value])
    }

    @Test(
        "A member that isn't known is refused by name, wherever it stands",
        arguments: [
            (#"{"ConfigurationSetName":"a","DeliveryOption":{}}"#, "DeliveryOption"),
            (#"{"ConfigurationSetName":"a","DeliveryOptions":{"TLSPolicy":"REQUIRE"}}"#, "DeliveryOptions.TLSPolicy"),
            (
                #"[{"ConfigurationSetName":"a"},{"ConfigurationSetName":"b","Tags":[{"Key":"k","Value":"v","X":1}]}]"#,
                "[1].Tags[0].X"
            ),
            (
                #"{"ConfigurationSetName":"a","EventDestinations":[{"Name":"e","Enabled":true,"Types":["SEND"],"#
                    + #""EventBridgeDestination":{"EventBusArn":"arn:aws:events:eu-west-1:123456789012:event-bus/default"}}]}"#,
                "EventDestinations[0].Types"
            ),
        ])
    func unknownMember(json: String, field: String) {
        let error = refusal(of: json)
        #expect(error?.field == field)
        #expect(error?.rule == "is no member of a blueprint")
    }

    @Test(
        "What breaks a rule is refused with its place",
        arguments: [
            (#"{"ConfigurationSetName":"not a name"}"#, "ConfigurationSetName"),
            (#"{}"#, "ConfigurationSetName"),
            (#"[{"ConfigurationSetName":"a"},7]"#, "[1]"),
            (#"{"ConfigurationSetName":"a","Tags":"x"}"#, "Tags"),
            (#"{"ConfigurationSetName":"a","SuppressionOptions":{}}"#, "SuppressionOptions.SuppressedReasons"),
            (
                #"{"ConfigurationSetName":"a","TrackingOptions":{"HttpsPolicy":"REQUIRE"}}"#,
                "TrackingOptions.CustomRedirectDomain"
            ),
            (
                #"{"ConfigurationSetName":"a","EventDestinations":[{"Name":"e","MatchingEventTypes":["SEND"]}]}"#,
                "EventDestinations[0]"
            ),
            (#"{"ConfigurationSetName":"a""#, ""),
            ("", ""),
        ])
    func broken(json: String, field: String) throws {
        let error = try #require(refusal(of: json))
        #expect(error.field == field)
    }

    @Test("A set has at most ten event destinations, each of its own name")
    func destinations() throws {
        let destination = { (name: String) in
            EventDestination(
                EventDestinationName(rawValue: name), matching: [.send],
                to: .sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo"))
        }
        let twins = ConfigurationSetBlueprint(
            ConfigurationSet("a"), eventDestinations: [destination("x"), destination("x")])
        #expect(throws: SESValueError.self) { try twins.validate() }
        let many = ConfigurationSetBlueprint(
            ConfigurationSet("a"), eventDestinations: (0..<11).map { destination("d\($0)") })
        #expect(throws: SESValueError.self) { try many.validate() }
        let twinSets = [
            ConfigurationSetBlueprint(ConfigurationSet("a")), ConfigurationSetBlueprint(ConfigurationSet("a")),
        ]
        #expect(throws: SESValueError.self) { try ConfigurationSetPlan(twinSets, found: [:]) }
    }
}
