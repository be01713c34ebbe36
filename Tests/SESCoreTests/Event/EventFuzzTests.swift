import Foundation
import SESCore
import Testing

@Suite("Fuzz: event bytes")
struct EventFuzzTests {
    @Test("mutated fixtures give events or the one error, and what decodes also encodes")
    func mutations() async throws {
        var generator = SeededGenerator(seed: 20_250_504)
        let sources = try EventFixture.all.map { [UInt8](try EventFixture.data($0)) }
        let envelope = [UInt8](try EventFixture.sns(EventFixture.text("bounce")).utf8)
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        var decoded = 0
        let rounds = Fuzzing.iterations(10_000)
        for round in 0..<rounds {
            // Tests with deadlines run beside this one.
            if round % 64 == 0 { await Task.yield() }
            var bytes = (round % 10 == 0 ? envelope : sources.randomElement(using: &generator)) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &generator) { Self.mutate(&bytes, &generator) }
            do {
                for event in try SESEvent.decodeAll(from: Data(bytes)) {
                    decoded += 1
                    guard round % 8 == 0 else { continue }
                    #expect(try decoder.decode(SESEvent.self, from: try encoder.encode(event)) == event)
                }
            } catch let error as SESValueError {
                #expect(error.code == .undecodableEvent)
            }
        }
        // Enough of both kinds, or the mutations test only one thing.
        #expect((rounds / 10...rounds * 9 / 10).contains(decoded))
    }

    @Test("whatever becomes of one line, the lines before and after it are read")
    func neighbours() async throws {
        var generator = SeededGenerator(seed: 20_261_123)
        let decoder = JSONDecoder()
        let lines = try EventFixture.types.map { name in
            [UInt8](try JSONEncoder().encode(decoder.decode(JSONValue.self, from: EventFixture.data(name))))
        }
        let events = try EventFixture.types.map { try EventFixture.event($0) }
        let newline = UInt8(ascii: "\n")
        for round in 0..<Fuzzing.iterations(3000) {
            if round % 64 == 0 { await Task.yield() }
            let before = Int.random(in: 0..<lines.count, using: &generator)
            let after = Int.random(in: 0..<lines.count, using: &generator)
            var bad = lines.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &generator) { Self.mutate(&bad, &generator) }
            let found = try SESEvent.decodeRecords(
                from: Data(lines[before] + [newline] + bad + [newline] + lines[after] + [newline]))
            #expect(found.first?.event == events[before])
            #expect(found.last?.event == events[after], "\(String(decoding: bad, as: UTF8.self))")
        }
    }

    private static let tokens = [
        "{", "}", "[", "]", "\"", ",", ":", "\\", "null", "true", "1e999", "-", "\\ud800", "\\u0000", "0", "\u{0}", "é",
    ].map { [UInt8]($0.utf8) }

    static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: tokens.randomElement(using: &generator) ?? [], at: place)
        case 4: bytes.replaceSubrange(place..<end, with: tokens.randomElement(using: &generator) ?? [])
        default: bytes.insert(contentsOf: bytes[place..<end], at: place)
        }
    }
}
