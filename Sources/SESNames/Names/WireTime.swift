#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Gives a member that is a time on the wire, and may be absent, a `Date` in Swift.
///
/// On the wire it is a number of seconds since 1970, whatever date strategy the encoder or decoder has; nil is absent.
@propertyWrapper
public struct WireTime: Hashable, Sendable {
    /// The time; nil for absent.
    @export(implementation) public var wrappedValue: Date?

    /// Creates a member.
    ///
    /// - Parameter wrappedValue: The time; nil for absent.
    @export(implementation) public init(wrappedValue: Date?) {
        self.wrappedValue = wrappedValue
    }
}

extension WireTime: CustomStringConvertible, CustomDebugStringConvertible {
    /// The time's text.
    public var description: String { wrappedValue.map { String(describing: $0) } ?? "nil" }
    /// The same text as `description`.
    public var debugDescription: String { description }
}

extension WireTime: Codable {
    /// Decodes a number of seconds, or null.
    public init(from decoder: any Decoder) throws {
        wrappedValue = try EpochSeconds?(from: decoder)?.date
    }

    /// Encodes a number of seconds, or null.
    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.map(EpochSeconds.init).encode(to: encoder)
    }
}

// A synthesised Codable form finds these two, and so leaves the member out where it is nil.
extension KeyedDecodingContainer {
    /// Decodes a time that may be absent.
    public func decode(_ type: WireTime.Type, forKey key: Key) throws -> WireTime {
        WireTime(wrappedValue: try decodeIfPresent(EpochSeconds.self, forKey: key)?.date)
    }
}

extension KeyedEncodingContainer {
    /// Encodes a time unless it is nil.
    public mutating func encode(_ value: WireTime, forKey key: Key) throws {
        try encodeIfPresent(value.wrappedValue.map(EpochSeconds.init), forKey: key)
    }
}
