extension SESEvent {
    /// The tags of an e-mail: a map from names to lists of values.
    ///
    /// Those of an event that was read from a delivery are decoded when they are read; asking for one makes nothing of
    /// the others.
    public struct MailTags: Sendable {
        private enum Content: Sendable {
            case text(EventText)
            case dictionary([String: [String]])
        }

        private var content: Content

        init(_ text: EventText) {
            content = .text(text)
        }

        /// Creates tags from a map.
        public init(_ dictionary: [String: [String]]) {
            content = .dictionary(dictionary)
        }

        /// All tags as a map, decoded anew at each call.
        public var dictionary: [String: [String]] {
            switch content {
            case .text(let text): Dictionary(text.tags.map { ($0.name, $0.values) }) { first, _ in first }
            case .dictionary(let dictionary): dictionary
            }
        }

        /// The values of the tag of this name; nil if there is none.
        ///
        /// Setting nil removes the tag.
        public subscript(name: String) -> [String]? {
            get {
                switch content {
                case .text(let text): text.tag(name)
                case .dictionary(let dictionary): dictionary[name]
                }
            }
            set {
                var dictionary = self.dictionary
                dictionary[name] = newValue
                content = .dictionary(dictionary)
            }
        }

        /// The first value of the tag of this name.
        func firstValue(of name: String) -> String? {
            switch content {
            case .text(let text): text.firstValue(ofTag: name)
            case .dictionary(let dictionary): dictionary[name]?.first
            }
        }

        /// Whether there are no tags.
        public var isEmpty: Bool {
            switch content {
            case .text(let text): text.tags.isEmpty
            case .dictionary(let dictionary): dictionary.isEmpty
            }
        }
    }
}

extension SESEvent.MailTags: Sequence {
    /// A tag's name and its values.
    public typealias Element = (name: String, values: [String])

    /// Walks through the tags: in their order where they were read from a delivery, else in any.
    public func makeIterator() -> Iterator {
        switch content {
        case .text(let text):
            Iterator(source: text.hasDistinctTags ? .text(text, next: 0) : .list(text.tags.makeIterator()))
        case .dictionary(let dictionary): Iterator(source: .dictionary(dictionary.makeIterator()))
        }
    }

    /// A walk through tags; each is decoded when it is reached.
    public struct Iterator: IteratorProtocol {
        fileprivate enum Source {
            case text(EventText, next: Int)
            case list(IndexingIterator<[Element]>)
            case dictionary(Dictionary<String, [String]>.Iterator)
        }

        fileprivate var source: Source

        /// The next tag; nil after the last.
        public mutating func next() -> Element? {
            switch source {
            case .text(let text, let start):
                var index = start
                while index < text.tagCount {
                    let tag = text[tag: index]
                    index += 1
                    if let tag {
                        source = .text(text, next: index)
                        return tag
                    }
                }
                source = .text(text, next: index)
                return nil
            case .list(var tags):
                let tag = tags.next()
                source = .list(tags)
                return tag
            case .dictionary(var tags):
                let tag = tags.next()
                source = .dictionary(tags)
                return tag.map { ($0.key, $0.value) }
            }
        }
    }
}

extension SESEvent.MailTags: ExpressibleByDictionaryLiteral {
    /// Creates tags; of two of one name the first counts.
    public init(dictionaryLiteral tags: (String, [String])...) {
        content = .dictionary([String: [String]](tags) { first, _ in first })
    }
}

extension SESEvent.MailTags: Hashable {
    /// Whether two say the same.
    public static func == (one: Self, other: Self) -> Bool { one.dictionary == other.dictionary }

    /// Hashes the tags.
    public func hash(into hasher: inout Hasher) { hasher.combine(dictionary) }
}

extension SESEvent.MailTags: Codable {
    /// Decodes a map from names to lists of values, or to bare strings; a value of another kind is left out.
    public init(from decoder: any Decoder) throws {
        content = .dictionary(try [String: LenientTagValues](from: decoder).compactMapValues(\.values))
    }

    /// Encodes a map.
    public func encode(to encoder: any Encoder) throws {
        try dictionary.encode(to: encoder)
    }
}

extension SESEvent.Mail {
    static let configurationSetTag = "ses:configuration-set"

    /// The configuration set the e-mail was sent with; nil in feedback notifications.
    ///
    /// AWS: the tag `ses:configuration-set`.
    public var configurationSet: ConfigurationSetName? {
        tags.firstValue(of: Self.configurationSetTag).map { ConfigurationSetName(rawValue: $0) }
    }

    /// The tags that the caller gave the e-mail, `ses:feedback-id-a` and `ses:feedback-id-b` among them.
    ///
    /// AWS: `EmailTags` of `SendEmail`, or the header `X-SES-MESSAGE-TAGS`.
    public var messageTags: [String: [String]] { tags.dictionary.filter { !Self.isAutomatic($0.key) } }

    /// The tags that SES added itself, such as `ses:from-domain`.
    public var autoTags: [String: [String]] { tags.dictionary.filter { Self.isAutomatic($0.key) } }

    // The prefix is reserved, with two names callers may set all the same.
    private static func isAutomatic(_ name: String) -> Bool {
        name.hasPrefix("ses:") && name != "ses:feedback-id-a" && name != "ses:feedback-id-b"
    }
}
