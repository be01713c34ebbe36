/// The members of a JSON object that is read, by their names in AWS's JSON form.
///
/// A type's `init(from:)` is compiled for each of some 280 types, so what it does for a member is kept short: a container of the
/// standard library is of unknown size to its caller, takes a key that must be made and released, and a type that must
/// be looked up even for a text.
@usableFromInline package final class WireReader {
    let container: KeyedDecodingContainer<WireKey>

    @usableFromInline package init(_ decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: WireKey.self)
    }

    @usableFromInline package func decode<Value: Decodable>(_ type: Value.Type, forKey key: String) throws -> Value {
        try container.decode(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: String) throws
        -> Value?
    {
        try container.decodeIfPresent(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decode(_ type: String.Type, forKey key: String) throws -> String {
        try container.decode(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decodeIfPresent(_ type: String.Type, forKey key: String) throws -> String? {
        try container.decodeIfPresent(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decodeIfPresent(_ type: Bool.Type, forKey key: String) throws -> Bool? {
        try container.decodeIfPresent(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decodeIfPresent(_ type: Int.Type, forKey key: String) throws -> Int? {
        try container.decodeIfPresent(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decodeIfPresent(_ type: Double.Type, forKey key: String) throws -> Double? {
        try container.decodeIfPresent(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decode<Value>(_ type: WireDefaulted<Value>.Type, forKey key: String) throws
        -> WireDefaulted<Value>
    {
        try container.decode(type, forKey: WireKey(stringValue: key))
    }

    @usableFromInline package func decode(_ type: WireTime.Type, forKey key: String) throws -> WireTime {
        try container.decode(type, forKey: WireKey(stringValue: key))
    }
}

/// The members of a JSON object that is written, by their names in AWS's JSON form.
///
/// The counterpart of ``WireReader``, for the same reason. The package's own encoder is written to without a container, which is an
/// object of its own and has each member pass through two tables of functions.
@usableFromInline package final class WireWriter {
    private let body: BodyEncoder?
    private var container: KeyedEncodingContainer<WireKey>?

    @usableFromInline package init(_ encoder: any Encoder) {
        if let body = encoder as? BodyEncoder {
            self.body = body
            body.beginObject()
        } else {
            body = nil
            container = encoder.container(keyedBy: WireKey.self)
        }
    }

    @usableFromInline package func encode(_ value: some Encodable, forKey key: String) throws {
        if let body {
            try body.encode(value, as: key)
        } else {
            try container?.encode(value, forKey: WireKey(stringValue: key))
        }
    }

    @usableFromInline package func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: String) throws {
        if let value { try encode(value, forKey: key) }
    }

    @usableFromInline package func encode(_ value: String, forKey key: String) throws {
        if let body {
            body.encode(value, as: key)
        } else {
            try container?.encode(value, forKey: WireKey(stringValue: key))
        }
    }

    @usableFromInline package func encodeIfPresent(_ value: String?, forKey key: String) throws {
        if let value { try encode(value, forKey: key) }
    }

    @usableFromInline package func encodeIfPresent(_ value: Bool?, forKey key: String) throws {
        if let value { try encode(value, forKey: key) }
    }

    @usableFromInline package func encodeIfPresent(_ value: Int?, forKey key: String) throws {
        if let value { try encode(value, forKey: key) }
    }

    @usableFromInline package func encodeIfPresent(_ value: Double?, forKey key: String) throws {
        if let value { try encode(value, forKey: key) }
    }

    @usableFromInline package func encode<Value>(_ value: WireDefaulted<Value>, forKey key: String) throws {
        try encodeIfPresent(value.valueOnWire, forKey: key)
    }

    @usableFromInline package func encode(_ value: WireTime, forKey key: String) throws {
        try encodeIfPresent(value.wrappedValue.map(EpochSeconds.init), forKey: key)
    }
}
