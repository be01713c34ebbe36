import Foundation
import SESCore
import Testing

@Suite("Records read on several cores")
struct ParallelRecordTests {
    /// The records of pieces, read in batches of so many bytes.
    private func records(
        _ pieces: [Data], batch: Int, workers: Int = 3, maximum: Int = 1 << 20
    ) async throws -> [SESRecord] {
        try await DeliveryPieces.records(
            DeliveryPieces.stream(pieces).sesRecordsInParallel(
                maximumRecordByteCount: maximum, workerCount: workers, batchByteCount: batch))
    }

    private func serially(_ pieces: [Data], maximum: Int) async throws -> [SESRecord] {
        try await DeliveryPieces.records(DeliveryPieces.stream(pieces).sesRecords(maximumRecordByteCount: maximum))
    }

    @Test("are those of the whole", arguments: [1, 1000, 20_000, 1 << 20], [0, 1, 3])
    func mixture(batch: Int, workers: Int) async throws {
        let data = try DeliveryPieces.mixture()
        let whole = try SESEvent.decodeRecords(from: data)
        #expect(whole.contains { $0.failure != nil } && whole.contains { $0.event != nil })
        var generator = SeededGenerator(seed: UInt64(batch))
        for count in [0, 30] {
            let pieces = DeliveryPieces.cut(data, count: count, &generator)
            #expect(try await records(pieces, batch: batch, workers: workers) == whole)
        }
        #expect(try await DeliveryPieces.records(DeliveryPieces.stream([data]).sesRecordsInParallel()) == whole)
    }

    @Test("are those that are read serially, whatever the bytes, the pieces and the batches")
    func anything() async throws {
        var generator = SeededGenerator(seed: 20_261_124)
        var (events, failures) = (0, 0)
        for round in 0..<Fuzzing.iterations(200) {
            let data = DeliveryPieces.random(&generator)
            let maximum = [1 << 20, 1 << 20, 300, 50].randomElement(using: &generator) ?? 1
            let pieces = DeliveryPieces.cut(
                data, count: [0, 1, 5, 50, data.count].randomElement(using: &generator) ?? 0, &generator)
            let expected = try await serially([data], maximum: maximum)
            let batch = Int.random(in: 1...max(1, data.count), using: &generator)
            let found = try await records(pieces, batch: batch, maximum: maximum)
            #expect(found == expected, "round \(round), batches of \(batch), limit \(maximum)")
            #expect(try await serially(pieces, maximum: maximum) == expected, "round \(round)")
            events += expected.count { $0.event != nil }
            failures += expected.count { $0.failure != nil }
        }
        #expect(events > 0 && failures > 0)
    }

    @Test("are those that are read serially from fixtures with random damage")
    func damaged() async throws {
        var generator = SeededGenerator(seed: 77)
        let whole = [UInt8](try DeliveryPieces.mixture())
        for round in 0..<Fuzzing.iterations(20) {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...30, using: &generator) { EventFuzzTests.mutate(&bytes, &generator) }
            let data = Data(bytes)
            let pieces = DeliveryPieces.cut(data, count: 20, &generator)
            let expected = try SESEvent.decodeRecords(from: data)
            let batch = Int.random(in: 500...20_000, using: &generator)
            #expect(try await records(pieces, batch: batch) == expected, "round \(round), batches of \(batch)")
        }
    }

    @Test("a sign for where reading may begin that was none costs no record")
    func misleading() async throws {
        let line = #"{"eventType":"Click","mail":{"messageId":"m"},"click":{"link":"}{"}}"#
        let list = "[\n" + Array(repeating: line, count: 20).joined(separator: ",\n") + "]\n"
        let data = Data(String(repeating: list, count: 20).utf8)
        let found = try await records([data], batch: 300)
        #expect(found.count == 400 && found.allSatisfy { $0.event?.mail.messageID == "m" })
        #expect(try found == SESEvent.decodeRecords(from: data))
    }

    @Test("no pieces and empty ones give no record")
    func nothing() async throws {
        #expect(try await records([], batch: 1).isEmpty)
        #expect(try await records([Data(), Data()], batch: 1).isEmpty)
    }
}
