import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for the deliverability dashboard")
struct DeliverabilityMethodTests {
    private static let dashboard = "/v2/email/deliverability-dashboard"
    private static let start = Date(timeIntervalSince1970: 1_700_000_000)
    private static let end = start.addingTimeInterval(30 * 86_400)
    private static let content = EmailContent.simple(subject: "Hello", text: "t")

    static let reports: [MethodCall] = [
        MethodCall(
            "POST \(dashboard)/test",
            #"{"Content":{"Simple":{"Body":{"Text":{"Charset":"UTF-8","Data":"t"}},"Subject":{"Charset":"UTF-8","Data":"Hello"}}},"FromEmailAddress":"a@example.com","ReportName":"May","Tags":[{"Key":"k","Value":"v"}]}"#,
            answer: #"{"ReportId":"r","DeliverabilityTestStatus":"IN_PROGRESS"}"#
        ) {
            let tags = [ResourceTag(key: "k", value: "v")]
            let test = try await $0.createDeliverabilityTestReport(
                of: content, from: "a@example.com", name: "May", tags: tags)
            #expect(test.reportID == "r" && test.deliverabilityTestStatus == .inProgress)
        },
        MethodCall(
            "GET \(dashboard)/test-reports/a%2Fb",
            answer:
                #"{"DeliverabilityTestReport":{"ReportId":"a/b","DeliverabilityTestStatus":"COMPLETED","CreateDate":1.7E9},"OverallPlacement":{"InboxPercentage":97.5},"IspPlacements":[{"IspName":"Gmail","PlacementStatistics":{"SpamPercentage":2}}]}"#
        ) {
            let found = try await $0.getDeliverabilityTestReport("a/b")
            let report = DeliverabilityTestReport(
                reportID: "a/b", createDate: start, deliverabilityTestStatus: .completed)
            #expect(found.deliverabilityTestReport == report)
            #expect(found.overallPlacement == PlacementStatistics(inboxPercentage: 97.5))
            let placement = IspPlacement(
                ispName: "Gmail", placementStatistics: PlacementStatistics(spamPercentage: 2))
            #expect(found.ispPlacements == [placement])
        },
        MethodCall("GET \(dashboard)/test-reports") { for try await _ in $0.listDeliverabilityTestReports() {} },
        MethodCall(
            "GET \(dashboard)/test-reports?PageSize=7", answer: #"{"DeliverabilityTestReports":[{"ReportId":"r"}]}"#
        ) {
            let found = try await $0.listDeliverabilityTestReports(pageSize: 7).reduce(into: []) {
                $0.append($1.reportID)
            }
            #expect(found == ["r"])
        },
    ]

    static let options: [MethodCall] = [
        MethodCall(
            "GET \(dashboard)",
            answer:
                #"{"DashboardEnabled":true,"AccountStatus":"ACTIVE","ActiveSubscribedDomains":[{"Domain":"example.com","SubscriptionStartDate":1.7E9}]}"#
        ) {
            let found = try await $0.getDeliverabilityDashboardOptions()
            let domain = DomainDeliverabilityTrackingOption(domain: "example.com", subscriptionStartDate: start)
            #expect(found.dashboardEnabled && found.accountStatus == .active)
            #expect(found.activeSubscribedDomains == [domain])
        },
        MethodCall("GET \(dashboard)", answer: "{}") {
            let found = try await $0.getDeliverabilityDashboardOptions()
            #expect(!found.dashboardEnabled)
        },
        MethodCall("PUT \(dashboard)", #"{"DashboardEnabled":false}"#) {
            try await $0.putDeliverabilityDashboardOption(enabled: false)
        },
        MethodCall(
            "PUT \(dashboard)",
            #"{"DashboardEnabled":true,"SubscribedDomains":[{"Domain":"example.com","InboxPlacementTrackingOption":{"Global":true,"TrackedIsps":["Gmail"]}}]}"#
        ) {
            let tracking = InboxPlacementTrackingOption(global: true, trackedIsps: ["Gmail"])
            try await $0.putDeliverabilityDashboardOption(
                enabled: true,
                domains: [
                    DomainDeliverabilityTrackingOption(domain: "example.com", inboxPlacementTrackingOption: tracking)
                ])
        },
        MethodCall(
            "GET \(dashboard)/blacklist-report?BlacklistItemNames=192.0.2.1&BlacklistItemNames=192.0.2.2",
            answer: #"{"BlacklistReport":{"192.0.2.1":[{"RblName":"a list","ListingTime":1.7E9}],"192.0.2.2":[]}}"#
        ) {
            let found = try await $0.getBlacklistReports(of: ["192.0.2.1", "192.0.2.2"])
            #expect(
                found == ["192.0.2.1": [BlacklistEntry(rblName: "a list", listingTime: start)], "192.0.2.2": []])
        },
    ]

    private static let days = "StartDate=2023-11-14T22%3A13%3A20Z&EndDate=2023-12-14T22%3A13%3A20Z"

    static let domains: [MethodCall] = [
        MethodCall(
            "GET \(dashboard)/campaigns/c",
            answer: #"{"DomainDeliverabilityCampaign":{"CampaignId":"c","FirstSeenDateTime":1.7E9,"ReadRate":12.5}}"#
        ) {
            let found = try await $0.getDomainDeliverabilityCampaign("c")
            #expect(
                found == DomainDeliverabilityCampaign(campaignID: "c", firstSeenDateTime: start, readRate: 12.5))
        },
        MethodCall(
            "GET \(dashboard)/domains/example.com/campaigns?\(days)&PageSize=7",
            answer: #"{"DomainDeliverabilityCampaigns":[{"CampaignId":"c"}]}"#
        ) {
            let found = try await $0.listDomainDeliverabilityCampaigns(
                of: "example.com", from: start, to: end, pageSize: 7
            ).reduce(into: []) { $0.append($1.campaignID) }
            #expect(found == ["c"])
        },
        MethodCall(
            "GET \(dashboard)/statistics-report/example.com?\(days)",
            answer:
                #"{"OverallVolume":{"ReadRatePercent":1.5},"DailyVolumes":[{"StartDate":1.7E9,"VolumeStatistics":{"InboxRawCount":3},"DomainIspPlacements":[{"IspName":"Gmail","SpamRawCount":1}]}]}"#
        ) {
            let found = try await $0.getDomainStatisticsReport(of: "example.com", from: start, to: end)
            let day = DailyVolume(
                startDate: start, volumeStatistics: VolumeStatistics(inboxRawCount: 3),
                domainIspPlacements: [DomainIspPlacement(ispName: "Gmail", spamRawCount: 1)])
            #expect(found.overallVolume == OverallVolume(readRatePercent: 1.5))
            #expect(found.dailyVolumes == [day])
        },
    ]

    @Test("each sends AWS's request and no more", arguments: reports + options + domains)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let domainRule = "must be a domain name, beyond ASCII in Punycode"
    private static let dayRule = "must be at most 30 days after StartDate"

    private static func campaigns(
        of domain: String = "example.com", to end: Date = end, pageSize: Int? = nil
    ) -> ListDomainDeliverabilityCampaigns {
        ListDomainDeliverabilityCampaigns(
            startDate: start, endDate: end, subscribedDomain: domain, pageSize: pageSize)
    }

    private static func statistics(of domain: String = "example.com", to end: Date = end) -> GetDomainStatisticsReport {
        GetDomainStatisticsReport(domain: domain, startDate: start, endDate: end)
    }

    static let broken: [BrokenInput] = [
        BrokenInput(
            CreateDeliverabilityTestReport(fromEmailAddress: "", content: content), "FromEmailAddress",
            "cannot be empty"),
        BrokenInput(
            CreateDeliverabilityTestReport(fromEmailAddress: "a@example.com", content: EmailContent()), "Content",
            "must hold exactly one of Simple, Raw and Template"),
        BrokenInput(
            CreateDeliverabilityTestReport(
                fromEmailAddress: "a@example.com", content: content, tags: [ResourceTag(key: "", value: "")]),
            "Tags[0].Key", "cannot be empty"),
        BrokenInput(GetDeliverabilityTestReport(reportID: ""), "ReportId", "cannot be empty"),
        BrokenInput(ListDeliverabilityTestReports(pageSize: -1), "PageSize", "must be 0 to 1000"),
        BrokenInput(ListDeliverabilityTestReports(pageSize: 1001), "PageSize", "must be 0 to 1000"),
        BrokenInput(
            PutDeliverabilityDashboardOption(dashboardEnabled: true, subscribedDomains: [.init(domain: "a b")]),
            "SubscribedDomains[0].Domain", domainRule),
        BrokenInput(GetBlacklistReports(blacklistItemNames: []), "BlacklistItemNames", "cannot be empty"),
        BrokenInput(
            GetBlacklistReports(blacklistItemNames: ["192.0.2.1", "host"]), "BlacklistItemNames[1]",
            "must contain only hexadecimal digits, '.' and ':'"),
        BrokenInput(GetDomainDeliverabilityCampaign(campaignID: ""), "CampaignId", "cannot be empty"),
        BrokenInput(campaigns(of: "a b"), "SubscribedDomain", domainRule),
        BrokenInput(campaigns(to: end.addingTimeInterval(1)), "EndDate", dayRule),
        BrokenInput(campaigns(pageSize: 0), "PageSize", "must be at least 1"),
        BrokenInput(statistics(of: ""), "Domain", domainRule),
        BrokenInput(statistics(to: end.addingTimeInterval(1)), "EndDate", dayRule),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("the edges of the rules pass", arguments: [0, 1000])
    func legal(pageSize: Int) throws {
        try ListDeliverabilityTestReports(pageSize: pageSize).validate()
        try PutDeliverabilityDashboardOption(dashboardEnabled: true, subscribedDomains: [.init()]).validate()
        try Self.campaigns().validate()
        try Self.statistics().validate()
    }

    @Test("an answer without what was asked for is refused")
    func missing() async throws {
        let client = try SESv2Client.test(RecordingTransport(body: "{}"))
        let listings = await #expect(throws: SESv2Error.self) {
            try await client.getBlacklistReports(of: ["192.0.2.1"])
        }
        let campaign = await #expect(throws: SESv2Error.self) { try await client.getDomainDeliverabilityCampaign("c") }
        let test = await #expect(throws: SESv2Error.self) {
            try await client.createDeliverabilityTestReport(of: Self.content, from: "a@example.com")
        }
        for error in [listings, campaign, test] { #expect(error?.code == .unreadableResponse) }
    }

    @Test("a mail's sender, subject and content don't print")
    func privacy() {
        let report = DeliverabilityTestReport(subject: "secret", fromEmailAddress: "secret@example.com")
        let values: [Any] = [
            CreateDeliverabilityTestReport(fromEmailAddress: "secret@example.com", content: Self.content), report,
            GetDeliverabilityTestReport.Output(deliverabilityTestReport: report, message: "secret"),
            DomainDeliverabilityCampaign(subject: "secret", fromAddress: "secret@example.com"),
            ListDomainDeliverabilityCampaigns.Output(domainDeliverabilityCampaigns: [.init(subject: "secret")]),
        ]
        for value in values {
            let printed = PrintedForms.all(of: value)
            #expect(!printed.contains("secret") && !printed.contains("Hello"))
        }
    }
}
