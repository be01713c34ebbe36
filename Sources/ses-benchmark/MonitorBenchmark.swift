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
    /// Batches as JSON, and as the events in them; what a queue would deliver.
    private let bytes: [Data]
    private let batches: [[SESEvent]]

    private static func run(_ arguments: [String]) async throws -> Bool {
        var (millions, sets, batch) = (10, 1000, 1000)
        var words = arguments[...]
        while let word = words.popFirst() {
            guard let number = words.popFirst().flatMap({ Int($0) }), number > 0 else { return false }
            switch word {
            case "--events": millions = number
            case "--sets": sets = number
            case "--batch": batch = number
            default: return false
            }
        }
        let benchmark = try Self(setCount: sets, batchSize: batch, eventCount: 100_000)
        try await benchmark.report(millions: millions)
        return true
    }

    init(setCount: Int, batchSize: Int, eventCount: Int) throws {
        self.setCount = setCount
        self.batchSize = batchSize
        now = Date(timeIntervalSince1970: 1_750_000_000)
        var generator = MonitoredMail(setCount: setCount, now: now)
        var bytes: [Data] = []
        for _ in 0..<max(1, eventCount / batchSize) {
            bytes.append(Data((0..<batchSize).map { _ in generator.next() }.joined(separator: "\n").utf8))
        }
        self.bytes = bytes
        batches = try bytes.map { try SESEvent.decodeAll(from: $0) }
    }

    private func monitor() throws -> SESMonitor {
        let now = now
        return try SESMonitor(options: .init(maximumSets: setCount, now: { now }))
    }

    private func report(millions: Int) async throws {
        let events = batches.reduce(0) { $0 + $1.count }
        print("events \(events) events in batches of \(batchSize)")
        print("bytes \(bytes.reduce(0) { $0 + $1.count } / max(1, events)) bytes an event")
        let monitor = try monitor()
        for batch in batches { await monitor.record(batch) }
        let before = ProcessUsage.memory(.now)
        let warm = try self.monitor()
        for batch in batches { await warm.record(batch) }
        let after = ProcessUsage.memory(.now)
        let subjects = await warm.subjects.count
        if let before, let after { print("monitor.bytesPerSet \((after - before) * 1024 / max(1, subjects)) bytes") }
        let rates = try await Measurement.interleaved(
            runs: 7, units: events,
            [
                { for batch in batches { await monitor.record(batch) } },
                { for data in bytes { _ = try SESEvent.decodeAll(from: data) } },
                { for data in bytes { await monitor.record(try SESEvent.decodeAll(from: data)) } },
            ])
        print("monitor.record \(Int(rates[0].median.rounded())) events/s")
        print("monitor.decode \(Int(rates[1].median.rounded())) events/s")
        print("monitor.decodeAndRecord \(Int(rates[2].median.rounded())) events/s")
        try await reportMemory(millions: millions)
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
