import Foundation
import Synchronization
import Testing

@testable import SESMonitoring

@Suite("A monitor with rules")
struct MonitorAlertsTests {
    /// Raises an alert for each subject that changed, or one for silence.
    private struct Judge: RuleJudging {
        let calls: Calls
        var states = RuleStates()

        mutating func merge(_ states: RuleStates) { self.states.merge(states) }

        mutating func judge(
            _ reading: some MonitorReading, changed: Set<MonitorSubject>?, at now: Date
        ) -> [MonitorAlert] {
            calls.add(changed.map { $0.map(\.description).sorted() } ?? ["all"])
            return (changed?.sorted() ?? [MonitorSubject(configurationSet: "silent")]).map { subject in
                MonitorAlert(
                    id: "\(calls.count) \(subject)", state: .raised,
                    rule: MonitorRule(name: "r", condition: .noEvents), subject: subject, date: now, windowStart: now,
                    value: 0, threshold: 0, figures: reading.figures(of: subject, in: .hours(1), endingAt: now))
            }
        }
    }

    private final class Calls: Sendable {
        private let calls = Mutex<[[String]]>([])

        var all: [[String]] { calls.withLock { $0 } }
        var count: Int { all.count }

        func add(_ call: [String]) { calls.withLock { $0.append(call) } }
    }

    private struct Refused: Error {}

    private final class Line: Sendable {
        private let up = Mutex(false)

        var isUp: Bool { up.withLock { $0 } }

        func set(isUp: Bool) { up.withLock { $0 = isUp } }
    }

    /// A clock on which each sleep is over at once.
    private final class JumpingClock: Clock {
        var now: ContinuousClock.Instant { .now }
        var minimumResolution: Duration { .zero }

        func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    private func send(_ id: String, set: String) -> SESEvent {
        SESEvent(mail: EventMaker.mail(id, set: set), kind: .send(.init()))
    }

    private let calls = Calls()
    private let told = Calls()
    private let clock = WallClock(EventMaker.now)

    private func monitor(onAlert: @escaping SESMonitor.AlertHandler) throws -> SESMonitor {
        let clock = clock
        return try SESMonitor(judge: Judge(calls: calls), options: .init(now: { clock.now }), onAlert: onAlert)
    }

    @Test("judges what changed, at most once a second, and forgets nothing")
    func throttle() async throws {
        let told = told
        let monitor = try monitor { alert in told.add([alert.id]) }
        await monitor.record([send("1", set: "a"), send("2", set: "b")])
        clock.advance(by: 0.25)
        await monitor.record(send("3", set: "a"))
        clock.advance(by: 0.25)
        await monitor.record(send("4", set: "c"))
        #expect(calls.all == [["a", "b"]])
        clock.advance(by: 0.5)
        await monitor.record(send("4", set: "c"))
        #expect(calls.all == [["a", "b"], ["a", "c"]])
        await monitor.judgeRules()
        #expect(calls.all.last == ["all"])
        #expect(told.all == [["1 a"], ["1 b"], ["2 a"], ["2 c"], ["3 silent"]])
        // Nobody waits for a clock that was set back.
        clock.advance(by: -600)
        await monitor.record(send("5", set: "d"))
        #expect(calls.all.last == ["d"])
    }

    @Test("tells again what couldn't be told, in order, and no more than a thousand")
    func retries() async throws {
        let told = told
        let line = Line()
        let monitor = try monitor { alert in
            guard line.isUp else { throw Refused() }
            told.add([alert.id])
        }
        await monitor.record([send("1", set: "a"), send("2", set: "b")])
        #expect(await monitor.untoldAlerts.map(\.id) == ["1 a", "1 b"])
        await monitor.judgeRules()
        #expect(told.all.isEmpty)
        line.set(isUp: true)
        clock.advance(by: 1.5)
        await monitor.record(send("3", set: "c"))
        #expect(told.all == [["3 c"]], "what failed isn't due yet")
        clock.advance(by: 0.5)
        await monitor.judgeRules()
        #expect(told.all == [["3 c"], ["1 a"], ["1 b"], ["2 silent"], ["4 silent"]])
        #expect(await monitor.untoldAlerts.isEmpty)
        line.set(isUp: false)
        for _ in 0..<1100 { await monitor.judgeRules() }
        #expect(await monitor.untoldAlerts.count == 1000)
        #expect(await monitor.untoldAlerts.last?.id == "1104 silent")
    }

    @Test("an alert that can't be told doesn't keep others from being told, and is reported each time")
    func oneFails() async throws {
        let (told, reported, clock) = (told, Calls(), clock)
        let monitor = try SESMonitor(
            judge: Judge(calls: calls),
            options: .init(onUntold: { alert, error in reported.add([alert.id, "\(error)"]) }, now: { clock.now })
        ) { alert in
            guard alert.subject.configurationSet != "a" else { throw Refused() }
            told.add([alert.id])
        }
        await monitor.record([send("1", set: "a"), send("2", set: "b")])
        #expect(told.all == [["1 b"]])
        #expect(await monitor.untoldAlerts.map(\.id) == ["1 a"])
        clock.advance(by: 1.5)
        await monitor.record(send("3", set: "b"))
        #expect(reported.all == [["1 a", "Refused()"]])
        clock.advance(by: 1)
        await monitor.record(send("4", set: "b"))
        #expect(reported.count == 2)
        #expect(told.all == [["1 b"], ["2 b"], ["3 b"]])
    }

    @Test("judges each record on a clock that stands still")
    func standing() async throws {
        let monitor = try monitor { _ in }
        await monitor.record(send("1", set: "a"))
        await monitor.record(send("2", set: "b"))
        #expect(calls.all == [["a"], ["b"]])
    }

    @Test("tells one after the other, also if records come meanwhile")
    func order() async throws {
        let told = told
        let line = Line()
        let monitor = try monitor { alert in
            // Up means in use.
            let isAlone = !line.isUp
            line.set(isUp: true)
            for _ in 0..<5 { await Task.yield() }
            line.set(isUp: false)
            told.add([isAlone ? alert.id : "overlap"])
        }
        await withTaskGroup { group in
            for number in 0..<50 {
                group.addTask {
                    clock.advance(by: 2)
                    await monitor.record(send("\(number)", set: "s\(number)"))
                }
            }
        }
        await monitor.judgeRules()
        #expect(told.count == calls.all.joined().count)
        #expect(!told.all.joined().contains("overlap"))
    }

    @Test("judges by itself until it is cancelled")
    func run() async throws {
        let told = told
        let monitor = try monitor { alert in told.add([alert.id]) }
        let time = JumpingClock()
        let task = Task { try await monitor.run(clock: time) }
        while calls.count < 3 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(Set(calls.all) == [["all"]])
    }
}
