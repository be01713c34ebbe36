#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Encodes a body as JSON, in one go and without a tree of what is to be written.
///
/// It writes what Foundation's encoder writes with sorted members and unescaped slashes, several times as fast: the encoding of a
/// mail is a good part of what a send costs. Members sorted means that the same input always gives the same bytes.
enum BodyEncoding {
    /// The JSON text of a value.
    ///
    /// - Throws: What the value throws, and `EncodingError` for a number that JSON doesn't have.
    static func data(of value: some Encodable) throws -> Data {
        let output = BodyOutput()
        try BodyEncoder.write(value, to: output)
        guard output.isBeyondMeans else { return Data(output.bytes) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}

/// The encoder of one value: it has one container, which is closed when the value has been encoded.
final class BodyEncoder: Encoder {
    fileprivate enum Form { case object, list, single }

    let output: BodyOutput
    fileprivate let start: Int
    fileprivate var form: Form?
    fileprivate var members: BodyOutput.Members = []
    fileprivate var elementCount = 0

    fileprivate init(_ output: BodyOutput) {
        self.output = output
        start = output.count
    }

    // Nothing that is sent asks where it is.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    fileprivate static func write<Value: Encodable>(_ value: Value, to output: BodyOutput) throws {
        // What Foundation's encoder writes in another way than the value does itself.
        if Value.self == Data.self, let data = value as? Data {
            return output.append(quoted: data.base64EncodedString())
        }
        if Value.self == URL.self, let url = value as? URL {
            return output.append(quoted: url.absoluteString)
        }
        if Value.self == Decimal.self { output.isBeyondMeans = true }
        let encoder = BodyEncoder(output)
        try value.encode(to: encoder)
        switch encoder.form {
        case .object, nil: output.closeObject(from: encoder.start, encoder.members)
        case .list: output.closeList(from: encoder.start)
        case .single: break
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        take(.object)
        return KeyedEncodingContainer(BodyObject(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        take(.list)
        return BodyList(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        take(.single)
        return BodyValue(output: output)
    }

    private func take(_ form: Form) {
        if let taken = self.form, taken != form { output.isBeyondMeans = true }
        self.form = form
    }

    /// An encoder for what is written later than in its turn: what it gets is thrown away.
    fileprivate func later() -> BodyEncoder {
        output.isBeyondMeans = true
        return BodyEncoder(BodyOutput())
    }
}

private struct BodyObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: BodyEncoder
    var codingPath: [any CodingKey] { [] }

    private func member(_ key: Key, _ write: (BodyOutput) throws -> Void) rethrows {
        let output = encoder.output
        let start = output.count
        let name = key.stringValue
        output.appendComma()
        output.append(quoted: name)
        output.appendColon()
        try write(output)
        encoder.members.append((name, start..<output.count))
    }

    func encodeNil(forKey key: Key) { member(key) { $0.append("null") } }
    func encode(_ value: String, forKey key: Key) { member(key) { $0.append(quoted: value) } }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try member(key) { try BodyEncoder.write(value, to: $0) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoder.later().container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder.later().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder.later() }
    func superEncoder(forKey key: Key) -> any Encoder { encoder.later() }
}

private struct BodyList: UnkeyedEncodingContainer {
    let encoder: BodyEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.elementCount }

    private func next() -> BodyOutput {
        encoder.elementCount += 1
        encoder.output.appendComma()
        return encoder.output
    }

    func encodeNil() { next().append("null") }
    func encode(_ value: String) { next().append(quoted: value) }
    func encode<T: Encodable>(_ value: T) throws { try BodyEncoder.write(value, to: next()) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.later().container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.later().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder.later() }
}

private struct BodyValue: SingleValueEncodingContainer {
    let output: BodyOutput
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.append("null") }
    func encode(_ value: Bool) { output.append(value ? "true" : "false") }
    func encode(_ value: String) { output.append(quoted: value) }
    func encode(_ value: Double) throws { try number(value) }
    func encode(_ value: Float) throws { try number(value) }
    func encode(_ value: Int) { output.append(number: String(value)) }
    func encode(_ value: Int8) { output.append(number: String(value)) }
    func encode(_ value: Int16) { output.append(number: String(value)) }
    func encode(_ value: Int32) { output.append(number: String(value)) }
    func encode(_ value: Int64) { output.append(number: String(value)) }
    func encode(_ value: UInt) { output.append(number: String(value)) }
    func encode(_ value: UInt8) { output.append(number: String(value)) }
    func encode(_ value: UInt16) { output.append(number: String(value)) }
    func encode(_ value: UInt32) { output.append(number: String(value)) }
    func encode(_ value: UInt64) { output.append(number: String(value)) }
    func encode<T: Encodable>(_ value: T) throws { try BodyEncoder.write(value, to: output) }

    private func number(_ value: some BinaryFloatingPoint & LosslessStringConvertible & Encodable) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "JSON has no number that isn't finite"))
        }
        let text = value.description
        output.append(number: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
