#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A list of contacts, with the topics they can subscribe to.
///
/// AWS: the output of `GetContactList`, and `ContactList`, of which a list of lists has name and time of change only.
public struct ContactList: Equatable, Sendable, Codable {
    /// The list's name.
    @export(implementation) public var contactListName: ContactListName?
    /// The topics of the list, at most 20.
    @export(implementation) public var topics: [ContactListTopic]?
    /// What the list is about, in at most 500 characters.
    @export(implementation) public var description: String?
    /// When the list was created.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// When the list was last changed.
    @export(implementation) @WireTime public var lastUpdatedTimestamp: Date?
    /// The list's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - contactListName: The list's name.
    ///   - topics: The topics of the list, at most 20.
    ///   - description: What the list is about, in at most 500 characters.
    ///   - createdTimestamp: When the list was created.
    ///   - lastUpdatedTimestamp: When the list was last changed.
    ///   - tags: The list's tags.
    public init(
        contactListName: ContactListName? = nil, topics: [ContactListTopic]? = nil, description: String? = nil,
        createdTimestamp: Date? = nil, lastUpdatedTimestamp: Date? = nil, tags: [ResourceTag]? = nil
    ) {
        self.contactListName = contactListName
        self.topics = topics
        self.description = description
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        _lastUpdatedTimestamp = WireTime(wrappedValue: lastUpdatedTimestamp)
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decodeIfPresent(ContactListName.self, forKey: "ContactListName")
        topics = try container.decodeIfPresent([ContactListTopic].self, forKey: "Topics")
        description = try container.decodeIfPresent(String.self, forKey: "Description")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        _lastUpdatedTimestamp = try container.decode(WireTime.self, forKey: "LastUpdatedTimestamp")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(contactListName, forKey: "ContactListName")
        try container.encodeIfPresent(topics, forKey: "Topics")
        try container.encodeIfPresent(description, forKey: "Description")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encode(_lastUpdatedTimestamp, forKey: "LastUpdatedTimestamp")
        try container.encodeIfPresent(tags, forKey: "Tags")
    }
}
