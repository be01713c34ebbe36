import SESCore
import SESMonitoring

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Counts events of many configuration sets, and tells how fast that is and whether memory stays as it is.
struct MonitorBenchmark {
    static let subcommand = Subcommand(
        usage: "monitor [--events MILLIONS] [--sets N] [--batch N]",
        summary: "events a second that a monitor counts, from events and from bytes, and memory before and after",
        run: run)

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let setCount: Int
    private let batchSize: Int
    private let now: Date
    /// How many events are counted in one run.
    private static let eventCount = 1_000_000
    private static let runs = 5

    private static func run(_ arguments: [String]) async throws -> Bool {
        var (millions, sets, batch) = (10, 1000, 1000)
        var words = arguments[...]
        while let word = words.popFirst() {
            guard let number = words.popFirst().flatMap({ Int($0) }), number > 0 || word == "--events" && number == 0
            else { return false }
            switch word {
            case "--events": millions = number
            case "--sets": sets = number
            case "--batch": batch = number
            default: return false
            }
        }
        let benchmark = Self(setCount: sets, batchSize: batch)
        try await benchmark.report(millions: millions)
        return true
    }

    init(setCount: Int, batchSize: Int) {
        self.setCount = setCount
        self.batchSize = batchSize
        now = Date(timeIntervalSince1970: 1_750_000_000)
    }

    private func monitor() throws -> SESMonitor {
        let now = now
        return try SESMonitor(options: .init(maximumSets: setCount, now: { now }))
    }

    private func report(millions: Int) async throws {
        var mail = MonitoredMail(setCount: setCount, now: now)
        let monitor = try monitor()
        var rates: [[Double]] = []
        for run in 0...Self.runs {
            let before = ProcessUsage.memory(.now)
            let rate = try await count(&mail, monitor)
            if run > 0 {
                rates.append(rate)
            } else if let before, let after = ProcessUsage.memory(.now) {
                let subjects = await monitor.subjects.count
                print("monitor.bytesPerSet \((after - before) * 1024 / max(1, subjects)) bytes")
            }
        }
        print("events \(Self.eventCount) events a run in batches of \(batchSize)")
        let start = ContinuousClock.now
        _ = await monitor.snapshot
        let reading = Measurement.seconds(ContinuousClock.now - start)
        for (index, name) in ["record", "decode", "decodeAndRecord"].enumerated() {
            let median = rates.map { $0[index] }.sorted()[rates.count / 2]
            print("monitor.\(name) \(Int(median.rounded())) events/s")
        }
        print("monitor.snapshot \(Int((reading * 1000).rounded())) ms after \(Self.runs + 1) runs")
        try await reportJudging()
        if millions > 0 { try await reportMemory(millions: millions) }
    }

    /// Judges the rules that a service would have, of all sets.
    private func reportJudging() async throws {
        let rules: [MonitorRule] =
            MonitorRule.standard() + [
                .noEvents(), .deliveryDrop(toShare: 0.8), .anomaly(.bounce),
            ]
        let now = now
        let monitor = try SESMonitor(rules: rules, options: .init(maximumSets: setCount, now: { now }))
        // Counted by another: with a clock that stands still, each batch would be judged.
        let counting = try self.monitor()
        var mail = MonitoredMail(setCount: setCount, now: now)
        _ = try await count(&mail, counting)
        await monitor.restore(counting.snapshot)
        var times: [Double] = []
        for _ in 0..<Self.runs {
            let start = ContinuousClock.now
            await monitor.judgeRules()
            times.append(Measurement.seconds(ContinuousClock.now - start))
        }
        let median = times.sorted()[times.count / 2]
        print("monitor.judge \(Int((median * 1000).rounded())) ms for \(rules.count) rules of \(setCount) sets")
    }

    /// Decodes and counts events, each another.
    ///
    /// What a run leaves for later, as nobody reads what was counted, the next finds.
    ///
    /// - Returns: Events a second that were counted, decoded, and both.
    private func count(_ mail: inout MonitoredMail, _ monitor: SESMonitor) async throws -> [Double] {
        var decoding = Duration.zero
        var recording = Duration.zero
        let rounds = max(1, Self.eventCount / batchSize)
        for _ in 0..<rounds {
            let batch = Data((0..<batchSize).map { _ in mail.next() }.joined(separator: "\n").utf8)
            let start = ContinuousClock.now
            let events = try SESEvent.decodeAll(from: batch)
            let middle = ContinuousClock.now
            await monitor.record(events)
            recording += ContinuousClock.now - middle
            decoding += middle - start
        }
        let count = Double(rounds * batchSize)
        return [recording, decoding, recording + decoding].map { count / Measurement.seconds($0) }
    }

    /// Counts events that are all different, over five weeks, so that every step of time is full.
    private func reportMemory(millions: Int) async throws {
        let clock = SteppedClock(now)
        let monitor = try SESMonitor(options: .init(maximumSets: setCount, now: { clock.now }))
        var stream = MonitoredStream(setCount: setCount)
        let rounds = millions * 1_000_000 / batchSize
        // After this much time all that is kept has been replaced once, and memory is what it will be.
        let length = 80.0 * 86_400 / Double(rounds)
        var counted = 0
        let start = ContinuousClock.now
        for round in 0..<rounds {
            clock.advance(by: length)
            let events = stream.next(batchSize, at: clock.now)
            await monitor.record(events)
            counted += events.count
            if (round + 1) % max(1, rounds / 8) == 0, let memory = ProcessUsage.memory(.now) {
                print("monitor.memory \(memory) KB after \(counted) events")
            }
        }
        let ignored = await monitor.ignored
        guard ignored == MonitorIgnored() else { throw Failure(description: "events weren't counted: \(ignored)") }
        let seconds = Measurement.seconds(ContinuousClock.now - start)
        print("monitor.stream \(Int(Double(counted) / seconds)) events/s, made and counted")
    }
}
