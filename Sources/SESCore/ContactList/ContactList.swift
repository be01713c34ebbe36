#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A list of contacts, with the topics they can subscribe to.
///
/// AWS: the output of `GetContactList`, and `ContactList`, of which a list of lists has name and time of change only.
public struct ContactList: Hashable, Sendable, Codable {
    /// The list's name.
    public var contactListName: ContactListName?
    /// The topics of the list, at most 20.
    public var topics: [ContactListTopic]?
    /// What the list is about, in at most 500 characters.
    public var description: String?
    /// When the list was created.
    @WireTime public var createdTimestamp: Date?
    /// When the list was last changed.
    @WireTime public var lastUpdatedTimestamp: Date?
    /// The list's tags.
    public var tags: [ResourceTag]?

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

    private enum CodingKeys: String, CodingKey {
        case contactListName = "ContactListName"
        case topics = "Topics"
        case description = "Description"
        case createdTimestamp = "CreatedTimestamp"
        case lastUpdatedTimestamp = "LastUpdatedTimestamp"
        case tags = "Tags"
    }
}
