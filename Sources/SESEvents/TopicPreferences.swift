extension SESEvent {
    /// What e-mail of a contact list a contact wants.
    ///
    /// AWS: `newTopicPreferences`, `oldTopicPreferences`.
    public struct TopicPreferences: Codable, Sendable, Hashable {
        /// Whether the contact wants none of the list's e-mail; nil if AWS does not say (AWS: `unsubscribeAll`).
        @export(implementation) public var unsubscribeAll: Bool?
        /// The contact's own choice for each topic (AWS: `topicSubscriptionStatus`).
        @export(implementation) public var topicSubscriptionStatus: [TopicStatus]
        /// The topics' defaults (AWS: `topicDefaultSubscriptionStatus`).
        @export(implementation) public var topicDefaultSubscriptionStatus: [TopicStatus]

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            unsubscribeAll: Bool? = nil,
            topicSubscriptionStatus: [TopicStatus] = [],
            topicDefaultSubscriptionStatus: [TopicStatus] = []
        ) {
            self.unsubscribeAll = unsubscribeAll
            self.topicSubscriptionStatus = topicSubscriptionStatus
            self.topicDefaultSubscriptionStatus = topicDefaultSubscriptionStatus
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case unsubscribeAll
            case topicSubscriptionStatus
            case topicDefaultSubscriptionStatus
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            unsubscribeAll = object.bool(.unsubscribeAll)
            topicSubscriptionStatus = object.list(.topicSubscriptionStatus)
            topicDefaultSubscriptionStatus = object.list(.topicDefaultSubscriptionStatus)
        }

        /// Encodes in AWS's spelling.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(unsubscribeAll, forKey: .unsubscribeAll)
            try container.encode(topicSubscriptionStatus, forKey: .topicSubscriptionStatus)
            try container.encodeUnlessEmpty(topicDefaultSubscriptionStatus, forKey: .topicDefaultSubscriptionStatus)
        }
    }
}
