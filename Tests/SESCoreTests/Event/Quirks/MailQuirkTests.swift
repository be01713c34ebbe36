import Foundation
import SESCore
import Testing

@Suite("Quirks of the mail of an event")
struct MailQuirkTests {
    @Test("Quirk 6: tags are a map of lists")
    func tags() throws {
        let event = try EventFixture.deliveredAndSame(EventFixture.text("odd-gov-cloud-delivery"))
        #expect(event.mail.tags["campaign"] == ["spring", "sale"])
        #expect(event.mail.messageTags == ["campaign": ["spring", "sale"]])
    }

    @Test("Every tag that SES has been seen to add is one of SES's, and each may be missing")
    func autoTags() throws {
        let all: Set = [
            "configuration-set", "caller-identity", "from-domain", "source-ip", "outgoing-ip", "operation",
            "source-tls-version", "outgoing-tls-version", "recipient-isp", "sender-identity",
        ]
        let event = try EventFixture.delivered(fixture: "odd-gov-cloud-delivery")
        #expect(Set(event.mail.autoTags.keys) == Set(all.map { "ses:" + $0 }))
        #expect(event.mail.autoTags["ses:outgoing-tls-version"] == ["TLSv1.2"])
        for name in all {
            var mail = event.mail
            mail.tags["ses:" + name] = nil
            let other = SESEvent(mail: mail, kind: event.kind)
            let text = String(decoding: try JSONEncoder().encode(other), as: UTF8.self)
            #expect(try EventFixture.deliveredAndSame(text).mail.autoTags.count == all.count - 1)
        }
    }

    @Test("Quirk 8: the Send of a templated e-mail lacks the ARN, the subject, the date and most headers")
    func templatedSend() throws {
        let mail = try EventFixture.deliveredAndSame(EventFixture.text("odd-templated-send")).mail
        #expect(mail.sourceARN == nil)
        #expect(mail.headers["Subject"] == nil)
        #expect(mail.headers["Content-Type"] == nil)
        #expect(mail.headers["from"] == "promo@shop.example")
        let common = try #require(mail.commonHeaders)
        #expect(common.subject == nil)
        #expect(common.date == nil)
        #expect(common.from == ["promo@shop.example"])
    }

    @Test(
        "Quirk 9: a raw e-mail without headers has an empty list, an id as its common headers, and no sender's domain",
        arguments: [("odd-raw-send", "Send", "0102-raw-send"), ("odd-raw-without-headers", "Delivery", "0102-raw")])
    func rawWithoutHeaders(name: String, type: String, id: String) throws {
        let event = try EventFixture.delivered(fixture: name)
        #expect(event.type.rawValue == type)
        #expect(event.mail.headers.isEmpty)
        #expect(event.mail.commonHeaders == .init(messageID: id))
        #expect(event.mail.autoTags["ses:from-domain"] == nil)
        #expect(event.mail.configurationSet == "promo-may")
    }

    @Test("Quirk 10: a click's linkTags may be null, its Message-ID \"null\", its date end in a comment")
    func click() throws {
        let text = try EventFixture.text("odd-click-null-tags")
        let event = try EventFixture.delivered(text)
        #expect(try SESEvent.decodeAll(from: EventFixture.sns(text)) == [event])
        #expect(event.mail.headers["Message-ID"] == "null")
        #expect(event.mail.commonHeaders?.date == "Thu, 21 Apr 2022 19:35:28 +0000 (UTC)")
        #expect(event.mail.sourceARN == nil)
        #expect(event.mail.timestamp.date?.timeIntervalSince1970 == 1_650_569_728)
        let click = SESEvent.Click(
            ipAddress: "192.0.2.1", timestamp: .init(text: "2022-04-21T19:36:00.000Z"), userAgent: "x",
            link: "https://shop.example/")
        #expect(event.kind == .click(click))
    }

    @Test("Quirk 13: a date without a weekday, an answer of two lines, an SMTP user as the caller")
    func feedbackTexts() throws {
        let event = try EventFixture.deliveredAndSame(EventFixture.text("odd-legacy-spellings"))
        #expect(event.mail.commonHeaders?.date == "1 Feb 2023 15:12:55 +0000")
        #expect(event.mail.callerIdentity == "ses-smtp-user.20220504-132337")
        guard case .bounce(let bounce) = event.kind else { throw EventFixture.Missing(name: "bounce") }
        #expect(bounce.recipients.map(\.diagnosticCode) == ["smtp; 550\r\n line two"])
    }

    @Test("Quirk 16: all of To may be one text, and the Message-ID may start with a space")
    func joinedAddresses() throws {
        let common = try EventFixture.delivered(fixture: "odd-legacy-spellings").mail.commonHeaders
        #expect(common?.to == ["Ann <a@recipient.example>, Bob <b@recipient.example>"])
        #expect(common?.messageID == " <custom@shop.example>")
    }

    @Test("Quirk 17: a timestamp may have a space and an offset, a reporter a prefix with or without a space")
    func timestampsAndReporters() throws {
        let odd = try EventFixture.delivered(fixture: "odd-legacy-spellings")
        #expect(odd.mail.timestamp.text == "2018-10-08T14:05:45 +0000")
        #expect(odd.mail.timestamp.date?.timeIntervalSince1970 == 1_539_007_545)
        guard case .complaint(let complaint) = try EventFixture.delivered(fixture: "complaint").kind else {
            throw EventFixture.Missing(name: "complaint")
        }
        #expect(complaint.arrivalDate?.text == "2025-05-05T04:59:58.000-05:00")
        #expect(complaint.arrivalDate?.date?.timeIntervalSince1970 == 1_746_439_198)
        for reporter in ["dsn; mta-3.mail.example", "dns;mta-3.mail.example", "mta-3.mail.example"] {
            let text = try EventFixture.text("bounce", "dns; mta-3.mail.example", is: reporter)
            guard case .bounce(let bounce) = try EventFixture.deliveredAndSame(text).kind else { continue }
            #expect(bounce.reportingMTA == reporter)
        }
    }

    @Test("Quirk 20: an ARN's partition is whatever AWS says", arguments: ["aws", "aws-us-gov", "aws-cn", "aws-new"])
    func partition(name: String) throws {
        let text = try EventFixture.text("odd-gov-cloud-delivery", "arn:aws-us-gov:", is: "arn:\(name):")
        let mail = try EventFixture.deliveredAndSame(text).mail
        #expect(mail.sourceARN == "arn:\(name):ses:us-gov-west-1:123456789012:identity/shop.example")
        #expect(mail.sourceARN.flatMap { ARN(rawValue: $0).partition } == name)
    }

    @Test("Quirk 23: headersTruncated may be a boolean or a text, the common messageId the header's; proxies open too")
    func contradictions() throws {
        let event = try EventFixture.delivered(fixture: "odd-gov-cloud-delivery")
        #expect(event.mail.headersTruncated == true)
        let quoted = try EventFixture.text(
            "odd-gov-cloud-delivery", #""headersTruncated": true"#, is: #""headersTruncated": "true""#)
        #expect(try EventFixture.delivered(quoted) == event)
        #expect(event.mail.messageID == "0102-gov")
        #expect(event.mail.commonHeaders?.messageID == "<4711@shop.example>")
        let open = try EventFixture.text("open", "Mozilla/5.0 (Plan 9)", is: "Firefox (via ggpht.com GoogleImageProxy)")
        guard case .open(let access) = try EventFixture.delivered(open).kind else {
            throw EventFixture.Missing(name: "open")
        }
        #expect(access.intermediary?.kind == .proxy)
    }
}
