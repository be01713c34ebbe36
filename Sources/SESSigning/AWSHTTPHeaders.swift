/// HTTP header fields in the order they were added; names compare without regard to case.
public struct AWSHTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One header field.
    public struct Field: Hashable, Sendable {
        /// The name as it goes on the wire.
        @export(implementation) public var name: String
        /// The value as it goes on the wire.
        @export(implementation) public var value: String

        /// Creates a field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// Whether it has a name, compared without case.
        package func isNamed(_ name: StaticString) -> Bool { AWSHTTPHeaders.same(self.name, name) }
    }

    /// The fields in order; a name may occur more than once.
    @export(implementation) public var fields: [Field]

    /// Creates a list of fields.
    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// Creates a list of fields from a literal; repeated names are kept.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value of a name, compared without case; setting it replaces every field of that name, nil removes them.
    public subscript(name: String) -> String? {
        get { fields.first { Self.same($0.name, name) }?.value }
        set {
            let position = fields.firstIndex { Self.same($0.name, name) }
            guard let newValue else {
                fields.removeAll { Self.same($0.name, name) }
                return
            }
            guard let position else {
                fields.append(Field(name: name, value: newValue))
                return
            }
            fields[position].value = newValue
            var index = 0
            fields.removeAll { field in
                defer { index += 1 }
                return index > position && Self.same(field.name, name)
            }
        }
    }

    /// Adds a field after the others, whether or not its name is there already.
    ///
    /// - Parameters:
    ///   - value: The field's value.
    ///   - name: The field's name.
    public mutating func append(_ value: String, for name: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Removes every field that has one of the names.
    mutating func remove(_ names: [StaticString]) {
        for index in fields.indices.reversed() where names.contains(where: { Self.same(fields[index].name, $0) }) {
            fields.remove(at: index)
        }
    }

    fileprivate static func same(_ a: String, _ b: StaticString) -> Bool {
        a.utf8.count == b.utf8CodeUnitCount
            && zip(a.utf8, UnsafeBufferPointer(start: b.utf8Start, count: b.utf8CodeUnitCount))
                .allSatisfy { lowercased($0) == lowercased($1) }
    }

    /// The values of a name, in order.
    func values(of name: String) -> [String] {
        fields.lazy.filter { Self.same($0.name, name) }.map(\.value)
    }

    /// Whether two header names are the same: ASCII letters compare without case.
    private static func same(_ a: String, _ b: String) -> Bool {
        let a = a.utf8
        let b = b.utf8
        return a.count == b.count && zip(a, b).allSatisfy { lowercased($0) == lowercased($1) }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}

extension AWSHTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The fields' names; a value may be a signature or a session token.
    public var description: String { "AWSHTTPHeaders(\(fields.map(\.name).joined(separator: ", ")); values hidden)" }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that `dump` shows nothing secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
