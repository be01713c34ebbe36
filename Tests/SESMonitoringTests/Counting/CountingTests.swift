import Foundation
import SESMonitoring
import Testing

@Suite("A monitor counts")
struct CountingTests {
    private static let now = EventMaker.now
    private static let options = MonitorOptions(tags: ["campaign"], now: { now })
    private static let windows: [MonitorWindow] = [
        .minutes(5), .minutes(30), .minutes(120), .hours(1), .hours(24), .hours(48), .days(1), .days(7), .days(35),
    ]

    @Test(
        "what a count by definition gives, in every window and for every subject",
        arguments: 1...4 as ClosedRange<UInt64>)
    func byDefinition(seed: UInt64) async throws {
        var maker = EventMaker(seed: seed)
        let events = try maker.events(1500)
        let monitor = try SESMonitor(options: Self.options)
        await monitor.record(events)
        let model = CountingModel(events)
        let snapshot = await monitor.snapshot
        #expect(snapshot.subjects.count == 9)
        for subject in snapshot.subjects {
            for window in Self.windows {
                let expected = model.figures(of: subject, in: window, now: Self.now)
                #expect(snapshot.figures(of: subject, in: window) == expected, "\(subject) in \(window)")
            }
            let history = snapshot.history(of: subject, in: .hours(24))
            #expect(history.count == 24)
            for point in history {
                let expected = model.figures(of: subject, in: .hours(1), now: point.start)
                #expect(point.figures == expected, "\(subject) at \(point.start)")
            }
        }
        #expect(await monitor.ignored.old > 0)
    }

    @Test("the most frequent names by definition, while all fit")
    func names() async throws {
        var maker = EventMaker(seed: 5)
        let events = try maker.events(600)
        let monitor = try SESMonitor(options: Self.options)
        await monitor.record(events)
        let model = CountingModel(events)
        let subject = MonitorSubject.set("promo-may2025")
        let window = MonitorWindow.days(7)
        func isRanked(_ list: [RankedName], _ names: (SESEvent) -> [String]) -> Bool {
            let expected = model.top(of: subject, in: window, now: Self.now, names)
            return list.count > 1 && Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.count) }) == expected
                && zip(list, list.dropFirst()).allSatisfy { $0.count >= $1.count }
        }
        let links = await monitor.topLinks(of: subject, in: window, limit: 100)
        #expect(
            isRanked(links) { event in
                if case .click(let click) = event.kind, !click.isLikelyAutomatic { [click.link] } else { [] }
            })
        let domains = await monitor.topBouncingDomains(of: subject, in: window, limit: 100)
        #expect(
            isRanked(domains) { event in
                guard case .bounce(let bounce) = event.kind else { return [] }
                return bounce.recipientsCountingTowardBounceRate.compactMap {
                    $0.address.split(separator: "@").last.map(String.init)
                }
            })
        #expect(await monitor.topLinks(of: subject, in: window, limit: 1).count == 1)
        #expect(await monitor.topLinks(of: subject, in: window, limit: -1).isEmpty)
    }

    @Test(
        "the same in any order, however often, and however spread over processes",
        arguments: 10...17 as ClosedRange<UInt64>)
    func lattice(seed: UInt64) async throws {
        var maker = EventMaker(seed: seed)
        // Few e-mails stay exact, many become estimates; neither depends on the order.
        if seed.isMultiple(of: 2) { maker.mails = 100_000 }
        maker.age = seed.isMultiple(of: 2) ? 600 : 40 * 86_400
        let events = try maker.events(seed.isMultiple(of: 2) ? 8000 : 1000)
        let whole = try SESMonitor(options: Self.options)
        await whole.record(events)
        let expected = await whole.snapshot

        let monitors = try (0..<maker.generator.number(1...5)).map { _ in try SESMonitor(options: Self.options) }
        for event in events.shuffled(using: &maker.generator) {
            // Each event reaches one of them, and some reach several.
            repeat { await maker.generator.pick(monitors).record(event) } while maker.generator.number(0...4) == 0
        }
        var snapshots: [MonitorSnapshot] = []
        for monitor in monitors { snapshots.append(await monitor.snapshot) }
        snapshots += [maker.generator.pick(snapshots)]
        snapshots.shuffle(using: &maker.generator)
        let merged = try #require(snapshots.dropFirst().reduce(snapshots.first) { $0?.merged(with: $1) })
        #expect(merged == expected)
        #expect(!seed.isMultiple(of: 2) || !merged.figures(of: .set("promo-may2025"), in: .hours(1)).isExact)
        // One event more is another state.
        await whole.record(SESEvent(mail: EventMaker.mail("another"), kind: .send(.init())))
        #expect(await whole.snapshot != expected)
    }

    @Test("estimates within their error, from 257 to a hundred thousand", arguments: [257, 1000, 10_000, 100_000])
    func estimates(count: Int) async throws {
        let monitor = try SESMonitor(options: Self.options)
        for start in stride(from: 0, to: count, by: 10_000) {
            await monitor.record(
                (start..<min(count, start + 10_000)).map { number in
                    SESEvent(mail: EventMaker.mail("mail-\(number)"), kind: .send(.init()))
                })
        }
        let figures = await monitor.figures(of: .set("promo-may2025"), in: .hours(1))
        #expect(!figures.isExact)
        // Three standard deviations.
        for number in [figures.sends, figures.messages] {
            #expect(abs(Double(number) / Double(count) - 1) < 0.07, "\(number)")
        }
    }

    @Test("the union of estimated steps and exact ones, not their sum")
    func unions() async throws {
        let monitor = try SESMonitor(options: Self.options)
        // 4,000 e-mails opened in each of three hours, 100 of them and 100 others in a fourth.
        for (hour, mails) in [(0, 0..<4000), (1, 0..<4000), (2, 0..<4000), (3, 3900..<4100)] {
            let time = EventTimestamp(Self.now.addingTimeInterval(-3600 * Double(hour)))
            await monitor.record(
                mails.map { number in
                    SESEvent(
                        mail: EventMaker.mail("mail-\(number)"),
                        kind: .open(.init(timestamp: time, userAgent: "Mozilla/5.0 (X11)")))
                })
        }
        let figures = await monitor.figures(of: .set("promo-may2025"), in: .hours(24))
        #expect(!figures.isExact)
        #expect((3820...4380).contains(figures.uniqueOpens), "\(figures.uniqueOpens)")
        #expect((11_700...12_700).contains(figures.opens), "\(figures.opens)")
        let one = await monitor.history(of: .set("promo-may2025"), in: .hours(4))[0].figures
        #expect((one.opens, one.uniqueOpens, one.isExact) == (200, 200, true))
    }

    @Test("delivery times and links of a sample close to those of all")
    func samples() async throws {
        let monitor = try SESMonitor(options: Self.options)
        var generator = SeededGenerator(seed: 3)
        let time = EventTimestamp(Self.now)
        let events = (0..<20_000).flatMap { number -> [SESEvent] in
            let mail = EventMaker.mail("mail-\(number)")
            let link = "https://example.com/\(generator.number(1...100) <= 60 ? "first" : "second")"
            return [
                SESEvent(
                    mail: mail,
                    kind: .delivery(.init(timestamp: time, processingTimeMillis: number % 1000, recipients: ["a@b"]))),
                SESEvent(mail: mail, kind: .click(.init(timestamp: time, userAgent: "Mozilla/5.0 (X11)", link: link))),
            ]
        }
        await monitor.record(events)
        let figures = await monitor.figures(of: .set("promo-may2025"), in: .minutes(5))
        let times = try #require(figures.deliveryTime)
        #expect((400...600).contains(times.median))
        #expect((820...960).contains(times.percentile90))
        let links = await monitor.topLinks(of: .set("promo-may2025"), in: .minutes(5))
        #expect(links.map(\.name) == ["https://example.com/first", "https://example.com/second"])
        #expect((9000...15_000).contains(links.first?.count ?? 0))
    }
}
