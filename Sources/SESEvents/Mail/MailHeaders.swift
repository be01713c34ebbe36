extension SESEvent {
    /// The header fields of an e-mail, in their order.
    ///
    /// Those of an event that was read from a delivery are decoded each when it is read; the others cost nothing.
    public struct MailHeaders: Sendable {
        private enum Content: Sendable {
            case text(EventText)
            case fields([MailHeader])
        }

        private var content: Content

        init(_ text: EventText) {
            content = .text(text)
        }

        /// The value of the first field of this name, letter case ignored; nil if there is none.
        ///
        /// - Parameter name: The field's name in ASCII, such as `List-Unsubscribe`.
        public subscript(name: String) -> String? {
            first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }
}

extension SESEvent.MailHeaders {
    /// Walks through the fields.
    public struct Iterator: IteratorProtocol {
        private let headers: SESEvent.MailHeaders
        private var index = 0
        private let count: Int

        fileprivate init(_ headers: SESEvent.MailHeaders) {
            self.headers = headers
            count = headers.count
        }

        /// The next field; nil after the last.
        public mutating func next() -> SESEvent.MailHeader? {
            guard index < count else { return nil }
            defer { index += 1 }
            return headers.field(index)
        }
    }

    /// Starts at the first field.
    public func makeIterator() -> Iterator { Iterator(self) }

    /// The field of an index that there is.
    private func field(_ index: Int) -> SESEvent.MailHeader {
        switch content {
        case .text(let text): text.header(index)
        case .fields(let fields): fields[index]
        }
    }
}

extension SESEvent.MailHeaders: RandomAccessCollection, RangeReplaceableCollection, MutableCollection {
    /// Creates an empty list.
    public init() {
        content = .fields([])
    }

    /// The first field's index, 0.
    public var startIndex: Int { 0 }

    /// The index after the last field's.
    public var endIndex: Int {
        switch content {
        case .text(let text): text.headerCount
        case .fields(let fields): fields.count
        }
    }

    /// The field of an index.
    public subscript(index: Int) -> SESEvent.MailHeader {
        get {
            // Traps for an index that there isn't, as an array does.
            field((startIndex..<endIndex)[index])
        }
        set { replaceSubrange(index..<index + 1, with: CollectionOfOne(newValue)) }
    }

    /// Replaces fields; all are decoded first.
    public mutating func replaceSubrange(
        _ range: Range<Int>, with fields: some Collection<SESEvent.MailHeader>
    ) {
        var all = Array(self)
        all.replaceSubrange(range, with: fields)
        content = .fields(all)
    }
}

extension SESEvent.MailHeaders: ExpressibleByArrayLiteral {
    /// Creates a list of fields.
    public init(arrayLiteral fields: SESEvent.MailHeader...) {
        content = .fields(fields)
    }
}

extension SESEvent.MailHeaders: Hashable {
    /// Whether two lists have the same fields in the same order.
    public static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }

    /// Hashes the fields.
    public func hash(into hasher: inout Hasher) { hasher.combine(Array(self)) }
}

extension SESEvent.MailHeaders: Codable {
    /// Decodes a list; an element of another kind is skipped.
    public init(from decoder: any Decoder) throws {
        content = .fields(try [Lenient<SESEvent.MailHeader>](from: decoder).compactMap(\.value))
    }

    /// Encodes a list.
    public func encode(to encoder: any Encoder) throws {
        try Array(self).encode(to: encoder)
    }
}
