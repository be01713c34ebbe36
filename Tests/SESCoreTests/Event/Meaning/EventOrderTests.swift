import Foundation
import SESCore
import Testing

@Suite("The order of events that arrive out of order")
struct EventOrderTests {
    static let noon = "2025-05-04T12:00:00.000Z"

    /// One event of each stage, all at noon, in causal order; those in one row are of the same stage.
    static func stages(at time: String = noon) -> [[SESEvent.Kind]] {
        let timestamp = EventTimestamp(text: time)
        return [
            [.send(.init())],
            [.reject(.init()), .renderingFailure(.init())],
            [.deliveryDelay(.init(timestamp: timestamp))],
            [.delivery(.init(timestamp: timestamp)), .bounce(.init(timestamp: timestamp))],
            [.open(.init(timestamp: timestamp))],
            [.click(.init(timestamp: timestamp))],
            [.complaint(.init(timestamp: timestamp)), .subscription(.init(timestamp: timestamp))],
            [.unknown(.init(name: .init(rawValue: "Teleport")))],
        ]
    }

    static func event(_ kind: SESEvent.Kind, sentAt time: String = noon) -> SESEvent {
        SESEvent(mail: .init(messageID: "m", timestamp: .init(text: time)), kind: kind)
    }

    static let fixtureTimes: [(String, String?)] = [
        ("send", "2025-05-04T07:08:09.123Z"), ("reject", "2025-05-04T07:08:09.123Z"),
        ("rendering-failure", "2025-05-04T07:08:09.123Z"), ("unknown-type", "2025-05-04T07:08:09.123Z"),
        ("bounce", "2025-05-04T07:08:10.500Z"), ("delivery", "2025-05-04T07:08:11.007Z"),
        ("delivery-delay", "2025-05-04T09:08:09.900Z"), ("open", "2025-05-04T08:00:00.250Z"),
        ("click", "2025-05-04T08:01:02.003Z"), ("complaint", "2025-05-05T10:00:00.000Z"),
        ("subscription", "2025-05-06T11:12:13.014Z"), ("odd-wrong-kinds", nil),
    ]

    @Test("An event occurred at the payload's timestamp, else at the mail's", arguments: fixtureTimes)
    func occurredAt(name: String, text: String?) throws {
        #expect(try EventFixture.event(name).occurredAt == text.flatMap { EventTimestamp(text: $0).date })
    }

    @Test("A timestamp of the payload that cannot be read gives way to the mail's", arguments: ["", "yesterday"])
    func unreadable(text: String) {
        let event = Self.event(.open(.init(timestamp: .init(text: text))))
        #expect(event.occurredAt == EventTimestamp(text: Self.noon).date)
        #expect(Self.event(.open(.init(timestamp: .init(text: text))), sentAt: "?").occurredAt == nil)
    }

    @Test("At the same moment, and also without one, causes precede effects", arguments: [noon, ""])
    func causes(time: String) {
        let stages = Self.stages(at: time).map { $0.map { Self.event($0, sentAt: time) } }
        for (earlier, later) in zip(stages, stages.dropFirst()) {
            for one in earlier {
                for other in later {
                    #expect(one.order < other.order)
                    #expect(!(other.order < one.order))
                }
            }
        }
    }

    @Test("The time goes before the stage, by moment and not by text, and no time comes last")
    func time() {
        let ordered = [
            Self.event(.click(.init(timestamp: .init(text: "2025-05-04T13:59:59+02:00")))),
            Self.event(.send(.init())),
            Self.event(.open(.init(timestamp: .init(text: "2025-05-04T12:00:00.001Z")))),
            Self.event(.bounce(.init(timestamp: .init(text: "2025-05-04T08:00:01-0400")))),
            Self.event(.send(.init()), sentAt: "?"),
            Self.event(.open(.init()), sentAt: ""),
        ]
        #expect(Array(ordered.reversed()).inOrderOfOccurrence() == ordered)
    }

    /// Random events of one mail, with few different times, so that ties are common, and some without.
    static func randomEvents(_ count: Int, _ generator: inout SeededGenerator) -> [SESEvent] {
        let times = [noon, "2025-05-04T14:00:00+0200", "2025-05-04T12:00:00.001Z", "2025-05-04T11:59:59Z", "", "?"]
        return (0..<count).map { _ in
            let time = times.randomElement(using: &generator) ?? noon
            let kinds = stages(at: time).flatMap { $0 }
            return event(
                kinds.randomElement(using: &generator) ?? .send(.init()),
                sentAt: times.randomElement(using: &generator) ?? noon)
        }
    }

    @Test("Every arrival order gives the same sequence", arguments: 1...20 as ClosedRange<UInt64>)
    func permutations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let events = Self.randomEvents(30, &generator)
        let expected = events.map(\.order).sorted()
        for _ in 0..<10 {
            #expect(events.shuffled(using: &generator).inOrderOfOccurrence().map(\.order) == expected)
        }
    }

    @Test("The ten fixtures of one mail come in one sequence, whatever their order")
    func fixtures() throws {
        let events = try EventFixture.types.map { name in
            var event = try EventFixture.event(name)
            event.mail.messageID = "0102-one"
            return event
        }
        let types = events.inOrderOfOccurrence().map(\.type)
        #expect(types[0] == .send)
        #expect(Set(types[1...2]) == [.reject, .renderingFailure])
        #expect(types[3...] == [.bounce, .delivery, .open, .click, .deliveryDelay, .complaint, .subscription])
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<50 {
            #expect(events.shuffled(using: &generator).inOrderOfOccurrence().map(\.type) == types)
        }
    }

    @Test("It is a strict weak order", arguments: 1...10 as ClosedRange<UInt64>)
    func strictWeakOrder(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let orders = Self.randomEvents(24, &generator).map(\.order)
        var broken: [String] = []
        for one in orders {
            if one < one { broken.append("reflexive") }
            for two in orders {
                if one < two && two < one { broken.append("symmetric") }
                if !(one < two) && !(two < one) && one != two { broken.append("equal by order alone") }
                for three in orders {
                    if one < two && two < three && !(one < three) { broken.append("not transitive") }
                    let areTied = !(one < two) && !(two < one) && !(two < three) && !(three < two)
                    if areTied && (one < three || three < one) { broken.append("ties not transitive") }
                }
            }
        }
        #expect(broken.isEmpty)
    }
}
