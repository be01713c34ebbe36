#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How the mails of a campaign fared; printing it shows nothing of them.
///
/// AWS: `DomainDeliverabilityCampaign`. SES finds campaigns by itself.
public struct DomainDeliverabilityCampaign: Equatable, Sendable, Codable, SESPrivateContent {
    /// The id that SES gave it.
    @export(implementation) public var campaignID: String?
    /// Where there is a picture of the mail.
    @export(implementation) public var imageURL: String?
    /// The subject.
    @export(implementation) public var subject: String?
    /// The sender.
    @export(implementation) public var fromAddress: EmailAddress?
    /// The IP addresses it was sent from.
    @export(implementation) public var sendingIps: [String]?
    /// When a mail first came to an inbox.
    @export(implementation) @WireTime public var firstSeenDateTime: Date?
    /// When a mail last came to an inbox.
    @export(implementation) @WireTime public var lastSeenDateTime: Date?
    /// How many mails came to an inbox.
    @export(implementation) public var inboxCount: Int?
    /// How many mails came among the spam.
    @export(implementation) public var spamCount: Int?
    /// How many were opened, in percent; only where the client shows pictures.
    @export(implementation) public var readRate: Double?
    /// How many were deleted unopened, in percent; only where the client shows pictures.
    @export(implementation) public var deleteRate: Double?
    /// How many were opened and deleted, in percent; only where the client shows pictures.
    @export(implementation) public var readDeleteRate: Double?
    /// How many recipients it is reckoned to have had.
    @export(implementation) public var projectedVolume: Int?
    /// The providers it went to.
    @export(implementation) public var esps: [String]?

    /// Creates a campaign.
    ///
    /// - Parameters:
    ///   - campaignID: The id that SES gave it.
    ///   - imageURL: Where there is a picture of the mail.
    ///   - subject: The subject.
    ///   - fromAddress: The sender.
    ///   - sendingIps: The IP addresses it was sent from.
    ///   - firstSeenDateTime: When a mail first came to an inbox.
    ///   - lastSeenDateTime: When a mail last came to an inbox.
    ///   - inboxCount: How many mails came to an inbox.
    ///   - spamCount: How many mails came among the spam.
    ///   - readRate: How many were opened, in percent; only where the client shows pictures.
    ///   - deleteRate: How many were deleted unopened, in percent; only where the client shows pictures.
    ///   - readDeleteRate: How many were opened and deleted, in percent; only where the client shows pictures.
    ///   - projectedVolume: How many recipients it is reckoned to have had.
    ///   - esps: The providers it went to.
    public init(
        campaignID: String? = nil, imageURL: String? = nil, subject: String? = nil, fromAddress: EmailAddress? = nil,
        sendingIps: [String]? = nil, firstSeenDateTime: Date? = nil, lastSeenDateTime: Date? = nil,
        inboxCount: Int? = nil, spamCount: Int? = nil, readRate: Double? = nil, deleteRate: Double? = nil,
        readDeleteRate: Double? = nil, projectedVolume: Int? = nil, esps: [String]? = nil
    ) {
        self.campaignID = campaignID
        self.imageURL = imageURL
        self.subject = subject
        self.fromAddress = fromAddress
        self.sendingIps = sendingIps
        _firstSeenDateTime = WireTime(wrappedValue: firstSeenDateTime)
        _lastSeenDateTime = WireTime(wrappedValue: lastSeenDateTime)
        self.inboxCount = inboxCount
        self.spamCount = spamCount
        self.readRate = readRate
        self.deleteRate = deleteRate
        self.readDeleteRate = readDeleteRate
        self.projectedVolume = projectedVolume
        self.esps = esps
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        campaignID = try container.decodeIfPresent(String.self, forKey: "CampaignId")
        imageURL = try container.decodeIfPresent(String.self, forKey: "ImageUrl")
        subject = try container.decodeIfPresent(String.self, forKey: "Subject")
        fromAddress = try container.decodeIfPresent(EmailAddress.self, forKey: "FromAddress")
        sendingIps = try container.decodeIfPresent([String].self, forKey: "SendingIps")
        _firstSeenDateTime = try container.decode(WireTime.self, forKey: "FirstSeenDateTime")
        _lastSeenDateTime = try container.decode(WireTime.self, forKey: "LastSeenDateTime")
        inboxCount = try container.decodeIfPresent(Int.self, forKey: "InboxCount")
        spamCount = try container.decodeIfPresent(Int.self, forKey: "SpamCount")
        readRate = try container.decodeIfPresent(Double.self, forKey: "ReadRate")
        deleteRate = try container.decodeIfPresent(Double.self, forKey: "DeleteRate")
        readDeleteRate = try container.decodeIfPresent(Double.self, forKey: "ReadDeleteRate")
        projectedVolume = try container.decodeIfPresent(Int.self, forKey: "ProjectedVolume")
        esps = try container.decodeIfPresent([String].self, forKey: "Esps")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(campaignID, forKey: "CampaignId")
        try container.encodeIfPresent(imageURL, forKey: "ImageUrl")
        try container.encodeIfPresent(subject, forKey: "Subject")
        try container.encodeIfPresent(fromAddress, forKey: "FromAddress")
        try container.encodeIfPresent(sendingIps, forKey: "SendingIps")
        try container.encode(_firstSeenDateTime, forKey: "FirstSeenDateTime")
        try container.encode(_lastSeenDateTime, forKey: "LastSeenDateTime")
        try container.encodeIfPresent(inboxCount, forKey: "InboxCount")
        try container.encodeIfPresent(spamCount, forKey: "SpamCount")
        try container.encodeIfPresent(readRate, forKey: "ReadRate")
        try container.encodeIfPresent(deleteRate, forKey: "DeleteRate")
        try container.encodeIfPresent(readDeleteRate, forKey: "ReadDeleteRate")
        try container.encodeIfPresent(projectedVolume, forKey: "ProjectedVolume")
        try container.encodeIfPresent(esps, forKey: "Esps")
    }
}
