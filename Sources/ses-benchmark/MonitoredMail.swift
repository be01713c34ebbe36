import SESCore
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Events of a mix that is usual, as JSON text with the header fields that real mail has.
struct MonitoredMail {
    private var random = SequenceNumbers()
    private let setCount: Int
    private let now: Date

    init(setCount: Int, now: Date) {
        self.setCount = setCount
        self.now = now
    }

    mutating func next() -> String {
        let set = random.next(below: setCount)
        // Most are of now; some come late, by up to two hours.
        let age = random.next(below: random.next(below: 10) > 0 ? 60 : 7200)
        let time = EventTimestamp(now.addingTimeInterval(-Double(age))).text
        let id = "0102018f-\(random.next(below: 1 << 40))-000000"
        let recipient = "jane\(random.next(below: 1 << 20))@example.org"
        let (type, member, details) = details(time, recipient)
        return """
            {"eventType":"\(type)","mail":{"timestamp":"\(time)","source":"Shop <promo@example.com>",\
            "sourceArn":"arn:aws:ses:eu-west-1:123456789012:identity/example.com","sendingAccountId":"123456789012",\
            "messageId":"\(id)","destination":["\(recipient)"],"headersTruncated":false,"headers":[\
            {"name":"From","value":"Shop <promo@example.com>"},{"name":"Reply-To","value":"promo@example.com"},\
            {"name":"To","value":"\(recipient)"},{"name":"Subject","value":"What is new in May"},\
            {"name":"MIME-Version","value":"1.0"},{"name":"Content-Type","value":"text/html; charset=UTF-8"},\
            {"name":"Message-ID","value":"<\(id)@eu-west-1.amazonses.com>"}],"commonHeaders":{\
            "from":["Shop <promo@example.com>"],"to":["\(recipient)"],"messageId":"\(id)","subject":"What is new in May"},\
            "tags":{"ses:operation":["SendEmail"],"ses:configuration-set":["set-\(set)"],\
            "ses:source-ip":["192.0.2.0"],"ses:from-domain":["example.com"],"ses:caller-identity":["service"],\
            "campaign":["may"]}},"\(member)":{\(details)}}
            """
    }

    private mutating func details(_ time: String, _ recipient: String) -> (String, String, String) {
        let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
        switch random.next(below: 100) {
        case ..<38: return ("Send", "send", "")
        case ..<75:
            return (
                "Delivery", "delivery",
                """
                "timestamp":"\(time)","processingTimeMillis":\(400 + random.next(below: 4000)),\
                "recipients":["\(recipient)"],"smtpResponse":"250 2.6.0 Message received",\
                "remoteMtaIp":"198.51.100.1","reportingMTA":"a8-50.smtp-out.amazonses.com"
                """
            )
        case ..<77:
            return (
                "Bounce", "bounce",
                """
                "feedbackId":"0102018f-\(random.next(below: 1 << 40))","bounceType":"Permanent","bounceSubType":"General",\
                "bouncedRecipients":[{"emailAddress":"\(recipient)","action":"failed","status":"5.1.1",\
                "diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"\(time)",\
                "reportingMTA":"dsn; a8-50.smtp-out.amazonses.com"
                """
            )
        case ..<95: return ("Open", "open", #""timestamp":"\#(time)","userAgent":"\#(agent)","ipAddress":"192.0.2.1""#)
        default:
            return (
                "Click", "click",
                """
                "timestamp":"\(time)","ipAddress":"192.0.2.1","userAgent":"\(agent)",\
                "link":"https://example.com/offer/\(random.next(below: 20))","linkTags":null
                """
            )
        }
    }
}

/// Events in memory that are made as fast as can be, each another.
struct MonitoredStream {
    private var random = SequenceNumbers()
    private let setCount: Int

    init(setCount: Int) { self.setCount = setCount }

    mutating func next(_ count: Int, at now: Date) -> [SESEvent] {
        let time = EventTimestamp(now)
        return (0..<count).map { _ in
            let recipient = "jane@domain\(random.next(below: 500)).example"
            let mail = SESEvent.Mail(
                messageID: String(random.next(below: .max)), timestamp: time, destination: [recipient],
                tags: ["ses:configuration-set": ["set-\(random.next(below: setCount))"]])
            return SESEvent(mail: mail, kind: kind(time, recipient))
        }
    }

    private mutating func kind(_ time: EventTimestamp, _ recipient: String) -> SESEvent.Kind {
        switch random.next(below: 100) {
        case ..<38: .send(.init())
        case ..<75:
            .delivery(
                .init(timestamp: time, processingTimeMillis: random.next(below: 4000), recipients: [recipient]))
        case ..<80:
            .bounce(
                .init(
                    type: .permanent, subType: .general, recipients: [.init(emailAddress: recipient, status: "5.1.1")],
                    timestamp: time, feedbackID: String(random.next(below: .max))))
        case ..<95: .open(.init(timestamp: time, userAgent: "Mozilla/5.0 (X11)"))
        default:
            .click(
                .init(
                    timestamp: time, userAgent: "Mozilla/5.0 (X11)",
                    link: "https://example.com/offer/\(random.next(below: 100_000))"))
        }
    }
}

/// Numbers that look random and are the same in each run.
private struct SequenceNumbers {
    private var state: UInt64 = 0

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

/// A clock that goes on when it is told.
final class SteppedClock: Sendable {
    private let date: Mutex<Date>

    init(_ date: Date) { self.date = Mutex(date) }

    var now: Date { date.withLock { $0 } }

    func advance(by seconds: TimeInterval) { date.withLock { $0 += seconds } }
}
