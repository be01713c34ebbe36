/// A subject of a contact list that its contacts choose to read of or not.
///
/// AWS: `Topic`.
public struct ContactListTopic: Equatable, Sendable, Codable, SESValidatable {
    /// The topic's name, unique in the list.
    @export(implementation) @WireDefaulted public var topicName: TopicName
    /// The name that contacts see, at most 128 characters.
    @export(implementation) @WireDefaulted public var displayName: String
    /// What the topic is about, for contacts to read, in at most 500 characters.
    @export(implementation) public var description: String?
    /// What holds for a contact who chose nothing.
    @export(implementation) @WireDefaulted public var defaultSubscriptionStatus: SubscriptionStatus

    /// Creates a topic, unchecked.
    ///
    /// - Parameters:
    ///   - topicName: The topic's name, unique in the list.
    ///   - displayName: The name that contacts see, at most 128 characters.
    ///   - description: What the topic is about, for contacts to read, in at most 500 characters.
    ///   - defaultSubscriptionStatus: What holds for a contact who chose nothing.
    public init(
        topicName: TopicName, displayName: String, description: String? = nil,
        defaultSubscriptionStatus: SubscriptionStatus
    ) {
        _topicName = WireDefaulted(wrappedValue: topicName)
        _displayName = WireDefaulted(wrappedValue: displayName)
        self.description = description
        _defaultSubscriptionStatus = WireDefaulted(wrappedValue: defaultSubscriptionStatus)
    }

    /// Checks the name and the lengths of the texts.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try topicName.validate(at: path.member("TopicName"))
        try TextRule.upTo(128).check(displayName, at: path.member("DisplayName"))
        if let description {
            try TextRule.contactListDescription.check(description, at: path.member("Description"))
        }
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _topicName = try container.decode(WireDefaulted<TopicName>.self, forKey: "TopicName")
        _displayName = try container.decode(WireDefaulted<String>.self, forKey: "DisplayName")
        description = try container.decodeIfPresent(String.self, forKey: "Description")
        _defaultSubscriptionStatus = try container.decode(
            WireDefaulted<SubscriptionStatus>.self, forKey: "DefaultSubscriptionStatus")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_topicName, forKey: "TopicName")
        try container.encode(_displayName, forKey: "DisplayName")
        try container.encodeIfPresent(description, forKey: "Description")
        try container.encode(_defaultSubscriptionStatus, forKey: "DefaultSubscriptionStatus")
    }
}

extension [ContactListTopic] {
    /// Checks a list's topics together: each one, their number and that no name is there twice.
    package func validateTogether(at path: FieldPath) throws(SESValueError) {
        if count > 20 {
            throw SESValueError(field: path, rule: "must hold at most 20 topics", value: String(count))
        }
        var names = Set<TopicName>()
        for (index, topic) in enumerated() {
            try topic.validate(at: path.index(index))
            if !names.insert(topic.topicName).inserted {
                throw SESValueError(
                    field: path.index(index).member("TopicName"), rule: "must differ from the other topics' names",
                    value: topic.topicName.rawValue)
            }
        }
    }
}

extension TextRule {
    /// Any text of at most so many characters.
    static func upTo(_ length: Int) -> TextRule { TextRule(0...length, of: "characters") { _ in true } }

    /// The rule for what a contact list or a topic is about.
    package static let contactListDescription = upTo(500)
}

/// Whether a contact wants the mail of a topic.
///
/// AWS: `SubscriptionStatus`.
public struct SubscriptionStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The contact wants it.
    @export(implementation) public static var optIn: Self { Self(rawValue: "OPT_IN") }
    /// The contact does not want it.
    @export(implementation) public static var optOut: Self { Self(rawValue: "OPT_OUT") }
}

extension SubscriptionStatus: WireDefault {
    /// The empty text, which is no status.
    @export(implementation) public static var wireDefault: SubscriptionStatus { SubscriptionStatus(rawValue: "") }
}
