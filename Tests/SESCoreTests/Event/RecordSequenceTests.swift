import Foundation
import SESCore
import Testing

@Suite("Records that arrive in pieces")
struct RecordSequenceTests {
    private func records(_ data: Data, endingAt ends: [Int], maximum: Int = 1 << 20) async throws -> [SESRecord] {
        let pieces = DeliveryPieces.stream(DeliveryPieces.cut(data, at: ends))
        return try await DeliveryPieces.records(pieces.sesRecords(maximumRecordByteCount: maximum))
    }

    @Test("are those of the whole, wherever the pieces end")
    func anyPieces() async throws {
        let data = try DeliveryPieces.mixture()
        let whole = try SESEvent.decodeRecords(from: data)
        #expect(whole.contains { $0.failure != nil } && whole.contains { $0.event != nil })
        var generator = SeededGenerator(seed: 4)
        for count in [0, 1, 2, 5, 40, 400] {
            let ends = (0..<count).map { _ in Int.random(in: 0...data.count, using: &generator) }
            #expect(try await records(data, endingAt: ends) == whole)
        }
    }

    @Test("are those of the whole when every byte comes alone")
    func singleBytes() async throws {
        let parts = [try EventFixture.text("send"), "{\"a\":[", try EventFixture.text("open"), "x", ""]
        let data = Data(parts.joined(separator: "\n").utf8)
        let whole = try SESEvent.decodeRecords(from: data)
        #expect(try await records(data, endingAt: Array(0...data.count)) == whole)
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
            #expect(try await records(data, endingAt: [end]) == whole, "cut at \(end)")
        }
    }

    @Test("a byte order mark may be cut too", arguments: [[1], [2], [1, 2], [1, 2, 3], [0, 3, 4]])
    func byteOrderMark(ends: [Int]) async throws {
        let data = Data("\u{FEFF}\(try EventFixture.text("reject"))".utf8)
        let found = try await records(data, endingAt: ends)
        #expect(found.map { $0.event?.type } == [.reject])
        #expect(try found == SESEvent.decodeRecords(from: data))
        // A part of one and nothing more is no JSON, however it arrives.
        let part = data.prefix(2)
        #expect(try await records(part, endingAt: [1]) == SESEvent.decodeRecords(from: part))
    }

    @Test("one that is too large costs only itself")
    func tooLarge() async throws {
        let small = try EventFixture.text("click")
        let large = "{\"eventType\":\"Bounce\",\"x\":\"\(String(repeating: "y", count: 100_000))\"}"
        let data = Data("\(small)\n\(large)\n\(small)\n".utf8)
        let ends = stride(from: 0, to: data.count, by: 1000).map { $0 }
        let found = try await records(data, endingAt: ends, maximum: 20_000)
        #expect(found.map { $0.event != nil } == [true, false, true])
        #expect(found[1].failure?.rule == "cannot be larger than 20000 bytes")
        #expect(found[1].offset == small.utf8.count + 1)
    }

    @Test("no pieces and empty ones give no record")
    func nothing() async throws {
        #expect(try await records(Data(), endingAt: [0, 0]).isEmpty)
    }

    @Test("whether one is too large doesn't depend on the pieces", arguments: [0, 1, 44, 45, 46, 100, 400])
    func limit(maximum: Int) async throws {
        var generator = SeededGenerator(seed: 9)
        var tooLarge = 0
        for _ in 0..<40 {
            let data = DeliveryPieces.random(&generator)
            let whole = try await records(data, endingAt: [], maximum: maximum)
            tooLarge += whole.count { $0.failure?.rule == "cannot be larger than \(maximum) bytes" }
            #expect(try await records(data, endingAt: Array(0...data.count), maximum: maximum) == whole)
        }
        #expect(tooLarge > 0)
        let event = #"{"eventType":"Send","mail":{"messageId":"m"}}"#
        let found = try await records(Data("\(event)\n".utf8), endingAt: [], maximum: maximum)
        #expect(found.map { $0.event != nil } == [maximum >= event.utf8.count])
    }

    @Test("a large one in tiny pieces doesn't take quadratic time", .timeLimit(.minutes(1)))
    func tinyPieces() async throws {
        let text = String(repeating: "y", count: 300_000)
        let large = #"{"eventType":"Send","mail":{"messageId":"m"},"x":["\#(text)\"{[", {"y":1}]}"#
        let data = Data("\(large)\n\(large)\n".utf8)
        let found = try await records(data, endingAt: Array(0...data.count))
        #expect(found.map { $0.event?.mail.messageID } == ["m", "m"])
    }

    @Test("one comes as soon as its end has come")
    func prompt() async throws {
        let event = #"{"eventType":"Send","mail":{"messageId":"\"}"},"x":[{}]}"#
        let (pieces, continuation) = AsyncStream.makeStream(of: Data.self)
        var iterator = pieces.sesRecords().makeAsyncIterator()
        for _ in 0..<3 {
            for byte in event.utf8 { continuation.yield(Data([byte])) }
            #expect(try await iterator.next()?.event?.mail.messageID == "\"}")
        }
    }
}
