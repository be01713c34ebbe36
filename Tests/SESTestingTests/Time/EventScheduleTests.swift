import SESCore
import Testing

@testable import SESTesting

@Suite("The schedule of events")
struct EventScheduleTests {
    private func event(_ seconds: Int, _ id: Int) -> ScheduledEvent {
        let draft = MailDraft(operation: "SendEmail", from: "a@example.com")
        let mail = SESEvent.Mail(messageID: "\(id)")
        return ScheduledEvent(
            due: .init(offset: .seconds(seconds)), mail: draft.mail,
            event: SESEvent(mail: mail, kind: .send(SESEvent.Send())))
    }

    private func ids(_ events: [ScheduledEvent]) -> [String] { events.map(\.event.mail.messageID) }

    @Test("Nothing is due of nothing")
    func empty() {
        var schedule = EventSchedule()
        #expect(schedule.nextDue == nil)
        #expect(schedule.takeDue(at: .init(offset: .seconds(1_000_000))).isEmpty)
    }

    @Test("What is due comes by time, and of one moment in the order it was added")
    func order() {
        var schedule = EventSchedule()
        for (id, seconds) in [5, 1, 5, 3, 1, 5, 0].enumerated() { schedule.add(event(seconds, id)) }
        #expect(schedule.nextDue == .init(offset: .zero))
        #expect(ids(schedule.takeDue(at: .init(offset: .seconds(10)))) == ["6", "1", "4", "3", "0", "2", "5"])
        #expect(schedule.nextDue == nil)
    }

    @Test("What isn't due stays, also among what is added later")
    func partial() {
        var schedule = EventSchedule()
        schedule.add(event(2, 0))
        schedule.add(event(1, 1))
        #expect(ids(schedule.takeDue(at: .init(offset: .seconds(1)))) == ["1"])
        schedule.add(event(2, 2))
        schedule.add(event(1, 3))
        #expect(schedule.nextDue == .init(offset: .seconds(1)))
        #expect(ids(schedule.takeDue(at: .init(offset: .seconds(2)))) == ["3", "0", "2"])
    }

    @Test("It agrees with a stable sort on any input", arguments: 1...20)
    func agreesWithSort(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var schedule = EventSchedule()
        var model: [(seconds: Int, id: Int)] = []
        for id in 0..<200 {
            let seconds = random.number(in: 0...30)
            schedule.add(event(seconds, id))
            model.append((seconds, id))
            if random.chance(0.1) {
                let now = random.number(in: 0...30)
                let due = model.filter { $0.seconds <= now }.sorted { ($0.seconds, $0.id) < ($1.seconds, $1.id) }
                model.removeAll { $0.seconds <= now }
                #expect(ids(schedule.takeDue(at: .init(offset: .seconds(now)))) == due.map { "\($0.id)" })
            }
        }
        let rest = model.sorted { ($0.seconds, $0.id) < ($1.seconds, $1.id) }.map { "\($0.id)" }
        #expect(ids(schedule.takeDue(at: .init(offset: .seconds(30)))) == rest)
    }
}
