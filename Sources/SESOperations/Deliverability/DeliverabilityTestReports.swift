public import SESValues

/// Starts a test of where a mail would end up: SES sends it to mailboxes of its own at the big providers.
///
/// AWS: `CreateDeliverabilityTestReport`.
public struct CreateDeliverabilityTestReport: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/deliverability-dashboard/test")
    }
    /// False: a second call starts a second test.
    @export(implementation) public static var isIdempotent: Bool { false }

    /// The test's name.
    @export(implementation) public var reportName: String?
    /// The sender.
    @export(implementation) public var fromEmailAddress: EmailAddress
    /// The mail.
    @export(implementation) public var content: EmailContent
    /// The test's tags.
    @export(implementation) public var tags: [ResourceTag]?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - reportName: The test's name.
    ///   - fromEmailAddress: The sender.
    ///   - content: The mail.
    ///   - tags: The test's tags.
    @export(implementation) public init(
        reportName: String? = nil, fromEmailAddress: EmailAddress, content: EmailContent, tags: [ResourceTag]? = nil
    ) {
        self.reportName = reportName
        self.fromEmailAddress = fromEmailAddress
        self.content = content
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        reportName = try container.decodeIfPresent(String.self, forKey: "ReportName")
        fromEmailAddress = try container.decode(EmailAddress.self, forKey: "FromEmailAddress")
        content = try container.decode(EmailContent.self, forKey: "Content")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(reportName, forKey: "ReportName")
        try container.encode(fromEmailAddress, forKey: "FromEmailAddress")
        try container.encode(content, forKey: "Content")
        try container.encodeIfPresent(tags, forKey: "Tags")
    }

    /// The test's id and status.
    public struct Output: Codable, Equatable, Sendable {
        /// The test's id.
        @export(implementation) @WireDefaulted public var reportID: String
        /// How it stands.
        @export(implementation) public var deliverabilityTestStatus: DeliverabilityTestStatus?

        /// Creates an output.
        ///
        /// - Parameters:
        ///   - reportID: The test's id.
        ///   - deliverabilityTestStatus: How it stands.
        public init(reportID: String, deliverabilityTestStatus: DeliverabilityTestStatus? = nil) {
            _reportID = WireDefaulted(wrappedValue: reportID)
            self.deliverabilityTestStatus = deliverabilityTestStatus
        }

        /// Decodes AWS's JSON form.
        public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            _reportID = try container.decode(WireDefaulted<String>.self, forKey: "ReportId")
            deliverabilityTestStatus = try container.decodeIfPresent(
                DeliverabilityTestStatus.self, forKey: "DeliverabilityTestStatus")
        }

        /// Encodes AWS's JSON form.
        public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encode(_reportID, forKey: "ReportId")
            try container.encodeIfPresent(deliverabilityTestStatus, forKey: "DeliverabilityTestStatus")
        }
    }

    /// Checks the sender, the mail and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try fromEmailAddress.validate(at: path.member("FromEmailAddress"))
        try content.validate(at: path.member("Content"))
        try tags?.validateTogether(at: path.member("Tags"))
    }

    /// The test's id: without it nobody can ask for the result.
    public static func missingMember(of output: Output) -> String? { output.reportID.isEmpty ? "ReportId" : nil }
}

/// Reads the result of a test.
///
/// AWS: `GetDeliverabilityTestReport`.
public struct GetDeliverabilityTestReport: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/deliverability-dashboard/test-reports/{ReportId}")
    }

    /// The test's id.
    @export(implementation) public var reportID: String

    /// Creates the input.
    ///
    /// - Parameter reportID: The test's id.
    @export(implementation) public init(reportID: String) {
        self.reportID = reportID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        reportID = try container.decode(String.self, forKey: "ReportId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(reportID, forKey: "ReportId")
    }

    /// The result of a test; printing it shows nothing of the mail.
    public struct Output: Codable, Equatable, Sendable, SESPrivateContent {
        /// The test.
        @export(implementation) public var deliverabilityTestReport: DeliverabilityTestReport?
        /// Where the mails ended up.
        @export(implementation) public var overallPlacement: PlacementStatistics?
        /// The same by provider.
        @export(implementation) public var ispPlacements: [IspPlacement]?
        /// The mail.
        @export(implementation) public var message: String?
        /// The test's tags.
        @export(implementation) public var tags: [ResourceTag]?

        /// Creates an output.
        ///
        /// - Parameters:
        ///   - deliverabilityTestReport: The test.
        ///   - overallPlacement: Where the mails ended up.
        ///   - ispPlacements: The same by provider.
        ///   - message: The mail.
        ///   - tags: The test's tags.
        @export(implementation) public init(
            deliverabilityTestReport: DeliverabilityTestReport? = nil, overallPlacement: PlacementStatistics? = nil,
            ispPlacements: [IspPlacement]? = nil, message: String? = nil, tags: [ResourceTag]? = nil
        ) {
            self.deliverabilityTestReport = deliverabilityTestReport
            self.overallPlacement = overallPlacement
            self.ispPlacements = ispPlacements
            self.message = message
            self.tags = tags
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            deliverabilityTestReport = try container.decodeIfPresent(
                DeliverabilityTestReport.self, forKey: "DeliverabilityTestReport")
            overallPlacement = try container.decodeIfPresent(PlacementStatistics.self, forKey: "OverallPlacement")
            ispPlacements = try container.decodeIfPresent([IspPlacement].self, forKey: "IspPlacements")
            message = try container.decodeIfPresent(String.self, forKey: "Message")
            tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(deliverabilityTestReport, forKey: "DeliverabilityTestReport")
            try container.encodeIfPresent(overallPlacement, forKey: "OverallPlacement")
            try container.encodeIfPresent(ispPlacements, forKey: "IspPlacements")
            try container.encodeIfPresent(message, forKey: "Message")
            try container.encodeIfPresent(tags, forKey: "Tags")
        }
    }

    /// Checks that the id is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(reportID, at: path.member("ReportId"))
    }
}

/// Lists the account's tests in a region.
///
/// AWS: `ListDeliverabilityTestReports`.
public struct ListDeliverabilityTestReports: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/deliverability-dashboard/test-reports", query: ["NextToken", "PageSize"])
    }

    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many tests a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many tests a page has at most.
    @export(implementation) public init(nextToken: String? = nil, pageSize: Int? = nil) {
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of tests.
    public struct Output: Codable, Equatable, Sendable {
        /// The tests.
        @export(implementation) public var deliverabilityTestReports: [DeliverabilityTestReport]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - deliverabilityTestReports: The tests.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(
            deliverabilityTestReports: [DeliverabilityTestReport]? = nil, nextToken: String? = nil
        ) {
            self.deliverabilityTestReports = deliverabilityTestReports
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            deliverabilityTestReports = try container.decodeIfPresent(
                [DeliverabilityTestReport].self, forKey: "DeliverabilityTestReports")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(deliverabilityTestReports, forKey: "DeliverabilityTestReports")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size (0 to 1000).
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, atLeast: 0, atMost: 1000, at: path)
    }

    /// The tests on a page.
    public static func elements(of output: Output) -> [DeliverabilityTestReport] {
        output.deliverabilityTestReports ?? []
    }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
