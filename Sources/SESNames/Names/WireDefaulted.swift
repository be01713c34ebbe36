/// A value that the service reads as a fixed default when it is absent.
///
/// AWS takes an absent Bool for false, for example.
public protocol WireDefault: Codable, Hashable, Sendable {
    /// What an absent member means.
    static var wireDefault: Self { get }
}

extension Bool: WireDefault {
    /// False.
    @export(implementation) public static var wireDefault: Bool { false }
}

extension Double: WireDefault {
    /// Zero.
    @export(implementation) public static var wireDefault: Double { 0 }
}

extension String: WireDefault {
    /// The empty text.
    @export(implementation) public static var wireDefault: String { "" }
}

/// Gives a member that may be absent on the wire a plain value in Swift.
///
/// A value set in Swift is always encoded; what was absent when it was decoded stays absent, so that what was read from
/// the service or from a file is written back as it was. Two values are equal when they mean the same.
@propertyWrapper
public struct WireDefaulted<Value: WireDefault>: Hashable, Sendable {
    private var stored: Value?

    /// The value, or what its absence means.
    public var wrappedValue: Value {
        get { stored ?? Value.wireDefault }
        set { stored = newValue }
    }

    /// Creates a member that is there.
    ///
    /// - Parameter wrappedValue: Its value.
    public init(wrappedValue: Value) { stored = wrappedValue }

    /// Creates a member that may be absent.
    ///
    /// - Parameter stored: Its value; nil for absent.
    public init(stored: Value?) { self.stored = stored }

    /// Whether two members mean the same.
    public static func == (left: Self, right: Self) -> Bool { left.wrappedValue == right.wrappedValue }

    /// Hashes what the member means.
    public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }

    /// The value to write; nil for none.
    var valueOnWire: Value? { stored }
}

extension WireDefaulted: CustomStringConvertible, CustomDebugStringConvertible {
    /// The value's text.
    public var description: String { String(describing: wrappedValue) }
    /// The value's text for debugging.
    public var debugDescription: String { String(reflecting: wrappedValue) }
}

extension WireDefaulted: Codable {
    /// Decodes a member that is there.
    public init(from decoder: any Decoder) throws {
        stored = try decoder.singleValueContainer().decode(Value.self)
    }

    /// Encodes the value.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

// A synthesised Codable form finds these two, and so leaves the member out where it was absent.
extension KeyedDecodingContainer {
    /// Decodes a member that may be absent.
    public func decode<Value>(_ type: WireDefaulted<Value>.Type, forKey key: Key) throws -> WireDefaulted<Value> {
        WireDefaulted(stored: try decodeIfPresent(Value.self, forKey: key))
    }
}

extension KeyedEncodingContainer {
    /// Encodes a member unless it was absent.
    public mutating func encode<Value>(_ value: WireDefaulted<Value>, forKey key: Key) throws {
        try encodeIfPresent(value.valueOnWire, forKey: key)
    }
}
