import SESCore
import Testing

@Suite("Names of configuration sets and event destinations")
struct NameTests {
    static let alphabet = "must contain only ASCII letters, digits, '_' and '-'"

    @Test("a legal name passes", arguments: ["a", "promo-may2025", "_-Z9", text(64)])
    func legal(name: String) throws {
        #expect(try ConfigurationSetName(name).rawValue == name)
        #expect(try EventDestinationName(name).rawValue == name)
    }

    @Test(
        "an illegal name names its rule",
        arguments: [
            ("", "cannot be empty"), (text(65), "must be at most 64 characters"), ("a b", alphabet), ("a.b", alphabet),
            ("é", alphabet), ("a\n", alphabet), ("a/b", alphabet), ("名", alphabet),
        ])
    func illegal(name: String, rule: String) {
        let set = fault { () throws(SESValueError) in _ = try ConfigurationSetName(name) }
        #expect(set == SESValueError(field: FieldPath("ConfigurationSetName"), rule: rule, value: name))
        let destination = fault { () throws(SESValueError) in _ = try EventDestinationName(name) }
        #expect(destination == SESValueError(field: FieldPath("EventDestinationName"), rule: rule, value: name))
    }

    @Test("a literal is taken as it is and checked later")
    func literal() {
        let name: ConfigurationSetName = "not legal"
        #expect(name.rawValue == "not legal")
        #expect("\(name)" == "not legal")
        #expect(fault { () throws(SESValueError) in try name.validate() }?.rule == Self.alphabet)
    }

    @Test("a name is a plain string on the wire")
    func wire() throws {
        try expectWireForm(of: ["a" as ConfigurationSetName], is: #"["a"]"#)
        try expectWireForm(of: ["a b" as EventDestinationName], is: #"["a b"]"#)
    }
}
