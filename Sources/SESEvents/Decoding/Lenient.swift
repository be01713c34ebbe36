/// A value that decodes to nil where the input is not of its kind, so that one bad element cannot fail a list.
struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) {
        guard let container = try? decoder.singleValueContainer(), !container.decodeNil() else {
            value = nil
            return
        }
        value = try? container.decode(Value.self)
    }
}

/// The values of a tag: a list of strings, or a bare string as a list of one.
struct LenientTagValues: Decodable {
    let values: [String]?

    init(from decoder: any Decoder) {
        let container = try? decoder.singleValueContainer()
        if let list = try? container?.decode([Lenient<String>].self) {
            values = list.compactMap(\.value)
        } else {
            values = (try? container?.decode(String.self)).map { [$0] }
        }
    }
}

/// Any JSON value, null included; nil for one that cannot be held.
struct LenientJSON: Decodable {
    let value: JSONValue?

    init(from decoder: any Decoder) {
        value = try? JSONValue(from: decoder)
    }
}
