#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Someone on a contact list, and which mail they want.
///
/// AWS: the output of `GetContact`, and `Contact`, which lacks the list, the attributes and the time of creation. Printing it shows nothing of the contact.
public struct Contact: Equatable, Sendable, Codable, SESPrivateContent {
    /// The list the contact is on; nil in a list of contacts.
    @export(implementation) public var contactListName: ContactListName?
    /// The contact's address.
    @export(implementation) public var emailAddress: EmailAddress?
    /// What the contact chose, by topic.
    @export(implementation) public var topicPreferences: [TopicPreference]?
    /// What holds for the topics the contact chose nothing for.
    @export(implementation) public var topicDefaultPreferences: [TopicPreference]?
    /// Whether the contact wants no mail of any topic.
    @export(implementation) public var unsubscribeAll: Bool?
    /// What the owner of the list noted of the contact; nil in a list of contacts.
    @export(implementation) public var attributesData: String?
    /// When the contact was put on the list; nil in a list of contacts.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// When the contact was last changed.
    @export(implementation) @WireTime public var lastUpdatedTimestamp: Date?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - contactListName: The list the contact is on; nil in a list of contacts.
    ///   - emailAddress: The contact's address.
    ///   - topicPreferences: What the contact chose, by topic.
    ///   - topicDefaultPreferences: What holds for the topics the contact chose nothing for.
    ///   - unsubscribeAll: Whether the contact wants no mail of any topic.
    ///   - attributesData: What the owner of the list noted of the contact; nil in a list of contacts.
    ///   - createdTimestamp: When the contact was put on the list; nil in a list of contacts.
    ///   - lastUpdatedTimestamp: When the contact was last changed.
    public init(
        contactListName: ContactListName? = nil, emailAddress: EmailAddress? = nil,
        topicPreferences: [TopicPreference]? = nil, topicDefaultPreferences: [TopicPreference]? = nil,
        unsubscribeAll: Bool? = nil, attributesData: String? = nil, createdTimestamp: Date? = nil,
        lastUpdatedTimestamp: Date? = nil
    ) {
        self.contactListName = contactListName
        self.emailAddress = emailAddress
        self.topicPreferences = topicPreferences
        self.topicDefaultPreferences = topicDefaultPreferences
        self.unsubscribeAll = unsubscribeAll
        self.attributesData = attributesData
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        _lastUpdatedTimestamp = WireTime(wrappedValue: lastUpdatedTimestamp)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decodeIfPresent(ContactListName.self, forKey: "ContactListName")
        emailAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "EmailAddress")
        topicPreferences = try container.decodeIfPresent([TopicPreference].self, forKey: "TopicPreferences")
        topicDefaultPreferences = try container.decodeIfPresent(
            [TopicPreference].self, forKey: "TopicDefaultPreferences")
        unsubscribeAll = try container.decodeIfPresent(Bool.self, forKey: "UnsubscribeAll")
        attributesData = try container.decodeIfPresent(String.self, forKey: "AttributesData")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        _lastUpdatedTimestamp = try container.decode(WireTime.self, forKey: "LastUpdatedTimestamp")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(contactListName, forKey: "ContactListName")
        try container.encodeIfPresent(emailAddress, forKey: "EmailAddress")
        try container.encodeIfPresent(topicPreferences, forKey: "TopicPreferences")
        try container.encodeIfPresent(topicDefaultPreferences, forKey: "TopicDefaultPreferences")
        try container.encodeIfPresent(unsubscribeAll, forKey: "UnsubscribeAll")
        try container.encodeIfPresent(attributesData, forKey: "AttributesData")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encode(_lastUpdatedTimestamp, forKey: "LastUpdatedTimestamp")
    }
}

/// Whether a contact wants the mail of one topic.
///
/// AWS: `TopicPreference`.
public struct TopicPreference: Equatable, Sendable, Codable, SESValidatable {
    /// The topic.
    @export(implementation) @WireDefaulted public var topicName: TopicName
    /// Whether its mail is wanted.
    @export(implementation) @WireDefaulted public var subscriptionStatus: SubscriptionStatus

    /// Creates a preference, unchecked.
    ///
    /// - Parameters:
    ///   - topicName: The topic.
    ///   - subscriptionStatus: Whether its mail is wanted.
    public init(topicName: TopicName, subscriptionStatus: SubscriptionStatus) {
        _topicName = WireDefaulted(wrappedValue: topicName)
        _subscriptionStatus = WireDefaulted(wrappedValue: subscriptionStatus)
    }

    /// Checks the topic's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try topicName.validate(at: path.member("TopicName"))
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _topicName = try container.decode(WireDefaulted<TopicName>.self, forKey: "TopicName")
        _subscriptionStatus = try container.decode(WireDefaulted<SubscriptionStatus>.self, forKey: "SubscriptionStatus")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_topicName, forKey: "TopicName")
        try container.encode(_subscriptionStatus, forKey: "SubscriptionStatus")
    }
}
