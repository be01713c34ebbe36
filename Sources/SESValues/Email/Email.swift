/// A message to send: from whom, to whom, what, and how.
///
/// The configuration set isn't part of it: it is named where the message is sent. Printing an e-mail shows neither addresses
/// nor content.
public struct Email: Equatable, Sendable {
    /// The sender; only a raw message may leave it to its own headers.
    ///
    /// AWS: `FromEmailAddress`.
    @export(implementation) public var from: EmailAddress?
    /// The recipients; only a raw message may leave them to its own headers.
    @export(implementation) public var destination: EmailDestination
    /// Where replies go.
    @export(implementation) public var replyToAddresses: [EmailAddress]
    /// What the message says.
    @export(implementation) public var content: EmailContent
    /// Tags that the message carries into its events.
    ///
    /// AWS: `EmailTags`.
    @export(implementation) public var tags: [MessageTag]
    /// Where bounces and complaints are forwarded to.
    @export(implementation) public var feedbackForwardingEmailAddress: EmailAddress?
    /// The identity that lets the sender's address be used, when another account owns it.
    @export(implementation) public var fromEmailAddressIdentityARN: ARN?
    /// The identity that lets the forwarding address be used, when another account owns it.
    @export(implementation) public var feedbackForwardingEmailAddressIdentityARN: ARN?
    /// The id of a multi-region endpoint to send through.
    @export(implementation) public var endpointID: String?
    /// The tenant to send for.
    @export(implementation) public var tenantName: String?
    /// The contact list and topic the message belongs to.
    @export(implementation) public var listManagementOptions: ListManagementOptions?
    /// Settings overridden for this message.
    @export(implementation) public var configurationOverrides: ConfigurationOverrides?

    /// Creates an e-mail with any content.
    ///
    /// - Parameters:
    ///   - from: The sender.
    ///   - to: Recipients on the To line.
    ///   - cc: Recipients on the Cc line.
    ///   - bcc: Recipients that no other recipient sees.
    ///   - replyTo: Where replies go.
    ///   - content: What the message says.
    ///   - tags: Tags that the message carries into its events, by name; they are sent sorted.
    public init(
        from: EmailAddress? = nil, to: [EmailAddress] = [], cc: [EmailAddress] = [], bcc: [EmailAddress] = [],
        replyTo: [EmailAddress] = [], content: EmailContent, tags: [String: String] = [:]
    ) {
        self.from = from
        self.destination = EmailDestination(
            toAddresses: to.isEmpty ? nil : to, ccAddresses: cc.isEmpty ? nil : cc,
            bccAddresses: bcc.isEmpty ? nil : bcc)
        self.replyToAddresses = replyTo
        self.content = content
        self.tags = [MessageTag](tags)
    }

    /// Creates an e-mail from its parts, in UTF-8.
    ///
    /// - Parameters:
    ///   - from: The sender.
    ///   - to: Recipients on the To line.
    ///   - cc: Recipients on the Cc line.
    ///   - bcc: Recipients that no other recipient sees.
    ///   - replyTo: Where replies go.
    ///   - subject: The subject, on one line.
    ///   - text: The body as plain text.
    ///   - html: The body as HTML.
    ///   - headers: Further headers, at most 15.
    ///   - attachments: Attached files.
    ///   - tags: Tags that the message carries into its events, by name; they are sent sorted.
    public init(
        from: EmailAddress? = nil, to: [EmailAddress] = [], cc: [EmailAddress] = [], bcc: [EmailAddress] = [],
        replyTo: [EmailAddress] = [], subject: String, text: String? = nil, html: String? = nil,
        headers: [MessageHeader] = [], attachments: [EmailAttachment] = [], tags: [String: String] = [:]
    ) {
        let content = EmailContent.simple(
            subject: subject, text: text, html: html, headers: headers, attachments: attachments)
        self.init(from: from, to: to, cc: cc, bcc: bcc, replyTo: replyTo, content: content, tags: tags)
    }
}

extension Email: SESPrivateContent {
    /// A text that counts recipients and shows none.
    public var description: String { "Email(\(destination.recipientCount) recipients, content hidden)" }
}
