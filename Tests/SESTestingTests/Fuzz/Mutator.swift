import SESTesting

/// Breaks bytes in ways that parsers stumble over, the same ways for the same seed.
struct Mutator {
    private var random: SeededGenerator
    private static let pieces: [[UInt8]] =
        [
            "null", "{", "}", "[", "]", "\"", ":", ",", "\\u0000", "\\ud800", "1e999", "-0", "true", "{{", "}}", "@",
            "<a ",
            "\r\n", "\n\n", "%", "\u{1F600}", "", "9223372036854775808", "\\", "=",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xED, 0xA0, 0x80]]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func number(below limit: Int) -> Int {
        limit > 0 ? Int(random.next() % UInt64(limit)) : 0
    }

    mutating func element<Element>(of elements: [Element]) -> Element {
        elements[number(below: elements.count)]
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<number(below: count)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// The bytes with none to four faults.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<number(below: 5) {
            let place = number(below: bytes.count)
            let end = min(bytes.count, place + number(below: 12))
            switch number(below: 5) {
            case 0: bytes.insert(contentsOf: element(of: Self.pieces), at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count))
            case 3: bytes.replaceSubrange(place..<end, with: element(of: Self.pieces))
            default: if place < bytes.count { bytes[place] ^= 1 << UInt8(number(below: 8)) }
            }
        }
        return bytes
    }
}
