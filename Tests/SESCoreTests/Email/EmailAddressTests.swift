import SESCore
import Testing

@Suite("E-mail addresses")
struct EmailAddressTests {
    @Test(
        "a legal address passes and is taken apart",
        arguments: [
            ("a@b", "a@b", nil), ("jane.doe+x@example.co.uk", "jane.doe+x@example.co.uk", nil),
            ("!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com", nil),
            ("<a@b.example>", "a@b.example", nil), ("Shop <a@b.example>", "a@b.example", "Shop"),
            ("J. Doe (Berlin) <a@b.example>", "a@b.example", "J. Doe (Berlin)"),
            (#""Doe, \"J\" \\ @ <x>" <a@b.example>"#, "a@b.example", #"Doe, "J" \ @ <x>"#),
            (#""a b@c"@example.com"#, #""a b@c"@example.com"#, nil),
            ("x@xn--bcher-kva.example", "x@xn--bcher-kva.example", nil),
        ])
    func legal(text: String, address: String, name: String?) throws {
        let value = try EmailAddress(text)
        #expect(value.rawValue == text)
        #expect(value.address == address)
        #expect(value.displayName == name)
    }

    @Test("320 characters pass and 321 do not")
    func length() throws {
        // A local part as long as the rest leaves room for.
        let domain = [text(63), text(63), text(61)].joined(separator: ".") + ".example"
        let longest = text(320 - 1 - domain.utf8.count) + "@" + domain
        #expect(longest.utf8.count == 320)
        _ = try EmailAddress(longest)
        _ = try EmailAddress("Shop <\(longest)>")
        let error = fault { () throws(SESValueError) in _ = try EmailAddress("b" + longest) }
        #expect(error?.rule == "must be at most 320 characters without the display name")
    }

    static let labels = "must have domain parts of 1 to 63 letters, digits and inner hyphens"
    static let dot = "cannot have a dot first, last or after a dot in the local part, unless it is quoted"
    static let other = "cannot have this character in the local part, unless it is quoted"
    static let mustQuote = "must quote a display name that contains"

    @Test(
        "a broken rule is named, and the text never repeated",
        arguments: [
            ("", "cannot be empty"), ("jane", "must have the form local@domain"),
            ("jane <>", "must have the form local@domain"), ("@example.com", "cannot have an empty local part"),
            ("jane@", "cannot have an empty domain"),
            ("jane@example.com\r\nBcc: eve@evil.example", "cannot contain a control character (at offset 16)"),
            ("jane\u{0}@example.com", "cannot contain a control character (at offset 4)"),
            ("jane\u{85}@example.com", "cannot contain a control character (at offset 4)"),
            ("jané@example.com", "must have a local part of 7-bit ASCII (at offset 3)"),
            ("jane@exämple.com", "must have its domain in Punycode (xn--…): beyond ASCII at offset 2 of the domain"),
            (".jane@example.com", "\(dot) (at offset 0)"), ("jane.@example.com", "\(dot) (at offset 4)"),
            ("ja..ne@example.com", "\(dot) (at offset 3)"), ("ja ne@example.com", "\(other) (at offset 2)"),
            ("jane@x.example,eve@y.example", "\(other) (at offset 4)"),
            (" jane@example.com", "\(other) (at offset 0)"),
            ("jane@example.com ", "\(labels) (part 2 of 2 is not)"),
            ("jane@example..com", "\(labels) (part 2 of 3 is not)"),
            ("jane@-example.com", "\(labels) (part 1 of 2 is not)"),
            ("jane@exam_ple.com", "\(labels) (part 1 of 2 is not)"),
            ("jane@[127.0.0.1]", "\(labels) (part 1 of 4 is not)"),
            ("jane@\(text(64)).com", "\(labels) (part 1 of 2 is not)"),
            (
                "jane@\(Array(repeating: "a", count: 127).joined(separator: "."))b",
                "must have a domain of at most 253 characters"
            ),
            ("\"jane@example.com", "must close the quotes of the local part"),
            ("\"jane\"x@example.com", "cannot go on after the quotes of the local part (at offset 5)"),
            (
                "Zoë <jane@example.com>",
                "cannot contain a display name beyond ASCII (at offset 2); init(name:address:) encodes it"
            ),
            (
                "Doe, Jane <jane@example.com>",
                "\(mustQuote) ',' (at offset 3); init(name:address:) does"
            ),
            (
                "eve@evil.example <jane@example.com>",
                "\(mustQuote) '@' (at offset 3); init(name:address:) does"
            ),
            (
                "\"a\" <b@c> <jane@example.com>",
                "cannot have this character in the local part, unless it is quoted (at offset 1)"
            ),
            (
                "Jane <jane@example.com",
                "cannot have this character in the local part, unless it is quoted (at offset 4)"
            ),
        ])
    func illegal(text: String, rule: String) {
        let error = fault { () throws(SESValueError) in _ = try EmailAddress(text) }
        #expect(error == SESValueError(field: FieldPath("EmailAddress"), rule: rule))
        #expect(error?.description.contains("jane") == false)
    }

    // The expected texts are those of Python 3's email.utils.formataddr((name, "a@example.com")).
    @Test(
        "an ASCII name is quoted where it must be",
        arguments: [
            ("Shop", "Shop <a@example.com>"), ("Jane Q Doe", "Jane Q Doe <a@example.com>"),
            ("Doe, Jane", "\"Doe, Jane\" <a@example.com>"), ("J. Doe", "\"J. Doe\" <a@example.com>"),
            ("The \"Shop\"", "\"The \\\"Shop\\\"\" <a@example.com>"),
            ("back\\slash", "\"back\\\\slash\" <a@example.com>"), ("a@b.example", "\"a@b.example\" <a@example.com>"),
            ("Shop (Berlin)", "\"Shop (Berlin)\" <a@example.com>"),
        ])
    func quoted(name: String, text: String) throws {
        let address = try EmailAddress(name: name, address: "a@example.com")
        #expect(address.rawValue == text)
        #expect(address.displayName == name)
        #expect(address.address == "a@example.com")
        try address.validate()
    }

    @Test("a name without text gives the bare address, and outer spaces are kept by quotes")
    func edges() throws {
        #expect(try EmailAddress(name: "", address: "a@b").rawValue == "a@b")
        let spaced = try EmailAddress(name: " x ", address: "a@b")
        #expect(spaced.rawValue == "\" x \" <a@b>")
        #expect(spaced.displayName == " x ")
    }

    @Test("a name can't bring in headers or a second address", arguments: ["x\r\nBcc: eve@y", "x\u{0}", "x\u{2028}y"])
    func injection(name: String) {
        let error = fault { () throws(SESValueError) in _ = try EmailAddress(name: name, address: "a@b") }
        #expect(error?.rule == "must contain only characters that are not line breaks or other control characters")
        #expect(error?.value == nil)
        let second = fault { () throws(SESValueError) in _ = try EmailAddress(name: "x", address: "a@b>, <c@d") }
        #expect(second?.field == "EmailAddress")
    }

    @Test("printing, interpolating and dumping show nothing of an address")
    func hidden() throws {
        let address: EmailAddress = "Jane <jane@example.com>"
        var dumped = ""
        dump([address], to: &dumped)
        for text in ["\(address)", String(reflecting: address), String(describing: [address]), dumped] {
            #expect(!text.lowercased().contains("jane"))
        }
    }

    @Test("an address is a plain string on the wire, checked or not")
    func wire() throws {
        try expectWireForm(of: ["not an address" as EmailAddress], is: #"["not an address"]"#)
    }
}
