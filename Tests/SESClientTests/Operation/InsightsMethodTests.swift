import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for metrics, recommendations and insights")
struct InsightsMethodTests {
    private static let start = Date(timeIntervalSince1970: 1_700_000_000)
    private static let end = Date(timeIntervalSince1970: 1_700_086_400)
    private static let identity = "arn:aws:ses:us-east-1:123456789012:identity/example.com"

    private static func query(_ id: String = "q", _ dimensions: [MetricDimensionName: String]? = nil)
        -> BatchGetMetricDataQuery
    {
        BatchGetMetricDataQuery(id: id, metric: .delivery, dimensions: dimensions, startDate: start, endDate: end)
    }

    static let calls: [MethodCall] = [
        MethodCall(
            "POST /v2/email/metrics/batch",
            #"{"Queries":[{"Dimensions":{"CONFIGURATION_SET":"promo","ISP":"Gmail"},"EndDate":1700086400,"Id":"q","Metric":"DELIVERY","Namespace":"VDM","StartDate":1700000000}]}"#,
            answer:
                #"{"Results":[{"Id":"q","Timestamps":[1.7E9,1700003600],"Values":[3,4]}],"Errors":[{"Id":"r","Code":"ACCESS_DENIED"}]}"#
        ) {
            let found = try await $0.batchGetMetricData([query("q", [.configurationSet: "promo", .isp: "Gmail"])])
            let times = [start, start.addingTimeInterval(3600)]
            #expect(found.results == [MetricDataResult(id: "q", timestamps: times, values: [3, 4])])
            #expect(found.results?.first?.timestamps == times)
            #expect(found.errors == [MetricDataError(id: "r", code: .accessDenied)])
        },
        MethodCall("POST /v2/email/vdm/recommendations", "{}") { for try await _ in $0.listRecommendations() {} },
        MethodCall(
            "POST /v2/email/vdm/recommendations", #"{"Filter":{"IMPACT":"HIGH","STATUS":"OPEN"},"PageSize":7}"#,
            answer: #"{"Recommendations":[{"Type":"DKIM","Impact":"HIGH","CreatedTimestamp":1.7E9}]}"#
        ) {
            let found = try await $0.listRecommendations(impact: .high, status: .open, pageSize: 7)
                .reduce(into: []) { $0.append($1) }
            #expect(found == [Recommendation(type: .dkim, createdTimestamp: start, impact: .high)])
        },
        MethodCall(
            "POST /v2/email/vdm/recommendations",
            "{\"Filter\":{\"RESOURCE_ARN\":\"\(identity)\"}}"
        ) { for try await _ in $0.listRecommendations(about: ARN(rawValue: identity)) {} },
        MethodCall("POST /v2/email/vdm/recommendations", #"{"Filter":{"STATUS":"FIXED","TYPE":"BIMI"}}"#) {
            for try await _ in $0.listRecommendations(type: .bimi, status: .fixed) {}
        },
        MethodCall(
            "GET /v2/email/insights/0100-a%2Fb-000000/",
            answer:
                #"{"MessageId":"m","FromEmailAddress":"a@example.com","Insights":[{"Destination":"b@example.org","Isp":"Gmail","Events":[{"Timestamp":1.7E9,"Type":"BOUNCE","Details":{"Bounce":{"BounceType":"PERMANENT","BounceSubType":"General"}}},{"Type":"COMPLAINT","Details":{"Complaint":{"ComplaintFeedbackType":"abuse"}}}]}]}"#
        ) {
            let found = try await $0.getMessageInsights("0100-a/b-000000")
            #expect(found.messageID == "m" && found.fromEmailAddress == "a@example.com")
            let insights = try #require(found.insights?.first)
            #expect(insights.destination == "b@example.org" && insights.isp == "Gmail")
            let bounce = InsightsEvent.Bounce(bounceType: .permanent, bounceSubType: "General")
            let complaint = InsightsEvent.Complaint(complaintFeedbackType: .abuse)
            #expect(
                insights.events == [
                    InsightsEvent(timestamp: start, type: .bounce, details: .init(bounce: bounce)),
                    InsightsEvent(type: .complaint, details: .init(complaint: complaint)),
                ])
        },
        MethodCall(
            "POST /v2/email/email-address-insights/", #"{"EmailAddress":"jane@example.org"}"#,
            answer:
                #"{"MailboxValidation":{"IsValid":{"ConfidenceVerdict":"HIGH"},"Evaluations":{"HasValidDnsRecords":{"ConfidenceVerdict":"LOW"}}}}"#
        ) {
            let found = try await $0.getEmailAddressInsights("jane@example.org")
            #expect(found.isValid?.confidenceVerdict == .high)
            #expect(found.evaluations?.hasValidDNSRecords?.confidenceVerdict == .low)
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let pairs = "must hold one key, or STATUS with IMPACT or TYPE"

    private static func without(_ member: WritableKeyPath<BatchGetMetricDataQuery, Date?>) -> BatchGetMetricDataQuery {
        var query = query()
        query[keyPath: member] = nil
        return query
    }

    static let broken: [BrokenInput] = [
        BrokenInput(BatchGetMetricData(queries: []), "Queries", "must hold 1 to 10 queries"),
        BrokenInput(
            BatchGetMetricData(queries: Array(repeating: query(), count: 11)), "Queries", "must hold 1 to 10 queries"),
        BrokenInput(BatchGetMetricData(queries: [query(), query("")]), "Queries[1].Id", "cannot be empty"),
        BrokenInput(
            BatchGetMetricData(queries: [query(String(repeating: "q", count: 256))]), "Queries[0].Id",
            "must be at most 255 characters"),
        BrokenInput(
            BatchGetMetricData(queries: [query("q", [:])]), "Queries[0].Dimensions", "must hold 1 to 3 dimensions"),
        BrokenInput(
            BatchGetMetricData(queries: [
                query("q", [.emailIdentity: "i", .configurationSet: "s", .isp: "p", .tenantName: "t"])
            ]), "Queries[0].Dimensions", "must hold 1 to 3 dimensions"),
        BrokenInput(BatchGetMetricData(queries: [without(\.startDate)]), "Queries[0].StartDate", "must be given"),
        BrokenInput(BatchGetMetricData(queries: [without(\.endDate)]), "Queries[0].EndDate", "must be given"),
        BrokenInput(ListRecommendations(filter: [:]), "Filter", "cannot be empty"),
        BrokenInput(ListRecommendations(filter: [.type: "DKIM", .impact: "LOW"]), "Filter", pairs),
        BrokenInput(ListRecommendations(filter: [.resourceARN: "r", .status: "OPEN"]), "Filter", pairs),
        BrokenInput(
            ListRecommendations(filter: [.init(rawValue: "A"): "a", .init(rawValue: "B"): "b", .status: "OPEN"]),
            "Filter", pairs),
        BrokenInput(
            ListRecommendations(filter: [.resourceARN: String(repeating: "x", count: 513)]), "Filter.RESOURCE_ARN",
            "must be at most 512 characters"),
        BrokenInput(ListRecommendations(pageSize: 0), "PageSize", "must be 1 to 100"),
        BrokenInput(ListRecommendations(pageSize: 101), "PageSize", "must be 1 to 100"),
        BrokenInput(GetMessageInsights(messageID: ""), "MessageId", "cannot be empty"),
        BrokenInput(GetEmailAddressInsights(emailAddress: ""), "EmailAddress", "cannot be empty"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("the edges of the rules pass")
    func legal() throws {
        let dimensions: [MetricDimensionName: String] = [.isp: "p", .tenantName: "t", .init(rawValue: "NEW"): "n"]
        let query = Self.query(String(repeating: "q", count: 255), dimensions)
        try BatchGetMetricData(queries: Array(repeating: query, count: 10)).validate()
        try ListRecommendations(pageSize: 100).validate()
        try ListRecommendations(filter: [.init(rawValue: "NEW"): "n", .type: "DKIM"]).validate()
        // Whether it is an address is what SES is asked.
        try GetEmailAddressInsights(emailAddress: "not an address").validate()
    }

    @Test("an answer that says nothing of the address is refused")
    func missing() async throws {
        let error = await #expect(throws: SESv2Error.self) {
            try await SESv2Client.test(RecordingTransport(body: "{}")).getEmailAddressInsights("a@b.org")
        }
        #expect(error?.code == .unreadableResponse)
    }

    @Test("a mail's addresses and subject don't print")
    func privacy() {
        let bounce = InsightsEvent.Bounce(diagnosticCode: "550 no jane@example.org here")
        let event = InsightsEvent(type: .bounce, details: .init(bounce: bounce))
        let mail = EmailInsights(destination: "jane@example.org", events: [event])
        let identity = ARN.emailIdentity("jane@example.org", region: .usEast1, accountID: "123456789012")
        let values: [Any] = [
            MessageInsights(subject: "Hello jane", insights: [mail]), mail, event,
            Recommendation(resourceARN: identity),
            GetEmailAddressInsights(emailAddress: "jane@example.org"),
            ListRecommendations(filter: [.resourceARN: identity.rawValue]),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("jane")) }
    }
}
