import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decodes the events that `.ci/decode-benchmark.py` gives to other decoders too.
///
/// Every pass must see each event and read what Foundation's decoder reads; else the benchmark fails.
struct DecodeBenchmark {
    static let subcommand = Subcommand(
        usage: "decode FILE [--runs N] [\(Mode.allCases.map(\.rawValue).joined(separator: "|"))]...",
        summary: "events a second, from a file with one event a line (.ci/event-corpus.py makes one)", run: run)

    /// A way to decode all events of the file.
    private enum Mode: String, CaseIterable {
        /// The library's way, and every text of the event read.
        case full
        /// The library's way: the event as its users get it.
        case eager
        /// The same, from chunks that come one after the other, on all cores.
        case parallel
        /// The few members that a service reads of most events.
        case hot
        /// Foundation's JSONDecoder over the same types, one line at a time.
        case foundation
    }

    /// Chunks in memory, as a sequence that hands them out.
    private struct Chunks: AsyncSequence, Sendable {
        let chunks: [Data]

        func makeAsyncIterator() -> Iterator { Iterator(rest: chunks[...]) }

        struct Iterator: AsyncIteratorProtocol {
            var rest: ArraySlice<Data>

            mutating func next() async -> Data? { rest.popFirst() }
        }
    }

    /// What a pass over the file saw: how many events, and the lengths of the texts it read.
    private struct Tally: Equatable {
        var events = 0
        var length = 0

        mutating func count(_ length: Int) {
            events += 1
            self.length += length
        }
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let file: EventFile
    private let decoder = JSONDecoder()

    private static func run(_ arguments: [String]) async throws -> Bool {
        var words = arguments[...]
        guard let path = words.popFirst() else { return false }
        var runs = 5
        if words.first == "--runs" {
            guard let number = words.dropFirst().first.flatMap({ Int($0) }), number > 0 else { return false }
            runs = number
            words.removeFirst(2)
        }
        let modes = words.compactMap { Mode(rawValue: $0) }
        guard modes.count == words.count else { return false }
        try await Self(file: EventFile(path: path)).report(modes.isEmpty ? Mode.allCases : modes, runs: runs)
        return true
    }

    private func report(_ modes: [Mode], runs: Int) async throws {
        let expected = try verified()
        print("events \(file.lines.count) events")
        print("bytes \(file.byteCount) bytes")
        print("hot.length \(expected[.hot]?.length ?? 0) bytes")
        let work = modes.map { mode in
            { () async throws in
                let tally = try await pass(mode)
                guard tally == expected[mode] else { throw Failure(description: "\(mode) has not read every event") }
            }
        }
        let measurements = try await Measurement.interleaved(runs: runs, units: file.lines.count, work)
        for (mode, measurement) in zip(modes, measurements) {
            print("decode.\(mode) \(Int(measurement.median.rounded())) events/s")
        }
    }

    private func pass(_ mode: Mode) async throws -> Tally {
        switch mode {
        case .full: try decodeRecords(EventLengths.full)
        case .eager: try decodeRecords(\.mail.messageID.utf8.count)
        case .parallel: try await decodeInParallel()
        case .hot: try readHot()
        case .foundation: try decodeWithFoundation()
        }
    }

    private func decodeRecords(_ length: (SESEvent) -> Int) throws -> Tally {
        var tally = Tally()
        for chunk in file.chunks {
            for record in try SESEvent.decodeRecords(from: chunk) {
                if let event = record.event { tally.count(length(event)) }
            }
        }
        return tally
    }

    private func decodeInParallel() async throws -> Tally {
        var tally = Tally()
        for try await record in Chunks(chunks: file.chunks).sesRecordsInParallel() {
            if let event = record.event { tally.count(event.mail.messageID.utf8.count) }
        }
        return tally
    }

    private func readHot() throws -> Tally {
        try decodeRecords(EventLengths.hot)
    }

    private func decodeWithFoundation() throws -> Tally {
        var tally = Tally()
        for line in file.lines {
            tally.count(try decoder.decode(SESEvent.self, from: line).mail.messageID.utf8.count)
        }
        return tally
    }

    /// What each mode must see, by Foundation's decoder, after it was held against the library's event by event.
    private func verified() throws -> [Mode: Tally] {
        guard !file.lines.isEmpty else { throw Failure(description: "the file holds no events") }
        var full = Tally()
        var eager = Tally()
        var hot = Tally()
        var lines = file.lines[...]
        for chunk in file.chunks {
            for record in try SESEvent.decodeRecords(from: chunk) {
                guard let line = lines.popFirst() else {
                    throw Failure(description: "there are more records than lines")
                }
                let event = try decoder.decode(SESEvent.self, from: line)
                let name = "line \(file.lines.count - lines.count)"
                if case .unknown = event.kind { throw Failure(description: "\(name) has an event of unknown type") }
                guard record.event == event else {
                    throw Failure(description: "\(name) is not what Foundation's decoder reads")
                }
                full.count(EventLengths.full(event))
                eager.count(event.mail.messageID.utf8.count)
                hot.count(EventLengths.hot(event))
            }
        }
        guard lines.isEmpty else { throw Failure(description: "\(lines.count) lines gave no event") }
        return [.full: full, .eager: eager, .parallel: eager, .hot: hot, .foundation: eager]
    }
}
