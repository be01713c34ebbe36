import Foundation
import SESCore
import Testing

@Suite("The key that tells an event from a repetition")
struct DeduplicationKeyTests {
    @Test("An event has one key, whatever it comes in", arguments: EventFixture.all)
    func transports(name: String) throws {
        let key = try EventFixture.event(name).deduplicationKey
        let text = try EventFixture.text(name)
        let bodies = [
            text + "\n" + text + "\n", try EventFixture.sns(text), EventFixture.eventBridge(text),
            try EventFixture.sns(EventFixture.eventBridge(text)),
            #"{"Records":[{"eventSource":"aws:sqs","body":\#(try EventFixture.quoted(try EventFixture.sns(text)))}]}"#,
        ]
        for body in bodies {
            let keys = try SESEvent.decodeAll(from: body).map(\.deduplicationKey)
            #expect(!keys.isEmpty)
            #expect(Set(keys) == [key])
        }
    }

    @Test("Different events have different keys, also if they are of one mail")
    func different() throws {
        let events = try EventFixture.all.map(EventFixture.event)
        #expect(Set(events.map(\.deduplicationKey)).count == events.count)
        // The legacy notifications tell of the same bounce, complaint and delivery as the published events, and
        // odd-raw-without-headers of the same delivery; odd-raw-send and odd-templated-send are plain sends.
        let copies = Set(EventFixture.legacy + ["odd-raw-without-headers", "odd-raw-send", "odd-templated-send"])
        let ofOneMail = try EventFixture.all.filter { !copies.contains($0) }.map { name in
            var event = try EventFixture.event(name)
            event.mail.messageID = "0102-one"
            return event.deduplicationKey
        }
        #expect(Set(ofOneMail).count == ofOneMail.count)
    }

    @Test("A feedback notification has the key of the published event with the same details")
    func legacy() throws {
        let published = try EventFixture.event("bounce")
        var notification = try EventFixture.event("legacy-bounce")
        #expect(notification.deduplicationKey != published.deduplicationKey)
        notification.mail.messageID = published.mail.messageID
        #expect(notification.deduplicationKey == published.deduplicationKey)
    }

    @Test("The format is the documented one")
    func format() {
        let mail = SESEvent.Mail(messageID: "m-1", destination: ["zoë@r.example", "Ann <ann@r.example>"])
        let send = SESEvent(mail: mail, kind: .send(.init()))
        #expect(send.deduplicationKey == "ses1:4:Send,3:m-1,0:,1:2,13:ann@r.example,14:zoë@r.example,")
        let click = SESEvent(
            mail: SESEvent.Mail(messageID: "m-1"),
            kind: .click(
                .init(
                    ipAddress: "::1", timestamp: .init(text: "now"), userAgent: "x", link: "a:b",
                    linkTags: ["b": [], "a": ["1", "2"]])))
        #expect(
            click.deduplicationKey
                == "ses1:5:Click,3:m-1,3:now,1:0,3:::1,1:x,3:a:b,1:2,1:a,1:2,1:1,1:2,1:b,1:0,")
    }

    @Test("Recipients in another order, and details that repeat nothing of the event itself, change nothing")
    func irrelevant() throws {
        let event = try EventFixture.event("bounce")
        var changed = event
        changed.mail.headers = []
        changed.mail.tags = [:]
        changed.mail.destination.reverse()
        guard case .bounce(var bounce) = event.kind else { throw EventFixture.Missing(name: "bounce") }
        bounce.recipients.reverse()
        changed.kind = .bounce(bounce)
        #expect(changed.deduplicationKey == event.deduplicationKey)
    }

    @Test("What could move over the border between two fields gives other keys")
    func borders() {
        func key(_ link: String, _ userAgent: String, _ tags: [String: [String]] = [:]) -> String {
            let click = SESEvent.Click(userAgent: userAgent, link: link, linkTags: tags)
            return SESEvent(mail: .init(messageID: "m"), kind: .click(click)).deduplicationKey
        }
        let keys = [
            key("ab", "c"), key("a", "bc"), key("", "abc"), key("abc", ""), key("c,2:ab", ""), key("1:c,", "2:ab,"),
            key("a", "b", ["x": ["y"]]), key("a", "b", ["x": [], "y": []]), key("a", "b", ["xy": []]),
            key("a", "b", ["x": ["", ""]]), key("a", "b", ["x": [""]]), key("a", "b"),
        ]
        #expect(Set(keys).count == keys.count)
    }

    @Test("Unknown events differ by any member, also in kind alone")
    func unknown() {
        let values: [JSONValue] = [
            .null, .bool(true), .string("true"), .string("1"), .integer(1), .number(1.5), .string("1.5"), .array([]),
            .object([:]), .array([.null]), .array([.array([]), .null]), .array([.array([.null])]),
            .object(["a": .null]), .object(["a": .object(["b": .null])]),
            .object(["a": .object([:]), "b": .null]), .string("null"), .string(""),
        ]
        let keys = values.map { value in
            SESEvent(
                mail: .init(messageID: "m"), kind: .unknown(.init(name: .init(rawValue: "New"), members: ["x": value]))
            ).deduplicationKey
        }
        #expect(Set(keys).count == values.count)
    }

    /// A member of a fixture's event that makes it another event.
    static let members: [(String, [[String]])] = [
        ("send", [["mail", "messageId"], ["mail", "destination"]]),
        ("delivery", [["mail", "messageId"], ["delivery", "timestamp"], ["delivery", "recipients"]]),
        (
            "bounce",
            [
                ["mail", "messageId"], ["bounce", "timestamp"], ["bounce", "feedbackId"],
                ["bounce", "bouncedRecipients"],
            ]
        ),
        (
            "complaint",
            [["complaint", "timestamp"], ["complaint", "feedbackId"], ["complaint", "complainedRecipients"]]
        ),
        ("reject", [["mail", "messageId"], ["reject", "reason"]]),
        ("open", [["open", "timestamp"], ["open", "ipAddress"], ["open", "userAgent"], ["mail", "messageId"]]),
        (
            "click",
            [
                ["click", "timestamp"], ["click", "ipAddress"], ["click", "userAgent"], ["click", "link"],
                ["click", "linkTags"],
            ]
        ),
        ("rendering-failure", [["failure", "templateName"], ["failure", "errorMessage"]]),
        ("delivery-delay", [["deliveryDelay", "timestamp"], ["deliveryDelay", "delayType"]]),
        (
            "subscription",
            [
                ["subscription", "timestamp"], ["subscription", "contactList"], ["subscription", "source"],
                ["subscription", "newTopicPreferences"],
            ]
        ),
        ("unknown-type", [["mail", "messageId"], ["teleport", "to"], ["teleport", "trace"], ["extra"]]),
    ]

    @Test("Any change to what matters changes the key", arguments: members, [1, 2, 3])
    func changes(fixture: (name: String, paths: [[String]]), seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let original = try EventFixture.event(fixture.name).deduplicationKey
        var keys: Set = [original]
        let json = try JSONDecoder().decode(JSONValue.self, from: EventFixture.data(fixture.name))
        for path in fixture.paths {
            for _ in 0..<20 {
                let changed = json.changed(at: path[...], &generator)
                let event = try JSONDecoder().decode(SESEvent.self, from: JSONEncoder().encode(changed))
                #expect(event.deduplicationKey != original, "\(path)")
                keys.insert(event.deduplicationKey)
            }
        }
        #expect(keys.count > fixture.paths.count)
    }
}

extension JSONValue {
    /// The value with a random change to the text at a path, or to any text below it.
    fileprivate func changed(at path: ArraySlice<String>, _ generator: inout SeededGenerator) -> JSONValue {
        switch self {
        case .object(var members):
            let below = members["emailAddress"] == nil ? members.keys.sorted().last : "emailAddress"
            let name = path.first ?? below ?? ""
            members[name] = (members[name] ?? .null).changed(at: path.dropFirst(), &generator)
            return .object(members)
        case .array(var elements):
            guard !elements.isEmpty else { return .array([.string("new")]) }
            let index = Int.random(in: elements.indices, using: &generator)
            elements[index] = elements[index].changed(at: path, &generator)
            return .array(elements)
        case .string(let text):
            var characters = Array(text)
            let added = "abc:,0123456789".randomElement(using: &generator) ?? "x"
            // Not in the name before an address, which says nothing of the event.
            let index = characters.lastIndex(of: "@") ?? Int.random(in: 0...characters.count, using: &generator)
            characters.insert(added, at: index)
            return .string(String(characters))
        case .null, .bool, .integer, .number: return .string("changed")
        }
    }
}
