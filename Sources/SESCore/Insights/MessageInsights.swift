/// What is known of a mail that was sent; printing it shows nothing of it.
///
/// AWS: the output of `GetMessageInsights`.
public struct MessageInsights: Hashable, Sendable, Codable, SESPrivateContent {
    /// The mail's id.
    public var messageID: String?
    /// The sender.
    public var fromEmailAddress: EmailAddress?
    /// The subject.
    public var subject: String?
    /// The mail's tags and those that SES added.
    public var emailTags: [MessageTag]?
    /// What happened to it, by recipient.
    public var insights: [EmailInsights]?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - messageID: The mail's id.
    ///   - fromEmailAddress: The sender.
    ///   - subject: The subject.
    ///   - emailTags: The mail's tags and those that SES added.
    ///   - insights: What happened to it, by recipient.
    public init(
        messageID: String? = nil, fromEmailAddress: EmailAddress? = nil, subject: String? = nil,
        emailTags: [MessageTag]? = nil, insights: [EmailInsights]? = nil
    ) {
        self.messageID = messageID
        self.fromEmailAddress = fromEmailAddress
        self.subject = subject
        self.emailTags = emailTags
        self.insights = insights
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "MessageId"
        case fromEmailAddress = "FromEmailAddress"
        case subject = "Subject"
        case emailTags = "EmailTags"
        case insights = "Insights"
    }
}

/// What happened to a mail at one recipient.
///
/// AWS: `EmailInsights`.
public struct EmailInsights: Hashable, Sendable, Codable {
    /// The recipient, which doesn't print.
    public var destination: EmailAddress?
    /// The recipient's provider, such as `Gmail`.
    public var isp: String?
    /// What happened.
    public var events: [InsightsEvent]?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - destination: The recipient, which doesn't print.
    ///   - isp: The recipient's provider, such as `Gmail`.
    ///   - events: What happened.
    public init(destination: EmailAddress? = nil, isp: String? = nil, events: [InsightsEvent]? = nil) {
        self.destination = destination
        self.isp = isp
        self.events = events
    }

    private enum CodingKeys: String, CodingKey {
        case destination = "Destination"
        case isp = "Isp"
        case events = "Events"
    }
}
