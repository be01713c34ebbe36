public import SESValues

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension SESv2Client {
    /// Starts a test of where a mail would end up: SES sends it to mailboxes of its own at the big providers.
    ///
    /// - Parameters:
    ///   - content: The mail.
    ///   - sender: The sender.
    ///   - name: The test's name.
    ///   - tags: The test's tags.
    /// - Returns: The test's id, for ``getDeliverabilityTestReport(_:)``, and its status; a test takes a day or so.
    /// - Throws: ``SESv2Error``, `outcomeUnknown` if a test may have been started although the answer is lost.
    @export(implementation) public func createDeliverabilityTestReport(
        of content: EmailContent, from sender: EmailAddress, name: String? = nil, tags: [ResourceTag]? = nil
    ) async throws -> CreateDeliverabilityTestReport.Output {
        try await execute(
            CreateDeliverabilityTestReport(
                reportName: name, fromEmailAddress: sender, content: content, tags: tags))
    }

    /// Reads the result of a test of where a mail would end up.
    ///
    /// - Parameter id: The test's id.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such test.
    @export(implementation) public func getDeliverabilityTestReport(_ id: String) async throws
        -> GetDeliverabilityTestReport.Output
    {
        try await execute(GetDeliverabilityTestReport(reportID: id))
    }

    /// The account's tests in this region, page by page as they are read.
    ///
    /// - Parameter pageSize: How many tests one request brings at most, up to 1000.
    @export(implementation) public func listDeliverabilityTestReports(pageSize: Int? = nil) -> PagedSequence<
        ListDeliverabilityTestReports
    > {
        list(ListDeliverabilityTestReports(pageSize: pageSize))
    }

    /// Reads the account's subscription to the deliverability dashboard.
    ///
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func getDeliverabilityDashboardOptions() async throws
        -> DeliverabilityDashboardOptions
    {
        try await execute(GetDeliverabilityDashboardOptions())
    }

    /// Turns the deliverability dashboard on or off; AWS charges for it by the month.
    ///
    /// - Parameters:
    ///   - enabled: Whether it is on.
    ///   - domains: The domains it is for.
    /// - Throws: ``SESv2Error``.
    @export(implementation) public func putDeliverabilityDashboardOption(
        enabled: Bool, domains: [DomainDeliverabilityTrackingOption]? = nil
    ) async throws {
        try await execute(PutDeliverabilityDashboardOption(dashboardEnabled: enabled, subscribedDomains: domains))
    }

    /// Reads which blocklists dedicated IP addresses of the account are on.
    ///
    /// - Parameter ips: The addresses, at least one.
    /// - Returns: The listings by address.
    /// - Throws: ``SESv2Error``, `notFound` if an address isn't the account's.
    @export(implementation) public func getBlacklistReports(of ips: [String]) async throws -> [String: [BlacklistEntry]]
    {
        // An answer without one is refused.
        try await execute(GetBlacklistReports(blacklistItemNames: ips)).blacklistReport ?? [:]
    }

    /// Reads how the mails of a campaign fared.
    ///
    /// - Parameter id: The id that SES gave the campaign.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such campaign.
    @export(implementation) public func getDomainDeliverabilityCampaign(_ id: String) async throws
        -> DomainDeliverabilityCampaign
    {
        // An answer without one is refused.
        try await execute(GetDomainDeliverabilityCampaign(campaignID: id)).domainDeliverabilityCampaign
            ?? DomainDeliverabilityCampaign(campaignID: id)
    }

    /// The campaigns of a domain, page by page as they are read.
    ///
    /// - Parameters:
    ///   - domain: The domain, which must have a subscription to the deliverability dashboard.
    ///   - start: The first day.
    ///   - end: The last day, at most 30 days later.
    ///   - pageSize: How many campaigns one request brings at most.
    @export(implementation) public func listDomainDeliverabilityCampaigns(
        of domain: String, from start: Date, to end: Date, pageSize: Int? = nil
    ) -> PagedSequence<ListDomainDeliverabilityCampaigns> {
        list(
            ListDomainDeliverabilityCampaigns(
                startDate: start, endDate: end, subscribedDomain: domain, pageSize: pageSize))
    }

    /// Reads where the mails of a domain ended up, by day.
    ///
    /// - Parameters:
    ///   - domain: The domain, which must have a subscription to the deliverability dashboard.
    ///   - start: The first day.
    ///   - end: The last day, at most 30 days later.
    /// - Throws: ``SESv2Error``, `notFound` if there is no such domain.
    @export(implementation) public func getDomainStatisticsReport(
        of domain: String, from start: Date, to end: Date
    ) async throws -> DomainStatisticsReport {
        try await execute(GetDomainStatisticsReport(domain: domain, startDate: start, endDate: end))
    }
}
