#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Where the mails of a domain ended up, all in all and by day.
///
/// AWS: the output of `GetDomainStatisticsReport`.
public struct DomainStatisticsReport: Equatable, Sendable, Codable {
    /// All days together.
    @export(implementation) public var overallVolume: OverallVolume?
    /// Each day.
    @export(implementation) public var dailyVolumes: [DailyVolume]?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - overallVolume: All days together.
    ///   - dailyVolumes: Each day.
    @export(implementation) public init(overallVolume: OverallVolume? = nil, dailyVolumes: [DailyVolume]? = nil) {
        self.overallVolume = overallVolume
        self.dailyVolumes = dailyVolumes
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        overallVolume = try container.decodeIfPresent(OverallVolume.self, forKey: "OverallVolume")
        dailyVolumes = try container.decodeIfPresent([DailyVolume].self, forKey: "DailyVolumes")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(overallVolume, forKey: "OverallVolume")
        try container.encodeIfPresent(dailyVolumes, forKey: "DailyVolumes")
    }
}

/// Where the mails of a domain ended up.
///
/// AWS: `OverallVolume`.
public struct OverallVolume: Equatable, Sendable, Codable {
    /// The numbers of mails.
    @export(implementation) public var volumeStatistics: VolumeStatistics?
    /// How many were read, in percent.
    @export(implementation) public var readRatePercent: Double?
    /// The same by provider.
    @export(implementation) public var domainIspPlacements: [DomainIspPlacement]?

    /// Creates a volume.
    ///
    /// - Parameters:
    ///   - volumeStatistics: The numbers of mails.
    ///   - readRatePercent: How many were read, in percent.
    ///   - domainIspPlacements: The same by provider.
    @export(implementation) public init(
        volumeStatistics: VolumeStatistics? = nil, readRatePercent: Double? = nil,
        domainIspPlacements: [DomainIspPlacement]? = nil
    ) {
        self.volumeStatistics = volumeStatistics
        self.readRatePercent = readRatePercent
        self.domainIspPlacements = domainIspPlacements
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        volumeStatistics = try container.decodeIfPresent(VolumeStatistics.self, forKey: "VolumeStatistics")
        readRatePercent = try container.decodeIfPresent(Double.self, forKey: "ReadRatePercent")
        domainIspPlacements = try container.decodeIfPresent([DomainIspPlacement].self, forKey: "DomainIspPlacements")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(volumeStatistics, forKey: "VolumeStatistics")
        try container.encodeIfPresent(readRatePercent, forKey: "ReadRatePercent")
        try container.encodeIfPresent(domainIspPlacements, forKey: "DomainIspPlacements")
    }
}

/// Where the mails of a domain ended up on one day.
///
/// AWS: `DailyVolume`.
public struct DailyVolume: Equatable, Sendable, Codable {
    /// The day.
    @export(implementation) @WireTime public var startDate: Date?
    /// The numbers of mails.
    @export(implementation) public var volumeStatistics: VolumeStatistics?
    /// The same by provider.
    @export(implementation) public var domainIspPlacements: [DomainIspPlacement]?

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

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        volumeStatistics = try container.decodeIfPresent(VolumeStatistics.self, forKey: "VolumeStatistics")
        domainIspPlacements = try container.decodeIfPresent([DomainIspPlacement].self, forKey: "DomainIspPlacements")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_startDate, forKey: "StartDate")
        try container.encodeIfPresent(volumeStatistics, forKey: "VolumeStatistics")
        try container.encodeIfPresent(domainIspPlacements, forKey: "DomainIspPlacements")
    }
}

/// How many mails ended up where.
///
/// AWS: `VolumeStatistics`.
public struct VolumeStatistics: Equatable, Sendable, Codable {
    /// Mails in the inbox.
    @export(implementation) public var inboxRawCount: Int?
    /// Mails among the spam.
    @export(implementation) public var spamRawCount: Int?
    /// What SES reckons will come to the inbox.
    @export(implementation) public var projectedInbox: Int?
    /// What SES reckons will come among the spam.
    @export(implementation) public var projectedSpam: Int?

    /// Creates statistics.
    ///
    /// - Parameters:
    ///   - inboxRawCount: Mails in the inbox.
    ///   - spamRawCount: Mails among the spam.
    ///   - projectedInbox: What SES reckons will come to the inbox.
    ///   - projectedSpam: What SES reckons will come among the spam.
    @export(implementation) public init(
        inboxRawCount: Int? = nil, spamRawCount: Int? = nil, projectedInbox: Int? = nil, projectedSpam: Int? = nil
    ) {
        self.inboxRawCount = inboxRawCount
        self.spamRawCount = spamRawCount
        self.projectedInbox = projectedInbox
        self.projectedSpam = projectedSpam
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        inboxRawCount = try container.decodeIfPresent(Int.self, forKey: "InboxRawCount")
        spamRawCount = try container.decodeIfPresent(Int.self, forKey: "SpamRawCount")
        projectedInbox = try container.decodeIfPresent(Int.self, forKey: "ProjectedInbox")
        projectedSpam = try container.decodeIfPresent(Int.self, forKey: "ProjectedSpam")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(inboxRawCount, forKey: "InboxRawCount")
        try container.encodeIfPresent(spamRawCount, forKey: "SpamRawCount")
        try container.encodeIfPresent(projectedInbox, forKey: "ProjectedInbox")
        try container.encodeIfPresent(projectedSpam, forKey: "ProjectedSpam")
    }
}

/// Where the mails of a domain ended up at one provider.
///
/// AWS: `DomainIspPlacement`.
public struct DomainIspPlacement: Equatable, Sendable, Codable {
    /// The provider.
    @export(implementation) public var ispName: String?
    /// Mails in the inbox.
    @export(implementation) public var inboxRawCount: Int?
    /// Mails among the spam.
    @export(implementation) public var spamRawCount: Int?
    /// The share in the inbox, in percent.
    @export(implementation) public var inboxPercentage: Double?
    /// The share among the spam, in percent.
    @export(implementation) public var spamPercentage: Double?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - ispName: The provider.
    ///   - inboxRawCount: Mails in the inbox.
    ///   - spamRawCount: Mails among the spam.
    ///   - inboxPercentage: The share in the inbox, in percent.
    ///   - spamPercentage: The share among the spam, in percent.
    @export(implementation) public init(
        ispName: String? = nil, inboxRawCount: Int? = nil, spamRawCount: Int? = nil, inboxPercentage: Double? = nil,
        spamPercentage: Double? = nil
    ) {
        self.ispName = ispName
        self.inboxRawCount = inboxRawCount
        self.spamRawCount = spamRawCount
        self.inboxPercentage = inboxPercentage
        self.spamPercentage = spamPercentage
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        ispName = try container.decodeIfPresent(String.self, forKey: "IspName")
        inboxRawCount = try container.decodeIfPresent(Int.self, forKey: "InboxRawCount")
        spamRawCount = try container.decodeIfPresent(Int.self, forKey: "SpamRawCount")
        inboxPercentage = try container.decodeIfPresent(Double.self, forKey: "InboxPercentage")
        spamPercentage = try container.decodeIfPresent(Double.self, forKey: "SpamPercentage")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(ispName, forKey: "IspName")
        try container.encodeIfPresent(inboxRawCount, forKey: "InboxRawCount")
        try container.encodeIfPresent(spamRawCount, forKey: "SpamRawCount")
        try container.encodeIfPresent(inboxPercentage, forKey: "InboxPercentage")
        try container.encodeIfPresent(spamPercentage, forKey: "SpamPercentage")
    }
}
