import Foundation
import SESClient
import SESCore
import SESMonitoring
import Synchronization
import Testing

@Suite("Alarms of CloudWatch are brought to what is wanted")
struct CloudWatchPlanTests {
    let fake = FakeCloudWatch()
    static let mark = JSONValue.string("[managed by swift-ses: ses/]")

    private static let options = CloudWatchAlarmOptions(
        namePrefix: "ses/",
        alarmActions: ["arn:aws:sns:eu-west-1:123456789012:b", "arn:aws:sns:eu-west-1:123456789012:a"])

    private func alarms(_ names: String..., threshold: Double = 0.05) throws -> [CloudWatchAlarm] {
        let rules = names.map { name in
            MonitorRule(name: name, scope: .subject(.set("promo")), condition: .rate(.bounce, above: threshold))
        }
        return try rules.cloudWatchAlarms(Self.options).alarms
    }

    @Test("applied twice, the second time nothing is changed")
    func idempotent() async throws {
        let client = try CloudWatchAlarmClient(fake)
        let wanted = try alarms("a", "b")
        let made = try await client.apply(wanted, namePrefix: "ses/")
        #expect(made.map(\.action) == wanted.map { .create($0) })
        #expect(fake.takeOperations() == ["DescribeAlarms", "PutMetricAlarm", "PutMetricAlarm"])
        let plan = try await client.plan(wanted, namePrefix: "ses/")
        #expect(plan.isEmpty && plan.description == "nothing to change")
        #expect(plan.unchanged == ["ses/a: promo", "ses/b: promo"])
        #expect(try await client.apply(wanted, namePrefix: "ses/").isEmpty)
        #expect(fake.takeOperations() == ["DescribeAlarms", "DescribeAlarms"])
    }

    @Test("a plan changes nothing, and says what differs")
    func drift() async throws {
        let client = try CloudWatchAlarmClient(fake)
        try await client.apply(alarms("a", "b", "c"), namePrefix: "ses/")
        fake.change(
            "ses/a: promo",
            [
                "ActionsEnabled": .bool(false),
                "EvaluationWindow": .object(["WallClockWindow": .object(["Timezone": .string("UTC")])]),
            ])
        _ = fake.takeOperations()
        let plan = try await client.plan(alarms("a") + alarms("b", threshold: 0.1), namePrefix: "ses/")
        #expect(
            plan.description == """
                update alarm 'ses/a: promo'
                    ActionsEnabled: false → true
                    EvaluationWindow: {"WallClockWindow":{"Timezone":"UTC"}} → none
                update alarm 'ses/b: promo'
                    AlarmDescription: "Rule 'b' (alert): bounce rate of promo above 0.05 in 24h, of 100 sends at least\\n[managed by swift-ses: ses/]" → "Rule 'b' (alert): bounce rate of promo above 0.1 in 24h, of 100 sends at least\\n[managed by swift-ses: ses/]"
                    Threshold: 0.05 → 0.1
                delete alarm 'ses/c: promo'
                """)
        #expect(fake.takeOperations() == ["DescribeAlarms"] && fake.names.count == 3)
        let told = Mutex<[CloudWatchAlarmChange]>([])
        let made = try await client.apply(plan) { change in told.withLock { $0.append(change) } }
        #expect(made == plan.changes && told.withLock { $0 } == plan.changes)
        #expect(fake.takeOperations() == ["PutMetricAlarm", "PutMetricAlarm", "DeleteAlarms"])
        #expect(fake.names == ["ses/a: promo", "ses/b: promo"])
    }

    @Test("another period of the alarm, of a metric or of the expression is noticed, and put right")
    func periods() async throws {
        let client = try CloudWatchAlarmClient(fake)
        let count = MonitorRule(name: "n", scope: .subject(.set("promo")), condition: .count(.complaints, above: 3))
        let wanted = try alarms("a", "b", "c") + [count].cloudWatchAlarms(Self.options).alarms
        try await client.apply(wanted, namePrefix: "ses/")
        fake.changeQuery("rate", of: "ses/a: promo", ["Period": .number(300), "AccountId": .null])
        fake.changeQuery("sends", of: "ses/b: promo", inStat: true, ["Period": .number(3600)])
        fake.changeQuery(
            "sends", of: "ses/c: promo", inStat: true, ["Period": .number(86_400), "Unit": .string("Count")])
        fake.changeQuery("bounces", of: "ses/c: promo", ["AccountId": .string("999999999999"), "Period": .null])
        fake.change("ses/n: promo", ["Period": .number(3600)])
        let changes = try await client.plan(wanted, namePrefix: "ses/").changes
        #expect(changes.map(\.action) == wanted.map { .update($0) })
        #expect(
            changes.map { $0.drift.map(\.field) } == [
                ["Metrics.rate.Period"], ["Metrics"], ["Metrics.bounces.AccountId", "Metrics.sends.MetricStat.Unit"],
                ["Period"],
            ])
        #expect(changes.first?.drift.first?.description == "Metrics.rate.Period: 300 → none")
        #expect(changes.last?.drift.first?.description == "Period: 3600 → 86400")
        try await client.apply(wanted, namePrefix: "ses/")
        #expect(try await client.plan(wanted, namePrefix: "ses/").isEmpty)
    }

    @Test("what others made is neither overwritten nor deleted")
    func others() async throws {
        let client = try CloudWatchAlarmClient(fake)
        fake.change("ses/mine", ["AlarmDescription": .string("[managed by swift-ses: ses/] no more")])
        fake.change("ses/bare", [:])
        fake.change("other/x", ["AlarmDescription": Self.mark])
        var plan = try await client.plan(alarms("a"), namePrefix: "ses/")
        #expect(plan.leftAlone == ["ses/bare", "ses/mine"] && plan.changes.count == 1 && plan.conflicts.isEmpty)
        #expect(plan.description.hasSuffix("alarm 'ses/bare' is left alone\nalarm 'ses/mine' is left alone"))
        fake.change("ses/a: promo", ["AlarmDescription": .string("by hand")])
        _ = fake.takeOperations()
        plan = try await client.plan(alarms("b", "a"), namePrefix: "ses/")
        #expect(plan.conflicts == ["ses/a: promo"] && !plan.isEmpty)
        let error = await #expect(throws: SESMonitoringError.self) { try await client.apply(plan) }
        #expect(error?.code == .invalidSettings && error?.message.contains("ses/a: promo") == true)
        #expect(fake.takeOperations() == ["DescribeAlarms"])
    }

    @Test("a prefix that another begins with has no say over that one's alarms")
    func prefixOfPrefix() async throws {
        let client = try CloudWatchAlarmClient(fake)
        try await client.apply(alarms("a"), namePrefix: "ses/")
        let plan = try await client.plan([], namePrefix: "ses")
        #expect(plan.isEmpty && plan.leftAlone == ["ses/a: promo"])
        #expect(try await client.plan(alarms("a"), namePrefix: "ses").conflicts == ["ses/a: promo"])
        #expect(try await client.plan(alarms("a"), namePrefix: "ses/").unchanged == ["ses/a: promo"])
    }

    @Test("an alarm of others whose metric lacks what AWS doesn't ask for is read, and left alone")
    func bareMetric() async throws {
        let client = try CloudWatchAlarmClient(fake)
        let stat = JSONValue.object(["Metric": .object([:]), "Period": .number(60), "Stat": .string("Sum")])
        fake.change("ses/bare", ["Metrics": .array([.object(["Id": .string("m"), "MetricStat": stat])])])
        #expect(try await client.plan([], namePrefix: "ses/").leftAlone == ["ses/bare"])
    }

    @Test("what there is is read to its last page, and a list without end is refused")
    func pages() async throws {
        let fake = FakeCloudWatch(pageSize: 3)
        let client = try CloudWatchAlarmClient(fake)
        for number in 1...8 { fake.change("ses/\(number)", ["AlarmDescription": Self.mark]) }
        #expect(try await client.plan([], namePrefix: "ses/").changes.map(\.alarmName) == (1...8).map { "ses/\($0)" })
        #expect(fake.takeOperations().count == 3)
        fake.repeatPages()
        let error = await #expect(throws: SESMonitoringError.self) { try await client.plan([], namePrefix: "ses/") }
        #expect(error?.code == .serviceRefused)
    }

    @Test("many are deleted a hundred at a time, and that one is gone already is no failure")
    func deletions() async throws {
        let client = try CloudWatchAlarmClient(fake)
        for number in 1...205 { fake.change("ses/\(number)", ["AlarmDescription": Self.mark]) }
        let plan = try await client.plan([], namePrefix: "ses/")
        _ = fake.takeOperations()
        fake.refuse("DeleteAlarms", status: 404, code: "ResourceNotFound")
        #expect(try await client.apply(plan).count == 205)
        #expect(fake.takeOperations() == Array(repeating: "DeleteAlarms", count: 3))
        #expect(fake.names.count == 100)
    }

    @Test("a refusal is told without the service's words, and applying again goes on from there")
    func refusal() async throws {
        let client = try CloudWatchAlarmClient(fake)
        let plan = try await client.plan(alarms("a", "b"), namePrefix: "ses/")
        try await client.apply(alarms("a"), namePrefix: "ses/a")
        fake.refuse("PutMetricAlarm", code: "LimitExceeded")
        let error = await #expect(throws: SESMonitoringError.self) { try await client.apply(plan) }
        #expect(error?.code == .serviceRefused)
        #expect(error?.description == "serviceRefused: Amazon CloudWatch: PutMetricAlarm: LimitExceeded")
        try await client.apply(plan)
        #expect(try await client.plan(alarms("a", "b"), namePrefix: "ses/").isEmpty)
        fake.refuse("DescribeAlarms", status: 403, code: "AccessDenied")
        let denied = await #expect(throws: SESMonitoringError.self) { try await client.plan([], namePrefix: "ses/") }
        #expect(denied?.description.contains("jane") == false)
    }

    @Test("requests are apart by the interval")
    func interval() async throws {
        let clock = SkippingClock()
        let client = try CloudWatchAlarmClient(fake, interval: .milliseconds(350), clock: clock)
        try await client.apply(alarms("a", "b"), namePrefix: "ses/")
        #expect(clock.waits == [.milliseconds(350), .milliseconds(350)])
    }

    @Test("alarms that break a rule, of another prefix, or of one name are refused before anything is read")
    func invalid() async throws {
        let client = try CloudWatchAlarmClient(fake)
        var odd = try alarms("a")
        odd[0].evaluationPeriods = 0
        var long = try alarms("a")
        long[0].description = String(repeating: "d", count: 1010)
        for (wanted, prefix) in try [
            (odd, "ses/"), (long, "ses/"), (alarms("a"), "x/"), (alarms("a") + alarms("a"), "ses/"), ([], ""),
        ] {
            let error = await #expect(throws: SESMonitoringError.self) {
                try await client.plan(wanted, namePrefix: prefix)
            }
            #expect(error?.code == .invalidSettings)
        }
        #expect(fake.requests.isEmpty)
        #expect(throws: SESMonitoringError.self) {
            try CloudWatchAlarmClient(region: .euWest1, endpointURL: "http://example.com")
        }
        #expect(throws: SESMonitoringError.self) {
            try CloudWatchAlarmClient(region: .euWest1, requestInterval: .seconds(-1))
        }
    }
}
