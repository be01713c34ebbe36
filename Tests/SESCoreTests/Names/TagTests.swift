import SESCore
import Testing

@Suite("Message tags and resource tags")
struct TagTests {
    @Test("a message tag has AWS's shape")
    func messageTagWire() throws {
        try expectWireForm(of: MessageTag("campaign", "may"), is: #"{"Name":"campaign","Value":"may"}"#)
    }

    @Test("tags from a dictionary are sorted by name")
    func sorted() {
        #expect([MessageTag](["b": "2", "c": "3", "a": "1"]).map(\.name) == ["a", "b", "c"])
    }

    @Test(
        "a legal message tag passes",
        arguments: [
            MessageTag("a", "1"), MessageTag(text(255), text(255)), MessageTag("A_-9", "a.b@c-d_9"),
            MessageTag("ses:feedback-id-a", "x"), MessageTag("ses:feedback-id-b", "x"),
        ])
    func legalMessageTag(tag: MessageTag) throws {
        try tag.validate()
    }

    static let nameAlphabet = "must contain only ASCII letters, digits, '_' and '-'"
    static let valueAlphabet = "must contain only ASCII letters, digits, '_', '-', '.' and '@'"

    @Test(
        "a broken rule of a message tag is named, without its value",
        arguments: [
            BrokenRule(MessageTag("", "v"), "Name", "cannot be empty", shows: ""),
            BrokenRule(MessageTag("n", ""), "Value", "cannot be empty"),
            BrokenRule(MessageTag(text(256), "v"), "Name", "must be at most 255 characters", shows: text(120) + "…"),
            BrokenRule(MessageTag("n", text(256)), "Value", "must be at most 255 characters"),
            BrokenRule(MessageTag("a.b", "v"), "Name", nameAlphabet, shows: "a.b"),
            BrokenRule(MessageTag("ses:other", "v"), "Name", nameAlphabet, shows: "ses:other"),
            BrokenRule(MessageTag("n", "jane@example.org, x"), "Value", valueAlphabet),
            BrokenRule(MessageTag("n", "ü"), "Value", valueAlphabet),
        ])
    func illegalMessageTag(rule: BrokenRule) {
        rule.expectBroken()
    }

    @Test("a resource tag has AWS's shape")
    func resourceTagWire() throws {
        try expectWireForm(of: ResourceTag(key: "team", value: ""), is: #"{"Key":"team","Value":""}"#)
    }

    @Test(
        "a legal resource tag passes",
        arguments: [
            ResourceTag(key: "a", value: ""), ResourceTag(key: text(128), value: text(256)),
            ResourceTag(key: "Größe 1_.:/=+-@", value: "名前\u{3000}٣"), ResourceTag(key: "myaws:x", value: "aws:x"),
            ResourceTag(key: text(128, of: "𝒜"), value: text(256, of: "𝒜")),
        ])
    func legalResourceTag(tag: ResourceTag) throws {
        try tag.validate()
    }

    static let tagAlphabet = "must contain only letters, digits, spaces and '_', '.', ':', '/', '=', '+', '-', '@'"
    static let reserved = "cannot begin with 'aws:', which AWS keeps for itself"

    @Test(
        "a broken rule of a resource tag is named",
        arguments: [
            BrokenRule(ResourceTag(key: "", value: ""), "Key", "cannot be empty", shows: ""),
            BrokenRule(
                ResourceTag(key: text(129), value: ""), "Key", "must be at most 128 characters",
                shows: text(120) + "…"),
            BrokenRule(
                ResourceTag(key: "k", value: text(257)), "Value", "must be at most 256 characters",
                shows: text(120) + "…"),
            BrokenRule(ResourceTag(key: "a#", value: ""), "Key", tagAlphabet, shows: "a#"),
            BrokenRule(ResourceTag(key: "k", value: "a\n"), "Value", tagAlphabet, shows: "a\n"),
            BrokenRule(ResourceTag(key: "aws:x", value: ""), "Key", reserved, shows: "aws:x"),
            BrokenRule(ResourceTag(key: "AWS:x", value: ""), "Key", reserved, shows: "AWS:x"),
        ])
    func illegalResourceTag(rule: BrokenRule) {
        rule.expectBroken()
    }
}
