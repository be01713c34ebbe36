public import SESValues

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Reads how the mails of a campaign fared.
///
/// AWS: `GetDomainDeliverabilityCampaign`.
public struct GetDomainDeliverabilityCampaign: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/deliverability-dashboard/campaigns/{CampaignId}")
    }

    /// The id that SES gave the campaign.
    @export(implementation) public var campaignID: String

    /// Creates the input.
    ///
    /// - Parameter campaignID: The id that SES gave the campaign.
    @export(implementation) public init(campaignID: String) {
        self.campaignID = campaignID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        campaignID = try container.decode(String.self, forKey: "CampaignId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(campaignID, forKey: "CampaignId")
    }

    /// The campaign.
    public struct Output: Codable, Equatable, Sendable {
        /// The campaign.
        @export(implementation) public var domainDeliverabilityCampaign: DomainDeliverabilityCampaign?

        /// Creates an output.
        ///
        /// - Parameter domainDeliverabilityCampaign: The campaign.
        @export(implementation) public init(domainDeliverabilityCampaign: DomainDeliverabilityCampaign? = nil) {
            self.domainDeliverabilityCampaign = domainDeliverabilityCampaign
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            domainDeliverabilityCampaign = try container.decodeIfPresent(
                DomainDeliverabilityCampaign.self, forKey: "DomainDeliverabilityCampaign")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(domainDeliverabilityCampaign, forKey: "DomainDeliverabilityCampaign")
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
public struct ListDomainDeliverabilityCampaigns: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/deliverability-dashboard/domains/{SubscribedDomain}/campaigns",
            query: [
                HTTPBinding.QueryMember("StartDate", isTimestamp: true),
                HTTPBinding.QueryMember("EndDate", isTimestamp: true), "NextToken", "PageSize",
            ])
    }

    /// The first day; must be there.
    @export(implementation) @WireTime public var startDate: Date?
    /// The last day, at most 30 days later; must be there.
    @export(implementation) @WireTime public var endDate: Date?
    /// The domain.
    @export(implementation) public var subscribedDomain: String
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many campaigns a page has at most.
    @export(implementation) public var pageSize: Int?

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

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        _endDate = try container.decode(WireTime.self, forKey: "EndDate")
        subscribedDomain = try container.decode(String.self, forKey: "SubscribedDomain")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_startDate, forKey: "StartDate")
        try container.encode(_endDate, forKey: "EndDate")
        try container.encode(subscribedDomain, forKey: "SubscribedDomain")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of campaigns.
    public struct Output: Codable, Equatable, Sendable {
        /// The campaigns.
        @export(implementation) public var domainDeliverabilityCampaigns: [DomainDeliverabilityCampaign]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - domainDeliverabilityCampaigns: The campaigns.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(
            domainDeliverabilityCampaigns: [DomainDeliverabilityCampaign]? = nil, nextToken: String? = nil
        ) {
            self.domainDeliverabilityCampaigns = domainDeliverabilityCampaigns
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            domainDeliverabilityCampaigns = try container.decodeIfPresent(
                [DomainDeliverabilityCampaign].self, forKey: "DomainDeliverabilityCampaigns")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(domainDeliverabilityCampaigns, forKey: "DomainDeliverabilityCampaigns")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
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
public struct GetDomainStatisticsReport: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .get, "/v2/email/deliverability-dashboard/statistics-report/{Domain}",
            query: [
                HTTPBinding.QueryMember("StartDate", isTimestamp: true),
                HTTPBinding.QueryMember("EndDate", isTimestamp: true),
            ])
    }
    /// The numbers.
    public typealias Output = DomainStatisticsReport

    /// The domain.
    @export(implementation) public var domain: String
    /// The first day; must be there.
    @export(implementation) @WireTime public var startDate: Date?
    /// The last day, at most 30 days later; must be there.
    @export(implementation) @WireTime public var endDate: Date?

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

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        domain = try container.decode(String.self, forKey: "Domain")
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        _endDate = try container.decode(WireTime.self, forKey: "EndDate")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(domain, forKey: "Domain")
        try container.encode(_startDate, forKey: "StartDate")
        try container.encode(_endDate, forKey: "EndDate")
    }

    /// Checks the days and the domain.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try HostName.check(domain: domain, at: path.member("Domain"))
        try TimeSpan.check(startDate, endDate, atMost: 30, at: path)
    }
}
