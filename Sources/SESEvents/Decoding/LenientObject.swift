/// Reads the members of a JSON object by the rules ``SESEvent`` decodes by: nothing it does not understand fails.
///
/// A member that is missing, null or of the wrong kind reads as nil, or as the empty value where one is asked for.
struct LenientObject<Key: CodingKey> {
    private let container: KeyedDecodingContainer<Key>

    /// Opens the object; throws if the input is not an object.
    init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: Key.self)
    }

    func string(_ key: Key) -> String? {
        try? container.decodeIfPresent(String.self, forKey: key)
    }

    /// The member's text; empty if there is none.
    func text(_ key: Key) -> String {
        string(key) ?? ""
    }

    func value<Value: OpenStringValue>(_ key: Key) -> Value? {
        string(key).map { Value(rawValue: $0) }
    }

    func timestamp(_ key: Key) -> EventTimestamp {
        EventTimestamp(text: text(key))
    }

    /// A boolean, also in its spelling as a string.
    func bool(_ key: Key) -> Bool? {
        if let value = try? container.decodeIfPresent(Bool.self, forKey: key) { return value }
        switch string(key) {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }

    /// An integer, also as a decimal string.
    func integer(_ key: Key) -> Int? {
        if let value = try? container.decodeIfPresent(Int.self, forKey: key) { return value }
        return string(key).flatMap { Int($0) }
    }

    /// An object, or whatever else `Value` decodes from.
    func object<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) -> Value? {
        try? container.decodeIfPresent(Value.self, forKey: key)
    }

    /// The elements of a list that are of the wanted kind; none if there is no list.
    func list<Element: Decodable>(_ key: Key, of type: Element.Type = Element.self) -> [Element] {
        object(key, as: [Lenient<Element>].self)?.compactMap(\.value) ?? []
    }

    /// A map from tag names to lists of values; empty if there is none.
    func tags(_ key: Key) -> [String: [String]] {
        object(key, as: [String: LenientTagValues].self)?.compactMapValues(\.values) ?? [:]
    }

    /// A member that may not be missing and that decides itself what fails.
    func required<Value: Decodable>(_ key: Key, as type: Value.Type = Value.self) throws -> Value {
        try container.decode(Value.self, forKey: key)
    }
}

extension LenientObject {
    /// Whether the member is an object.
    func hasObject(_ key: Key) -> Bool {
        (try? container.nestedContainer(keyedBy: EventKey.self, forKey: key)) != nil
    }

    /// Whether the member is a list.
    func hasList(_ key: Key) -> Bool {
        (try? container.nestedUnkeyedContainer(forKey: key)) != nil
    }
}
