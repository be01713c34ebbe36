/// Any JSON value: what the library keeps of members it has no type for.
///
/// A number that is whole and fits 64 bits decodes as ``integer(_:)``, and so does one that as a `Double` is whole, such as
/// 9007199254740994.5; every other one decodes as ``number(_:)``. Decoding throws for a number beyond the range of `Double` and for a value nested deeper than 128 levels.
public enum JSONValue: Hashable, Sendable {
    /// A JSON object.
    case object([String: JSONValue])
    /// A JSON array.
    case array([JSONValue])
    /// A JSON string.
    case string(String)
    /// A JSON number without a fraction.
    case integer(Int64)
    /// A JSON number with a fraction, or one too large for 64 bits.
    case number(Double)
    /// `true` or `false`.
    case bool(Bool)
    /// `null`.
    case null
}

extension JSONValue: Codable {
    // Deep input must not use up the stack of the small threads some platforms run tasks on.
    private static let maximumDepth = 128

    /// Decodes whatever stands in the input.
    public init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count <= Self.maximumDepth else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "JSON nested deeper than \(Self.maximumDepth) levels"))
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = Self(value)
        } else if (try? decoder.unkeyedContainer()) != nil {
            self = .array(try container.decode([JSONValue].self))
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The number that a `Double` is which was read.
    ///
    /// One that is whole is an integer, since nothing in its encoding would tell it from one.
    package init(_ number: Double) {
        self = Int64(exactly: number).map(Self.integer) ?? .number(number)
    }

    /// Encodes the value as itself; a number that is not finite fails in encoders that cannot write it.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members): try container.encode(members)
        case .array(let elements): try container.encode(elements)
        case .string(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .bool(let value): try container.encode(value)
        case .null: try container.encodeNil()
        }
    }
}
