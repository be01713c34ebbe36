import SESCore

/// Streams a file of any size through the readers of records, and tells how much memory that took.
enum StreamBenchmark {
    static let subcommand = Subcommand(
        usage: "stream FILE [--parallel]",
        summary: "events and megabytes a second, and the most memory used, while a file is read in chunks of 64 KB",
        run: run)

    private static func run(_ arguments: [String]) async throws -> Bool {
        guard let path = arguments.first, arguments.count == 1 || arguments.dropFirst() == ["--parallel"] else {
            return false
        }
        let chunks = FileChunks(path: path)
        if arguments.count == 1 {
            try await report(chunks.sesRecords(), path)
        } else {
            try await report(chunks.sesRecordsInParallel(), path)
        }
        return true
    }

    private static func report<Records: AsyncSequence>(_ records: Records, _ path: String) async throws
    where Records.Element == SESRecord {
        var events = 0
        var others = 0
        let start = ContinuousClock.now
        for try await record in records {
            if record.event == nil { others += 1 } else { events += 1 }
        }
        let seconds = Measurement.seconds(ContinuousClock.now - start)
        let size = try FileChunks(path: path).byteCount()
        print("events \(events) events")
        print("others \(others) records")
        print("bytes \(size) bytes")
        print("stream.rate \(Int((Double(events) / seconds).rounded())) events/s")
        print("stream.throughput \(Int((Double(size) / seconds / 1e6).rounded())) MB/s")
        if let memory = ProcessUsage.memory(.peak) { print("stream.memory \(memory) KB") }
    }
}
