import Foundation
import SESMonitoring
import Synchronization
import Testing

@Suite("The engine of rules")
struct RuleEngineTests {
    static let now = RuleReading.now
    static let promo = MonitorSubject.set("promo")

    /// What an engine tells over a table of moments: minutes, bounces of 1,000, and what is expected.
    private func follow(
        _ rule: MonitorRule, _ table: [(minute: Double, bounces: Int, MonitorAlert.State?)],
        at place: SourceLocation = #_sourceLocation
    ) throws {
        var engine = try RuleEngine(rules: [rule])
        for row in table {
            let now = Self.now.addingTimeInterval(row.minute * 60)
            let alerts = engine.judge(RuleReading(bounces: row.bounces, of: 1000), at: now)
            #expect(alerts.map(\.state) == (row.2.map { [$0] } ?? []), "minute \(row.minute)", sourceLocation: place)
        }
    }

    @Test("raises an alert once, and clears it once the rate is well below the threshold")
    func hysteresis() throws {
        var rule = MonitorRule.bounceRate(above: 0.05, in: "promo")
        rule.coolDown = 0
        try follow(
            rule,
            [
                (0, 50, nil), (1, 51, .raised), (2, 80, nil), (3, 49, nil), (4, 52, nil), (5, 41, nil),
                (6, 40, .cleared),
                (7, 41, nil), (8, 50, nil), (9, 51, .raised), (10, 0, .cleared),
            ])
    }

    @Test("is silent about a subject for a while after an alert, and tells then what is still so")
    func coolDown() throws {
        var rule = MonitorRule.bounceRate(above: 0.05, in: "promo")
        rule.coolDown = 3600
        try follow(
            rule,
            [(0, 60, .raised), (10, 10, .cleared), (20, 60, nil), (30, 10, nil), (59, 60, nil), (60, 60, .raised)])
        rule.clearingShare = 1
        try follow(rule, [(0, 60, .raised), (10, 50, .cleared), (70, 50, nil), (71, 51, .raised)])
    }

    @Test("a clock that is set back leaves no alert raised for ever, and raises none twice")
    func clockSetBack() throws {
        var rule = MonitorRule.bounceRate(above: 0.05, in: "promo")
        rule.coolDown = 0
        try follow(rule, [(0, 60, .raised), (-30, 10, .cleared), (-29, 10, nil), (0, 10, nil)])
        try follow(rule, [(0, 60, .raised), (0, 10, .cleared), (0, 60, .raised), (0, 60, nil), (0, 10, .cleared)])
    }

    @Test("one bounce of five mails raises nothing, nor does it end anything")
    func minimumVolume() throws {
        var engine = try RuleEngine(rules: MonitorRule.standard())
        #expect(engine.judge(RuleReading(bounces: 1, complaints: 1, of: 5), at: Self.now).isEmpty)
        #expect(engine.judge(RuleReading(bounces: 99, of: 99), at: Self.now).isEmpty)
        let alerts = engine.judge(RuleReading(bounces: 3, of: 100), at: Self.now)
        #expect(alerts.map(\.rule.name) == ["bounce rate above 2 % in each set"])
        #expect(engine.judge(RuleReading(bounces: 3, of: 99), at: Self.now).isEmpty)
        #expect(engine.judge(RuleReading(of: 0), at: Self.now).map(\.state) == [.cleared])
    }

    @Test("a critical alert doesn't silence the others about the same rate")
    func severities() throws {
        var engine = try RuleEngine(rules: MonitorRule.standard())
        let alerts = engine.judge(RuleReading(bounces: 11, complaints: 1, of: 100), at: Self.now)
        #expect(alerts.map(\.rule.severity) == [.warning, .alert, .critical])
        #expect(Set(alerts.map(\.id)).count == 3)
    }

    @Test("an alert has the numbers, and the domains and reasons of the bounces")
    func content() throws {
        var reading = RuleReading(bounces: 62, of: 1000)
        reading.domains = (1...7).map { RankedName(name: "d\($0).example", count: 10 - $0) }
        reading.reasons = [RankedName(name: "5.1.1 General", count: 50)]
        var engine = try RuleEngine(rules: [.bounceRate(above: 0.05, in: "promo")])
        let alert = try #require(engine.judge(reading, at: Self.now).first)
        #expect(alert.value == 0.062)
        #expect(alert.threshold == 0.05)
        #expect(alert.subject == Self.promo)
        #expect(alert.figures.bounces == 62)
        #expect(alert.topDomains.count == 5)
        #expect(alert.topReasons == reading.reasons)
        #expect(alert.windowStart == MonitorWindow.hours(24).start(endingAt: Self.now))
        #expect(alert.id == "bounce rate above 5 % in promo / promo / 1746181230000 / raised")
    }

    @Test("a scope of every set is each set by itself, never a part of one")
    func everySet() throws {
        var reading = RuleReading(bounces: 60, of: 1000)
        reading.steps[.set("other")] = reading.steps[Self.promo]
        reading.steps[MonitorSubject(configurationSet: nil)] = reading.steps[Self.promo]
        reading.steps[.recipientDomain("example.com", in: "promo")] = reading.steps[Self.promo]
        var engine = try RuleEngine(rules: [.bounceRate(above: 0.05)])
        #expect(
            engine.judge(reading, at: Self.now).map(\.subject)
                == [MonitorSubject(configurationSet: nil), .set("other"), Self.promo])
        let part = MonitorRule(
            name: "part", scope: .subject(.recipientDomain("example.com", in: "promo")),
            condition: .rate(.bounce, above: 0.05))
        engine = try RuleEngine(rules: [part])
        #expect(engine.judge(reading, at: Self.now).map(\.subject) == [.recipientDomain("example.com", in: "promo")])
    }

    @Test("only what has changed is judged, if that is said")
    func changed() throws {
        var reading = RuleReading(bounces: 60, of: 1000)
        reading.steps[.set("other")] = reading.steps[Self.promo]
        var engine = try RuleEngine(rules: [.bounceRate(above: 0.05), .count(.bounces, above: 0, in: "promo")])
        #expect(engine.judge(reading, changed: [], at: Self.now).isEmpty)
        #expect(engine.judge(reading, changed: [.set("other")], at: Self.now).map(\.subject) == [.set("other")])
        #expect(engine.judge(reading, at: Self.now).map(\.subject) == [Self.promo, Self.promo])
    }

    @Test("a number of events is judged at any volume")
    func count() throws {
        var engine = try RuleEngine(rules: [.count(.rejects, above: 0, in: "promo")])
        #expect(engine.judge(RuleReading(rejects: 0, of: 1), at: Self.now).isEmpty)
        let alerts = engine.judge(RuleReading(rejects: 1, of: 1), at: Self.now)
        #expect(alerts.map(\.value) == [1])
        #expect(engine.judge(RuleReading(rejects: 0, of: 1), at: Self.now).map(\.state) == [.cleared])
    }

    @Test("silence is told of what had events before, and never of what had none")
    func silence() throws {
        var engine = try RuleEngine(rules: [.noEvents(for: .hours(6)), .noEvents(in: "unknown", for: .hours(6))])
        var reading = RuleReading()
        reading.last[Self.promo] = Self.now
        func judge(_ hours: Double) -> [MonitorAlert] {
            engine.judge(reading, at: Self.now.addingTimeInterval(hours * 3600))
        }
        #expect(judge(-1).isEmpty)
        #expect(judge(6).isEmpty)
        let alert = try #require(judge(6.5).first)
        #expect(alert.value == 6.5 * 3600)
        #expect(alert.threshold == 6 * 3600)
        #expect(alert.summary == "No events of promo for 6 h 30 min, more than 6 h.")
        #expect(judge(9).isEmpty)
        reading.last[Self.promo] = Self.now.addingTimeInterval(9 * 3600)
        #expect(judge(9.1).map(\.summary) == ["Events of promo again."])
    }

    @Test("a drop of the delivery rate is one against the time before, if both have mail enough")
    func deliveryDrop() throws {
        func step(_ deliveries: Int, of sends: Int) -> MonitorFigures {
            var figures = MonitorFigures()
            (figures.sends, figures.deliveries) = (sends, deliveries)
            return figures
        }
        func judge(_ engine: inout RuleEngine, _ before: MonitorFigures, _ present: MonitorFigures) -> [MonitorAlert] {
            var reading = RuleReading()
            reading.steps[Self.promo] = Array(repeating: before, count: 20) + [present]
            return engine.judge(reading, at: Self.now)
        }
        let rule = MonitorRule.deliveryDrop(toShare: 0.8, in: "promo", window: .hours(1))
        var engine = try RuleEngine(rules: [rule])
        #expect(judge(&engine, step(99, of: 100), step(793, of: 1000)).isEmpty)
        #expect(judge(&engine, step(4, of: 4), step(500, of: 1000)).isEmpty)
        #expect(judge(&engine, step(99, of: 100), step(0, of: 99)).isEmpty)
        let alert = try #require(judge(&engine, step(99, of: 100), step(790, of: 1000)).first)
        #expect(alert.value == 0.79)
        #expect(abs(alert.threshold - 0.792) < 1e-9)
        #expect(
            alert.summary.hasPrefix(
                "Delivery rate of promo: 79 % (790 of 1,000 recipients in 1h), below 79.2 %, which is 80 % of what it was"
            ))
        // A drop of 20 % is over at one of 16 %: 0.99 * 0.84.
        #expect(judge(&engine, step(99, of: 100), step(831, of: 1000)).isEmpty)
        #expect(judge(&engine, step(99, of: 100), step(832, of: 1000)).map(\.state) == [.cleared])
    }

    @Test("judges a thousand sets by five rules with one look at the figures of each window")
    func looks() throws {
        var reading = RuleReading()
        for number in 0..<1000 {
            reading.steps[.set(ConfigurationSetName(rawValue: "set-\(number)"))] =
                RuleReading(bounces: number % 100, of: 1000).steps[Self.promo]
        }
        let counting = CountingReading(reading: reading)
        var engine = try RuleEngine(rules: MonitorRule.standard())
        let alerts = engine.judge(counting, at: Self.now)
        #expect(alerts.count == 10 * (79 + 49))
        #expect(counting.looks.value == 1000)
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

/// Counts how often figures are asked for.
private struct CountingReading: MonitorReading {
    var reading: RuleReading
    let looks = Counter()

    var subjects: [MonitorSubject] { reading.subjects }
    func figures(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> MonitorFigures {
        looks.add()
        return reading.figures(of: subject, in: window, endingAt: now)
    }
    func history(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> [MonitorPoint] {
        reading.history(of: subject, in: window, endingAt: now)
    }
    func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { [] }
    func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { [] }
    func topLinks(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { [] }
    func lastEvent(of subject: MonitorSubject) -> Date? { nil }
}
