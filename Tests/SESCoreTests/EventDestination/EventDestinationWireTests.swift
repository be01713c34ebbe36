import SESCore
import Testing

@Suite("Event destinations on the wire")
struct EventDestinationWireTests {
    static let topic: ARN = "arn:aws:sns:eu-west-1:123456789012:promo"

    @Test("each target has AWS's shape, and is read back from it")
    func targets() throws {
        let cases: [(EventDestinationTarget, String)] = [
            (.sns(topicARN: "t"), #""SnsDestination":{"TopicArn":"t"}"#),
            (
                .kinesisFirehose(iamRoleARN: "r", deliveryStreamARN: "s"),
                #""KinesisFirehoseDestination":{"DeliveryStreamArn":"s","IamRoleArn":"r"}"#
            ),
            (.eventBridge(eventBusARN: "b"), #""EventBridgeDestination":{"EventBusArn":"b"}"#),
            (.pinpoint(applicationARN: "p"), #""PinpointDestination":{"ApplicationArn":"p"}"#),
            (
                .cloudWatch([
                    .init(dimensionName: "n", dimensionValueSource: .linkTag, defaultDimensionValue: "d")
                ]),
                #""CloudWatchDestination":{"DimensionConfigurations":[{"DefaultDimensionValue":"d","#
                    + #""DimensionName":"n","DimensionValueSource":"LINK_TAG"}]}"#
            ),
        ]
        for (target, member) in cases {
            let definition = EventDestinationDefinition(matching: [.send, .renderingFailure], to: target)
            #expect(definition.target == target)
            var members = [#""Enabled":true"#, #""MatchingEventTypes":["SEND","RENDERING_FAILURE"]"#, member]
            members.sort()
            try expectWireForm(of: definition, is: "{" + members.joined(separator: ",") + "}")
        }
    }

    @Test("a destination is its definition with a name, flat")
    func flat() throws {
        var destination = EventDestination(
            "campaign-events", enabled: false, matching: [.open], to: .sns(topicARN: Self.topic))
        try expectWireForm(
            of: destination,
            is: #"{"Enabled":false,"MatchingEventTypes":["OPEN"],"Name":"campaign-events","#
                + #""SnsDestination":{"TopicArn":"arn:aws:sns:eu-west-1:123456789012:promo"}}"#)
        #expect(destination.snsDestination?.topicARN == Self.topic)
        destination.enabled = true
        #expect(destination.definition.enabled)
        #expect(destination.target == .sns(topicARN: Self.topic))
    }

    @Test("absent members are false and empty, as for the service")
    func absent() throws {
        let definition = try decoded(EventDestinationDefinition.self, "{}")
        #expect(!definition.enabled)
        #expect(definition.matchingEventTypes.isEmpty)
        #expect(definition.target == nil)
    }

    @Test("there is a target only when there is exactly one destination")
    func target() throws {
        var definition = EventDestinationDefinition(matching: .all, to: .sns(topicARN: "t"))
        definition.eventBridgeDestination = EventBridgeDestination(eventBusARN: "b")
        #expect(definition.target == nil)
        definition.snsDestination = nil
        #expect(definition.target == .eventBridge(eventBusARN: "b"))
        let newer = #"{"MatchingEventTypes":["NEW"],"NewDestination":{"Arn":"x"}}"#
        #expect(try decoded(EventDestinationDefinition.self, newer).target == nil)
    }

    @Test("event types keep order and repeats on the wire but compare as a set")
    func types() throws {
        let types: MatchingEventTypes = [.click, .bounce, .click, .init(rawValue: "NEW")]
        #expect(try encoded(types) == #"["CLICK","BOUNCE","CLICK","NEW"]"#)
        #expect(types == [.bounce, .init(rawValue: "NEW"), .click])
        #expect(types.hashValue == ([.bounce, .init(rawValue: "NEW"), .click] as MatchingEventTypes).hashValue)
        #expect(types != [.bounce, .click])
        #expect(types.contains(.click) && !types.contains(.send))
        #expect(Array(types) == [.click, .bounce, .click, .init(rawValue: "NEW")])
    }

    @Test("all event types are the ten of the API")
    func all() throws {
        #expect(
            try encoded(MatchingEventTypes.all)
                == #"["SEND","REJECT","BOUNCE","COMPLAINT","DELIVERY","OPEN","CLICK","RENDERING_FAILURE","#
                + #""DELIVERY_DELAY","SUBSCRIPTION"]"#)
    }

    @Test("a value of the wrong kind is refused")
    func wrongKinds() {
        let kinds = [#"{"Enabled":"yes"}"#, #"{"MatchingEventTypes":"SEND"}"#, #"{"SnsDestination":[]}"#, "[]"]
        for json in kinds {
            #expect(throws: DecodingError.self) { try decoded(EventDestinationDefinition.self, json) }
        }
        #expect(throws: DecodingError.self) { try decoded(EventDestination.self, #"{"MatchingEventTypes":[]}"#) }
    }
}
