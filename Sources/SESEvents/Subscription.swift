extension SESEvent {
    /// A contact's change of topic preferences through an e-mail (AWS: `subscription`).
    public struct Subscription: Codable, Sendable, Hashable {
        /// The contact list (AWS: `contactList`).
        @export(implementation) public var contactList: String
        /// When the change was made (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// How the change was made, such as `UnsubscribeHeader` (AWS: `source`).
        @export(implementation) public var source: String
        /// The preferences after the change (AWS: `newTopicPreferences`).
        @export(implementation) public var newTopicPreferences: TopicPreferences?
        /// The preferences before the change (AWS: `oldTopicPreferences`).
        @export(implementation) public var oldTopicPreferences: TopicPreferences?

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            contactList: String = "",
            timestamp: EventTimestamp = .init(text: ""),
            source: String = "",
            newTopicPreferences: TopicPreferences? = nil,
            oldTopicPreferences: TopicPreferences? = nil
        ) {
            self.contactList = contactList
            self.timestamp = timestamp
            self.source = source
            self.newTopicPreferences = newTopicPreferences
            self.oldTopicPreferences = oldTopicPreferences
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case contactList
            case timestamp
            case source
            case newTopicPreferences
            case oldTopicPreferences
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            contactList = object.text(.contactList)
            timestamp = object.timestamp(.timestamp)
            source = object.text(.source)
            newTopicPreferences = object.object(.newTopicPreferences)
            oldTopicPreferences = object.object(.oldTopicPreferences)
        }
    }
}
