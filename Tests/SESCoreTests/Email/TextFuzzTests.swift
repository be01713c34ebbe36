import SESCore
import Testing

@Suite("Fuzz: names and addresses")
struct TextFuzzTests {
    static let pieces = [
        "a", "b.c", "@", "<", ">", "\"", "\\", ",", ":", "::", "arn", "aws", "=?", "?=", "?q?", "?b?", "=C3", "=", "_",
        "utf-8", " ", "\r\n", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "é", "e\u{301}", "👩‍👩‍👧‍👦", "\u{FEFF}", "-", "--",
        "eu-west-1", "1", ".", "..", "xn--", "\u{202E}", "\u{FFFD}", String(repeating: "x", count: 300),
    ]

    @Test("no text crashes an initialiser or an accessor, and what passes has no control character")
    func hostileTexts() async {
        var generator = SeededGenerator(seed: 20_261_123)
        for round in 0..<Fuzzing.iterations(10_000) {
            // Tests with deadlines run beside this one.
            if round % 64 == 0 { await Task.yield() }
            let count = Int.random(in: 0...8, using: &generator)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            if let address = try? EmailAddress(text) {
                #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
                #expect(address.address.contains("@"))
            }
            if let address = try? EmailAddress(name: text, address: "a@b") {
                #expect(address.displayName == (text.isEmpty ? nil : text))
                #expect(address.address == "a@b")
                #expect(throws: Never.self) { try address.validate() }
            }
            let unchecked = EmailAddress(rawValue: text)
            _ = (unchecked.address, unchecked.displayName, unchecked.description)
            let arn = ARN(rawValue: text)
            _ = (arn.partition, arn.service, arn.region, arn.accountID, arn.resource, try? ARN(text))
            _ = (Region(rawValue: text).partition, try? Region(text))
        }
    }
}
