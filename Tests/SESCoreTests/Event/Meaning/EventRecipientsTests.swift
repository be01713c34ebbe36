import SESCore
import Testing

@Suite("The addresses an event is about")
struct EventRecipientsTests {
    static let fixtures: [(String, [String])] = [
        ("bounce", ["nobody@recipient.example", "full@recipient.example"]),
        ("complaint", ["jane@recipient.example"]),
        ("delivery-delay", ["jane@recipient.example"]),
        ("delivery", ["jane@recipient.example"]),
        ("open", ["jane@recipient.example"]),
        ("odd-legacy-spellings", ["a@recipient.example"]),
        ("odd-wrong-kinds", ["bare@recipient.example", "x@recipient.example"]),
    ]

    @Test("They are bare, and the payload's where it has some", arguments: fixtures)
    func fixture(name: String, addresses: [String]) throws {
        #expect(try EventFixture.event(name).recipientAddresses == addresses)
    }

    static let everybody = ["Jane <Jane@R.example>", " joe@r.example "]

    static let kinds: [(SESEvent.Kind, [String])] = [
        (.bounce(.init(recipients: [.init(emailAddress: "J <j@r.example>")])), ["j@r.example"]),
        (.complaint(.init(recipients: [.init(emailAddress: "j@r.example")])), ["j@r.example"]),
        (.deliveryDelay(.init(recipients: [.init(emailAddress: "j@r.example")])), ["j@r.example"]),
        (.delivery(.init(recipients: ["J <j@r.example>", "K@R.example"])), ["j@r.example", "K@R.example"]),
        (.bounce(.init()), []), (.complaint(.init()), []), (.deliveryDelay(.init()), []), (.delivery(.init()), []),
        (.send(.init()), ["Jane@R.example", "joe@r.example"]),
        (.reject(.init()), ["Jane@R.example", "joe@r.example"]),
        (.open(.init()), ["Jane@R.example", "joe@r.example"]),
        (.click(.init()), ["Jane@R.example", "joe@r.example"]),
        (.renderingFailure(.init()), ["Jane@R.example", "joe@r.example"]),
        (.subscription(.init()), ["Jane@R.example", "joe@r.example"]),
        (.unknown(.init(name: .init(rawValue: "New"))), ["Jane@R.example", "joe@r.example"]),
    ]

    @Test("An event without recipients of its own is about all of the e-mail's; case is kept", arguments: kinds)
    func kind(kind: SESEvent.Kind, addresses: [String]) {
        let event = SESEvent(mail: .init(messageID: "m", destination: Self.everybody), kind: kind)
        #expect(event.recipientAddresses == addresses)
    }
}
