import Foundation
import SESCore
import SESMonitoring
import Testing

@Suite("Rules as alarms of CloudWatch")
struct CloudWatchTranslationTests {
    static let options = CloudWatchAlarmOptions(namePrefix: "ses/", configurationSets: ["promo", "news"])

    private func rule(
        _ condition: MonitorCondition, scope: MonitorRule.Scope = .subject(.set("promo")),
        window: MonitorWindow = .hours(24), minimumVolume: Int = 100
    ) -> MonitorRule {
        MonitorRule(name: "r", scope: scope, condition: condition, window: window, minimumVolume: minimumVolume)
    }

    private func refusal(_ rule: MonitorRule, _ options: CloudWatchAlarmOptions = Self.options) throws -> String {
        let translation = try [rule].cloudWatchAlarms(options)
        #expect(translation.alarms.isEmpty && translation.refusals.count == 1)
        return translation.refusals.first?.reason ?? ""
    }

    @Test("a rule about every set has an alarm for each that is named, and none without names")
    func everySet() throws {
        let rules = [rule(.count(.bounces, above: 3), scope: .everySet)]
        let translation = try rules.cloudWatchAlarms(Self.options)
        #expect(translation.alarms.map(\.name) == ["ses/r: promo", "ses/r: news"])
        #expect(
            translation.alarms.map(\.dimensions)
                == ["promo", "news"].map { [.init(name: "ses:configuration-set", value: $0)] })
        #expect(translation.eventTypes == [.bounce])
        #expect(try refusal(rules[0], CloudWatchAlarmOptions(namePrefix: "ses/")).contains("name none"))
    }

    @Test(
        "what CloudWatch counts otherwise or can't compare is refused with the reason",
        arguments: [
            (MonitorCondition.rate(.softBounce, above: 0.1), "by kind"), (.rate(.open, above: 0.1), "machines'"),
            (.rate(.click, above: 0.1), "machines'"), (.rate(.unsubscribe, above: 0.1), "subscription"),
            (.count(.softBounces, above: 1), "by kind"), (.count(.unsubscribes, above: 1), "subscription"),
            (.deliveryDrop(toShare: 0.5), "time before"), (.anomaly(.bounce, falseAlarms: 0.001), "false alarm"),
            (.rate(.bounce, above: 1.5), "0 to 1"), (.rate(.bounce, above: .nan), "0 to 1"),
            (.count(.bounces, above: -1), "0 at least"),
        ])
    func refusedCondition(_ condition: MonitorCondition, _ reason: String) throws {
        #expect(try refusal(rule(condition)).contains(reason))
    }

    @Test(
        "what has no metrics of its own is refused with the reason",
        arguments: [
            (MonitorSubject(configurationSet: nil), "without a configuration set"),
            (.recipientDomain("example.org", in: "promo"), "domains"),
            (.tag("campaign", "may", in: "promo"), "dimensions"),
        ])
    func refusedSubject(_ subject: MonitorSubject, _ reason: String) throws {
        #expect(try refusal(rule(.rate(.bounce, above: 0.05), scope: .subject(subject))).contains(reason))
    }

    @Test("metrics must be apart by set, and by nothing else than the subject")
    func dimensions() throws {
        var options = Self.options
        let ofTag = rule(.count(.sends, above: 1), scope: .subject(.tag("campaign", "may", in: "promo")))
        options.metricSource = .eventDestination(dimensions: ["campaign"])
        #expect(try refusal(ofTag, options).contains("several sets are one"))
        options.metricSource = .eventDestination(dimensions: ["campaign", "ses:configuration-set"])
        #expect(
            try [ofTag].cloudWatchAlarms(options).alarms.map(\.dimensions) == [
                [.init(name: "campaign", value: "may"), .init(name: "ses:configuration-set", value: "promo")]
            ])
        #expect(try refusal(rule(.count(.sends, above: 1)), options).contains("add up"))
    }

    @Test("reputation is of whole sets, and of bounces and complaints only")
    func reputation() throws {
        var options = Self.options
        options.metricSource = .reputation
        for condition in [MonitorCondition.rate(.delivery, above: 0.5), .count(.bounces, above: 3), .noEvents] {
            #expect(try refusal(rule(condition), options).contains("reputation"))
        }
        let ofTag = rule(.rate(.bounce, above: 0.05), scope: .subject(.tag("campaign", "may", in: "promo")))
        #expect(try refusal(ofTag, options).contains("whole sets"))
        let alarm = try #require(try [rule(.rate(.bounce, above: 0.05))].cloudWatchAlarms(options).alarms.first)
        #expect(alarm.metricName == "Reputation.BounceRate" && alarm.treatMissingData == .ignore)
    }

    @Test(
        "a window may last 7 days, or one if it is shorter than an hour, times the evaluation periods",
        arguments: [
            (MonitorWindow.days(7), 1, true), (.days(8), 1, false), (.days(4), 2, false), (.hours(48), 3, true),
            (.hours(48), 4, false), (.minutes(5), 288, true), (.minutes(5), 289, false), (.minutes(55), 26, true),
            (.minutes(55), 27, false), (.minutes(60), 168, true), (.minutes(120), 85, false),
        ])
    func windows(_ window: MonitorWindow, _ periods: Int, _ isTaken: Bool) throws {
        var options = Self.options
        options.evaluationPeriods = periods
        for condition in [MonitorCondition.rate(.bounce, above: 0.05), .count(.bounces, above: 3), .noEvents] {
            let translation = try [rule(condition, window: window)].cloudWatchAlarms(options)
            #expect(translation.alarms.count == (isTaken ? 1 : 0))
            #expect(translation.refusals.allSatisfy { $0.reason.contains("look at no more than") })
            #expect(translation.refusals.count == (isTaken ? 0 : 1))
        }
    }

    @Test("in what an alarm differs from its rule is said")
    func differences() throws {
        var quiet = rule(.rate(.complaint, above: 0.001))
        quiet.coolDown = 0
        quiet.clearingShare = 1
        #expect(try [quiet].cloudWatchAlarms(Self.options).differences == ["ses/r: promo": [.countsAllComplaints]])
        var all = rule(.rate(.bounce, above: 0.05))
        all.pausesSending = true
        let translation = try [all].cloudWatchAlarms(Self.options)
        #expect(
            translation.differences["ses/r: promo"] == [.noCoolDown, .noClearingShare, .countsAllBounces, .noPausing])
        #expect(translation.description.hasPrefix("alarm 'ses/r: promo'\n    acts each time it begins"))
        quiet.condition = .rate(.reject, above: 0.1)
        #expect(try [quiet].cloudWatchAlarms(Self.options).differences.isEmpty)
        quiet.condition = .noEvents
        #expect(try [quiet].cloudWatchAlarms(Self.options).differences.values.map { $0 } == [[.needsNoEventBefore]])
    }

    @Test("no rule is dropped: each has an alarm or a refusal for every set, and no name comes twice")
    func complete() throws {
        let conditions: [MonitorCondition] =
            MonitorRate.allCases.map { .rate($0, above: 0.1) } + MonitorCount.allCases.map { .count($0, above: 3) } + [
                .noEvents, .deliveryDrop(toShare: 0.5), .anomaly(.complaint, falseAlarms: 0.01),
            ]
        let rules = conditions.enumerated().map { number, condition in
            MonitorRule(name: "rule \(number / 2)", condition: condition)
        }
        let translation = try rules.cloudWatchAlarms(Self.options)
        #expect(translation.alarms.count + translation.refusals.count == 2 * rules.count)
        #expect(Set(translation.alarms.map(\.name)).count == translation.alarms.count)
        #expect(translation.refusals.contains { $0.reason.contains("of this name already") })
        for alarm in translation.alarms { try alarm.validate() }
        for refusal in translation.refusals { #expect(translation.description.contains(refusal.description)) }
    }

    @Test(
        "a rule whose name can't be an alarm's is refused",
        arguments: ["a\nb", "\u{7F}", "", String(repeating: "n", count: 129)])
    func names(_ name: String) throws {
        var odd = rule(.noEvents)
        odd.name = name
        #expect(try refusal(odd).contains("its name"))
    }

    @Test("options out of their range are refused")
    func invalidOptions() throws {
        let changes: [(inout CloudWatchAlarmOptions) -> Void] = [
            { $0.namePrefix = "" }, { $0.namePrefix = "a\u{0}" },
            { $0.namePrefix = String(repeating: "p", count: 101) },
            { $0.evaluationPeriods = 0 }, { $0.metricSource = .eventDestination(dimensions: []) },
            { $0.metricSource = .eventDestination(dimensions: ["a", "a"]) }, { $0.configurationSets = ["a b"] },
            { $0.configurationSets = ["a", "a"] }, { $0.alarmActions = ["topic"] },
            { $0.okActions = Array(repeating: "arn:aws:sns:eu-west-1:123456789012:t", count: 6) },
        ]
        for change in changes {
            var options = Self.options
            change(&options)
            let error = #expect(throws: SESMonitoringError.self) { try [rule(.noEvents)].cloudWatchAlarms(options) }
            #expect(error?.code == .invalidSettings)
        }
    }
}
