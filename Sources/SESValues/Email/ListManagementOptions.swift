/// The contact list and topic a message belongs to, for its unsubscribe links.
///
/// AWS: `ListManagementOptions`.
public struct ListManagementOptions: Equatable, Sendable, Codable, SESValidatable {
    /// The contact list.
    @export(implementation) public var contactListName: String
    /// The topic of the list.
    @export(implementation) public var topicName: String?

    /// Creates the options.
    ///
    /// - Parameters:
    ///   - contactListName: The contact list.
    ///   - topicName: The topic of the list.
    @export(implementation) public init(contactListName: String, topicName: String? = nil) {
        self.contactListName = contactListName
        self.topicName = topicName
    }

    /// Checks that the list has a name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(contactListName, at: path.member("ContactListName"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        contactListName = try container.decode(String.self, forKey: "ContactListName")
        topicName = try container.decodeIfPresent(String.self, forKey: "TopicName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(contactListName, forKey: "ContactListName")
        try container.encodeIfPresent(topicName, forKey: "TopicName")
    }
}
