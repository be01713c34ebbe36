import Testing

@testable import SESClient
@testable import SESConnection

@Suite("AWS's INI dialect")
struct INIDocumentTests {
    private func options(_ text: String, of section: String = "s") throws -> [String: INIDocument.Value]? {
        try INIDocument(text).sections.first { $0.name == section }?.section.options
    }

    @Test(
        "reads options",
        arguments: [
            ("[s]\na=b", "b"), ("[s]\na = b", "b"), ("[s]\na: b", "b"), ("[s]\r\na = b\r\n", "b"), ("[s]\ra = b", "b"),
            ("[s]\n  a  =  b c  ", "b c"), ("[s]\nA = b", "b"), ("[s]\na = b = c", "b = c"),
            ("[s]\na = b # c", "b # c"),
            ("[s]\na = b ; c", "b ; c"), ("[s]\n# x\n; x\n  # x\na = b", "b"), ("\n\n[s]\n\na = b\n\n", "b"),
            ("[s] # comment\na = b", "b"), ("\u{FEFF}[s]\na = b", "b"), ("[s]\na =", ""), ("[s]\na = b\n  c", "b\nc"),
            ("[s]\na = b\n\n  c", "b\n\nc"), ("[s]\na = b\n# x\n  c", "b\nc"), ("[DEFAULT]\na = d\n[s]\na = b", "b"),
            ("[s]\n[DEFAULT]\na = d", "d"), ("[s]\na = é", "é"),
            ("[DEFAULT]\na =\n  broken\n[s]\na = b", "b"),
        ])
    func text(document: String, value: String) throws {
        #expect(try options(document)?["a"] == .text(value))
    }

    @Test("takes an indented block for a nested section, and keeps the case of its names")
    func nested() throws {
        let text = "[s]\nsesv2 =\n  endpoint_url = http://x\n  Other=1\nb = c"
        #expect(
            try options(text) == ["sesv2": .nested(["endpoint_url": "http://x", "Other": "1"]), "b": .text("c")])
    }

    @Test("keeps sections apart, by names with spaces and brackets and with their case")
    func sections() throws {
        let document = try INIDocument("[profile a]\nx = 1\n[Profile A]\nx = 2\n[a]b]\nx = 3\n[ spaced ]")
        #expect(document.sections.map(\.name) == ["profile a", "Profile A", "a]b", " spaced "])
        #expect(document.sections.map { $0.section["x"] } == ["1", "2", "3", nil])
    }

    @Test(
        "says which line is wrong and why, and nothing of what stands there",
        arguments: [
            ("a = secret", 1), ("[s]\nsecret", 2), ("[s]\n= secret", 2), ("[s]\na = secret\na = secret", 3),
            ("[s]\nA = secret\na = secret", 3), ("[s]\n[t]\n[s]", 3), ("[]\na = secret", 1),
            ("[s]\na =\n  secret", 2), ("# x\n\n  secret", 3), ("[DEFAULT]\na = 1\n[DEFAULT]\na = 2", 4),
        ])
    func faults(document: String, line: Int) {
        let fault = #expect(throws: INIDocument.Fault.self) { try INIDocument(document) }
        #expect(fault?.line == line)
        #expect(fault?.reason.contains("secret") == false)
    }

    @Test("stands any input", arguments: 0..<40)
    func anything(seed: Int) {
        var state = UInt64(seed)
        let alphabet = Array("[]=:#; \t\n\r\"'\\abcDEFAULTprofile\u{85}\u{2028}é")
        for _ in 0..<200 {
            let text = String(
                (0..<60).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return alphabet[Int(state >> 33) % alphabet.count]
                })
            _ = try? INIDocument(text)
        }
    }

    @Test("a section shows its options' names only")
    func printed() throws {
        let document = try INIDocument("[s]\naws_secret_access_key = hush")
        #expect(!PrintedForms.all(of: document).contains("hush"))
    }
}

@Suite("Shell words")
struct ShellWordsTests {
    @Test(
        "are split as a shell would",
        arguments: [
            ("", []), ("  ", []), ("a", ["a"]), ("a b\tc\nd", ["a", "b", "c", "d"]), ("'a b' c", ["a b", "c"]),
            ("\"a b\" c", ["a b", "c"]), ("a'b'c", ["abc"]), ("''", [""]), ("a '' b", ["a", "", "b"]),
            (#"a\ b"#, ["a b"]), (#""a\"b\\c\d""#, [#"a"b\c\d"#]), (#"'a\b'"#, [#"a\b"#]), (#"\'"#, ["'"]),
            ("$HOME `x` *", ["$HOME", "`x`", "*"]), ("a;b|c", ["a;b|c"]), ("a # b", ["a", "#", "b"]),
            ("é 'ü ö'", ["é", "ü ö"]),
        ])
    func split(line: String, words: [String]) {
        #expect(ShellWords.split(line) == words)
    }

    @Test("aren't guessed when a quotation isn't closed", arguments: ["'a", "\"a", "a\\", #""a\"#, "a 'b"])
    func unclosed(line: String) {
        #expect(ShellWords.split(line) == nil)
    }
}
