import SESCore
import Testing

@Suite("The bare address of a recipient")
struct MailboxTests {
    @Test(
        "An address is found in whatever stands around it",
        arguments: [
            ("jane@x.example", "jane@x.example"),
            ("  jane@x.example\r\n", "jane@x.example"),
            ("<jane@x.example>", "jane@x.example"),
            ("Jane <jane@x.example>", "jane@x.example"),
            ("Jane Doe<jane@x.example>", "jane@x.example"),
            ("User Name < jane@x.example >", "jane@x.example"),
            ("\"Doe, Jane\" <jane@x.example>", "jane@x.example"),
            ("Doe, Jane <jane@x.example>", "jane@x.example"),
            ("\"a \\\"quoted\\\" <fake@y.example>\" <jane@x.example>", "jane@x.example"),
            ("\"fake@y.example\" <jane@x.example>", "jane@x.example"),
            ("jane@x.example <jane@x.example>", "jane@x.example"),
            ("Jane (at <work@y.example>) <jane@x.example>", "jane@x.example"),
            ("jane@x.example (Jane Doe)", "jane@x.example"),
            ("(one (two \\) three)) jane@x.example", "jane@x.example"),
            ("Jane <jane@x.example> (work)", "jane@x.example"),
            ("<jane(home)@x.example>", "jane@x.example"),
            ("=?utf-8?Q?J=C3=A4ne?= <jane@x.example>", "jane@x.example"),
            ("Jäne Døe 😀 <jäne@bücher.example>", "jäne@bücher.example"),
            ("\"jane doe\"@x.example", "\"jane doe\"@x.example"),
            ("Jane <\"jane@home>\"@x.example>", "\"jane@home>\"@x.example"),
            ("\"\" <jane@x.example>", "jane@x.example"),
            ("jane+tag=1/2'3@x.example", "jane+tag=1/2'3@x.example"),
            ("O'Neil <o'neil@x.example>", "o'neil@x.example"),
            ("<jane@[192.0.2.1]>", "jane@[192.0.2.1]"),
            ("<jane@[IPv6:2001:db8::1]>", "jane@[IPv6:2001:db8::1]"),
            ("Jane@X.Example", "Jane@X.Example"),
        ])
    func finds(text: String, address: String) {
        #expect(SESEvent.Recipient(emailAddress: text).address == address)
        #expect(SESEvent.Recipient(emailAddress: text).emailAddress == text)
    }

    @Test(
        "A text with no single address comes back as it is, trimmed",
        arguments: [
            "", "   ", "Jane", "<>", "<", ">", "@", "@x.example", "jane@", "Jane <jane>", "Jane <jane@x.example",
            "Jane jane@x.example>", "<<jane@x.example>>", "<a@x.example> <b@x.example>",
            "a@x.example, b@x.example", "A <a@x.example>, B <b@x.example>", "a@x.example, B <b@x.example>",
            "\"Jane <jane@x.example>", "Jane (oops <jane@x.example>", "jane doe@x.example", "a@b@x.example",
            "Team: a@x.example;", "<jane@x.example> trailing", "jane@x.example\u{0}", "\\", "\"", "(", "\"\\",
            "<@relay.example:jane@x.example>", "jane@x.example;", " \t\n ",
        ])
    func leavesAlone(text: String) {
        let spaces: Set<Character> = [" ", "\t", "\n"]
        let trimmed = String(text.drop(while: spaces.contains))
        #expect(SESEvent.Recipient(emailAddress: text).address == trimmed)
    }
}
