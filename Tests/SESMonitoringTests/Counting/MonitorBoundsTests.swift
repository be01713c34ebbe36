import Foundation
import SESMonitoring
import Synchronization
import Testing

@Suite("What a monitor keeps")
struct MonitorBoundsTests {
    private static let now = EventMaker.now

    private func send(
        _ id: Int, set: String? = "promo", tags: [String: [String]] = [:], to: [String] = ["a@one.example"]
    ) -> SESEvent {
        SESEvent(mail: EventMaker.mail("\(id)", to: to, set: set, tags: tags), kind: .send(.init()))
    }

    @Test("has bounds, whatever names come")
    func names() async throws {
        let options = MonitorOptions(
            tags: ["campaign", "team"], countsRecipientDomains: true, maximumSets: 10, maximumPartsPerSet: 5,
            now: { Self.now })
        let monitor = try SESMonitor(options: options)
        let long = String(repeating: "é", count: 5000)
        await monitor.record(
            (0..<5000).map { number in
                send(
                    number, set: "set-\(number % 50)" + long,
                    tags: ["campaign": ["c\(number)" + long, "d\(number)"], "team": ["t"]],
                    to: ["a@d\(number).example", "b@e\(number).example"])
            })
        let snapshot = await monitor.snapshot
        #expect(snapshot.subjects.count <= 10 * (1 + 5 + 3))
        #expect(await monitor.ignored.setsBeyondMaximum == 4000)
        for subject in snapshot.subjects {
            #expect((subject.configurationSet ?? "").utf8.count <= 256)
            #expect(subject.description.utf8.count < 600)
        }
        // What has no name of its own is counted all the same.
        for whole in snapshot.subjects where whole.part == nil {
            let parts = snapshot.subjects.filter { subject in
                guard subject.configurationSet == whole.configurationSet, case .recipientDomain = subject.part else {
                    return false
                }
                return true
            }
            let sends = parts.map { snapshot.figures(of: $0, in: .hours(1)).sends }.reduce(0, +)
            #expect(sends == snapshot.figures(of: whole, in: .hours(1)).sends)
        }
    }

    @Test("is as short as AWS's names, texts of strangers too")
    func texts() async throws {
        let monitor = try SESMonitor(options: .init(now: { Self.now }))
        let long = String(repeating: "é", count: 5000)
        let time = EventTimestamp(Self.now)
        await monitor.record([
            SESEvent(
                mail: EventMaker.mail("1"),
                kind: .click(.init(timestamp: time, userAgent: "Mozilla/5.0 (X11)", link: "x" + long))),
            SESEvent(
                mail: EventMaker.mail("2"),
                kind: .bounce(
                    .init(
                        type: .permanent, subType: .init(rawValue: long),
                        recipients: [.init(emailAddress: "a@b" + long)],
                        timestamp: time, feedbackID: "1"))),
        ])
        let snapshot = await monitor.snapshot
        let set = MonitorSubject.set("promo-may2025")
        #expect(snapshot.topLinks(of: set, in: .hours(1)).map(\.name.utf8.count) == [1023])
        #expect(snapshot.topBouncingDomains(of: set, in: .hours(1)).map(\.name.utf8.count) == [255])
        #expect(snapshot.topBounceReasons(of: set, in: .hours(1)).map(\.name.utf8.count) == [100])
    }

    @Test("goes when its time is over, subjects too")
    func pruning() async throws {
        let wall = WallClock(Self.now)
        let monitor = try SESMonitor(options: .init(now: { wall.now }))
        await monitor.record(send(1))
        wall.advance(by: 3 * 3600)
        #expect(await monitor.figures(of: .set("promo"), in: .minutes(120)).sends == 0)
        #expect(await monitor.figures(of: .set("promo"), in: .hours(4)).sends == 1)
        // The same event late is in no step that is over.
        let before = await monitor.snapshot
        await monitor.record(send(1))
        #expect(await monitor.snapshot == before)
        wall.advance(by: 36 * 86_400)
        #expect(await monitor.snapshot.subjects.isEmpty)
        await monitor.record(send(1))
        #expect(await monitor.ignored.old == 1)
    }

    @Test("goes on from a snapshot, and counts nothing twice")
    func restarts() async throws {
        var maker = EventMaker(seed: 21)
        let events = try maker.events(500)
        let options = MonitorOptions(now: { Self.now })
        let first = try SESMonitor(options: options)
        await first.record(events[..<300])
        let stored = try JSONEncoder().encode(await first.snapshot)
        let second = try SESMonitor(options: options)
        await second.record(send(1, set: "of no interest"))
        await second.restore(try JSONDecoder().decode(MonitorSnapshot.self, from: stored))
        await second.record(events[200...])
        await first.record(events)
        #expect(await second.snapshot == (await first.snapshot))
    }

    @Test("has bounds when snapshots are merged, too")
    func merging() async throws {
        let small = try SESMonitor(
            options: .init(tags: ["campaign"], maximumSets: 2, maximumPartsPerSet: 2, now: { Self.now }))
        for process in 0..<5 {
            let other = try SESMonitor(options: .init(tags: ["campaign"], now: { Self.now }))
            await other.record(
                (0..<10).map { send(process * 10 + $0, set: "set", tags: ["campaign": ["\(process)-\($0)"]]) })
            await other.record(send(1, set: "set-\(process)"))
            await small.merge(await other.snapshot)
        }
        let snapshot = await small.snapshot
        #expect(snapshot.subjects.count == 2 + 3)
        #expect(await small.ignored.setsBeyondMaximum == 4)
        let other = MonitorSubject.tag("campaign", "other", in: "set")
        #expect(snapshot.figures(of: .set("set"), in: .hours(1)).sends == 50)
        #expect(snapshot.figures(of: other, in: .hours(1)).sends == 48)
    }

    @Test("is refused if the options can't be", arguments: [(0, 50), (100_001, 50), (1, -1), (1, 10_001)])
    func options(sets: Int, parts: Int) {
        #expect(throws: SESMonitoringError.self) {
            try SESMonitor(options: .init(maximumSets: sets, maximumPartsPerSet: parts))
        }
    }
}

/// A clock that goes on when it is told.
final class WallClock: Sendable {
    private let date: Mutex<Date>

    init(_ date: Date) { self.date = Mutex(date) }

    var now: Date { date.withLock { $0 } }

    func advance(by seconds: TimeInterval) { date.withLock { $0 += seconds } }
}
