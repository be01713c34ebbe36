#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Encodes a body as JSON, in one go and without a tree of what is to be written.
///
/// It writes what Foundation's encoder writes with sorted members and unescaped slashes, several times as fast: the encoding of a
/// mail is a good part of what a send costs. Members sorted means that the same input always gives the same bytes.
package enum BodyEncoding {
    /// The JSON text of a value.
    ///
    /// - Throws: What the value throws, and `EncodingError` for a number that JSON doesn't have.
    package static func data(of value: some Encodable) throws -> Data {
        try dataAndSet(of: value).data
    }

    /// The JSON text of a value, and the configuration set that it names, if it does.
    package static func dataAndSet(of value: some Encodable) throws -> (data: Data, set: ConfigurationSetName?) {
        let output = BodyOutput()
        try BodyEncoder.write(value, to: output)
        guard output.text.isBeyondMeans else { return (Data(output.text.bytes), output.configurationSet) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try encoder.encode(value), output.configurationSet)
    }
}

/// The encoder of one value: it has one container, which is closed when the value has been encoded.
package struct BodyEncoder: Encoder {
    let output: BodyOutput
    /// Which of the values under way in the output it is; the whole is 0.
    fileprivate let level: Int

    // Nothing that is sent asks where it is.
    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    fileprivate static func write<Value: Encodable>(_ value: Value, to output: BodyOutput) throws {
        // What Foundation's encoder writes in another way than the value does itself.
        if Value.self == Data.self, let data = value as? Data {
            return output.text.append(quoted: data.base64EncodedString())
        }
        if Value.self == URL.self, let url = value as? URL {
            return output.text.append(quoted: url.absoluteString)
        }
        if Value.self == Decimal.self { output.text.isBeyondMeans = true }
        try value.encode(to: BodyEncoder(output: output, level: output.text.begin()))
        output.text.end()
    }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        output.text.take(.object, at: level)
        return KeyedEncodingContainer(BodyObject(encoder: self))
    }

    package func unkeyedContainer() -> any UnkeyedEncodingContainer {
        output.text.take(.list, at: level)
        return BodyList(encoder: self)
    }

    package func singleValueContainer() -> any SingleValueEncodingContainer {
        output.text.take(.single, at: level)
        return BodyValue(output: output)
    }

    /// An encoder for what is written later than in its turn: what it gets is thrown away.
    fileprivate func later() -> BodyEncoder {
        output.text.isBeyondMeans = true
        let aside = BodyOutput()
        return BodyEncoder(output: aside, level: aside.text.begin())
    }
}

// MARK: Objects, without a container

extension BodyEncoder {
    /// Begins an object.
    func beginObject() {
        output.text.take(.object, at: level)
    }

    /// Writes a member of an object.
    func encode<Value: Encodable>(_ value: Value, as name: String) throws {
        if level == 0, name == ConfigurationSetName.fieldName { notice(value) }
        output.text.append(member: name, at: level)
        try BodyEncoder.write(value, to: output)
    }

    /// Writes a member of an object.
    func encode(_ value: String, as name: String) {
        if level == 0, name == ConfigurationSetName.fieldName { notice(value) }
        output.text.append(member: name, at: level)
        output.text.append(quoted: value)
    }

    private func notice<Value>(_ set: Value) {
        output.configurationSet =
            set as? ConfigurationSetName ?? (set as? String).map { ConfigurationSetName(rawValue: $0) }
    }
}

private struct BodyObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: BodyEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        encoder.output.text.append(member: key.stringValue, at: encoder.level)
        encoder.output.text.append("null")
    }
    func encode(_ value: String, forKey key: Key) { encoder.encode(value, as: key.stringValue) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try encoder.encode(value, as: key.stringValue) }

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
    var count: Int { encoder.output.text.elementCount(at: encoder.level) }

    private func next() -> BodyOutput {
        encoder.output.text.appendElement(at: encoder.level)
        return encoder.output
    }

    func encodeNil() { next().text.append("null") }
    func encode(_ value: String) { next().text.append(quoted: value) }
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

    func encodeNil() { output.text.append("null") }
    func encode(_ value: Bool) { output.text.append(value ? "true" : "false") }
    func encode(_ value: String) { output.text.append(quoted: value) }
    func encode(_ value: Double) throws { try number(value) }
    func encode(_ value: Float) throws { try number(value) }
    func encode(_ value: Int) { output.text.append(number: String(value)) }
    func encode(_ value: Int8) { output.text.append(number: String(value)) }
    func encode(_ value: Int16) { output.text.append(number: String(value)) }
    func encode(_ value: Int32) { output.text.append(number: String(value)) }
    func encode(_ value: Int64) { output.text.append(number: String(value)) }
    func encode(_ value: UInt) { output.text.append(number: String(value)) }
    func encode(_ value: UInt8) { output.text.append(number: String(value)) }
    func encode(_ value: UInt16) { output.text.append(number: String(value)) }
    func encode(_ value: UInt32) { output.text.append(number: String(value)) }
    func encode(_ value: UInt64) { output.text.append(number: String(value)) }
    func encode<T: Encodable>(_ value: T) throws { try BodyEncoder.write(value, to: output) }

    private func number(_ value: some BinaryFloatingPoint & LosslessStringConvertible & Encodable) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "JSON has no number that isn't finite"))
        }
        let text = value.description
        output.text.append(number: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}
