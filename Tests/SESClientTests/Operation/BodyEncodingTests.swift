import Foundation
import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("The JSON text of a body is what Foundation's encoder writes")
struct BodyEncodingTests {
    private func expectSame(_ value: some Encodable, _ comment: Comment? = nil) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let expected = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(String(decoding: try BodyEncoding.data(of: value), as: UTF8.self) == expected, comment)
    }

    private struct Everything: Codable {
        struct Inner: Codable { var z = 1, a = 2, m: Int?, list = [[1, 2], [], [3]] }
        enum Word: String, Codable { case one }
        var zeta = "z", alpha = "a", yes = true, no = false, none: String?
        var int = -5, small: Int8 = -128, large: UInt64 = .max, least: Int64 = .min, byte: UInt8 = 7
        var double = 0.1, whole = 3.0, huge = 1e300, tiny = Double.leastNonzeroMagnitude
        var minus = -0.0, float: Float = 1.5
        var data = Data([0, 255, 62, 63]), noData = Data(), date = Date(timeIntervalSinceReferenceDate: 1.25)
        var url = URL(string: "https://example.com/a?b=c/d")
        var word = Word.one, words = [Word.one], inner = Inner(), inners = [Inner(), Inner()], empty: [String] = []
        var table = ["b": [1.5], "a": [], "ä": [2]], optionals: [Int?] = [1, nil, 3], numbers = [3: "c"]
    }

    @Test("For every kind of value")
    func everything() throws {
        try expectSame(Everything())
        try expectSame([Everything(), Everything()])
        try expectSame(["only": "text"])
        try expectSame([String: Int]())
        try expectSame("text")
        try expectSame(Optional<Int>.none)
        try expectSame(["price": Decimal(string: "12.30")])
    }

    @Test("For every character that is written in another way, and its neighbours")
    func characters() throws {
        for scalar in (0..<0x3000).compactMap({ Unicode.Scalar($0) }) { try expectSame("a\(scalar)b") }
        try expectSame("\u{0}\u{1f}\"\\/\u{7f}\u{2028}\u{feff}😀e\u{301}\r\n")
        try expectSame(["\"quoted\"\n": "\\", "": "empty"])
    }

    @Test("For random trees")
    func trees() throws {
        var dice = SeededDice(seed: 11)
        func tree(_ depth: Int) -> JSONValue {
            switch dice.roll(depth > 4 ? 4 : 6) {
            case 0: .string(String((0..<dice.roll(6)).map { _ in "aZ\"\\é\n/😀"[dice.roll(8)] }))
            case 1: .number(Double(dice.roll(2000)) / 8 - 100)
            case 2: .bool(dice.roll(2) == 0)
            case 3: .null
            case 4: .array((0..<dice.roll(4)).map { _ in tree(depth + 1) })
            default:
                .object(
                    Dictionary(
                        (0..<dice.roll(5)).map { _ in ("k\(dice.roll(9))", tree(depth + 1)) }, uniquingKeysWith: { $1 })
                )
            }
        }
        for _ in 0..<500 { try expectSame(tree(0)) }
    }

    @Test("Members that a value writes later than in their turn, or twice")
    func outOfTurn() throws {
        struct Nested: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: WireKey.self)
                var inner = container.nestedContainer(keyedBy: WireKey.self, forKey: "inner")
                var list = container.nestedUnkeyedContainer(forKey: "list")
                try container.encode(1, forKey: "one")
                try inner.encode(2, forKey: "two")
                try list.encode(3)
            }
        }
        struct Twice: Encodable {
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: WireKey.self)
                try container.encode("first", forKey: "b")
                try container.encode([1], forKey: "a")
                var again = encoder.container(keyedBy: WireKey.self)
                try again.encode("second", forKey: "b")
                try again.encodeNil(forKey: "c")
            }
        }
        try expectSame(Nested())
        try expectSame(Twice())
    }

    @Test("What JSON can't hold isn't written", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(number: Double) {
        #expect(throws: EncodingError.self) { try BodyEncoding.data(of: ["number": number]) }
    }
}

extension String {
    fileprivate subscript(offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
