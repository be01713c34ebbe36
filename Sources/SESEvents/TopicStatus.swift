extension SESEvent {
    /// A contact's choice for one topic of a contact list, or the topic's default.
    public struct TopicStatus: Codable, Sendable, Hashable {
        /// The topic (AWS: `topicName`).
        @export(implementation) public var topicName: String
        /// Whether its e-mail is wanted (AWS: `subscriptionStatus`).
        @export(implementation) public var subscriptionStatus: SubscriptionStatus

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            topicName: String = "",
            subscriptionStatus: SubscriptionStatus = .init(rawValue: "")
        ) {
            self.topicName = topicName
            self.subscriptionStatus = subscriptionStatus
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case topicName
            case subscriptionStatus
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            topicName = object.text(.topicName)
            subscriptionStatus = object.value(.subscriptionStatus) ?? .init(rawValue: "")
        }
    }
}
