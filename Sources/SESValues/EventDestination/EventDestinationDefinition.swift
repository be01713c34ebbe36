/// An event destination without its name.
///
/// AWS: `EventDestinationDefinition`, in create and update. An update replaces the whole destination.
public struct EventDestinationDefinition: Equatable, Sendable, Codable {
    /// Whether events are sent.
    ///
    /// AWS takes an absent value for false, which turns the destination off, so it is always encoded.
    @export(implementation) @WireDefaulted public var enabled: Bool
    /// The event types that are sent.
    @export(implementation) @WireDefaulted public var matchingEventTypes: MatchingEventTypes
    /// A stream of Amazon Data Firehose.
    @export(implementation) public var kinesisFirehoseDestination: KinesisFirehoseDestination?
    /// Metrics of Amazon CloudWatch.
    @export(implementation) public var cloudWatchDestination: CloudWatchDestination?
    /// A topic of Amazon SNS.
    @export(implementation) public var snsDestination: SnsDestination?
    /// A bus of Amazon EventBridge.
    @export(implementation) public var eventBridgeDestination: EventBridgeDestination?
    /// A project of Amazon Pinpoint.
    @export(implementation) public var pinpointDestination: PinpointDestination?

    /// Creates a definition from AWS's members; exactly one destination is legal.
    ///
    /// - Parameters:
    ///   - enabled: Whether events are sent.
    ///   - matchingEventTypes: The event types that are sent.
    ///   - kinesisFirehoseDestination: A stream of Amazon Data Firehose.
    ///   - cloudWatchDestination: Metrics of Amazon CloudWatch.
    ///   - snsDestination: A topic of Amazon SNS.
    ///   - eventBridgeDestination: A bus of Amazon EventBridge.
    ///   - pinpointDestination: A project of Amazon Pinpoint.
    public init(
        enabled: Bool = true, matchingEventTypes: MatchingEventTypes,
        kinesisFirehoseDestination: KinesisFirehoseDestination? = nil,
        cloudWatchDestination: CloudWatchDestination? = nil, snsDestination: SnsDestination? = nil,
        eventBridgeDestination: EventBridgeDestination? = nil, pinpointDestination: PinpointDestination? = nil
    ) {
        _enabled = WireDefaulted(wrappedValue: enabled)
        _matchingEventTypes = WireDefaulted(wrappedValue: matchingEventTypes)
        self.kinesisFirehoseDestination = kinesisFirehoseDestination
        self.cloudWatchDestination = cloudWatchDestination
        self.snsDestination = snsDestination
        self.eventBridgeDestination = eventBridgeDestination
        self.pinpointDestination = pinpointDestination
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _enabled = try container.decode(WireDefaulted<Bool>.self, forKey: "Enabled")
        _matchingEventTypes = try container.decode(WireDefaulted<MatchingEventTypes>.self, forKey: "MatchingEventTypes")
        kinesisFirehoseDestination = try container.decodeIfPresent(
            KinesisFirehoseDestination.self, forKey: "KinesisFirehoseDestination")
        cloudWatchDestination = try container.decodeIfPresent(
            CloudWatchDestination.self, forKey: "CloudWatchDestination")
        snsDestination = try container.decodeIfPresent(SnsDestination.self, forKey: "SnsDestination")
        eventBridgeDestination = try container.decodeIfPresent(
            EventBridgeDestination.self, forKey: "EventBridgeDestination")
        pinpointDestination = try container.decodeIfPresent(PinpointDestination.self, forKey: "PinpointDestination")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_enabled, forKey: "Enabled")
        try container.encode(_matchingEventTypes, forKey: "MatchingEventTypes")
        try container.encodeIfPresent(kinesisFirehoseDestination, forKey: "KinesisFirehoseDestination")
        try container.encodeIfPresent(cloudWatchDestination, forKey: "CloudWatchDestination")
        try container.encodeIfPresent(snsDestination, forKey: "SnsDestination")
        try container.encodeIfPresent(eventBridgeDestination, forKey: "EventBridgeDestination")
        try container.encodeIfPresent(pinpointDestination, forKey: "PinpointDestination")
    }
}

extension EventDestinationDefinition {
    /// Creates a definition from one target.
    ///
    /// - Parameters:
    ///   - enabled: Whether events are sent.
    ///   - types: The event types that are sent.
    ///   - target: Where they go.
    public init(enabled: Bool = true, matching types: MatchingEventTypes, to target: EventDestinationTarget) {
        self.init(enabled: enabled, matchingEventTypes: types)
        switch target {
        case .sns(let topicARN):
            snsDestination = SnsDestination(topicARN: topicARN)
        case .kinesisFirehose(let iamRoleARN, let deliveryStreamARN):
            kinesisFirehoseDestination = KinesisFirehoseDestination(
                iamRoleARN: iamRoleARN, deliveryStreamARN: deliveryStreamARN)
        case .cloudWatch(let dimensionConfigurations):
            cloudWatchDestination = CloudWatchDestination(dimensionConfigurations: dimensionConfigurations)
        case .eventBridge(let eventBusARN):
            eventBridgeDestination = EventBridgeDestination(eventBusARN: eventBusARN)
        case .pinpoint(let applicationARN):
            pinpointDestination = PinpointDestination(applicationARN: applicationARN)
        }
    }

    /// Where events go; nil unless there is exactly one destination of a kind known today.
    public var target: EventDestinationTarget? {
        let targets: [EventDestinationTarget?] = [
            snsDestination.map { .sns(topicARN: $0.topicARN) },
            kinesisFirehoseDestination.map {
                .kinesisFirehose(iamRoleARN: $0.iamRoleARN, deliveryStreamARN: $0.deliveryStreamARN)
            },
            cloudWatchDestination.map { .cloudWatch($0.dimensionConfigurations) },
            eventBridgeDestination.map { .eventBridge(eventBusARN: $0.eventBusARN) },
            pinpointDestination.flatMap(\.applicationARN).map { .pinpoint(applicationARN: $0) },
        ]
        return destinationNames.count == 1 ? targets.lazy.compactMap { $0 }.first : nil
    }

    /// The members that are there, in AWS's spelling.
    private var destinationNames: [String] {
        [
            kinesisFirehoseDestination.map { _ in "KinesisFirehoseDestination" },
            cloudWatchDestination.map { _ in "CloudWatchDestination" },
            snsDestination.map { _ in "SnsDestination" },
            eventBridgeDestination.map { _ in "EventBridgeDestination" },
            pinpointDestination.map { _ in "PinpointDestination" },
        ].compactMap { $0 }
    }
}

extension EventDestinationDefinition: SESValidatable {
    /// Checks that there is an event type and exactly one destination, and that destination.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try matchingEventTypes.validate(at: path.member("MatchingEventTypes"))
        let names = destinationNames
        if names.count != 1 {
            throw SESValueError(
                field: path,
                rule: "must hold exactly one of KinesisFirehoseDestination, CloudWatchDestination, SnsDestination, "
                    + "EventBridgeDestination and PinpointDestination",
                value: names.isEmpty ? "none" : names.joined(separator: ", "))
        }
        try kinesisFirehoseDestination.validate(at: path.member("KinesisFirehoseDestination"))
        try cloudWatchDestination.validate(at: path.member("CloudWatchDestination"))
        try snsDestination.validate(at: path.member("SnsDestination"))
        try eventBridgeDestination.validate(at: path.member("EventBridgeDestination"))
        try pinpointDestination.validate(at: path.member("PinpointDestination"))
        if pinpointDestination != nil { try validatePinpointTypes(at: path.member("MatchingEventTypes")) }
    }

    private func validatePinpointTypes(at path: FieldPath) throws(SESValueError) {
        for (index, type) in matchingEventTypes.enumerated() where type == .deliveryDelay || type == .subscription {
            throw SESValueError(
                field: path.index(index), rule: "cannot be DELIVERY_DELAY or SUBSCRIPTION for a Pinpoint destination",
                value: type.rawValue)
        }
    }
}
