public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Lists the addresses on a suppression list.
///
/// AWS: `ListSuppressedDestinations`.
public struct ListSuppressedDestinations: PagedOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(
        .get, "/v2/email/suppression/addresses",
        query: [
            "TenantName", HTTPBinding.QueryMember("Reasons", as: "Reason"),
            HTTPBinding.QueryMember("StartDate", isTimestamp: true),
            HTTPBinding.QueryMember("EndDate", isTimestamp: true), "NextToken", "PageSize",
        ])

    /// The tenant whose list it is; the account's list when left out.
    public var tenantName: TenantName?
    /// Only addresses that are there for one of these.
    public var reasons: [SuppressionListReason]?
    /// Only addresses put there after this time.
    @WireTime public var startDate: Date?
    /// Only addresses put there before this time.
    @WireTime public var endDate: Date?
    /// Where the page begins.
    public var nextToken: String?
    /// How many addresses a page has at most.
    public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - tenantName: The tenant whose list it is; the account's list when left out.
    ///   - reasons: Only addresses that are there for one of these.
    ///   - startDate: Only addresses put there after this time.
    ///   - endDate: Only addresses put there before this time.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many addresses a page has at most.
    public init(
        tenantName: TenantName? = nil, reasons: [SuppressionListReason]? = nil, startDate: Date? = nil,
        endDate: Date? = nil, nextToken: String? = nil, pageSize: Int? = nil
    ) {
        self.tenantName = tenantName
        self.reasons = reasons
        _startDate = WireTime(wrappedValue: startDate)
        _endDate = WireTime(wrappedValue: endDate)
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    private enum CodingKeys: String, CodingKey {
        case tenantName = "TenantName"
        case reasons = "Reasons"
        case startDate = "StartDate"
        case endDate = "EndDate"
        case nextToken = "NextToken"
        case pageSize = "PageSize"
    }

    /// One page of addresses.
    public struct Output: Codable, Hashable, Sendable {
        /// The addresses, without attributes and tenant.
        public var suppressedDestinationSummaries: [SuppressedDestination]?
        /// Where the next page begins.
        public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - suppressedDestinationSummaries: The addresses, without attributes and tenant.
        ///   - nextToken: Where the next page begins.
        public init(suppressedDestinationSummaries: [SuppressedDestination]? = nil, nextToken: String? = nil) {
            self.suppressedDestinationSummaries = suppressedDestinationSummaries
            self.nextToken = nextToken
        }

        private enum CodingKeys: String, CodingKey {
            case suppressedDestinationSummaries = "SuppressedDestinationSummaries"
            case nextToken = "NextToken"
        }
    }

    /// Checks the tenant's name and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try tenantName.validate(at: path.member("TenantName"))
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The addresses on a page.
    public static func elements(of output: Output) -> [SuppressedDestination] {
        output.suppressedDestinationSummaries ?? []
    }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
