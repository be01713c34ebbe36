import Foundation
import SESCore
import Testing

@Suite("Quirks of the recipients of an event")
struct RecipientQuirkTests {
    @Test("Quirk 7: a bounced recipient may be a name and an address")
    func nameAndAddress() throws {
        let event = try EventFixture.deliveredAndSame(EventFixture.text("bounce"))
        guard case .bounce(let bounce) = event.kind else { throw EventFixture.Missing(name: "bounce") }
        #expect(
            bounce.recipients.map(\.emailAddress) == ["nobody@recipient.example", "User Name <full@recipient.example>"])
        #expect(bounce.recipients.map(\.address) == ["nobody@recipient.example", "full@recipient.example"])
        #expect(event.recipientAddresses == bounce.recipients.map(\.address))
    }

    @Test("Quirk 19: recipients may share a notification or have one each, in any order and more than once")
    func combined() throws {
        let combined = try EventFixture.delivered(fixture: "bounce")
        guard case .bounce(let bounce) = combined.kind else { throw EventFixture.Missing(name: "bounce") }
        let single = bounce.recipients.map { recipient in
            var bounce = bounce
            bounce.recipients = [recipient]
            return SESEvent(mail: combined.mail, kind: .bounce(bounce))
        }
        #expect(single.flatMap(\.recipientAddresses) == combined.recipientAddresses)
        #expect(Set((single + [combined]).map(\.deduplicationKey)).count == 3)
        let lines = try (Array(single.reversed()) + single).map {
            String(decoding: try JSONEncoder().encode($0), as: UTF8.self)
        }
        let events = try SESEvent.decodeAll(from: lines.joined(separator: "\n"))
        #expect(events == Array(single.reversed()) + single)
        #expect(Set(events.map(\.deduplicationKey)) == Set(single.map(\.deduplicationKey)))
        #expect(events.inOrderOfOccurrence() == events.reversed().inOrderOfOccurrence())
    }

    @Test(
        "Quirk 21: each type has its own name for its recipients, and reads no other's",
        arguments: [
            ("bounce", "bouncedRecipients"), ("complaint", "complainedRecipients"),
            ("delivery-delay", "delayedRecipients"),
        ])
    func memberNames(name: String, member: String) throws {
        let event = try EventFixture.deliveredAndSame(EventFixture.text(name))
        #expect(!event.recipientAddresses.isEmpty)
        for other in ["bouncedRecipients", "complainedRecipients", "delayedRecipients"] where other != member {
            let text = try EventFixture.text(name, "\"\(member)\"", is: "\"\(other)\"")
            #expect(try EventFixture.delivered(text).recipientAddresses.isEmpty)
        }
    }
}
