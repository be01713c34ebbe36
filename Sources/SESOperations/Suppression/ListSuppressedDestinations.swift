public import SESValues

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Lists the addresses on a suppression list.
///
/// AWS: `ListSuppressedDestinations`.
public struct ListSuppressedDestinations: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/suppression/addresses",
            query: [
                "TenantName", HTTPBinding.QueryMember("Reasons", as: "Reason"),
                HTTPBinding.QueryMember("StartDate", isTimestamp: true),
                HTTPBinding.QueryMember("EndDate", isTimestamp: true), "NextToken", "PageSize",
            ])
    }

    /// The tenant whose list it is; the account's list when left out.
    @export(implementation) public var tenantName: TenantName?
    /// Only addresses that are there for one of these.
    @export(implementation) public var reasons: [SuppressionListReason]?
    /// Only addresses put there after this time.
    @export(implementation) @WireTime public var startDate: Date?
    /// Only addresses put there before this time.
    @export(implementation) @WireTime public var endDate: Date?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many addresses a page has at most.
    @export(implementation) public var pageSize: Int?

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

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
        reasons = try container.decodeIfPresent([SuppressionListReason].self, forKey: "Reasons")
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        _endDate = try container.decode(WireTime.self, forKey: "EndDate")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
        try container.encodeIfPresent(reasons, forKey: "Reasons")
        try container.encode(_startDate, forKey: "StartDate")
        try container.encode(_endDate, forKey: "EndDate")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of addresses.
    public struct Output: Codable, Equatable, Sendable {
        /// The addresses, without attributes and tenant.
        @export(implementation) public var suppressedDestinationSummaries: [SuppressedDestination]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - suppressedDestinationSummaries: The addresses, without attributes and tenant.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(
            suppressedDestinationSummaries: [SuppressedDestination]? = nil, nextToken: String? = nil
        ) {
            self.suppressedDestinationSummaries = suppressedDestinationSummaries
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            suppressedDestinationSummaries = try container.decodeIfPresent(
                [SuppressedDestination].self, forKey: "SuppressedDestinationSummaries")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(suppressedDestinationSummaries, forKey: "SuppressedDestinationSummaries")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
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
