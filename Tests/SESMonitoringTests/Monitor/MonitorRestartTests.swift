import Foundation
import Testing

@testable import SESMonitoring

@Suite("A monitor that is restarted")
struct MonitorRestartTests {
    private struct Refused: Error {}

    private let clock = WallClock(EventMaker.now)

    private func monitor(isReachable: Bool = true) throws -> SESMonitor {
        let clock = clock
        return try SESMonitor(
            rules: [.bounceRate(above: 0.05, severity: .critical)], options: .init(now: { clock.now })
        ) { _ in if !isReachable { throw Refused() } }
    }

    private func events(bounces: Int, of count: Int) -> [SESEvent] {
        (0..<count).flatMap { number in
            let mail = EventMaker.mail("m\(number)")
            let bounce = SESEvent.Bounce(
                type: .permanent, subType: .general, recipients: [.init(emailAddress: "jane@example.org")],
                timestamp: EventTimestamp(EventMaker.now))
            let sent = SESEvent(mail: mail, kind: .send(.init()))
            return number < bounces ? [sent, SESEvent(mail: mail, kind: .bounce(bounce))] : [sent]
        }
    }

    private func restarted(_ monitor: SESMonitor) async throws -> SESMonitor {
        let stored = try JSONEncoder().encode(await monitor.snapshot)
        let next = try self.monitor()
        await next.restore(try JSONDecoder().decode(MonitorSnapshot.self, from: stored))
        return next
    }

    @Test("has the alerts that aren't over: nothing is raised again, and the report still says so")
    func open() async throws {
        let first = try monitor()
        await first.record(events(bounces: 20, of: 200))
        #expect(await first.recentAlerts.map(\.state) == [.raised])
        let next = try await restarted(first)
        await next.judgeRules()
        #expect(await next.recentAlerts == first.recentAlerts)
        #expect(await next.report().text().contains("Critical"))
        #expect(MonitorReport(of: await next.snapshot).text().contains("Critical"))
    }

    @Test("raises again what it had told nobody")
    func untold() async throws {
        let first = try monitor(isReachable: false)
        await first.record(events(bounces: 20, of: 200))
        #expect(await first.untoldAlerts.count == 1)
        let next = try await restarted(first)
        clock.advance(by: 1)
        await next.judgeRules()
        #expect(await next.recentAlerts.last?.date == clock.now)
        #expect(await next.recentAlerts.count == 2)
    }

    @Test("is the same snapshot after it was stored")
    func stored() async throws {
        let first = try monitor()
        clock.advance(by: 0.123_456_7)
        await first.record(events(bounces: 20, of: 200))
        let snapshot = await first.snapshot
        #expect(try JSONDecoder().decode(MonitorSnapshot.self, from: JSONEncoder().encode(snapshot)) == snapshot)
    }

    @Test("keeps every alert that isn't over, and the latest of the others")
    func recent() throws {
        let rule = MonitorRule.bounceRate(above: 0.05)
        func alert(_ number: Int, _ state: MonitorAlert.State, set: String) -> MonitorAlert {
            MonitorAlert(
                id: "\(number)", state: state, rule: rule, subject: MonitorSubject(configurationSet: set),
                date: EventMaker.now + Double(number), windowStart: EventMaker.now, value: 0, threshold: 0,
                figures: MonitorFigures())
        }
        let alerts =
            [alert(0, .raised, set: "open"), alert(1, .raised, set: "x")]
            + (2..<400).map { alert($0, $0 % 2 == 0 ? .cleared : .raised, set: "x") }
        let merged = alerts.merged(with: Array(alerts.reversed()))
        #expect(merged.count == 201)
        #expect(merged.first?.id == "0" && merged.last?.id == "399")
        #expect(merged.open.map(\.id) == ["0", "399"])
    }
}

@Suite("What a stored snapshot says, damaged or of a wrong clock")
struct HostileSnapshotTests {
    private func decode(_ alerts: String) throws -> MonitorSnapshot {
        try JSONDecoder().decode(
            MonitorSnapshot.self, from: Data(#"{"version":1,"date":0,"subjects":[],"alerts":\#(alerts)}"#.utf8))
    }

    @Test("moments beyond all calendars are refused", arguments: ["1e30", "-1e300", "1e18"])
    func moments(_ moment: String) throws {
        _ = try decode(#"[{"rule":"r","subject":{"configurationSet":"x"},"raised":0}]"#)
        let error = #expect(throws: DecodingError.self) {
            try decode(#"[{"rule":"r","subject":{"configurationSet":"x"},"raised":\#(moment)}]"#)
        }
        #expect(error.map { "\($0)".contains("calendars") } == true)
    }

    @Test("estimates of registers that nobody counted end nothing", arguments: [Double.infinity, .nan, 1.33e19, -1])
    func estimates(_ estimate: Double) {
        #expect((0...1_000_000_000_000_000).contains(Series.whole(estimate)))
    }

    @Test("figures as large as numbers get have a volume and rates")
    func figures() {
        var figures = MonitorFigures()
        (figures.deliveries, figures.bounces, figures.renderingFailures, figures.messages) = (.max, 1, .max, .max)
        #expect(figures.volume == .max)
        for rate in MonitorRate.allCases { #expect(figures.rate(rate)?.isFinite ?? true) }
    }

    @Test("an alert raised by a clock that was years ahead silences its rule no longer than the others")
    func future() throws {
        let rule = MonitorRule.bounceRate(above: 0.05)
        let key = RuleStates.Key(rule: rule.name, subject: .set("promo"))
        var states = RuleStates()
        let now = EventMaker.now
        states[key] = .init(raised: now + 31_536_000, cleared: now + 31_536_000)
        var engine = try RuleEngine(rules: [rule], states: states)
        #expect(engine.judge(RuleReading(bounces: 100, of: 1000), at: now).map(\.state) == [.raised])
    }

    @Test("what another process counted ahead of time is left out")
    func ahead() async throws {
        let (late, ahead) = (WallClock(EventMaker.now), WallClock(EventMaker.now + 86_400 * 300))
        let wrong = try SESMonitor(options: .init(now: { ahead.now }))
        let mail = EventMaker.mail("m", at: ahead.now)
        await wrong.record(SESEvent(mail: mail, kind: .send(.init())))
        let right = try SESMonitor(options: .init(now: { late.now }))
        await right.merge(await wrong.snapshot)
        #expect(await right.figures(of: .set("promo-may2025"), in: .days(35)).sends == 0)
        #expect(await right.lastEvent(of: .set("promo-may2025")).map { $0 <= late.now + 900 } ?? true)
    }
}
