public import SESValues

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Sends one e-mail.
///
/// AWS: `SendEmail`. It isn't idempotent and takes no client token: sending it again after a lost answer may mail
/// twice, so such a call throws ``SESv2Error/Code/outcomeUnknown``. Most callers use
/// ``SESv2Client/send(_:configurationSet:)`` with an `Email`.
public struct SendEmail: SESOperation, Equatable, SESPrivateContent {
    /// `SendEmail`.
    @export(implementation) public static var name: String { "SendEmail" }
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/outbound-emails") }
    /// False: a second call sends a second mail.
    @export(implementation) public static var isIdempotent: Bool { false }

    /// The sender; raw content may name it in its `From` header instead.
    @export(implementation) public var fromEmailAddress: EmailAddress?
    /// The ARN of the sender's identity, for sending on another account's behalf.
    @export(implementation) public var fromEmailAddressIdentityARN: ARN?
    /// The recipients; raw content may name them in its headers instead.
    @export(implementation) public var destination: EmailDestination?
    /// Where replies go.
    @export(implementation) public var replyToAddresses: [EmailAddress]?
    /// Where bounces and complaints are forwarded to.
    @export(implementation) public var feedbackForwardingEmailAddress: EmailAddress?
    /// The ARN of the identity of ``feedbackForwardingEmailAddress``.
    @export(implementation) public var feedbackForwardingEmailAddressIdentityARN: ARN?
    /// What is sent: simple, raw or from a template.
    @export(implementation) public var content: EmailContent
    /// Tags that travel with every event of this mail.
    @export(implementation) public var emailTags: [MessageTag]?
    /// The configuration set to send with.
    @export(implementation) public var configurationSetName: ConfigurationSetName?
    /// The multi-region endpoint to send through.
    @export(implementation) public var endpointID: String?
    /// The tenant to send for.
    @export(implementation) public var tenantName: String?
    /// The contact list and topic that the recipients can unsubscribe from.
    @export(implementation) public var listManagementOptions: ListManagementOptions?
    /// Overrides of the set's options for this mail.
    @export(implementation) public var configurationOverrides: ConfigurationOverrides?

    /// Creates the input from an e-mail.
    ///
    /// - Parameters:
    ///   - email: What is sent, by whom and to whom.
    ///   - configurationSetName: The configuration set to send with.
    public init(_ email: Email, configurationSetName: ConfigurationSetName?) {
        self.init(content: email.content, configurationSetName: configurationSetName)
        fromEmailAddress = email.from
        fromEmailAddressIdentityARN = email.fromEmailAddressIdentityARN
        destination = email.destination.recipientCount == 0 ? nil : email.destination
        replyToAddresses = email.replyToAddresses.isEmpty ? nil : email.replyToAddresses
        feedbackForwardingEmailAddress = email.feedbackForwardingEmailAddress
        feedbackForwardingEmailAddressIdentityARN = email.feedbackForwardingEmailAddressIdentityARN
        emailTags = email.tags.isEmpty ? nil : email.tags
        endpointID = email.endpointID
        tenantName = email.tenantName
        listManagementOptions = email.listManagementOptions
        configurationOverrides = email.configurationOverrides
    }

    /// Creates the input; set the other members afterwards.
    ///
    /// - Parameters:
    ///   - content: What is sent.
    ///   - configurationSetName: The configuration set to send with.
    @export(implementation) public init(content: EmailContent, configurationSetName: ConfigurationSetName?) {
        self.content = content
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        fromEmailAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromEmailAddress")
        fromEmailAddressIdentityARN = try container.decodeIfPresent(ARN.self, forKey: "FromEmailAddressIdentityArn")
        destination = try container.decodeIfPresent(EmailDestination.self, forKey: "Destination")
        replyToAddresses = try container.decodeIfPresent([EmailAddress].self, forKey: "ReplyToAddresses")
        feedbackForwardingEmailAddress = try container.decodeIfPresent(
            EmailAddress.self, forKey: "FeedbackForwardingEmailAddress")
        feedbackForwardingEmailAddressIdentityARN = try container.decodeIfPresent(
            ARN.self, forKey: "FeedbackForwardingEmailAddressIdentityArn")
        content = try container.decode(EmailContent.self, forKey: "Content")
        emailTags = try container.decodeIfPresent([MessageTag].self, forKey: "EmailTags")
        configurationSetName = try container.decodeIfPresent(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        endpointID = try container.decodeIfPresent(String.self, forKey: "EndpointId")
        tenantName = try container.decodeIfPresent(String.self, forKey: "TenantName")
        listManagementOptions = try container.decodeIfPresent(
            ListManagementOptions.self, forKey: "ListManagementOptions")
        configurationOverrides = try container.decodeIfPresent(
            ConfigurationOverrides.self, forKey: "ConfigurationOverrides")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(configurationOverrides, forKey: "ConfigurationOverrides")
        try container.encodeIfPresent(configurationSetName, forKey: "ConfigurationSetName")
        try container.encode(content, forKey: "Content")
        try container.encodeIfPresent(destination, forKey: "Destination")
        try container.encodeIfPresent(emailTags, forKey: "EmailTags")
        try container.encodeIfPresent(endpointID, forKey: "EndpointId")
        try container.encodeIfPresent(feedbackForwardingEmailAddress, forKey: "FeedbackForwardingEmailAddress")
        try container.encodeIfPresent(
            feedbackForwardingEmailAddressIdentityARN, forKey: "FeedbackForwardingEmailAddressIdentityArn")
        try container.encodeIfPresent(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encodeIfPresent(fromEmailAddressIdentityARN, forKey: "FromEmailAddressIdentityArn")
        try container.encodeIfPresent(listManagementOptions, forKey: "ListManagementOptions")
        try container.encodeIfPresent(replyToAddresses, forKey: "ReplyToAddresses")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
    }

    /// The service's id for the mail.
    public struct Output: Codable, Equatable, Sendable {
        /// The id that every event of this mail carries.
        @export(implementation) @WireDefaulted public var messageID: String

        /// Creates an output.
        public init(messageID: String) {
            _messageID = WireDefaulted(wrappedValue: messageID)
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            _messageID = try container.decode(WireDefaulted<String>.self, forKey: "MessageId")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encode(_messageID, forKey: "MessageId")
        }
    }
}

extension SendEmail.Output: PlainAnswer {
    package init?(plain body: Data) {
        guard let id = PlainObject.onlyMember("MessageId", in: body) else { return nil }
        self.init(messageID: id)
    }
}

extension SendEmail {
    /// The e-mail in it: all but the configuration set.
    var email: Email {
        var email = Email(from: fromEmailAddress, replyTo: replyToAddresses ?? [], content: content)
        email.destination = destination ?? EmailDestination()
        email.tags = emailTags ?? []
        email.feedbackForwardingEmailAddress = feedbackForwardingEmailAddress
        email.fromEmailAddressIdentityARN = fromEmailAddressIdentityARN
        email.feedbackForwardingEmailAddressIdentityARN = feedbackForwardingEmailAddressIdentityARN
        email.endpointID = endpointID
        email.tenantName = tenantName
        email.listManagementOptions = listManagementOptions
        email.configurationOverrides = configurationOverrides
        return email
    }

    /// Checks the e-mail and the set's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try email.validate(at: path)
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}

extension SESOperation where Output == SendEmail.Output {
    /// The mail's id: without it nothing tells the mail's events from others.
    public static func missingMember(of output: Output) -> String? { output.messageID.isEmpty ? "MessageId" : nil }
}
