/// Which contacts of a list are listed.
///
/// AWS: `ListContactsFilter`.
public struct ContactFilter: Equatable, Sendable, Codable, SESValidatable {
    /// Only contacts of whom this holds: for the topic of ``topicFilter``, or without one for the list.
    @export(implementation) public var filteredStatus: SubscriptionStatus?
    /// The topic that ``filteredStatus`` is about.
    @export(implementation) public var topicFilter: ContactTopicFilter?

    /// Creates a filter.
    ///
    /// - Parameters:
    ///   - filteredStatus: Only contacts of whom this holds: for the topic of ``topicFilter``, or without one for the list.
    ///   - topicFilter: The topic that ``filteredStatus`` is about.
    @export(implementation) public init(
        filteredStatus: SubscriptionStatus? = nil, topicFilter: ContactTopicFilter? = nil
    ) {
        self.filteredStatus = filteredStatus
        self.topicFilter = topicFilter
    }

    /// Checks the topic's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try topicFilter.validate(at: path.member("TopicFilter"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        filteredStatus = try container.decodeIfPresent(SubscriptionStatus.self, forKey: "FilteredStatus")
        topicFilter = try container.decodeIfPresent(ContactTopicFilter.self, forKey: "TopicFilter")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(filteredStatus, forKey: "FilteredStatus")
        try container.encodeIfPresent(topicFilter, forKey: "TopicFilter")
    }
}

/// The topic that a list of contacts is narrowed by.
///
/// AWS: `TopicFilter`.
public struct ContactTopicFilter: Equatable, Sendable, Codable, SESValidatable {
    /// The topic.
    @export(implementation) public var topicName: TopicName?
    /// Whether the topic's default counts for contacts who chose nothing; false when left out.
    @export(implementation) public var useDefaultIfPreferenceUnavailable: Bool?

    /// Creates a filter.
    ///
    /// - Parameters:
    ///   - topicName: The topic.
    ///   - useDefaultIfPreferenceUnavailable: Whether the topic's default counts for contacts who chose nothing; false when left out.
    @export(implementation) public init(topicName: TopicName? = nil, useDefaultIfPreferenceUnavailable: Bool? = nil) {
        self.topicName = topicName
        self.useDefaultIfPreferenceUnavailable = useDefaultIfPreferenceUnavailable
    }

    /// Checks the topic's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try topicName.validate(at: path.member("TopicName"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        topicName = try container.decodeIfPresent(TopicName.self, forKey: "TopicName")
        useDefaultIfPreferenceUnavailable = try container.decodeIfPresent(
            Bool.self, forKey: "UseDefaultIfPreferenceUnavailable")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(topicName, forKey: "TopicName")
        try container.encodeIfPresent(useDefaultIfPreferenceUnavailable, forKey: "UseDefaultIfPreferenceUnavailable")
    }
}
