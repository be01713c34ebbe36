/// The members of an input that travel outside its body, by name, each as one text or several.
final class BoundMembers {
    let names: Set<String>
    private(set) var texts: [String: [String]] = [:]
    /// The configuration set that the input names among its members, wherever it travels.
    private(set) var configurationSet: ConfigurationSetName?

    init(names: Set<String>) {
        self.names = names
    }

    func keep(_ value: some Encodable, as name: String) throws {
        texts[name] = try MemberText.texts(of: value)
    }

    func notice(_ value: some Encodable, as name: String) {
        guard name == ConfigurationSetName.fieldName else { return }
        let text = value as? String
        configurationSet = value as? ConfigurationSetName ?? text.map { ConfigurationSetName(rawValue: $0) }
    }
}

/// Encodes an operation's input so that the members bound to the path or the query are taken aside and the rest goes
/// to the body's encoder.
struct SplitInput<Operation: SESOperation>: Encodable {
    let operation: Operation
    let bound: BoundMembers

    func encode(to encoder: any Encoder) throws {
        if bound.names.isEmpty {
            try operation.encode(to: encoder)
        } else {
            try operation.encode(to: SplitEncoder(body: encoder, bound: bound))
        }
    }
}

/// Passes everything to the body's encoder but gives out keyed containers that take the bound members aside.
private struct SplitEncoder: Encoder {
    let body: any Encoder
    let bound: BoundMembers

    var codingPath: [any CodingKey] { body.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { body.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(SplitContainer(body: body.container(keyedBy: type), bound: bound))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { body.unkeyedContainer() }
    func singleValueContainer() -> any SingleValueEncodingContainer { body.singleValueContainer() }
}

private struct SplitContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    var body: KeyedEncodingContainer<Key>
    let bound: BoundMembers

    var codingPath: [any CodingKey] { body.codingPath }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        bound.notice(value, as: key.stringValue)
        if bound.names.contains(key.stringValue) {
            try bound.keep(value, as: key.stringValue)
        } else {
            try body.encode(value, forKey: key)
        }
    }

    mutating func encodeNil(forKey key: Key) throws {
        if !bound.names.contains(key.stringValue) { try body.encodeNil(forKey: key) }
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    { body.nestedContainer(keyedBy: type, forKey: key) }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        body.nestedUnkeyedContainer(forKey: key)
    }
    mutating func superEncoder() -> any Encoder { body.superEncoder() }
    mutating func superEncoder(forKey key: Key) -> any Encoder { body.superEncoder(forKey: key) }
}
