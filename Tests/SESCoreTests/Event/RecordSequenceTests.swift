import Foundation
import SESCore
import Testing

@Suite("Records that arrive in pieces")
struct RecordSequenceTests {
    /// The bytes in pieces that end at these places.
    private func pieces(_ data: Data, endingAt ends: [Int]) -> AsyncStream<Data> {
        AsyncStream { continuation in
            var start = 0
            for end in ends.sorted() + [data.count] {
                continuation.yield(data.subdata(in: start..<max(start, end)))
                start = max(start, end)
            }
            continuation.finish()
        }
    }

    private func records(_ pieces: AsyncStream<Data>, maximum: Int = 1 << 20) async throws -> [SESRecord] {
        var records: [SESRecord] = []
        for try await record in pieces.sesRecords(maximumRecordByteCount: maximum) { records.append(record) }
        return records
    }

    /// Every kind of record: events on one line and on several, one after the other, envelopes, notices and broken ones.
    private func mixture() throws -> Data {
        let note = "Successfully validated SNS topic for Amazon SES event publishing."
        let bounce = try EventFixture.text("bounce")
        var parts: [String] = []
        for name in EventFixture.all {
            parts += [try EventFixture.text(name), try EventFixture.sns(EventFixture.text(name))]
        }
        parts += [
            note, bounce + bounce, "{\"a\":[1,2", bounce, "]]", note, "{\"eventType\":\"Bou", bounce, "tru", bounce,
            "-12.5", bounce, "7 8", note + "x", bounce,
        ]
        return Data("\u{FEFF}\(parts.joined(separator: "\n"))\n".utf8)
    }

    @Test("are those of the whole, wherever the pieces end")
    func anyPieces() async throws {
        let data = try mixture()
        let whole = try SESEvent.decodeRecords(from: data)
        #expect(whole.contains { $0.failure != nil } && whole.contains { $0.event != nil })
        var generator = SeededGenerator(seed: 4)
        for count in [0, 1, 2, 5, 40, 400] {
            let ends = (0..<count).map { _ in Int.random(in: 0...data.count, using: &generator) }
            #expect(try await records(pieces(data, endingAt: ends)) == whole)
        }
    }

    @Test("are those of the whole when every byte comes alone")
    func singleBytes() async throws {
        let parts = [try EventFixture.text("send"), "{\"a\":[", try EventFixture.text("open"), "x", ""]
        let data = Data(parts.joined(separator: "\n").utf8)
        let whole = try SESEvent.decodeRecords(from: data)
        #expect(try await records(pieces(data, endingAt: Array(0...data.count))) == whole)
    }

    @Test("are those of the whole at every single place a piece can end")
    func everyPlace() async throws {
        let event = #"{"eventType":"Send","mail":{"messageId":"m"}}"#
        let note = "Successfully validated SNS topic for Amazon SES event publishing."
        let lines = [event, "]]", event, "12.5", "x", event, "-7", note, event, "{\"a\":", "tru", event + event, "]"]
        let data = Data(lines.joined(separator: "\n").utf8)
        let whole = try SESEvent.decodeRecords(from: data)
        #expect(whole.compactMap(\.event).count == 6)
        for end in 0...data.count {
            #expect(try await records(pieces(data, endingAt: [end])) == whole, "cut at \(end)")
        }
    }

    @Test("a byte order mark may be cut too", arguments: [[1], [2], [1, 2], [1, 2, 3], [0, 3, 4]])
    func byteOrderMark(ends: [Int]) async throws {
        let data = Data("\u{FEFF}\(try EventFixture.text("reject"))".utf8)
        let found = try await records(pieces(data, endingAt: ends))
        #expect(found.map { $0.event?.type } == [.reject])
        #expect(try found == SESEvent.decodeRecords(from: data))
        // A part of one and nothing more is no JSON, however it arrives.
        let part = data.prefix(2)
        #expect(try await records(pieces(part, endingAt: [1])) == SESEvent.decodeRecords(from: part))
    }

    @Test("one that is too large costs only itself")
    func tooLarge() async throws {
        let small = try EventFixture.text("click")
        let large = "{\"eventType\":\"Bounce\",\"x\":\"\(String(repeating: "y", count: 100_000))\"}"
        let data = Data("\(small)\n\(large)\n\(small)\n".utf8)
        let ends = stride(from: 0, to: data.count, by: 1000).map { $0 }
        let found = try await records(pieces(data, endingAt: ends), maximum: 20_000)
        #expect(found.map { $0.event != nil } == [true, false, true])
        #expect(found[1].failure?.rule == "cannot be larger than 20000 bytes")
        #expect(found[1].offset == small.utf8.count + 1)
    }

    @Test("no pieces and empty ones give no record")
    func nothing() async throws {
        #expect(try await records(pieces(Data(), endingAt: [0, 0])).isEmpty)
    }
}
