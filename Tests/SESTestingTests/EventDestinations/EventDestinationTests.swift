import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Event destinations in the simulator")
struct EventDestinationTests {
    let simulator = SESSimulator()
    var wire: Wire { Wire(simulator) }
    var client: SESv2Client { SESv2Client(simulator: simulator) }
    static let sns = #""SnsDestination":{"TopicArn":"arn:aws:sns:eu-west-1:123456789012:promo"}"#
    static let bus =
        #""EventBridgeDestination":{"EventBusArn":"arn:aws:events:eu-west-1:123456789012:event-bus/default"}"#

    init() async throws {
        try await client.createConfigurationSet(ConfigurationSet("a"))
    }

    private func create(_ name: String = "d", _ definition: String) async throws -> Refusal {
        try await wire.call(
            "POST", "/v2/email/configuration-sets/a/event-destinations",
            #"{"EventDestinationName":"\#(name)","EventDestination":{\#(definition)}}"#
        ).refusal
    }

    private func update(_ name: String = "d", _ definition: String) async throws -> Refusal {
        try await wire.call(
            "PUT", "/v2/email/configuration-sets/a/event-destinations/\(name)",
            #"{"EventDestination":{\#(definition)}}"#
        ).refusal
    }

    private func stored() async throws -> JSONValue? {
        try await wire.call("GET", "/v2/email/configuration-sets/a/event-destinations").json?["EventDestinations"]
    }

    static let targets: [EventDestinationTarget] = [
        Campaign.sns, Campaign.firehose, Campaign.bus, Campaign.pinpoint,
        .cloudWatch([
            CloudWatchDimensionConfiguration(
                dimensionName: "campaign", dimensionValueSource: .messageTag, defaultDimensionValue: "none")
        ]),
    ]

    @Test("A destination is read as it was created", arguments: targets)
    func roundTrip(target: EventDestinationTarget) async throws {
        let destination = EventDestination("d", matching: [.send, .bounce], to: target)
        try await client.createConfigurationSetEventDestination(destination, in: "a")
        #expect(try await client.getConfigurationSetEventDestinations(of: "a") == [destination])
    }

    @Test("A set has no destinations at first")
    func none() async throws {
        #expect(try await stored() == .array([]))
    }

    @Test("A destination that isn't said to be on is off, and says so")
    func absentSwitch() async throws {
        #expect(try await create("d", #""MatchingEventTypes":["SEND"],\#(Self.sns)"#) == .success)
        #expect(try await stored()?[0]?["Enabled"] == .bool(false))
        _ = try await create("e", #""Enabled":true,"MatchingEventTypes":["SEND"],\#(Self.sns)"#)
        #expect(try await update("e", #""MatchingEventTypes":["SEND"],\#(Self.sns)"#) == .success)
        #expect(try await stored()?[1]?["Enabled"] == .bool(false))
    }

    @Test("A null in a destination is no value")
    func null() async throws {
        #expect(
            try await create("d", #""Enabled":null,"MatchingEventTypes":["SEND"],\#(Self.sns)"#) == .serialization)
    }

    @Test("A destination goes to exactly one place and takes at least one type")
    func oneTarget() async throws {
        let none = Refusal.badRequest("Event destination is not provided.")
        let both = Refusal.badRequest("Please provide only one destination with each request.")
        let types = #""MatchingEventTypes":["SEND"]"#
        #expect(try await create("d", types) == none)
        #expect(try await create("d", "\(types),\(Self.sns),\(Self.bus)") == both)
        #expect(try await create("d", Self.sns) == .badRequest("At least one event type must be specified."))
        #expect(
            try await create("d", #""MatchingEventTypes":[],\#(Self.sns)"#)
                == .badRequest("At least one event type must be specified."))
        _ = try await create("d", "\(types),\(Self.sns)")
        #expect(try await update("d", types) == none)
        #expect(try await update("d", "\(types),\(Self.sns),\(Self.bus)") == both)
        #expect(try await stored()?[0]?["SnsDestination"] != nil, "a refused update changes nothing")
    }

    @Test("A member that has to be there is named when it isn't")
    func missingMember() async throws {
        func words(_ place: String) -> Refusal {
            .badRequest(
                "1 validation error detected: Value at '\(place)' failed to satisfy constraint: Member must not be null"
            )
        }
        let answer = try await wire.call(
            "POST", "/v2/email/configuration-sets/a/event-destinations", #"{"EventDestinationName":"d"}"#)
        #expect(answer.refusal == words("eventDestination"))
        #expect(
            try await create("d", #""MatchingEventTypes":["SEND"],"SnsDestination":{}"#)
                == words("eventDestination.snsDestination.topicArn"))
    }

    @Test("A type the service doesn't know is refused with its place")
    func unknownType() async throws {
        let refusal = try await create("d", #""MatchingEventTypes":["SEND","SNEEZE"],\#(Self.sns)"#)
        #expect(refusal.name == "BadRequestException")
        #expect(refusal.message?.hasPrefix("1 validation error detected: Value at 'eventDestination.") == true)
    }

    static let refused: [String] = [
        // A FIFO topic, another bus than the default one, Pinpoint with types it doesn't take.
        #""MatchingEventTypes":["SEND"],"SnsDestination":{"TopicArn":"arn:aws:sns:eu-west-1:123456789012:a.fifo"}"#,
        #""MatchingEventTypes":["SEND"],"EventBridgeDestination":{"EventBusArn":"arn:aws:events:eu-west-1:123456789012:event-bus/other"}"#,
        #""MatchingEventTypes":["DELIVERY_DELAY"],"PinpointDestination":{"ApplicationArn":"arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a"}"#,
        #""MatchingEventTypes":["SUBSCRIPTION"],"PinpointDestination":{"ApplicationArn":"arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a"}"#,
        #""MatchingEventTypes":["SEND"],"CloudWatchDestination":{"DimensionConfigurations":[]}"#,
        #""MatchingEventTypes":["SEND"],"CloudWatchDestination":{"DimensionConfigurations":[{"DimensionName":"a","DimensionValueSource":"MOON","DefaultDimensionValue":"b"}]}"#,
        #""MatchingEventTypes":["SEND"],"CloudWatchDestination":{"DimensionConfigurations":[{"DimensionName":"To","DimensionValueSource":"EMAIL_HEADER","DefaultDimensionValue":"b"}]}"#,
    ]

    @Test("A destination the service can't publish to is refused", arguments: refused)
    func impossible(definition: String) async throws {
        #expect(try await create("d", definition).name == "BadRequestException")
        #expect(try await stored() == .array([]))
    }

    @Test("Names are held to the service's rule and are unique in their set, not in the account")
    func names() async throws {
        let definition = #""MatchingEventTypes":["SEND"],\#(Self.sns)"#
        #expect(try await create("a b", definition).name == "BadRequestException")
        #expect(try await create(String(repeating: "x", count: 65), definition).name == "BadRequestException")
        #expect(try await create("d", definition) == .success)
        #expect(try await create("d", definition).name == "AlreadyExistsException")
        try await client.createConfigurationSet(ConfigurationSet("b"))
        try await client.createConfigurationSetEventDestination(
            EventDestination("d", matching: .all, to: Campaign.sns), in: "b")
    }

    @Test("A set holds ten destinations")
    func limit() async throws {
        for number in 1...10 {
            try await client.createConfigurationSetEventDestination(
                EventDestination(
                    EventDestinationName(rawValue: "d\(number)"), matching: .all, to: Campaign.firehose), in: "a")
        }
        let eleventh = EventDestination("d11", matching: .all, to: Campaign.firehose)
        #expect(
            await code { try await client.createConfigurationSetEventDestination(eleventh, in: "a") } == .limitExceeded)
        try await client.deleteConfigurationSetEventDestination("d3", in: "a")
        try await client.createConfigurationSetEventDestination(eleventh, in: "a")
        let names = try await client.getConfigurationSetEventDestinations(of: "a").map(\.name.rawValue)
        #expect(names == [1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map { "d\($0)" })
    }

    @Test("An update replaces the destination as a whole")
    func update() async throws {
        _ = try await create("d", #""Enabled":true,"MatchingEventTypes":["SEND","OPEN"],\#(Self.sns)"#)
        #expect(try await update("d", #""Enabled":true,"MatchingEventTypes":["CLICK"],\#(Self.bus)"#) == .success)
        let destination = try await stored()?[0]
        #expect(destination?["MatchingEventTypes"] == .array([.string("CLICK")]))
        #expect(destination?["SnsDestination"] == nil)
        #expect(destination?["EventBridgeDestination"] != nil)
    }

    @Test("A destination that isn't there can't be changed or removed")
    func missing() async throws {
        let expected = Refusal.notFound("Event destination <d> does not exist in configuration set <a>.")
        #expect(try await update("d", #""MatchingEventTypes":["SEND"],\#(Self.sns)"#) == expected)
        let deletion = try await wire.call("DELETE", "/v2/email/configuration-sets/a/event-destinations/d")
        #expect(deletion.refusal == expected)
    }

    @Test("A destination is made in a set that is there")
    func missingSet() async throws {
        let destination = EventDestination("d", matching: .all, to: Campaign.sns)
        #expect(
            await code { try await client.createConfigurationSetEventDestination(destination, in: "gone") } == .notFound
        )
        #expect(
            await code { try await client.updateConfigurationSetEventDestination(destination, in: "gone") } == .notFound
        )
    }
}
