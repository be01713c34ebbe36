import Foundation
import SESCore
import Testing

@Suite("E-mails")
struct EmailTests {
    @Test("an e-mail is made from its parts, with sorted tags and without empty lists")
    func parts() throws {
        let email = Email(
            from: "Shop <promo@example.com>", to: ["jane@example.org"], bcc: ["log@example.com"],
            replyTo: ["help@example.com"], subject: "May sale", text: "t", html: "<p>",
            tags: ["campaign": "may", "batch": "7"])
        #expect(email.from?.displayName == "Shop")
        #expect(email.destination.toAddresses == ["jane@example.org"])
        #expect(email.destination.ccAddresses == nil)
        #expect(email.destination.recipientCount == 2)
        #expect(email.replyToAddresses == ["help@example.com"])
        #expect(email.content == .simple(subject: "May sale", text: "t", html: "<p>"))
        #expect(email.tags == [MessageTag("batch", "7"), MessageTag("campaign", "may")])
        try email.validate()
    }

    @Test("printing or dumping an e-mail or a part of it shows neither addresses nor content")
    func hidden() throws {
        let email = Email(
            from: "secret@example.com", to: ["secret@example.org"], subject: "secret", text: "secret", html: "secret",
            headers: [MessageHeader(name: "X", value: "secret")],
            attachments: [EmailAttachment(rawContent: Data("secret".utf8), fileName: "secret.txt")])
        let template = TemplateReference(
            templateContent: EmailTemplateContent(subject: "secret"), templateData: #"{"a":"secret"}"#)
        let entry = BulkEmailEntry(
            destination: email.destination,
            replacementEmailContent: ReplacementEmailContent(
                replacementTemplate: ReplacementTemplate(replacementTemplateData: "secret")))
        let message = try #require(email.content.simple)
        let values: [Any] = [
            email, email.content, email.destination, message, message.subject, message.body, template,
            try #require(template.templateContent), entry, EmailContent.raw(Data("secret".utf8)),
            RawMessage(data: Data("secret".utf8)), BulkEmailContent(template: template),
            try #require(message.headers), try #require(message.attachments),
        ]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                #expect(!text.contains("secret"), "\(type(of: value))")
            }
        }
        #expect("\(email)" == "Email(1 recipients, content hidden)")
    }
}
