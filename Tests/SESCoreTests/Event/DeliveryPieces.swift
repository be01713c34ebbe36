import Foundation
import SESCore

/// Deliveries for readers of pieces, and ways to cut them.
enum DeliveryPieces {
    /// The bytes in pieces that end at these places.
    static func cut(_ data: Data, at ends: [Int]) -> [Data] {
        var start = 0
        return (ends.sorted() + [data.count]).map { end in
            defer { start = max(start, end) }
            return data.subdata(in: start..<max(start, end))
        }
    }

    /// The bytes in about so many pieces of random sizes, some of them empty.
    static func cut(_ data: Data, count: Int, _ generator: inout SeededGenerator) -> [Data] {
        cut(data, at: (0..<count).map { _ in Int.random(in: 0...data.count, using: &generator) })
    }

    static func stream(_ pieces: [Data]) -> AsyncStream<Data> {
        AsyncStream { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
    }

    static func records(_ records: some AsyncSequence<SESRecord, any Error>) async throws -> [SESRecord] {
        var all: [SESRecord] = []
        for try await record in records { all.append(record) }
        return all
    }

    /// Every kind of record: events on one line and on several, one after the other, envelopes, notices and broken ones.
    static func mixture() throws -> Data {
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

    /// Short records, put together at random: valid and broken ones, with and without anything between them, and what only
    /// looks like the border between two.
    static func random(_ generator: inout SeededGenerator) -> Data {
        let event = #"{"eventType":"Send","mail":{"messageId":"m"}}"#
        let parts = [
            event, event, event, event + event, event + "\n" + event, event + "\r\n",
            "{\n\"eventType\" : \"Open\",\n\"mail\" :\n{\"messageId\":\"o\"\n}\n}",
            #"{"eventType":"Click","mail":{"messageId":"}{"},"click":{"link":"}{\"x\"}{"}}"#,
            "[\(event),\n\(event)\n]", "[\n\(event),{\n}]", #"{"Records":[{"body":"x"},{"body":"{}\n{}"}]}"#,
            "Successfully validated SNS topic for x\n", "Successfully", "7", "-1.5e3", "tru", "]", "}", "{", "{\"a\":[",
            "\"a\nb\"", "\"text\"", "\u{FEFF}", "\u{0}", "é", "{\"x\":\"\(String(repeating: "y", count: 400))\"}",
        ]
        let separators = ["\n", "\n", "\n", "", "", " ", "\r\n", "\n\n", "\n  ", "\t"]
        var text = Bool.random(using: &generator) ? "" : "\u{FEFF}"
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            text += parts.randomElement(using: &generator) ?? ""
            text += separators.randomElement(using: &generator) ?? ""
        }
        return Data(text.utf8)
    }
}
