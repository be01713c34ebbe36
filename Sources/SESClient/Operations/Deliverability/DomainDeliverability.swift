public import SESCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Reads how the mails of a campaign fared.
///
/// AWS: `GetDomainDeliverabilityCampaign`.
public struct GetDomainDeliverabilityCampaign: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(.get, "/v2/email/deliverability-dashboard/campaigns/{CampaignId}")

    /// The id that SES gave the campaign.
    public var campaignID: String

    /// Creates the input.
    ///
    /// - Parameter campaignID: The id that SES gave the campaign.
    public init(campaignID: String) {
        self.campaignID = campaignID
    }

    private enum CodingKeys: String, CodingKey {
        case campaignID = "CampaignId"
    }

    /// The campaign.
    public struct Output: Codable, Hashable, Sendable {
        /// The campaign.
        public var domainDeliverabilityCampaign: DomainDeliverabilityCampaign?

        /// Creates an output.
        ///
        /// - Parameter domainDeliverabilityCampaign: The campaign.
        public init(domainDeliverabilityCampaign: DomainDeliverabilityCampaign? = nil) {
            self.domainDeliverabilityCampaign = domainDeliverabilityCampaign
        }

        private enum CodingKeys: String, CodingKey {
            case domainDeliverabilityCampaign = "DomainDeliverabilityCampaign"
        }
    }

    /// Checks that the id is there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(campaignID, at: path.member("CampaignId"))
    }

    /// The campaign: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? {
        output.domainDeliverabilityCampaign == nil ? "DomainDeliverabilityCampaign" : nil
    }
}

/// Lists the campaigns of a domain.
///
/// AWS: `ListDomainDeliverabilityCampaigns`.
public struct ListDomainDeliverabilityCampaigns: PagedOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(
        .get, "/v2/email/deliverability-dashboard/domains/{SubscribedDomain}/campaigns",
        query: [
            HTTPBinding.QueryMember("StartDate", isTimestamp: true),
            HTTPBinding.QueryMember("EndDate", isTimestamp: true), "NextToken", "PageSize",
        ])

    /// The first day; must be there.
    @WireTime public var startDate: Date?
    /// The last day, at most 30 days later; must be there.
    @WireTime public var endDate: Date?
    /// The domain.
    public var subscribedDomain: String
    /// Where the page begins.
    public var nextToken: String?
    /// How many campaigns a page has at most.
    public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - startDate: The first day; must be there.
    ///   - endDate: The last day, at most 30 days later; must be there.
    ///   - subscribedDomain: The domain.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many campaigns a page has at most.
    public init(
        startDate: Date, endDate: Date, subscribedDomain: String, nextToken: String? = nil, pageSize: Int? = nil
    ) {
        _startDate = WireTime(wrappedValue: startDate)
        _endDate = WireTime(wrappedValue: endDate)
        self.subscribedDomain = subscribedDomain
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    private enum CodingKeys: String, CodingKey {
        case startDate = "StartDate"
        case endDate = "EndDate"
        case subscribedDomain = "SubscribedDomain"
        case nextToken = "NextToken"
        case pageSize = "PageSize"
    }

    /// One page of campaigns.
    public struct Output: Codable, Hashable, Sendable {
        /// The campaigns.
        public var domainDeliverabilityCampaigns: [DomainDeliverabilityCampaign]?
        /// Where the next page begins.
        public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - domainDeliverabilityCampaigns: The campaigns.
        ///   - nextToken: Where the next page begins.
        public init(domainDeliverabilityCampaigns: [DomainDeliverabilityCampaign]? = nil, nextToken: String? = nil) {
            self.domainDeliverabilityCampaigns = domainDeliverabilityCampaigns
            self.nextToken = nextToken
        }

        private enum CodingKeys: String, CodingKey {
            case domainDeliverabilityCampaigns = "DomainDeliverabilityCampaigns"
            case nextToken = "NextToken"
        }
    }

    /// Checks the days, the domain, and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TimeSpan.check(startDate, endDate, atMost: 30, at: path)
        try HostName.check(domain: subscribedDomain, at: path.member("SubscribedDomain"))
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The campaigns on a page.
    public static func elements(of output: Output) -> [DomainDeliverabilityCampaign] {
        output.domainDeliverabilityCampaigns ?? []
    }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Reads where the mails of a domain ended up, by day.
///
/// AWS: `GetDomainStatisticsReport`.
public struct GetDomainStatisticsReport: SESOperation, Hashable {
    /// Where the input goes.
    public static let http = HTTPBinding(
        .get, "/v2/email/deliverability-dashboard/statistics-report/{Domain}",
        query: [
            HTTPBinding.QueryMember("StartDate", isTimestamp: true),
            HTTPBinding.QueryMember("EndDate", isTimestamp: true),
        ])
    /// The numbers.
    public typealias Output = DomainStatisticsReport

    /// The domain.
    public var domain: String
    /// The first day; must be there.
    @WireTime public var startDate: Date?
    /// The last day, at most 30 days later; must be there.
    @WireTime public var endDate: Date?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - domain: The domain.
    ///   - startDate: The first day; must be there.
    ///   - endDate: The last day, at most 30 days later; must be there.
    public init(domain: String, startDate: Date, endDate: Date) {
        self.domain = domain
        _startDate = WireTime(wrappedValue: startDate)
        _endDate = WireTime(wrappedValue: endDate)
    }

    private enum CodingKeys: String, CodingKey {
        case domain = "Domain"
        case startDate = "StartDate"
        case endDate = "EndDate"
    }

    /// Checks the days and the domain.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try HostName.check(domain: domain, at: path.member("Domain"))
        try TimeSpan.check(startDate, endDate, atMost: 30, at: path)
    }
}
