import SESCore
import Testing

@Suite("Fuzz: recipients as delivered")
struct MailboxFuzzTests {
    @Test("No text makes the parser fail or invent bytes")
    func randomTexts() async {
        let alphabet: [Character] = [
            "<", ">", "\"", "(", ")", "\\", "@", ",", ";", ":", " ", "a", ".", "é", "\n", "\u{0}",
        ]
        var generator = SeededGenerator(seed: 2)
        for round in 0..<Fuzzing.iterations(10_000) {
            // Tests with deadlines run beside this one.
            if round % 64 == 0 { await Task.yield() }
            let length = Int.random(in: 0...24, using: &generator)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
            let address = SESEvent.Recipient(emailAddress: text).address
            #expect(address.utf8.count <= text.utf8.count)
            #expect(SESEvent.Recipient(emailAddress: address).address == address, "\(text)")
        }
    }
}
