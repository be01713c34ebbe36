extension KeyedEncodingContainer {
    /// Writes a list that AWS leaves out where it has nothing to say.
    mutating func encodeUnlessEmpty<Value: Encodable & Collection>(_ value: Value, forKey key: Key) throws {
        if !value.isEmpty { try encode(value, forKey: key) }
    }
}
