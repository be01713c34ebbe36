public import SESValues

/// Reads what happened to a mail that was sent.
///
/// AWS: `GetMessageInsights`.
public struct GetMessageInsights: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.get, "/v2/email/insights/{MessageId}/") }
    /// The mail, its recipients and their events.
    public typealias Output = MessageInsights

    /// The mail's id, as the send gave it.
    @export(implementation) public var messageID: String

    /// Creates the input.
    ///
    /// - Parameter messageID: The mail's id, as the send gave it.
    @export(implementation) public init(messageID: String) {
        self.messageID = messageID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        messageID = try container.decode(String.self, forKey: "MessageId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(messageID, forKey: "MessageId")
    }

    /// Checks that the id is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(messageID, at: path.member("MessageId"))
    }
}

/// Asks what SES thinks of an e-mail address, without sending to it.
///
/// AWS: `GetEmailAddressInsights`.
public struct GetEmailAddressInsights: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/email-address-insights/")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// The bare address.
    @export(implementation) public var emailAddress: EmailAddress

    /// Creates the input.
    ///
    /// - Parameter emailAddress: The bare address.
    @export(implementation) public init(emailAddress: EmailAddress) {
        self.emailAddress = emailAddress
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailAddress, forKey: "EmailAddress")
    }

    /// What SES thinks of the address.
    public struct Output: Codable, Equatable, Sendable {
        /// What SES thinks of the address.
        @export(implementation) public var mailboxValidation: MailboxValidation?

        /// Creates an output.
        ///
        /// - Parameter mailboxValidation: What SES thinks of the address.
        @export(implementation) public init(mailboxValidation: MailboxValidation? = nil) {
            self.mailboxValidation = mailboxValidation
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            mailboxValidation = try container.decodeIfPresent(MailboxValidation.self, forKey: "MailboxValidation")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(mailboxValidation, forKey: "MailboxValidation")
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
