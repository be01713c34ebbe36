/// Writes fields one after another so that they can be told apart again: the length, a colon, the text, a comma.
struct KeyWriter {
    private(set) var text: String

    init(prefix: String) {
        text = prefix
    }

    mutating func add(_ field: String) {
        text += "\(field.utf8.count):"
        text += field
        text += ","
    }

    mutating func add(_ list: [String]) {
        add(String(list.count))
        for field in list { add(field) }
    }

    /// A map in the order of its names.
    mutating func add<Value>(_ map: [String: Value], _ addValue: (inout Self, Value) -> Void) {
        add(String(map.count))
        for (name, value) in map.sorted(by: { Self.precedes($0.key, $1.key) }) {
            add(name)
            addValue(&self, value)
        }
    }

    /// A JSON value: the name of its kind, then what it holds.
    mutating func add(_ value: JSONValue) {
        switch value {
        case .null: add("null")
        case .bool(let value): add(kind: "bool", String(value))
        case .integer(let value): add(kind: "integer", String(value))
        case .number(let value): add(kind: "number", String(value))
        case .string(let value): add(kind: "string", value)
        case .array(let elements):
            add(kind: "array", String(elements.count))
            for element in elements { add(element) }
        case .object(let members):
            add("object")
            add(members) { key, value in key.add(value) }
        }
    }

    private mutating func add(kind: String, _ field: String) {
        add(kind)
        add(field)
    }

    /// The order of the bytes, which no version of Unicode changes.
    static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
