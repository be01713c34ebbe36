#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A job that writes metrics or what happened to mails to a file.
///
/// AWS: the output of `GetExportJob`, and `ExportJobSummary`, which has less.
public struct ExportJob: Equatable, Sendable, Codable {
    /// The job's id.
    @export(implementation) public var jobID: String?
    /// What is exported.
    @export(implementation) public var exportSourceType: ExportSourceType?
    /// How it stands.
    @export(implementation) public var jobStatus: JobStatus?
    /// The file; nil in a list of jobs.
    @export(implementation) public var exportDestination: ExportDestination?
    /// What was asked for; nil in a list of jobs.
    @export(implementation) public var exportDataSource: ExportDataSource?
    /// When it was created.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// When it ended.
    @export(implementation) @WireTime public var completedTimestamp: Date?
    /// Why it failed; nil in a list of jobs.
    @export(implementation) public var failureInfo: JobFailureInfo?
    /// How many records it met; nil in a list of jobs.
    @export(implementation) public var statistics: ExportStatistics?

    /// Creates a job.
    ///
    /// - Parameters:
    ///   - jobID: The job's id.
    ///   - exportSourceType: What is exported.
    ///   - jobStatus: How it stands.
    ///   - exportDestination: The file; nil in a list of jobs.
    ///   - exportDataSource: What was asked for; nil in a list of jobs.
    ///   - createdTimestamp: When it was created.
    ///   - completedTimestamp: When it ended.
    ///   - failureInfo: Why it failed; nil in a list of jobs.
    ///   - statistics: How many records it met; nil in a list of jobs.
    public init(
        jobID: String? = nil, exportSourceType: ExportSourceType? = nil, jobStatus: JobStatus? = nil,
        exportDestination: ExportDestination? = nil, exportDataSource: ExportDataSource? = nil,
        createdTimestamp: Date? = nil, completedTimestamp: Date? = nil, failureInfo: JobFailureInfo? = nil,
        statistics: ExportStatistics? = nil
    ) {
        self.jobID = jobID
        self.exportSourceType = exportSourceType
        self.jobStatus = jobStatus
        self.exportDestination = exportDestination
        self.exportDataSource = exportDataSource
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        _completedTimestamp = WireTime(wrappedValue: completedTimestamp)
        self.failureInfo = failureInfo
        self.statistics = statistics
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        jobID = try container.decodeIfPresent(String.self, forKey: "JobId")
        exportSourceType = try container.decodeIfPresent(ExportSourceType.self, forKey: "ExportSourceType")
        jobStatus = try container.decodeIfPresent(JobStatus.self, forKey: "JobStatus")
        exportDestination = try container.decodeIfPresent(ExportDestination.self, forKey: "ExportDestination")
        exportDataSource = try container.decodeIfPresent(ExportDataSource.self, forKey: "ExportDataSource")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        _completedTimestamp = try container.decode(WireTime.self, forKey: "CompletedTimestamp")
        failureInfo = try container.decodeIfPresent(JobFailureInfo.self, forKey: "FailureInfo")
        statistics = try container.decodeIfPresent(ExportStatistics.self, forKey: "Statistics")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(jobID, forKey: "JobId")
        try container.encodeIfPresent(exportSourceType, forKey: "ExportSourceType")
        try container.encodeIfPresent(jobStatus, forKey: "JobStatus")
        try container.encodeIfPresent(exportDestination, forKey: "ExportDestination")
        try container.encodeIfPresent(exportDataSource, forKey: "ExportDataSource")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encode(_completedTimestamp, forKey: "CompletedTimestamp")
        try container.encodeIfPresent(failureInfo, forKey: "FailureInfo")
        try container.encodeIfPresent(statistics, forKey: "Statistics")
    }
}

/// What a job exports.
///
/// AWS: `ExportSourceType`.
public struct ExportSourceType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a type from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Metrics.
    @export(implementation) public static var metricsData: Self { Self(rawValue: "METRICS_DATA") }
    /// What happened to mails.
    @export(implementation) public static var messageInsights: Self { Self(rawValue: "MESSAGE_INSIGHTS") }
}

/// How many records an export met.
///
/// AWS: `ExportStatistics`.
public struct ExportStatistics: Equatable, Sendable, Codable {
    /// The records that were looked at.
    @export(implementation) public var processedRecordsCount: Int?
    /// The records that are in the file; not known for every source.
    @export(implementation) public var exportedRecordsCount: Int?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - processedRecordsCount: The records that were looked at.
    ///   - exportedRecordsCount: The records that are in the file; not known for every source.
    @export(implementation) public init(processedRecordsCount: Int? = nil, exportedRecordsCount: Int? = nil) {
        self.processedRecordsCount = processedRecordsCount
        self.exportedRecordsCount = exportedRecordsCount
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        processedRecordsCount = try container.decodeIfPresent(Int.self, forKey: "ProcessedRecordsCount")
        exportedRecordsCount = try container.decodeIfPresent(Int.self, forKey: "ExportedRecordsCount")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(processedRecordsCount, forKey: "ProcessedRecordsCount")
        try container.encodeIfPresent(exportedRecordsCount, forKey: "ExportedRecordsCount")
    }
}
