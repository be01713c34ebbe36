/// What is known of a mail that was sent; printing it shows nothing of it.
///
/// AWS: the output of `GetMessageInsights`.
public struct MessageInsights: Hashable, Sendable, Codable, SESPrivateContent {
    /// The mail's id.
    @export(implementation) public var messageID: String?
    /// The sender.
    @export(implementation) public var fromEmailAddress: EmailAddress?
    /// The subject.
    @export(implementation) public var subject: String?
    /// The mail's tags and those that SES added.
    @export(implementation) public var emailTags: [MessageTag]?
    /// What happened to it, by recipient.
    @export(implementation) public var insights: [EmailInsights]?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - messageID: The mail's id.
    ///   - fromEmailAddress: The sender.
    ///   - subject: The subject.
    ///   - emailTags: The mail's tags and those that SES added.
    ///   - insights: What happened to it, by recipient.
    @export(implementation) public init(
        messageID: String? = nil, fromEmailAddress: EmailAddress? = nil, subject: String? = nil,
        emailTags: [MessageTag]? = nil, insights: [EmailInsights]? = nil
    ) {
        self.messageID = messageID
        self.fromEmailAddress = fromEmailAddress
        self.subject = subject
        self.emailTags = emailTags
        self.insights = insights
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        messageID = try container.decodeIfPresent(String.self, forKey: "MessageId")
        fromEmailAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromEmailAddress")
        subject = try container.decodeIfPresent(String.self, forKey: "Subject")
        emailTags = try container.decodeIfPresent([MessageTag].self, forKey: "EmailTags")
        insights = try container.decodeIfPresent([EmailInsights].self, forKey: "Insights")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encodeIfPresent(messageID, forKey: "MessageId")
        try container.encodeIfPresent(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encodeIfPresent(subject, forKey: "Subject")
        try container.encodeIfPresent(emailTags, forKey: "EmailTags")
        try container.encodeIfPresent(insights, forKey: "Insights")
    }
}

/// What happened to a mail at one recipient.
///
/// AWS: `EmailInsights`.
public struct EmailInsights: Hashable, Sendable, Codable {
    /// The recipient, which doesn't print.
    @export(implementation) public var destination: EmailAddress?
    /// The recipient's provider, such as `Gmail`.
    @export(implementation) public var isp: String?
    /// What happened.
    @export(implementation) public var events: [InsightsEvent]?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - destination: The recipient, which doesn't print.
    ///   - isp: The recipient's provider, such as `Gmail`.
    ///   - events: What happened.
    @export(implementation) public init(
        destination: EmailAddress? = nil, isp: String? = nil, events: [InsightsEvent]? = nil
    ) {
        self.destination = destination
        self.isp = isp
        self.events = events
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        destination = try container.decodeIfPresent(EmailAddress.self, forKey: "Destination")
        isp = try container.decodeIfPresent(String.self, forKey: "Isp")
        events = try container.decodeIfPresent([InsightsEvent].self, forKey: "Events")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encodeIfPresent(destination, forKey: "Destination")
        try container.encodeIfPresent(isp, forKey: "Isp")
        try container.encodeIfPresent(events, forKey: "Events")
    }
}
