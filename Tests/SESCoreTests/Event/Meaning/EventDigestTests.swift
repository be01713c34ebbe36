import Foundation
import SESCore
import SESEvents
import Testing

@Suite("What a counter reads of an event")
struct EventDigestTests {
    @Test("is the same from an event's text and from its values", arguments: EventFixture.all)
    func forms(name: String) throws {
        let event = try #require(try SESEvent.decodeAll(from: EventFixture.data(name)).first)
        #expect(event.digest == (try EventFixture.event(name)).digest)
        let set = event.withConfigurationSet { $0.map { String(decoding: $0, as: UTF8.self) } }
        #expect(set == event.mail.configurationSet?.rawValue)
    }

    @Test("says what the event's properties say", arguments: EventFixture.all)
    func meaning(name: String) throws {
        let digest = try #require(try SESEvent.decodeAll(from: EventFixture.data(name)).first).digest
        let event = try EventFixture.event(name)
        guard digest.kind != .unknown else { return }
        #expect(digest.milliseconds == event.occurredAt.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) })
        #expect(digest.recipientCount == event.recipientAddresses.count)
        switch event.kind {
        case .delivery(let delivery): #expect(digest.processingTimeMillis == delivery.processingTimeMillis)
        case .open(let open): #expect(digest.isAutomatic == open.isLikelyAutomatic)
        case .click(let click):
            #expect(digest.isAutomatic == click.isLikelyAutomatic)
            #expect(digest.link == (click.isLikelyAutomatic ? nil : click.link))
        default: #expect(!digest.isAutomatic)
        }
    }

    @Test("tells apart what deduplication keys tell apart, and no more")
    func identity() throws {
        var events = try EventFixture.all.map(EventFixture.event).filter { $0.digest.kind != .unknown }
        for event in events {
            var other = event
            other.mail.messageID += "x"
            events.append(other)
            other = event
            other.mail.destination = ["a@one.example", "b@two.example"]
            events.append(other)
            other.mail.destination = ["B <b@two.example>", "a@one.example"]
            events.append(other)
            other.mail.timestamp = .init(text: "2025-01-01T00:00:00.000Z")
            other.mail.tags = [:]
            events.append(other)
        }
        for one in events {
            for other in events {
                #expect(
                    (one.digest.identity == other.digest.identity) == (one.deduplicationKey == other.deduplicationKey))
                #expect((one.digest.message == other.digest.message) == (one.mail.messageID == other.mail.messageID))
            }
        }
    }

    @Test("tells each detail of a click apart")
    func clicks() {
        let mail = SESEvent.Mail(messageID: "m-1", destination: ["a@one.example"])
        let clicks: [SESEvent.Click] = [
            .init(), .init(ipAddress: "1"), .init(userAgent: "1"), .init(link: "1"), .init(linkTags: ["1": []]),
            .init(linkTags: ["1": ["2"]]), .init(linkTags: ["2": ["1"]]), .init(linkTags: ["1": ["2"], "2": ["1"]]),
            .init(timestamp: .init(text: "2025-05-04T07:08:09.123Z")), .init(timestamp: .init(text: "x")),
        ]
        let identities = clicks.map { SESEvent(mail: mail, kind: .click($0)).digest.identity }
        #expect(Set(identities).count == clicks.count)
    }

    @Test("knows machines by any user agent as the property does", arguments: IntermediaryTests.agents.map(\.0))
    func agents(text: String) {
        let mail = SESEvent.Mail(messageID: "m-1")
        for text in [text, text.uppercased(), "x" + text, text + "x", text + "é", String(text.dropLast())] {
            let open = SESEvent.Open(userAgent: text)
            let click = SESEvent.Click(userAgent: text)
            // Read from JSON, where the quicker way is taken.
            let texts = [SESEvent(mail: mail, kind: .open(open)), SESEvent(mail: mail, kind: .click(click))].compactMap
            {
                try? SESEvent.decodeAll(from: JSONEncoder().encode($0)).first?.digest.isAutomatic
            }
            #expect(texts == [open.isLikelyAutomatic, click.isLikelyAutomatic])
        }
    }
}

@Suite("A fingerprint")
struct FingerprintTests {
    private func fingerprint(_ text: String) -> UInt64 {
        var fingerprint = Fingerprint()
        fingerprint.combine(text)
        return fingerprint.value
    }

    @Test("never changes, as it is stored")
    func vectors() {
        #expect(Fingerprint().value == 0x196D_3564_D8C2_5634)
        #expect(fingerprint("") == 0x30B0_2E89_086C_ED80)
        #expect(fingerprint("a") == 0xB55A_217A_CE0E_BD26)
        #expect(fingerprint("promo-may2025") == 0xA407_C4C3_58DD_FB55)
        #expect(fingerprint("0102018f-1234-5678-9abc-def012345678-000000") == 0x2B52_59FF_2D36_E50F)
        #expect(Fingerprint.number(0, of: 1) == 0x910A_2DEC_8902_5CC1)
        #expect(Fingerprint.number(7, of: 1) == 0x85E7_BB0F_1227_8575)
    }

    @Test("differs for every beginning of a text, and for every text with one byte changed")
    func distinct() {
        let bytes = Array("0102018f-1234-5678-9abc-def012345678-000000".utf8)
        var texts: Set<[UInt8]> = [bytes]
        for count in 0..<bytes.count { texts.insert(Array(bytes.prefix(count))) }
        for place in bytes.indices {
            for bit in 0..<7 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                texts.insert(changed)
            }
        }
        for count in 0..<40 { texts.insert([UInt8](repeating: 0, count: count)) }
        let values = texts.map { text in
            var fingerprint = Fingerprint()
            text.withUnsafeBytes { fingerprint.combine($0) }
            return fingerprint.value
        }
        #expect(Set(values).count == texts.count)
    }

    @Test("tells where one text ends and the next begins")
    func boundaries() {
        var one = Fingerprint()
        one.combine("ab")
        one.combine("c")
        var other = Fingerprint()
        other.combine("a")
        other.combine("bc")
        #expect(one.value != other.value)
    }

    @Test("has every bit set in half of the cases, whichever bit of the input changes")
    func avalanche() {
        var counts = [Int](repeating: 0, count: 64)
        let inputs = 4096
        for input in 0..<UInt64(inputs) {
            var one = Fingerprint()
            one.combine(input)
            var other = Fingerprint()
            other.combine(input ^ 1 << (input % 64))
            let difference = one.value ^ other.value
            for bit in 0..<64 where difference >> UInt64(bit) & 1 == 1 { counts[bit] += 1 }
        }
        // Five standard deviations about the half.
        for count in counts { #expect(abs(count - inputs / 2) < 160) }
    }
}
