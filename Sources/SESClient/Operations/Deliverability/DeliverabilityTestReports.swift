public import SESCore

/// Starts a test of where a mail would end up: SES sends it to mailboxes of its own at the big providers.
///
/// AWS: `CreateDeliverabilityTestReport`.
public struct CreateDeliverabilityTestReport: SESOperation, Hashable, SESPrivateContent {
    /// Where the input goes.
    public static let http = HTTPBinding(.post, "/v2/email/deliverability-dashboard/test")
    /// False: a second call starts a second test.
    public static let isIdempotent = false

    /// The test's name.
    public var reportName: String?
    /// The sender.
    public var fromEmailAddress: EmailAddress
    /// The mail.
    public var content: EmailContent
    /// The test's tags.
    public var tags: [ResourceTag]?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - reportName: The test's name.
    ///   - fromEmailAddress: The sender.
    ///   - content: The mail.
    ///   - tags: The test's tags.
    public init(
        reportName: String? = nil, fromEmailAddress: EmailAddress, content: EmailContent, tags: [ResourceTag]? = nil
    ) {
        self.reportName = reportName
        self.fromEmailAddress = fromEmailAddress
        self.content = content
        self.tags = tags
    }

    private enum CodingKeys: String, CodingKey {
        case reportName = "ReportName"
        case fromEmailAddress = "FromEmailAddress"
        case content = "Content"
        case tags = "Tags"
    }

    /// The test's id and status.
    public struct Output: Codable, Hashable, Sendable {
        /// The test's id.
        @WireDefaulted public var reportID: String
        /// How it stands.
        public var deliverabilityTestStatus: DeliverabilityTestStatus?

        /// Creates an output.
        ///
        /// - Parameters:
        ///   - reportID: The test's id.
        ///   - deliverabilityTestStatus: How it stands.
        public init(reportID: String, deliverabilityTestStatus: DeliverabilityTestStatus? = nil) {
            _reportID = WireDefaulted(wrappedValue: reportID)
            self.deliverabilityTestStatus = deliverabilityTestStatus
        }

        private enum CodingKeys: String, CodingKey {
            case reportID = "ReportId"
            case deliverabilityTestStatus = "DeliverabilityTestStatus"
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
public struct GetDeliverabilityTestReport: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.get, "/v2/email/deliverability-dashboard/test-reports/{ReportId}")

    /// The test's id.
    public var reportID: String

    /// Creates the input.
    ///
    /// - Parameter reportID: The test's id.
    public init(reportID: String) {
        self.reportID = reportID
    }

    private enum CodingKeys: String, CodingKey {
        case reportID = "ReportId"
    }

    /// The result of a test; printing it shows nothing of the mail.
    public struct Output: Codable, Hashable, Sendable, SESPrivateContent {
        /// The test.
        public var deliverabilityTestReport: DeliverabilityTestReport?
        /// Where the mails ended up.
        public var overallPlacement: PlacementStatistics?
        /// The same by provider.
        public var ispPlacements: [IspPlacement]?
        /// The mail.
        public var message: String?
        /// The test's tags.
        public var tags: [ResourceTag]?

        /// Creates an output.
        ///
        /// - Parameters:
        ///   - deliverabilityTestReport: The test.
        ///   - overallPlacement: Where the mails ended up.
        ///   - ispPlacements: The same by provider.
        ///   - message: The mail.
        ///   - tags: The test's tags.
        public init(
            deliverabilityTestReport: DeliverabilityTestReport? = nil, overallPlacement: PlacementStatistics? = nil,
            ispPlacements: [IspPlacement]? = nil, message: String? = nil, tags: [ResourceTag]? = nil
        ) {
            self.deliverabilityTestReport = deliverabilityTestReport
            self.overallPlacement = overallPlacement
            self.ispPlacements = ispPlacements
            self.message = message
            self.tags = tags
        }

        private enum CodingKeys: String, CodingKey {
            case deliverabilityTestReport = "DeliverabilityTestReport"
            case overallPlacement = "OverallPlacement"
            case ispPlacements = "IspPlacements"
            case message = "Message"
            case tags = "Tags"
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
public struct ListDeliverabilityTestReports: PagedOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(
        .get, "/v2/email/deliverability-dashboard/test-reports", query: ["NextToken", "PageSize"])

    /// Where the page begins.
    public var nextToken: String?
    /// How many tests a page has at most.
    public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many tests a page has at most.
    public init(nextToken: String? = nil, pageSize: Int? = nil) {
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    private enum CodingKeys: String, CodingKey {
        case nextToken = "NextToken"
        case pageSize = "PageSize"
    }

    /// One page of tests.
    public struct Output: Codable, Hashable, Sendable {
        /// The tests.
        public var deliverabilityTestReports: [DeliverabilityTestReport]?
        /// Where the next page begins.
        public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - deliverabilityTestReports: The tests.
        ///   - nextToken: Where the next page begins.
        public init(deliverabilityTestReports: [DeliverabilityTestReport]? = nil, nextToken: String? = nil) {
            self.deliverabilityTestReports = deliverabilityTestReports
            self.nextToken = nextToken
        }

        private enum CodingKeys: String, CodingKey {
            case deliverabilityTestReports = "DeliverabilityTestReports"
            case nextToken = "NextToken"
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
