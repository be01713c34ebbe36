import Foundation
import SESClient
import SESCore
import SESMonitoring
import Testing

@Suite(
    "Alarms of CloudWatch in moto's server",
    .enabled(if: MotoServer.url != nil, "needs a moto server and SES_MOTO_URL"), .serialized)
struct CloudWatchMotoTests {
    init() async throws {
        try await MotoServer.reset()
    }

    private func client(_ region: Region) throws -> CloudWatchAlarmClient {
        try CloudWatchAlarmClient(
            region: region,
            credentials: StaticCredentialProvider(AWSCredentials(accessKeyID: "id", secretAccessKey: "key")),
            endpointURL: MotoServer.url, requestInterval: .zero)
    }

    private func alarms(_ names: [String], threshold: Double = 0.05) throws -> [CloudWatchAlarm] {
        let rules =
            names.map { MonitorRule(name: $0, condition: .rate(.bounce, above: threshold)) } + [
                MonitorRule(name: "silence", condition: .noEvents, window: .hours(6)),
                MonitorRule(name: "complaints", condition: .count(.complaints, above: 5), window: .minutes(30)),
            ]
        return try rules.cloudWatchAlarms(
            CloudWatchAlarmOptions(
                namePrefix: "moto/", configurationSets: ["promo", "news"],
                alarmActions: ["arn:aws:sns:eu-west-1:123456789012:alarms"],
                okActions: ["arn:aws:sns:eu-west-1:123456789012:alarms"])
        ).alarms
    }

    @Test("alarms are created, read back, changed and deleted, and the second time nothing is changed")
    func life() async throws {
        let cloudWatch = try client(.euWest1)
        let first = try alarms(["bounces", #"ü "quoted" <b>&amp; \ / 😀"#])
        #expect(first.count == 8)
        #expect(try await cloudWatch.apply(first, namePrefix: "moto/").map(\.action) == first.map { .create($0) })
        var plan = try await cloudWatch.plan(first, namePrefix: "moto/")
        #expect(plan.isEmpty && plan.unchanged == first.map(\.name), "\(plan)")
        let data = try await MotoServer.data()
        #expect(data.contains("moto/bounces: promo"))

        let second = try alarms(["bounces"], threshold: 0.1)
        plan = try await cloudWatch.plan(second, namePrefix: "moto/")
        #expect(plan.changes.count == 4 && plan.unchanged.count == 4)
        #expect(plan.description.contains("    Threshold: 0.05 → 0.1\n"))
        try await cloudWatch.apply(plan)
        #expect(try await cloudWatch.apply(second, namePrefix: "moto/").isEmpty)

        try await cloudWatch.apply([], namePrefix: "moto/")
        #expect(try await cloudWatch.plan([], namePrefix: "m").description == "nothing to change")
    }

    @Test("alarms of another region, or of another prefix, stay")
    func others() async throws {
        let cloudWatch = try client(.euWest2)
        let wanted = try alarms(["bounces"])
        try await cloudWatch.apply(wanted, namePrefix: "moto/")
        try await client(.euWest3).apply([], namePrefix: "moto/")
        try await cloudWatch.apply([], namePrefix: "another/")
        #expect(try await cloudWatch.plan(wanted, namePrefix: "moto/").isEmpty)
    }
}
