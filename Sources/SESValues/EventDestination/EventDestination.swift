/// An event destination: which events of a configuration set's messages go where.
///
/// AWS: `EventDestination`, as `GetConfigurationSetEventDestinations` returns it. A set has at most 10. The members of
/// ``definition`` can be read and written on the destination itself: `destination.enabled`.
@dynamicMemberLookup
public struct EventDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The name, unique in the set.
    @export(implementation) public var name: EventDestinationName
    /// All but the name: what create and update send.
    @export(implementation) public var definition: EventDestinationDefinition

    /// Creates a destination.
    ///
    /// - Parameters:
    ///   - name: The name, unique in the set.
    ///   - definition: All but the name.
    @export(implementation) public init(_ name: EventDestinationName, definition: EventDestinationDefinition) {
        self.name = name
        self.definition = definition
    }

    /// Creates a destination with one target.
    ///
    /// - Parameters:
    ///   - name: The name, unique in the set.
    ///   - enabled: Whether events are sent.
    ///   - types: The event types that are sent.
    ///   - target: Where they go.
    @export(implementation) public init(
        _ name: EventDestinationName, enabled: Bool = true, matching types: MatchingEventTypes,
        to target: EventDestinationTarget
    ) {
        self.init(name, definition: EventDestinationDefinition(enabled: enabled, matching: types, to: target))
    }

    /// A member of ``definition``.
    public subscript<Value>(dynamicMember member: WritableKeyPath<EventDestinationDefinition, Value>) -> Value {
        get { definition[keyPath: member] }
        set { definition[keyPath: member] = newValue }
    }

    /// Where events go; nil unless there is exactly one destination of a kind known today.
    public var target: EventDestinationTarget? { definition.target }

    /// Checks the name and the definition.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try name.validate(at: path.member("Name"))
        try definition.validate(at: path)
    }

    /// Decodes AWS's shape: the name beside the definition's members.
    @export(implementation) public init(from decoder: any Decoder) throws {
        name = try WireReader(decoder).decode(EventDestinationName.self, forKey: "Name")
        definition = try EventDestinationDefinition(from: decoder)
    }

    /// Encodes AWS's shape: the name beside the definition's members.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(name, forKey: "Name")
        try definition.encode(to: encoder)
    }
}
