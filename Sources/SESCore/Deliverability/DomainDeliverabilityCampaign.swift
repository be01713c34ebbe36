#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How the mails of a campaign fared; printing it shows nothing of them.
///
/// AWS: `DomainDeliverabilityCampaign`. SES finds campaigns by itself.
public struct DomainDeliverabilityCampaign: Hashable, Sendable, Codable, SESPrivateContent {
    /// The id that SES gave it.
    public var campaignID: String?
    /// Where there is a picture of the mail.
    public var imageURL: String?
    /// The subject.
    public var subject: String?
    /// The sender.
    public var fromAddress: EmailAddress?
    /// The IP addresses it was sent from.
    public var sendingIps: [String]?
    /// When a mail first came to an inbox.
    @WireTime public var firstSeenDateTime: Date?
    /// When a mail last came to an inbox.
    @WireTime public var lastSeenDateTime: Date?
    /// How many mails came to an inbox.
    public var inboxCount: Int?
    /// How many mails came among the spam.
    public var spamCount: Int?
    /// How many were opened, in percent; only where the client shows pictures.
    public var readRate: Double?
    /// How many were deleted unopened, in percent; only where the client shows pictures.
    public var deleteRate: Double?
    /// How many were opened and deleted, in percent; only where the client shows pictures.
    public var readDeleteRate: Double?
    /// How many recipients it is reckoned to have had.
    public var projectedVolume: Int?
    /// The providers it went to.
    public var esps: [String]?

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

    private enum CodingKeys: String, CodingKey {
        case campaignID = "CampaignId"
        case imageURL = "ImageUrl"
        case subject = "Subject"
        case fromAddress = "FromAddress"
        case sendingIps = "SendingIps"
        case firstSeenDateTime = "FirstSeenDateTime"
        case lastSeenDateTime = "LastSeenDateTime"
        case inboxCount = "InboxCount"
        case spamCount = "SpamCount"
        case readRate = "ReadRate"
        case deleteRate = "DeleteRate"
        case readDeleteRate = "ReadDeleteRate"
        case projectedVolume = "ProjectedVolume"
        case esps = "Esps"
    }
}
