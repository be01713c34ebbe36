import Foundation
import SESCore
import Testing

@Suite("The mail of an event")
struct MailTests {
    @Test("Every member of mail is read")
    func allMembers() throws {
        let mail = try EventFixture.event("send").mail
        #expect(mail.timestamp == EventTimestamp(text: "2025-05-04T07:08:09.123Z"))
        #expect(mail.messageID == "0102-send")
        #expect(mail.source == "Shop <promo@shop.example>")
        #expect(mail.sourceARN == "arn:aws:ses:eu-west-1:123456789012:identity/shop.example")
        #expect(mail.sendingAccountID == "123456789012")
        #expect(mail.destination == ["jane@recipient.example"])
        #expect(mail.headersTruncated == false)
        #expect(mail.headers.map(\.name) == ["From", "To", "Subject", "MIME-Version"])
        #expect(mail.headers[2] == .init(name: "Subject", value: "Spring sale"))
        #expect(mail.tags["campaign"] == ["spring"])
        #expect(mail.sourceIP == nil)
        #expect(mail.callerIdentity == nil)
    }

    @Test("Every member of commonHeaders is read, its date as text")
    func commonHeaders() throws {
        let headers = try #require(try EventFixture.event("send").mail.commonHeaders)
        #expect(headers.from == ["Shop <promo@shop.example>"])
        #expect(headers.to == ["jane@recipient.example"])
        #expect(headers.cc == ["team@shop.example"])
        #expect(headers.bcc == ["archive@shop.example"])
        #expect(headers.replyTo == ["help@shop.example"])
        #expect(headers.returnPath == "bounce@shop.example")
        #expect(headers.sender == "robot@shop.example")
        #expect(headers.date == "Sun, 4 May 2025 09:08:09 +0200")
        #expect(headers.messageID == "0102-send")
        #expect(headers.subject == "Spring sale")
    }

    @Test("The configuration set is the tag that SES adds")
    func configurationSet() throws {
        #expect(try EventFixture.event("send").mail.configurationSet == "promo-may")
        #expect(try EventFixture.event("legacy-bounce").mail.configurationSet == nil)
        #expect(SESEvent.Mail(messageID: "x", tags: ["ses:configuration-set": []]).configurationSet == nil)
    }

    @Test("The feedback ids count as tags of the caller, every other ses: tag as one of SES")
    func tagOwners() throws {
        let mail = try EventFixture.event("send").mail
        #expect(
            mail.messageTags == [
                "campaign": ["spring"], "ses:feedback-id-a": ["team-one"], "ses:feedback-id-b": ["team-two"],
            ])
        #expect(
            Set(mail.autoTags.keys) == [
                "ses:configuration-set", "ses:source-ip", "ses:from-domain", "ses:caller-identity", "ses:operation",
                "ses:source-tls-version",
            ])
    }

    @Test("A feedback notification names the caller and has no tags")
    func legacy() throws {
        let event = try EventFixture.event("legacy-bounce")
        #expect(event.discriminator == .notificationType)
        #expect(event.type == .bounce)
        #expect(event.mail.sourceIP == "192.0.2.10")
        #expect(event.mail.callerIdentity == "mailer")
        #expect(event.mail.tags.isEmpty)
    }

    @Test("Rendering failures and delays have no headers")
    func withoutHeaders() throws {
        for name in ["rendering-failure", "delivery-delay"] {
            let mail = try EventFixture.event(name).mail
            #expect(mail.headers.isEmpty)
            #expect(mail.commonHeaders == nil)
        }
    }

    @Test("A templated send lacks the identity's ARN, the subject and the date")
    func templatedSend() throws {
        let mail = try EventFixture.event("odd-templated-send").mail
        #expect(mail.sourceARN == nil)
        #expect(mail.commonHeaders?.subject == nil)
        #expect(mail.commonHeaders?.date == nil)
    }

    @Test("A raw e-mail without headers has an empty list and only an id in the common headers")
    func rawWithoutHeaders() throws {
        let mail = try EventFixture.event("odd-raw-without-headers").mail
        #expect(mail.headers.isEmpty)
        #expect(mail.commonHeaders == .init(messageID: "0102-raw"))
        #expect(mail.autoTags["ses:from-domain"] == nil)
    }

    @Test("Spellings of the older notifications stay as delivered")
    func legacySpellings() throws {
        let mail = try EventFixture.event("odd-legacy-spellings").mail
        #expect(mail.timestamp.text == "2018-10-08T14:05:45 +0000")
        #expect(mail.timestamp.date?.timeIntervalSince1970 == 1_539_007_545)
        #expect(mail.callerIdentity == "ses-smtp-user.20220504-132337")
        #expect(mail.commonHeaders?.to == ["Ann <a@recipient.example>, Bob <b@recipient.example>"])
        #expect(mail.commonHeaders?.date == "1 Feb 2023 15:12:55 +0000")
        #expect(mail.commonHeaders?.messageID == " <custom@shop.example>")
    }
}
