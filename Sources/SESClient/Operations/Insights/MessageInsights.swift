public import SESCore

/// Reads what happened to a mail that was sent.
///
/// AWS: `GetMessageInsights`.
public struct GetMessageInsights: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.get, "/v2/email/insights/{MessageId}/")
    /// The mail, its recipients and their events.
    public typealias Output = MessageInsights

    /// The mail's id, as the send gave it.
    public var messageID: String

    /// Creates the input.
    ///
    /// - Parameter messageID: The mail's id, as the send gave it.
    public init(messageID: String) {
        self.messageID = messageID
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "MessageId"
    }

    /// Checks that the id is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(messageID, at: path.member("MessageId"))
    }
}

/// Asks what SES thinks of an e-mail address, without sending to it.
///
/// AWS: `GetEmailAddressInsights`.
public struct GetEmailAddressInsights: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.post, "/v2/email/email-address-insights/")
    /// True: it only reads.
    public static let isIdempotent = true

    /// The bare address.
    public var emailAddress: EmailAddress

    /// Creates the input.
    ///
    /// - Parameter emailAddress: The bare address.
    public init(emailAddress: EmailAddress) {
        self.emailAddress = emailAddress
    }

    private enum CodingKeys: String, CodingKey {
        case emailAddress = "EmailAddress"
    }

    /// What SES thinks of the address.
    public struct Output: Codable, Hashable, Sendable {
        /// What SES thinks of the address.
        public var mailboxValidation: MailboxValidation?

        /// Creates an output.
        ///
        /// - Parameter mailboxValidation: What SES thinks of the address.
        public init(mailboxValidation: MailboxValidation? = nil) {
            self.mailboxValidation = mailboxValidation
        }

        private enum CodingKeys: String, CodingKey {
            case mailboxValidation = "MailboxValidation"
        }
    }

    /// Checks that there is a text: whether it is an address is the question.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(emailAddress.rawValue, at: path.member("EmailAddress"), showsValue: false)
    }

    /// What SES thinks: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? {
        output.mailboxValidation == nil ? "MailboxValidation" : nil
    }
}
