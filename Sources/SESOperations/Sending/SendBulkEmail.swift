public import SESValues

/// Sends one template to up to 50 destinations, each with its own data.
///
/// AWS: `SendBulkEmail`. The call succeeds even if some or all entries fail: look at every
/// ``SendBulkEmail/Output/bulkEmailEntryResults``. It isn't idempotent.
public struct SendBulkEmail: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/outbound-bulk-emails") }
    /// False: a second call sends every mail a second time.
    @export(implementation) public static var isIdempotent: Bool { false }

    /// The sender.
    @export(implementation) public var fromEmailAddress: EmailAddress?
    /// The ARN of the sender's identity, for sending on another account's behalf.
    @export(implementation) public var fromEmailAddressIdentityARN: ARN?
    /// Where replies go.
    @export(implementation) public var replyToAddresses: [EmailAddress]?
    /// Where bounces and complaints are forwarded to.
    @export(implementation) public var feedbackForwardingEmailAddress: EmailAddress?
    /// The ARN of the identity of ``feedbackForwardingEmailAddress``.
    @export(implementation) public var feedbackForwardingEmailAddressIdentityARN: ARN?
    /// Tags of every entry's mail.
    @export(implementation) public var defaultEmailTags: [MessageTag]?
    /// The template and its default data.
    @export(implementation) public var defaultContent: BulkEmailContent
    /// The destinations, 1 to 50.
    @export(implementation) public var bulkEmailEntries: [BulkEmailEntry]
    /// The configuration set to send all of them with.
    @export(implementation) public var configurationSetName: ConfigurationSetName?
    /// The multi-region endpoint to send through.
    @export(implementation) public var endpointID: String?
    /// The tenant to send for.
    @export(implementation) public var tenantName: String?
    /// Overrides of the set's options for these mails.
    @export(implementation) public var configurationOverrides: ConfigurationOverrides?

    /// Creates the input; set the other members afterwards.
    ///
    /// - Parameters:
    ///   - from: The sender.
    ///   - content: The template and its default data.
    ///   - entries: The destinations, 1 to 50.
    ///   - tags: Tags of every entry's mail.
    ///   - configurationSetName: The configuration set to send all of them with.
    @export(implementation) public init(
        from: EmailAddress?, content: BulkEmailContent, entries: [BulkEmailEntry], tags: [MessageTag]? = nil,
        configurationSetName: ConfigurationSetName?
    ) {
        fromEmailAddress = from
        defaultContent = content
        bulkEmailEntries = entries
        defaultEmailTags = tags
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        fromEmailAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromEmailAddress")
        fromEmailAddressIdentityARN = try container.decodeIfPresent(ARN.self, forKey: "FromEmailAddressIdentityArn")
        replyToAddresses = try container.decodeIfPresent([EmailAddress].self, forKey: "ReplyToAddresses")
        feedbackForwardingEmailAddress = try container.decodeIfPresent(
            EmailAddress.self, forKey: "FeedbackForwardingEmailAddress")
        feedbackForwardingEmailAddressIdentityARN = try container.decodeIfPresent(
            ARN.self, forKey: "FeedbackForwardingEmailAddressIdentityArn")
        defaultEmailTags = try container.decodeIfPresent([MessageTag].self, forKey: "DefaultEmailTags")
        defaultContent = try container.decode(BulkEmailContent.self, forKey: "DefaultContent")
        bulkEmailEntries = try container.decode([BulkEmailEntry].self, forKey: "BulkEmailEntries")
        configurationSetName = try container.decodeIfPresent(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        endpointID = try container.decodeIfPresent(String.self, forKey: "EndpointId")
        tenantName = try container.decodeIfPresent(String.self, forKey: "TenantName")
        configurationOverrides = try container.decodeIfPresent(
            ConfigurationOverrides.self, forKey: "ConfigurationOverrides")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encodeIfPresent(fromEmailAddressIdentityARN, forKey: "FromEmailAddressIdentityArn")
        try container.encodeIfPresent(replyToAddresses, forKey: "ReplyToAddresses")
        try container.encodeIfPresent(feedbackForwardingEmailAddress, forKey: "FeedbackForwardingEmailAddress")
        try container.encodeIfPresent(
            feedbackForwardingEmailAddressIdentityARN, forKey: "FeedbackForwardingEmailAddressIdentityArn")
        try container.encodeIfPresent(defaultEmailTags, forKey: "DefaultEmailTags")
        try container.encode(defaultContent, forKey: "DefaultContent")
        try container.encode(bulkEmailEntries, forKey: "BulkEmailEntries")
        try container.encodeIfPresent(configurationSetName, forKey: "ConfigurationSetName")
        try container.encodeIfPresent(endpointID, forKey: "EndpointId")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(configurationOverrides, forKey: "ConfigurationOverrides")
    }

    /// What became of every entry.
    public struct Output: Codable, Equatable, Sendable {
        /// One result for each entry, in the entries' order.
        @export(implementation) public var bulkEmailEntryResults: [BulkEmailEntryResult]

        /// Creates an output.
        @export(implementation) public init(bulkEmailEntryResults: [BulkEmailEntryResult]) {
            self.bulkEmailEntryResults = bulkEmailEntryResults
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            bulkEmailEntryResults = try container.decode([BulkEmailEntryResult].self, forKey: "BulkEmailEntryResults")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encode(bulkEmailEntryResults, forKey: "BulkEmailEntryResults")
        }
    }
}

extension SendBulkEmail {
    /// Checks the sender, the template, every entry, the tags, the set's name and the route.
    public func validate(at path: FieldPath) throws(SESValueError) {
        guard fromEmailAddress != nil else {
            throw SESValueError(field: path.member("FromEmailAddress"), rule: "must be present")
        }
        try fromEmailAddress.validate(at: path.member("FromEmailAddress"))
        try fromEmailAddressIdentityARN.validate(at: path.member("FromEmailAddressIdentityArn"))
        try replyToAddresses.validate(at: path.member("ReplyToAddresses"))
        try feedbackForwardingEmailAddress.validate(at: path.member("FeedbackForwardingEmailAddress"))
        try feedbackForwardingEmailAddressIdentityARN.validate(
            at: path.member("FeedbackForwardingEmailAddressIdentityArn"))
        try defaultEmailTags.validate(at: path.member("DefaultEmailTags"))
        try defaultContent.validate(at: path.member("DefaultContent"))
        try bulkEmailEntries.validateTogether(at: path.member("BulkEmailEntries"))
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
        if let endpointID { try EndpointID.check(endpointID, at: path.member("EndpointId")) }
        if let tenantName { try TextRule.nonEmpty.check(tenantName, at: path.member("TenantName")) }
    }
}
