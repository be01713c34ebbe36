import Foundation
import SESClient
import SESCore
import SESMonitoring
import SESSigning
import Testing

@Suite("Calls of CloudWatch are botocore's, byte by byte")
struct CloudWatchRequestTests {
    struct Expected: Decodable {
        var method: String
        var path: String
        var target: String
        var contentType: String
        var service: String
        var body: String
    }

    /// What `.ci/cloudwatch-fixtures.py` has botocore make.
    static func expected(_ name: String) throws -> Expected {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/requests", withExtension: "json"))
        return try #require(try JSONDecoder().decode([String: Expected].self, from: Data(contentsOf: url))[name])
    }

    static let topics: [ARN] = [
        "arn:aws:sns:eu-west-1:123456789012:alarms", "arn:aws:sns:eu-west-1:123456789012:pausing",
    ]
    static let promo = MonitorRule.Scope.subject(.set("promo"))

    static var cases: [(String, MonitorRule, CloudWatchAlarmOptions)] {
        let options = CloudWatchAlarmOptions(namePrefix: "ses/")
        var acting = options
        acting.alarmActions = topics
        acting.okActions = [topics[0]]
        var twice = options
        twice.evaluationPeriods = 2
        var tagged = options
        tagged.metricSource = .eventDestination(dimensions: ["ses:configuration-set", "campaign"])
        var reputation = options
        reputation.metricSource = .reputation
        return [
            (
                "rate",
                MonitorRule(
                    name: "bounces", scope: promo, condition: .rate(.bounce, above: 0.05), severity: .critical), acting
            ),
            (
                "count",
                MonitorRule(
                    name: #""quoted" <b>&amp; 'ü' \ 😀 "# + "\u{2028}", scope: promo,
                    condition: .count(.complaints, above: 5), window: .minutes(30)), twice
            ),
            ("silence", MonitorRule(name: "silence", scope: promo, condition: .noEvents, window: .hours(6)), options),
            (
                "tagged",
                MonitorRule(
                    name: "templates", scope: .subject(.tag("campaign", "may", in: "promo")),
                    condition: .rate(.renderingFailure, above: 0.001), window: .days(7), severity: .warning,
                    minimumVolume: 0), tagged
            ),
            (
                "reputation",
                MonitorRule(name: "complaints", scope: promo, condition: .rate(.complaint, above: 0.001)), reputation
            ),
        ]
    }

    private func check(_ request: AWSHTTPRequest?, _ name: String) throws {
        let request = try #require(request)
        let expected = try Self.expected(name)
        #expect(request.method == expected.method)
        #expect(request.path == expected.path)
        #expect(request.headers["X-Amz-Target"] == expected.target)
        #expect(request.headers["Content-Type"] == expected.contentType)
        #expect(request.host == "monitoring.eu-west-1.amazonaws.com" && request.scheme == "https")
        #expect(request.headers["Authorization"]?.contains("/eu-west-1/\(expected.service)/aws4_request") == true)
        #expect(String(decoding: request.body, as: UTF8.self) == expected.body)
    }

    @Test("an alarm of each kind is put", arguments: Self.cases)
    func put(_ name: String, _ rule: MonitorRule, _ options: CloudWatchAlarmOptions) async throws {
        let fake = FakeCloudWatch()
        let translation = try [rule].cloudWatchAlarms(options)
        #expect(translation.refusals.isEmpty)
        try await CloudWatchAlarmClient(fake).apply(translation.alarms, namePrefix: "ses/")
        #expect(fake.requests.count == 2)
        try check(fake.requests.first, "firstPage")
        try check(fake.requests.last, name)
    }

    @Test("the next page is asked for with the token that came")
    func nextPage() async throws {
        struct Pages: HTTPTransport {
            let fake: FakeCloudWatch
            func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
                _ = try await fake.execute(request, limits: limits)
                let isFirst = fake.requests.count == 1
                let body = isFirst ? #"{"MetricAlarms":[],"NextToken":"a/b+c=\"d\""}"# : "{}"
                return AWSHTTPResponse(status: 200, body: Data(body.utf8))
            }
        }
        let fake = FakeCloudWatch()
        let client = try CloudWatchAlarmClient(
            region: .euWest1,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "id", secretAccessKey: "key")),
            transport: Pages(fake: fake), requestInterval: .zero)
        #expect(try await client.plan([], namePrefix: "ses/").isEmpty)
        #expect(fake.requests.count == 2)
        try check(fake.requests.last, "secondPage")
    }

    @Test("what isn't wanted any more is deleted")
    func delete() async throws {
        let fake = FakeCloudWatch()
        for name in ["ses/öld: promo", "ses/old: promo"] {
            fake.change(name, ["AlarmDescription": .string("[managed by swift-ses: ses/]")])
        }
        try await CloudWatchAlarmClient(fake).apply([], namePrefix: "ses/")
        try check(fake.requests.last, "delete")
        #expect(fake.names.isEmpty)
    }

    @Test(
        "go to the region's host",
        arguments: [
            (Region.euWest1, "monitoring.eu-west-1.amazonaws.com"),
            ("cn-north-1", "monitoring.cn-north-1.amazonaws.com.cn"),
            (.euscDeEast1, "monitoring.eusc-de-east-1.amazonaws.eu"),
        ])
    func host(_ region: Region, _ host: String) async throws {
        let fake = FakeCloudWatch()
        let client = try CloudWatchAlarmClient(
            region: region,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "id", secretAccessKey: "key")),
            transport: fake)
        _ = try await client.plan([], namePrefix: "ses/")
        #expect(fake.requests.first?.host == host)
    }
}
