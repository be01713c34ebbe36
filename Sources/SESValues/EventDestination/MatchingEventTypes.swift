/// The event types that a destination gets.
///
/// AWS: `EventTypes`, the value of `MatchingEventTypes`. It goes onto the wire as it was written, order and repeats included;
/// two values are equal when they hold the same types.
public struct MatchingEventTypes: Hashable, Sendable, Codable, ExpressibleByArrayLiteral, Sequence, SESValidatable {
    private let types: [EventType]

    /// Creates the value from types.
    ///
    /// - Parameter types: The types, in the order they are to be sent.
    public init(_ types: some Sequence<EventType>) {
        self.types = Array(types)
    }

    /// Creates the value from a literal: `[.send, .bounce]`.
    public init(arrayLiteral elements: EventType...) {
        types = elements
    }

    /// Every type known today.
    public static let all = MatchingEventTypes(EventType.all)

    /// Whether there is no type.
    public var isEmpty: Bool { types.isEmpty }

    /// Whether a type is among them.
    ///
    /// - Parameter type: The type to look for.
    public func contains(_ type: EventType) -> Bool { types.contains(type) }

    /// Iterates over the types as written.
    public func makeIterator() -> IndexingIterator<[EventType]> { types.makeIterator() }

    /// Checks that there is at least one type.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if isEmpty { throw SESValueError(field: path, rule: "must hold at least one event type") }
    }

    /// Whether two values hold the same types.
    public static func == (one: Self, other: Self) -> Bool { Set(one.types) == Set(other.types) }

    /// Hashes the types without order or repeats.
    public func hash(into hasher: inout Hasher) { hasher.combine(Set(types)) }

    /// Decodes an array of types.
    public init(from decoder: any Decoder) throws {
        types = try decoder.singleValueContainer().decode([EventType].self)
    }

    /// Encodes an array of types.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(types)
    }
}

extension MatchingEventTypes: WireDefault {
    /// No type at all.
    @export(implementation) public static var wireDefault: MatchingEventTypes { [] }
}
