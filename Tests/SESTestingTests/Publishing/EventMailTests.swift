import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("The mail part of events")
struct EventMailTests {
    private func events(_ email: Email, _ model: EngagementModel = EnvelopeTests.busy) async throws
        -> [SESEvent.EventName: SESEvent.Mail]
    {
        let campaign = try await Campaign(model)
        await campaign.simulator.addTemplate(
            SimulatedTemplate(name: "hello", content: EmailTemplateContent(subject: "Hi {{name}}", html: "<p>x</p>")))
        try await campaign.send(email)
        let events = try await campaign.settledEvents()
        return Dictionary(events.map { ($0.type, $0.mail) }) { first, _ in first }
    }

    private static let simple = Email(
        from: "Shop <shop@example.com>", to: ["jane@example.org", "joe@example.org"], cc: ["c@example.org"],
        bcc: ["hidden@example.org"], replyTo: ["help@example.com"], subject: "May", text: "Hi", html: "<p>x</p>",
        tags: ["campaign": "may"])

    @Test("An event names the mail, its sender, all its recipients and its tags")
    func fields() async throws {
        let campaign = try await Campaign()
        let id = try await campaign.send(Self.simple)
        for event in try await campaign.settledEvents() {
            #expect(event.mail.messageID == id)
            #expect(event.mail.source == "Shop <shop@example.com>")
            #expect(event.mail.sourceARN == "arn:aws:ses:eu-west-1:123456789012:identity/shop@example.com")
            #expect(event.mail.sendingAccountID == "123456789012")
            #expect(event.mail.destination == Self.simple.destination.all)
            #expect(event.mail.headersTruncated == false)
            #expect(event.mail.tags["campaign"] == ["may"])
            #expect(event.mail.tags["ses:configuration-set"] == ["promo"])
            #expect(event.mail.tags["ses:from-domain"] == ["example.com"])
            #expect(event.mail.tags["ses:caller-identity"]?.count == 1 && event.mail.tags["ses:source-ip"]?.count == 1)
            #expect(event.mail.tags["ses:operation"] == ["SendEmail"])
            #expect((event.mail.tags["ses:outgoing-ip"] != nil) == (event.type == .delivery))
        }
    }

    @Test("The headers are those a recipient sees: no Bcc")
    func headers() async throws {
        let mail = try #require(try await events(Self.simple)[.delivery])
        #expect(
            mail.headers.map(\.name) == ["From", "Reply-To", "To", "Cc", "Subject", "MIME-Version", "Content-Type"])
        #expect(mail.headers.first { $0.name == "To" }?.value == "jane@example.org, joe@example.org")
        #expect(mail.headers.last?.value == "multipart/alternative")
        let common = try #require(mail.commonHeaders)
        #expect(common.from == ["Shop <shop@example.com>"] && common.to == ["jane@example.org", "joe@example.org"])
        #expect(common.cc == ["c@example.org"] && common.bcc == [] && common.replyTo == ["help@example.com"])
        #expect(common.subject == "May" && common.messageID == mail.messageID)
        let values = (mail.headers.map(\.value) + common.to + common.cc).joined()
        #expect(!values.contains("hidden"))
    }

    @Test("Opens and clicks lack the identity's ARN; delays and rendering failures lack the headers")
    func omissions() async throws {
        var email = Self.simple
        email.content = .simple(subject: "s", html: #"<a href="https://example.com">x</a>"#)
        let mails = try await events(email)
        #expect(mails.count == 6)
        for (type, mail) in mails {
            #expect((mail.sourceARN == nil) == [.open, .click].contains(type), "\(type)")
            #expect(mail.headers.isEmpty == (type == .deliveryDelay), "\(type)")
            #expect((mail.commonHeaders == nil) == (type == .deliveryDelay), "\(type)")
        }
        let template = Email(
            from: "shop@example.com", to: ["jane@example.org"],
            content: .template(TemplateReference(templateName: "hello", templateData: "{}")))
        let failure = try #require(try await events(template)[.renderingFailure])
        #expect(failure.headers.isEmpty && failure.commonHeaders == nil && failure.sourceARN != nil)
    }

    @Test("The send of a template knows neither the ARN nor what rendering makes; the delivery does")
    func template() async throws {
        let email = Email(
            from: "shop@example.com", to: ["jane@example.org"],
            content: .template(TemplateReference(templateName: "hello", templateData: #"{"name":"Jane"}"#)))
        let mails = try await events(email)
        let send = try #require(mails[.send])
        #expect(send.sourceARN == nil && send.commonHeaders?.subject == nil)
        #expect(send.headers.map(\.name) == ["From", "To", "MIME-Version"])
        let delivery = try #require(mails[.delivery])
        #expect(delivery.sourceARN != nil && delivery.commonHeaders?.subject == "Hi Jane")
        #expect(delivery.headers.contains { $0.name == "Content-Type" && $0.value == "text/html" })
    }

    @Test("A raw mail's headers are its own, without those the service takes out")
    func raw() async throws {
        let content = """
            From: Shop <shop@example.com>\r
            To: jane@example.org,\r
             joe@example.org\r
            Bcc: hidden@example.org\r
            Subject: Hi\r
            Date: 1 May 2025 10:00:00 +0000\r
            X-SES-CONFIGURATION-SET: promo\r
            X-SES-MESSAGE-TAGS: campaign=may, kind = a.b@c\r
            \r
            Hello
            """
        let mail = try #require(try await events(Email(content: .raw(Data(content.utf8))))[.delivery])
        #expect(mail.headers.map(\.name) == ["From", "To", "Subject", "Date"])
        #expect(mail.destination == ["jane@example.org", "joe@example.org", "hidden@example.org"])
        #expect(mail.commonHeaders?.from == ["Shop <shop@example.com>"])
        #expect(mail.commonHeaders?.to == ["jane@example.org, joe@example.org"])
        #expect(mail.commonHeaders?.date == "1 May 2025 10:00:00 +0000")
        #expect(mail.tags["campaign"] == ["may"] && mail.tags["kind"] == ["a.b@c"])
    }

    @Test("A raw mail without headers has none in its events, and no sender's domain")
    func rawWithoutHeaders() async throws {
        var email = Email(from: "shop@example.com", to: ["jane@example.org"], content: .raw(Data("Hello".utf8)))
        email.tags = [MessageTag("campaign", "may")]
        let mail = try #require(try await events(email)[.delivery])
        #expect(mail.headers.isEmpty)
        #expect(mail.commonHeaders == SESEvent.CommonHeaders(messageID: mail.messageID))
        #expect(mail.tags["ses:from-domain"] == nil)
    }

    @Test("Tags of the request take the place of all the header's")
    func tags() async throws {
        let content =
            "From: shop@example.com\nTo: jane@example.org\nX-SES-MESSAGE-TAGS: campaign=header, only=header\n\nx"
        let email = Email(content: .raw(Data(content.utf8)), tags: ["campaign": "request"])
        let mail = try #require(try await events(email)[.send])
        #expect(mail.tags["campaign"] == ["request"] && mail.tags["only"] == nil)
    }

    @Test("Of long headers as much is told as fits in ten kilobytes")
    func truncation() async throws {
        let lines = (0..<200).map { "X-Long-\($0): \(String(repeating: "x", count: 90))" }.joined(separator: "\n")
        let content = "From: shop@example.com\nTo: jane@example.org\n\(lines)\n\nx"
        let mail = try #require(try await events(Email(content: .raw(Data(content.utf8))))[.send])
        #expect(mail.headersTruncated == true)
        let size = mail.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        #expect((10_000...10_240).contains(size))
    }

    @Test("The ARN is that of the identity that was verified")
    func identity() async throws {
        let campaign = try await Campaign()
        await campaign.simulator.verify("example.com")
        try await campaign.send()
        #expect(
            try await campaign.settledEvents().first?.mail.sourceARN
                == "arn:aws:ses:eu-west-1:123456789012:identity/example.com")
    }
}

extension EmailDestination {
    fileprivate var all: [String] {
        ((toAddresses ?? []) + (ccAddresses ?? []) + (bccAddresses ?? [])).map(\.rawValue)
    }
}
