import Foundation
import SESMonitoring

/// Makes events of all types, about few e-mails, so that much repeats.
struct EventMaker {
    static let now = Date(timeIntervalSince1970: 1_746_181_230)  // 2025-05-02T10:20:30Z
    static let sets = ["promo-may2025", "receipts", nil]
    static let campaigns = ["may", "june"]

    var generator: SeededGenerator
    /// How long ago the earliest event happened, in seconds.
    var age = 40 * 86_400
    /// How many e-mails there are.
    var mails = 200

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    static func mail(
        _ id: String, at date: Date = now, to recipients: [String] = ["jane@example.org"],
        set: String? = "promo-may2025",
        tags: [String: [String]] = [:]
    ) -> SESEvent.Mail {
        var tags = tags
        if let set { tags["ses:configuration-set"] = [set] }
        return .init(messageID: id, timestamp: EventTimestamp(date), destination: recipients, tags: .init(tags))
    }

    /// Events, some of them twice, read from JSON as often as made in memory.
    mutating func events(_ count: Int) throws -> [SESEvent] {
        var events: [SESEvent] = []
        for _ in 0..<count {
            if !events.isEmpty, generator.number(0...9) == 0 {
                events.append(generator.pick(events))
                continue
            }
            let event = event()
            let isRead = generator.number(0...1) == 0
            let read = isRead ? try SESEvent.decodeAll(from: JSONEncoder().encode(event)).first : nil
            events.append(read ?? event)
        }
        return events
    }

    private mutating func event() -> SESEvent {
        let number = generator.number(1...mails)
        // Most events are of late, so that each kind of step gets some.
        let ago = Double(generator.number(0...generator.pick([600, 7200, 2 * 86_400, age]))) + 0.125
        let date = Self.now.addingTimeInterval(-ago)
        // An e-mail was sent once, and always has the same recipients, set and tags.
        var own = SeededGenerator(seed: UInt64(number))
        let sent = Self.now.addingTimeInterval(-Double(own.number(0...own.pick([600, 7200, 2 * 86_400, age]))))
        let recipients = (0..<own.number(1...3)).map { "user\($0)@\(own.pick(["one", "two", "three"])).example" }
        let mail = Self.mail(
            "mail-\(number)", at: sent, to: recipients, set: own.pick(Self.sets),
            tags: ["campaign": [own.pick(Self.campaigns)]])
        return SESEvent(mail: mail, kind: kind(at: EventTimestamp(date), of: recipients))
    }

    private mutating func kind(at time: EventTimestamp, of all: [String]) -> SESEvent.Kind {
        let recipients = Array(all.prefix(generator.number(0...all.count)))
        let feedback = "feedback-\(generator.number(1...20))"
        let agent = generator.pick(["Mozilla/5.0 (X11; Linux)", "Mozilla/5.0", "", "curl/8.5.0"])
        switch generator.number(0...12) {
        case 0, 1: return .send(.init())
        case 2, 3:
            return .delivery(
                .init(timestamp: time, processingTimeMillis: generator.number(1...5000), recipients: recipients))
        case 4, 5:
            return .bounce(
                .init(
                    type: generator.pick([.permanent, .permanent, .transient, .undetermined]),
                    subType: generator.pick([.general, .noEmail, .onAccountSuppressionList]),
                    recipients: bounced(recipients), timestamp: time, feedbackID: feedback))
        case 6:
            return .complaint(
                .init(
                    recipients: recipients.map { .init(emailAddress: $0) }, timestamp: time, feedbackID: feedback,
                    feedbackType: generator.pick([nil, .abuse, .notSpam])))
        case 7: return .reject(.init(reason: "Bad content"))
        case 8: return .open(.init(ipAddress: "192.0.2.1", timestamp: time, userAgent: agent))
        case 9:
            return .click(
                .init(
                    ipAddress: "192.0.2.1", timestamp: time, userAgent: agent,
                    link: "https://example.com/\(generator.number(1...4))"))
        case 10: return .renderingFailure(.init(templateName: "offer", errorMessage: "no name"))
        case 11:
            return .deliveryDelay(
                .init(type: .mailboxFull, recipients: recipients.map { .init(emailAddress: $0) }, timestamp: time))
        default:
            let isOut = generator.number(0...1) == 0
            return .subscription(
                .init(
                    contactList: "list", timestamp: time, source: "UnsubscribeHeader",
                    newTopicPreferences: .init(unsubscribeAll: isOut)))
        }
    }

    private mutating func bounced(_ recipients: [String]) -> [SESEvent.Recipient] {
        let status = generator.pick(["5.1.1", "5.2.1", nil])
        return recipients.map { .init(emailAddress: $0, status: status) }
            + (generator.number(0...5) == 0 ? [.init(emailAddress: "bounce@simulator.amazonses.com")] : [])
    }
}
