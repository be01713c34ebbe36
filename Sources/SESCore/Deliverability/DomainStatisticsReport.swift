#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Where the mails of a domain ended up, all in all and by day.
///
/// AWS: the output of `GetDomainStatisticsReport`.
public struct DomainStatisticsReport: Hashable, Sendable, Codable {
    /// All days together.
    public var overallVolume: OverallVolume?
    /// Each day.
    public var dailyVolumes: [DailyVolume]?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - overallVolume: All days together.
    ///   - dailyVolumes: Each day.
    public init(overallVolume: OverallVolume? = nil, dailyVolumes: [DailyVolume]? = nil) {
        self.overallVolume = overallVolume
        self.dailyVolumes = dailyVolumes
    }

    private enum CodingKeys: String, CodingKey {
        case overallVolume = "OverallVolume"
        case dailyVolumes = "DailyVolumes"
    }
}

/// Where the mails of a domain ended up.
///
/// AWS: `OverallVolume`.
public struct OverallVolume: Hashable, Sendable, Codable {
    /// The numbers of mails.
    public var volumeStatistics: VolumeStatistics?
    /// How many were read, in percent.
    public var readRatePercent: Double?
    /// The same by provider.
    public var domainIspPlacements: [DomainIspPlacement]?

    /// Creates a volume.
    ///
    /// - Parameters:
    ///   - volumeStatistics: The numbers of mails.
    ///   - readRatePercent: How many were read, in percent.
    ///   - domainIspPlacements: The same by provider.
    public init(
        volumeStatistics: VolumeStatistics? = nil, readRatePercent: Double? = nil,
        domainIspPlacements: [DomainIspPlacement]? = nil
    ) {
        self.volumeStatistics = volumeStatistics
        self.readRatePercent = readRatePercent
        self.domainIspPlacements = domainIspPlacements
    }

    private enum CodingKeys: String, CodingKey {
        case volumeStatistics = "VolumeStatistics"
        case readRatePercent = "ReadRatePercent"
        case domainIspPlacements = "DomainIspPlacements"
    }
}

/// Where the mails of a domain ended up on one day.
///
/// AWS: `DailyVolume`.
public struct DailyVolume: Hashable, Sendable, Codable {
    /// The day.
    @WireTime public var startDate: Date?
    /// The numbers of mails.
    public var volumeStatistics: VolumeStatistics?
    /// The same by provider.
    public var domainIspPlacements: [DomainIspPlacement]?

    /// Creates a volume.
    ///
    /// - Parameters:
    ///   - startDate: The day.
    ///   - volumeStatistics: The numbers of mails.
    ///   - domainIspPlacements: The same by provider.
    public init(
        startDate: Date? = nil, volumeStatistics: VolumeStatistics? = nil,
        domainIspPlacements: [DomainIspPlacement]? = nil
    ) {
        _startDate = WireTime(wrappedValue: startDate)
        self.volumeStatistics = volumeStatistics
        self.domainIspPlacements = domainIspPlacements
    }

    private enum CodingKeys: String, CodingKey {
        case startDate = "StartDate"
        case volumeStatistics = "VolumeStatistics"
        case domainIspPlacements = "DomainIspPlacements"
    }
}

/// How many mails ended up where.
///
/// AWS: `VolumeStatistics`.
public struct VolumeStatistics: Hashable, Sendable, Codable {
    /// Mails in the inbox.
    public var inboxRawCount: Int?
    /// Mails among the spam.
    public var spamRawCount: Int?
    /// What SES reckons will come to the inbox.
    public var projectedInbox: Int?
    /// What SES reckons will come among the spam.
    public var projectedSpam: Int?

    /// Creates statistics.
    ///
    /// - Parameters:
    ///   - inboxRawCount: Mails in the inbox.
    ///   - spamRawCount: Mails among the spam.
    ///   - projectedInbox: What SES reckons will come to the inbox.
    ///   - projectedSpam: What SES reckons will come among the spam.
    public init(
        inboxRawCount: Int? = nil, spamRawCount: Int? = nil, projectedInbox: Int? = nil, projectedSpam: Int? = nil
    ) {
        self.inboxRawCount = inboxRawCount
        self.spamRawCount = spamRawCount
        self.projectedInbox = projectedInbox
        self.projectedSpam = projectedSpam
    }

    private enum CodingKeys: String, CodingKey {
        case inboxRawCount = "InboxRawCount"
        case spamRawCount = "SpamRawCount"
        case projectedInbox = "ProjectedInbox"
        case projectedSpam = "ProjectedSpam"
    }
}

/// Where the mails of a domain ended up at one provider.
///
/// AWS: `DomainIspPlacement`.
public struct DomainIspPlacement: Hashable, Sendable, Codable {
    /// The provider.
    public var ispName: String?
    /// Mails in the inbox.
    public var inboxRawCount: Int?
    /// Mails among the spam.
    public var spamRawCount: Int?
    /// The share in the inbox, in percent.
    public var inboxPercentage: Double?
    /// The share among the spam, in percent.
    public var spamPercentage: Double?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - ispName: The provider.
    ///   - inboxRawCount: Mails in the inbox.
    ///   - spamRawCount: Mails among the spam.
    ///   - inboxPercentage: The share in the inbox, in percent.
    ///   - spamPercentage: The share among the spam, in percent.
    public init(
        ispName: String? = nil, inboxRawCount: Int? = nil, spamRawCount: Int? = nil, inboxPercentage: Double? = nil,
        spamPercentage: Double? = nil
    ) {
        self.ispName = ispName
        self.inboxRawCount = inboxRawCount
        self.spamRawCount = spamRawCount
        self.inboxPercentage = inboxPercentage
        self.spamPercentage = spamPercentage
    }

    private enum CodingKeys: String, CodingKey {
        case ispName = "IspName"
        case inboxRawCount = "InboxRawCount"
        case spamRawCount = "SpamRawCount"
        case inboxPercentage = "InboxPercentage"
        case spamPercentage = "SpamPercentage"
    }
}
