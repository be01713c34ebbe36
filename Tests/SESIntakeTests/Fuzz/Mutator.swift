import SESTesting

/// Breaks bytes in ways that readers of messages stumble over, the same ways for the same seed.
struct Mutator {
    private var random: SeededGenerator
    private static let pieces: [[UInt8]] =
        [
            "null", "{", "}", "[", "]", "\"", ":", ",", "\\u0000", "\\ud800", "\\n", "\\u000aSubject\\u000a", "1e999",
            "{{",
            "\"Type\":\"Notification\",", "\"TopicArn\":\"arn:aws:sns:eu-west-1:123456789012:promo\",",
            "\"Subject\":null,",
            "\"SignatureVersion\":\"2\",", "@evil.com/", ".evil.com", "%2e", "#", "?", "\r\n", "\n\n", "\u{1F600}",
            "\\", "=", " ", "\t",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x00], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF]]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func number(below limit: Int) -> Int { limit > 0 ? Int(random.next() % UInt64(limit)) : 0 }

    mutating func element<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

    /// The bytes with one to four faults.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...number(below: 4) {
            let place = number(below: bytes.count)
            let end = min(bytes.count, place + number(below: 12))
            switch number(below: 6) {
            case 0: bytes.insert(contentsOf: element(of: Self.pieces), at: place)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: number(below: bytes.count))
            case 3: bytes.replaceSubrange(place..<end, with: element(of: Self.pieces))
            case 4: swapLines(&bytes)
            default: if place < bytes.count { bytes[place] ^= 1 << UInt8(number(below: 8)) }
            }
        }
        return bytes
    }

    /// Moves a member: where it stands says nothing, but what a fault beside it does may depend on it.
    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines.swapAt(number(below: lines.count), number(below: lines.count))
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
