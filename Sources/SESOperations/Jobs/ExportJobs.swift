public import SESValues

/// Starts to write metrics, or what happened to mails, to a file.
///
/// AWS: `CreateExportJob`.
public struct CreateExportJob: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/export-jobs") }
    /// False: a second call starts a second job.
    @export(implementation) public static var isIdempotent: Bool { false }

    /// What is exported.
    @export(implementation) public var exportDataSource: ExportDataSource
    /// The file's form.
    @export(implementation) public var exportDestination: ExportDestination

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - exportDataSource: What is exported.
    ///   - exportDestination: The file's form.
    @export(implementation) public init(exportDataSource: ExportDataSource, exportDestination: ExportDestination) {
        self.exportDataSource = exportDataSource
        self.exportDestination = exportDestination
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        exportDataSource = try container.decode(ExportDataSource.self, forKey: "ExportDataSource")
        exportDestination = try container.decode(ExportDestination.self, forKey: "ExportDestination")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(exportDataSource, forKey: "ExportDataSource")
        try container.encode(exportDestination, forKey: "ExportDestination")
    }

    /// The job's id.
    public struct Output: Codable, Equatable, Sendable {
        /// The job's id.
        @export(implementation) @WireDefaulted public var jobID: String

        /// Creates an output.
        ///
        /// - Parameter jobID: The job's id.
        public init(jobID: String) {
            _jobID = WireDefaulted(wrappedValue: jobID)
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            _jobID = try container.decode(WireDefaulted<String>.self, forKey: "JobId")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encode(_jobID, forKey: "JobId")
        }
    }

    /// Checks what is exported, and that no place for it is given.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try exportDataSource.validate(at: path.member("ExportDataSource"))
        try exportDestination.validate(at: path.member("ExportDestination"))
    }

    /// The job's id: without it nobody can ask for the job.
    public static func missingMember(of output: Output) -> String? { output.jobID.isEmpty ? "JobId" : nil }
}

/// Reads how an export stands, and where its file is.
///
/// AWS: `GetExportJob`.
public struct GetExportJob: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.get, "/v2/email/export-jobs/{JobId}") }
    /// The job.
    public typealias Output = ExportJob

    /// The job's id.
    @export(implementation) public var jobID: String

    /// Creates the input.
    ///
    /// - Parameter jobID: The job's id.
    @export(implementation) public init(jobID: String) {
        self.jobID = jobID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        jobID = try container.decode(String.self, forKey: "JobId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(jobID, forKey: "JobId")
    }

    /// Checks that the id is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(jobID, at: path.member("JobId"))
    }
}

/// Lists the account's exports in a region.
///
/// AWS: `ListExportJobs`.
public struct ListExportJobs: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/list-export-jobs") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many jobs a page has at most.
    @export(implementation) public var pageSize: Int?
    /// Only jobs that export this.
    @export(implementation) public var exportSourceType: ExportSourceType?
    /// Only jobs of this status.
    @export(implementation) public var jobStatus: JobStatus?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many jobs a page has at most.
    ///   - exportSourceType: Only jobs that export this.
    ///   - jobStatus: Only jobs of this status.
    @export(implementation) public init(
        nextToken: String? = nil, pageSize: Int? = nil, exportSourceType: ExportSourceType? = nil,
        jobStatus: JobStatus? = nil
    ) {
        self.nextToken = nextToken
        self.pageSize = pageSize
        self.exportSourceType = exportSourceType
        self.jobStatus = jobStatus
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
        exportSourceType = try container.decodeIfPresent(ExportSourceType.self, forKey: "ExportSourceType")
        jobStatus = try container.decodeIfPresent(JobStatus.self, forKey: "JobStatus")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
        try container.encodeIfPresent(exportSourceType, forKey: "ExportSourceType")
        try container.encodeIfPresent(jobStatus, forKey: "JobStatus")
    }

    /// One page of jobs.
    public struct Output: Codable, Equatable, Sendable {
        /// The jobs.
        @export(implementation) public var exportJobs: [ExportJob]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - exportJobs: The jobs.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(exportJobs: [ExportJob]? = nil, nextToken: String? = nil) {
            self.exportJobs = exportJobs
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            exportJobs = try container.decodeIfPresent([ExportJob].self, forKey: "ExportJobs")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(exportJobs, forKey: "ExportJobs")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The jobs on a page.
    public static func elements(of output: Output) -> [ExportJob] { output.exportJobs ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Stops an export.
///
/// AWS: `CancelExportJob`.
public struct CancelExportJob: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/export-jobs/{JobId}/cancel", hasBody: false)
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The job's id.
    @export(implementation) public var jobID: String

    /// Creates the input.
    ///
    /// - Parameter jobID: The job's id.
    @export(implementation) public init(jobID: String) {
        self.jobID = jobID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        jobID = try container.decode(String.self, forKey: "JobId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(jobID, forKey: "JobId")
    }

    /// Checks that the id is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(jobID, at: path.member("JobId"))
    }
}
