import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Metrics of the Virtual Deliverability Manager")
struct MetricDataTests {
    static let page = #"<a href="https://example.com/may">May</a>"#

    @Test("Each metric counts the mails it happened to", arguments: [UInt64(1), 2, 3])
    func everyMetric(seed: UInt64) async throws {
        let model = EngagementModel(
            hardBounceRate: 0.1, softBounceRate: 0.1, delayRate: 0.2, openRate: 0.5, clickRate: 0.5,
            complaintRate: 0.1)
        let campaign = try await Campaign(model, seed: seed)
        try await campaign.enableVdm()
        for number in 0..<60 {
            try await campaign.send(
                Campaign.email(to: [EmailAddress(rawValue: "jane\(number)@example.org")], html: Self.page))
        }
        var expected: [VdmMetric: Int] = [:]
        for event in try await campaign.settledEvents() {
            switch event.kind {
            case .send: expected[.send, default: 0] += 1
            case .delivery: expected[.delivery, default: 0] += 1
            case .bounce(let bounce): expected[bounce.isHard ? .permanentBounce : .transientBounce, default: 0] += 1
            case .open: expected[.open, default: 0] += 1
            case .click: expected[.click, default: 0] += 1
            case .complaint: expected[.complaint, default: 0] += 1
            default: break
            }
        }
        let metrics: [VdmMetric] = [
            .send, .delivery, .permanentBounce, .transientBounce, .open, .click, .complaint,
        ]
        #expect(try await campaign.counts(metrics) == metrics.map { expected[$0] ?? 0 })
        #expect(metrics.allSatisfy { expected[$0] != nil })
        let bases = try await campaign.counts([.deliveryOpen, .deliveryClick, .deliveryComplaint])
        #expect(bases == Array(repeating: expected[.delivery] ?? 0, count: 3))
    }

    @Test("What can't be tracked is no base of a rate")
    func bases() async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        try await campaign.send(Campaign.email())
        try await campaign.send(Campaign.email(html: "<p>no link</p>"))
        try await campaign.send(Campaign.email(to: ["jane@gmail.com"], html: Self.page))
        await campaign.simulator.settle()
        let metrics: [VdmMetric] = [.delivery, .deliveryOpen, .deliveryClick, .deliveryComplaint]
        #expect(try await campaign.counts(metrics) == [3, 2, 1, 2])
    }

    @Test("The mailbox simulator, several recipients and the suppression list aren't counted")
    func exclusions() async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        await campaign.simulator.suppress("gone@example.org")
        await campaign.simulator.suppress("angry@example.org", reason: .complaint)
        for list: [EmailAddress] in [
            ["bounce@simulator.amazonses.com"], ["success@simulator.amazonses.com"],
            ["complaint@simulator.amazonses.com"], ["jane@example.org", "joe@example.org"],
            ["gone@example.org"], ["angry@example.org"],
        ] {
            try await campaign.send(Campaign.email(to: list))
        }
        await campaign.simulator.settle()
        // Suppression holds the delivery back, but not the send.
        let metrics: [VdmMetric] = [.send, .delivery, .permanentBounce, .complaint]
        #expect(try await campaign.counts(metrics) == [2, 0, 0, 0])
    }

    @Test("Dimensions narrow to identity, set and provider, and all that are given must fit")
    func dimensions() async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        await campaign.simulator.verify("example.com")
        try await campaign.client.createConfigurationSet(ConfigurationSet("other"))
        try await campaign.send(Campaign.email(to: ["jane@gmail.com"]))
        try await campaign.client.send(Campaign.email(to: ["joe@Yahoo.com"]), configurationSet: "other")
        try await campaign.client.send(Campaign.email(), configurationSet: nil)
        func sends(_ dimensions: [MetricDimensionName: String]?) async throws -> Int? {
            try await campaign.counts([.send], of: dimensions).first
        }
        #expect(try await sends(nil) == 3)
        #expect(try await sends([.configurationSet: "promo"]) == 1)
        #expect(try await sends([.configurationSet: "*"]) == 2)
        #expect(try await sends([.configurationSet: "nowhere"]) == 0)
        #expect(try await sends([.emailIdentity: "example.com"]) == 3)
        #expect(try await sends([.emailIdentity: "shop@example.com"]) == 0)
        #expect(try await sends([.isp: "Gmail"]) == 1)
        #expect(try await sends([.isp: "UNKNOWN_ISP"]) == 1)
        #expect(try await sends([.isp: "Yahoo", .configurationSet: "other", .emailIdentity: "example.com"]) == 1)
        #expect(try await sends([.isp: "Yahoo", .configurationSet: "promo"]) == 0)
        #expect(try await sends([.tenantName: "*"]) == 0)
    }

    @Test("Mail of a tenant is counted as its own")
    func tenant() async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        await campaign.simulator.verify("example.com")
        try await campaign.client.createTenant("acme")
        for resource in ["identity/example.com", "configuration-set/promo"] {
            try await campaign.client.createTenantResourceAssociation(
                of: ARN(rawValue: "arn:aws:ses:eu-west-1:123456789012:\(resource)"), with: "acme")
        }
        var email = Campaign.email()
        try await campaign.send(email)
        email.tenantName = "acme"
        try await campaign.send(email)
        #expect(try await campaign.counts([.send], of: [.tenantName: "acme"]) == [1])
        #expect(try await campaign.counts([.send], of: [.tenantName: "*"]) == [1])
        #expect(try await campaign.counts([.send], of: [.tenantName: "other"]) == [0])
    }

    @Test("Values are by day, from the start to just before the end")
    func days() async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        try await campaign.send()
        try await campaign.send()
        await campaign.simulator.advance(by: .seconds(2 * 86_400))
        try await campaign.send()
        func result(days: ClosedRange<Int>) async throws -> [Date: Int] {
            let query = BatchGetMetricDataQuery(
                id: "q", metric: .send,
                startDate: Campaign.firstDay.addingTimeInterval(86_400 * Double(days.lowerBound)),
                endDate: Campaign.firstDay.addingTimeInterval(86_400 * Double(days.upperBound)))
            let result = try await campaign.client.batchGetMetricData([query]).results?.first
            return Dictionary(uniqueKeysWithValues: zip(result?.timestamps ?? [], result?.values ?? []))
        }
        let third = Campaign.firstDay.addingTimeInterval(2 * 86_400)
        #expect(try await result(days: 0...3) == [Campaign.firstDay: 2, third: 1])
        #expect(try await result(days: 0...2) == [Campaign.firstDay: 2])
        #expect(try await result(days: 1...3) == [third: 1])
        #expect(try await result(days: 2...2) == [:])
    }

    @Test("Opens and clicks count where the set's dashboard, or else the account's, says so")
    func engagement() async throws {
        func opens(account: FeatureStatus?, set: FeatureStatus?) async throws -> Bool {
            let options = set.map { VdmOptions(dashboardOptions: DashboardOptions(engagementMetrics: $0)) }
            let campaign = try await Campaign(
                EngagementModel(openRate: 1, clickRate: 1),
                configuration: ConfigurationSet("promo", vdmOptions: options))
            try await campaign.enableVdm(engagement: account)
            try await campaign.send(Campaign.email(html: Self.page))
            await campaign.simulator.settle()
            let counts = try await campaign.counts([.open, .click, .deliveryOpen, .deliveryClick])
            #expect(Set(counts).count == 1)
            return counts == [1, 1, 1, 1]
        }
        #expect(try await opens(account: .enabled, set: nil))
        #expect(try await opens(account: .disabled, set: .enabled))
        #expect(try await !opens(account: .enabled, set: .disabled))
        #expect(try await !opens(account: nil, set: nil))
    }

    @Test("It must be on, and knows only mails that were sent while it was")
    func off() async throws {
        let campaign = try await Campaign()
        try await campaign.send()
        let refused = await error { try await campaign.counts([.send]) }
        #expect(refused?.code == .badRequest)
        #expect(refused?.serviceMessage == "Virtual Deliverability Manager is not enabled for this account.")
        try await campaign.enableVdm()
        #expect(try await campaign.counts([.send]) == [0])
        try await campaign.send()
        #expect(try await campaign.counts([.send]) == [1])
        try await campaign.client.putAccountVdmAttributes(VdmAttributes(vdmEnabled: .disabled))
        #expect(await code { try await campaign.counts([.send]) } == .badRequest)
    }

    @Test("One query can fail while the others are answered")
    func failingQuery() async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        await campaign.simulator.failMetricQueries("b", with: .accessDenied)
        let queries = ["a", "b"].map {
            BatchGetMetricDataQuery(
                id: $0, metric: .send, startDate: Campaign.firstDay, endDate: Campaign.firstDay)
        }
        let answer = try await campaign.client.batchGetMetricData(queries)
        #expect(answer.results?.map(\.id) == ["a"])
        #expect(answer.errors?.map(\.id) == ["b"] && answer.errors?.first?.code == .accessDenied)
        await campaign.simulator.failMetricQueries("b", with: nil)
        let again = try await campaign.client.batchGetMetricData(queries)
        #expect(again.results?.count == 2 && again.errors == [])
    }

    @Test(
        "A query that breaks a rule is refused",
        arguments: [
            (#"{"Id":"q","Namespace":"X","Metric":"SEND","StartDate":1,"EndDate":2}"#, "queries.1.member.namespace"),
            (#"{"Id":"q","Namespace":"VDM","Metric":"X","StartDate":1,"EndDate":2}"#, "queries.1.member.metric"),
            (
                #"{"Id":"q","Namespace":"VDM","Metric":"SEND","Dimensions":{"X":"y"},"StartDate":1,"EndDate":2}"#,
                "queries.1.member.dimensions"
            ),
            (#"{"Id":"q","Namespace":"VDM","Metric":"SEND","StartDate":2,"EndDate":1}"#, "end date of query <q>"),
            (#"{"Id":"q","Namespace":"VDM","Metric":"SEND","EndDate":1}"#, "StartDate"),
        ])
    func refusals(query: String, words: String) async throws {
        let campaign = try await Campaign()
        try await campaign.enableVdm()
        let answer = try await Wire(campaign.simulator).call(
            "POST", "/v2/email/metrics/batch", #"{"Queries":[\#(query)]}"#)
        #expect(answer.status == 400 && answer.name == "BadRequestException")
        #expect(answer.message?.contains(words) == true)
    }
}
