#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A job that reads addresses or contacts from a file.
///
/// AWS: the output of `GetImportJob`, and `ImportJobSummary`, which has less.
public struct ImportJob: Equatable, Sendable, Codable {
    /// The job's id.
    @export(implementation) public var jobID: String?
    /// What they are put in or taken from.
    @export(implementation) public var importDestination: ImportDestination?
    /// The file; nil in a list of jobs.
    @export(implementation) public var importDataSource: ImportDataSource?
    /// Why it failed; nil in a list of jobs.
    @export(implementation) public var failureInfo: JobFailureInfo?
    /// How it stands.
    @export(implementation) public var jobStatus: JobStatus?
    /// When it was created.
    @export(implementation) @WireTime public var createdTimestamp: Date?
    /// When it ended; nil in a list of jobs.
    @export(implementation) @WireTime public var completedTimestamp: Date?
    /// How many records it has worked on.
    @export(implementation) public var processedRecordsCount: Int?
    /// How many of them failed.
    @export(implementation) public var failedRecordsCount: Int?

    /// Creates a job.
    ///
    /// - Parameters:
    ///   - jobID: The job's id.
    ///   - importDestination: What they are put in or taken from.
    ///   - importDataSource: The file; nil in a list of jobs.
    ///   - failureInfo: Why it failed; nil in a list of jobs.
    ///   - jobStatus: How it stands.
    ///   - createdTimestamp: When it was created.
    ///   - completedTimestamp: When it ended; nil in a list of jobs.
    ///   - processedRecordsCount: How many records it has worked on.
    ///   - failedRecordsCount: How many of them failed.
    public init(
        jobID: String? = nil, importDestination: ImportDestination? = nil, importDataSource: ImportDataSource? = nil,
        failureInfo: JobFailureInfo? = nil, jobStatus: JobStatus? = nil, createdTimestamp: Date? = nil,
        completedTimestamp: Date? = nil, processedRecordsCount: Int? = nil, failedRecordsCount: Int? = nil
    ) {
        self.jobID = jobID
        self.importDestination = importDestination
        self.importDataSource = importDataSource
        self.failureInfo = failureInfo
        self.jobStatus = jobStatus
        _createdTimestamp = WireTime(wrappedValue: createdTimestamp)
        _completedTimestamp = WireTime(wrappedValue: completedTimestamp)
        self.processedRecordsCount = processedRecordsCount
        self.failedRecordsCount = failedRecordsCount
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        jobID = try container.decodeIfPresent(String.self, forKey: "JobId")
        importDestination = try container.decodeIfPresent(ImportDestination.self, forKey: "ImportDestination")
        importDataSource = try container.decodeIfPresent(ImportDataSource.self, forKey: "ImportDataSource")
        failureInfo = try container.decodeIfPresent(JobFailureInfo.self, forKey: "FailureInfo")
        jobStatus = try container.decodeIfPresent(JobStatus.self, forKey: "JobStatus")
        _createdTimestamp = try container.decode(WireTime.self, forKey: "CreatedTimestamp")
        _completedTimestamp = try container.decode(WireTime.self, forKey: "CompletedTimestamp")
        processedRecordsCount = try container.decodeIfPresent(Int.self, forKey: "ProcessedRecordsCount")
        failedRecordsCount = try container.decodeIfPresent(Int.self, forKey: "FailedRecordsCount")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(jobID, forKey: "JobId")
        try container.encodeIfPresent(importDestination, forKey: "ImportDestination")
        try container.encodeIfPresent(importDataSource, forKey: "ImportDataSource")
        try container.encodeIfPresent(failureInfo, forKey: "FailureInfo")
        try container.encodeIfPresent(jobStatus, forKey: "JobStatus")
        try container.encode(_createdTimestamp, forKey: "CreatedTimestamp")
        try container.encode(_completedTimestamp, forKey: "CompletedTimestamp")
        try container.encodeIfPresent(processedRecordsCount, forKey: "ProcessedRecordsCount")
        try container.encodeIfPresent(failedRecordsCount, forKey: "FailedRecordsCount")
    }
}
