import SESCore
import Testing

@testable import SESNames

@Suite("Texts that are looked at by byte are judged as rule by rule")
struct PlainTextTests {
    private var dice = SeededGenerator(seed: 5)

    private mutating func text(of alphabet: [Character], upTo length: Int) -> String {
        String((0..<Int.random(in: 0...length, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? "a" })
    }

    @Test("No plain address breaks a rule, and addresses of the common forms are plain")
    mutating func addresses() {
        let alphabet = Array("aZ9.-@<>_+ \"\\é\n")
        var plain = 0
        for _ in 0..<200_000 {
            let text =
                text(of: alphabet, upTo: 4) + (Bool.random(using: &dice) ? "@" : "") + text(of: alphabet, upTo: 5)
            guard AddressSyntax.isPlain(text) else { continue }
            plain += 1
            #expect(throws: Never.self) { try AddressSyntax.checkRules(of: text, at: FieldPath()) }
        }
        #expect(plain > 300)
        for text in ["jane@example.org", "Jane Doe <jane.doe+x@mail.example.org>", "a@b"] {
            #expect(AddressSyntax.isPlain(text))
        }
    }

    @Test(
        "An address at a rule's border",
        arguments: [
            ("a@\(String(repeating: "b", count: 63)).com", true), ("a@\(String(repeating: "b", count: 64)).com", false),
            ("a@-b.com", false), ("a@b-.com", false), ("a@b..com", false), ("a@.com", false), ("a@com.", false),
            (".a@b", false), ("a.@b", false), ("a..b@c", false), ("@b", false), ("a@", false), ("a@b@c", false),
            ("a b@c", false), ("a,b <a@b>", false), ("a@b>", false), ("<a@b>", true), ("a <a@b> ", false),
            ("\(String(repeating: "a", count: 318))@b", true), ("\(String(repeating: "a", count: 319))@b", false),
        ])
    func borders(text: String, isPlain: Bool) {
        #expect(AddressSyntax.isPlain(text) == isPlain)
        #expect((try? AddressSyntax.checkRules(of: text, at: FieldPath())) != nil || !isPlain)
    }

    @Test("A set of characters has each that it was made of, and nothing else")
    func sets() {
        let rule: (Unicode.Scalar) -> Bool = { $0.isASCIIAlphanumeric || $0 == "_" || $0 == "\0" || $0 == "\u{7f}" }
        let set = ASCIISet(where: rule)
        for byte in UInt8.min...UInt8.max {
            #expect(set.contains(byte) == (byte < 128 && rule(Unicode.Scalar(byte))))
        }
        #expect(set.holds("ab_9", of: 1...4) && !set.holds("ab_9", of: 1...3) && !set.holds("", of: 1...4))
        #expect(!set.holds("a-b", of: 1...4) && !set.holds("é", of: 1...4))
    }
}
