public import SESValues

/// Starts to read addresses or contacts from a file.
///
/// AWS: `CreateImportJob`.
public struct CreateImportJob: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/import-jobs") }
    /// False: a second call starts a second job.
    @export(implementation) public static var isIdempotent: Bool { false }

    /// What they are put in or taken from.
    @export(implementation) public var importDestination: ImportDestination
    /// The file.
    @export(implementation) public var importDataSource: ImportDataSource

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - importDestination: What they are put in or taken from.
    ///   - importDataSource: The file.
    @export(implementation) public init(importDestination: ImportDestination, importDataSource: ImportDataSource) {
        self.importDestination = importDestination
        self.importDataSource = importDataSource
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        importDestination = try container.decode(ImportDestination.self, forKey: "ImportDestination")
        importDataSource = try container.decode(ImportDataSource.self, forKey: "ImportDataSource")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(importDestination, forKey: "ImportDestination")
        try container.encode(importDataSource, forKey: "ImportDataSource")
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

    /// Checks the destination and the file's URL.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try importDestination.validate(at: path.member("ImportDestination"))
        try importDataSource.validate(at: path.member("ImportDataSource"))
    }

    /// The job's id: without it nobody can ask for the job.
    public static func missingMember(of output: Output) -> String? { output.jobID.isEmpty ? "JobId" : nil }
}

/// Reads how an import stands.
///
/// AWS: `GetImportJob`.
public struct GetImportJob: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.get, "/v2/email/import-jobs/{JobId}") }
    /// The job.
    public typealias Output = ImportJob

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

/// Lists the account's imports in a region.
///
/// AWS: `ListImportJobs`.
public struct ListImportJobs: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/import-jobs/list") }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// Only jobs that change this kind of thing.
    @export(implementation) public var importDestinationType: ImportDestinationType?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many jobs a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - importDestinationType: Only jobs that change this kind of thing.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many jobs a page has at most.
    @export(implementation) public init(
        importDestinationType: ImportDestinationType? = nil, nextToken: String? = nil, pageSize: Int? = nil
    ) {
        self.importDestinationType = importDestinationType
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        importDestinationType = try container.decodeIfPresent(
            ImportDestinationType.self, forKey: "ImportDestinationType")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(importDestinationType, forKey: "ImportDestinationType")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of jobs.
    public struct Output: Codable, Equatable, Sendable {
        /// The jobs.
        @export(implementation) public var importJobs: [ImportJob]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - importJobs: The jobs.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(importJobs: [ImportJob]? = nil, nextToken: String? = nil) {
            self.importJobs = importJobs
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            importJobs = try container.decodeIfPresent([ImportJob].self, forKey: "ImportJobs")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(importJobs, forKey: "ImportJobs")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The jobs on a page.
    public static func elements(of output: Output) -> [ImportJob] { output.importJobs ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
