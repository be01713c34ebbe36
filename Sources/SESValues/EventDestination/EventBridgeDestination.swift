/// The bus of Amazon EventBridge that gets events.
///
/// AWS: `EventBridgeDestination`.
public struct EventBridgeDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The bus: `arn:aws:events:{region}:{account}:event-bus/default`; SES publishes to the default bus only.
    @export(implementation) public var eventBusARN: ARN

    /// Creates a destination; ``ARN/defaultEventBus(region:accountID:)`` makes the ARN.
    ///
    /// - Parameter eventBusARN: The bus.
    @export(implementation) public init(eventBusARN: ARN) {
        self.eventBusARN = eventBusARN
    }

    /// Checks that the ARN names a default bus.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("EventBusArn")
        try eventBusARN.requireResource("an Amazon EventBridge bus", of: "events", at: field)
        if eventBusARN.resource != "event-bus/default" {
            throw SESValueError(
                field: field, rule: "must name the default bus ('event-bus/default')", value: eventBusARN.rawValue)
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        eventBusARN = try container.decode(ARN.self, forKey: "EventBusArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(eventBusARN, forKey: "EventBusArn")
    }
}
