import Foundation
import SESCore
import Testing

@Suite("Rules of headers, attachments, templates and bulk entries")
struct MessagePartRuleTests {
    static func file(
        _ name: String = "a.pdf", type: String? = nil, id: String? = nil, description: String? = nil
    ) -> EmailAttachment {
        EmailAttachment(
            rawContent: Data("x".utf8), fileName: name, contentType: type, contentID: id,
            contentDescription: description)
    }

    static let one = [MessageHeader(name: "X", value: "y")]

    @Test(
        "legal parts pass, at the edges too",
        arguments: [
            MessageHeader(name: "X", value: " "), MessageHeader(name: text(126), value: text(870)),
            MessageHeader(name: "X", value: text(995)), MessageHeader(name: "List-Unsubscribe", value: "<mailto:x@y>"),
            EmailContent.simple(subject: "s", text: "t", headers: Array(repeating: one[0], count: 15)),
            file(text(251) + ".pdf", type: text(78), id: text(78), description: text(1000)), file("exe"),
            file("ü.tar.gz"), TemplateReference(templateName: "n", templateData: #" {"a": [1, {"b": null}]} "#),
            TemplateReference(templateName: "n", templateData: "{\"a\":\"\(text(262_144 - 8))\"}"),
            BulkEmailEntry(destination: EmailDestination(toAddresses: EmailRuleTests.addresses(50))),
        ] as [any SESValidatable & Sendable])
    func legal(part: any SESValidatable & Sendable) throws {
        try part.validate()
    }

    static let reserved =
        "cannot be a header that SES writes itself (BCC, CC, Content-Disposition, Content-Type, Date, From, "
        + "Message-ID, MIME-Version, Reply-To, Return-Path, Subject, To)"

    @Test(
        "SES's own headers are refused in any case",
        arguments: [
            "BCC", "cc", "Content-Disposition", "content-type", "DATE", "From", "Message-Id", "MIME-Version",
            "reply-to",
            "Return-Path", "Subject", "to",
        ])
    func reservedHeaders(name: String) {
        BrokenRule(MessageHeader(name: name, value: "x"), "Name", Self.reserved, shows: name).expectBroken()
    }

    static let nameAlphabet = "must contain only printable ASCII characters without space and colon"
    static let valueAlphabet = "must contain only printable ASCII characters"

    @Test(
        "a broken rule of a header is named, without its value",
        arguments: [
            BrokenRule(MessageHeader(name: "", value: "x"), "Name", "cannot be empty", shows: ""),
            BrokenRule(
                MessageHeader(name: text(127), value: "x"), "Name", "must be at most 126 characters",
                shows: text(120) + "…"),
            BrokenRule(MessageHeader(name: "X:Y", value: "x"), "Name", nameAlphabet, shows: "X:Y"),
            BrokenRule(MessageHeader(name: "X Y", value: "x"), "Name", nameAlphabet, shows: "X Y"),
            BrokenRule(MessageHeader(name: "X", value: ""), "Value", "cannot be empty"),
            BrokenRule(MessageHeader(name: "X", value: text(996)), "Value", "must be at most 995 characters"),
            BrokenRule(MessageHeader(name: "X", value: "a\r\nBcc: x@y"), "Value", valueAlphabet),
            BrokenRule(MessageHeader(name: "X", value: "é"), "Value", valueAlphabet),
            BrokenRule(
                MessageHeader(name: "XY", value: text(995)), "",
                "must be at most 996 characters, name and value together"),
            BrokenRule(
                EmailContent.simple(subject: "s", text: "t", headers: Array(repeating: one[0], count: 16)),
                "Simple.Headers", "must hold at most 15 headers", shows: "16"),
            BrokenRule(
                EmailContent.template(
                    TemplateReference(templateName: "n", headers: one + [.init(name: "To", value: "x")])),
                "Template.Headers[1].Name", reserved, shows: "To"),
        ])
    func headers(rule: BrokenRule) {
        rule.expectBroken()
    }

    static let oneLine = "must contain only characters that are not line breaks or other control characters"
    static let refused = "cannot have an extension that SES refuses"

    @Test(
        "a broken rule of an attachment is named, without its name",
        arguments: [
            BrokenRule(file("a.exe"), "FileName", refused, shows: ".exe"),
            BrokenRule(file("Invoice Doe.PDF.Js"), "FileName", refused, shows: ".js"),
            BrokenRule(file(".xnk"), "FileName", refused, shows: ".xnk"),
            BrokenRule(file(text(252) + ".pdf"), "FileName", "must be at most 255 characters"),
            BrokenRule(file("a\r\n.pdf"), "FileName", oneLine),
            BrokenRule(file(type: ""), "ContentType", "cannot be empty"),
            BrokenRule(file(type: text(79)), "ContentType", "must be at most 78 characters"),
            BrokenRule(file(id: ""), "ContentId", "cannot be empty"),
            BrokenRule(file(id: text(79)), "ContentId", "must be at most 78 characters"),
            BrokenRule(file(id: "a\n"), "ContentId", oneLine),
            BrokenRule(file(description: text(1001)), "ContentDescription", "must be at most 1000 characters"),
            BrokenRule(
                EmailContent.simple(subject: "s", text: "t", attachments: [file(), file("x.bat")]),
                "Simple.Attachments[1].FileName", refused, shows: ".bat"),
        ])
    func attachments(rule: BrokenRule) {
        rule.expectBroken()
    }

    static let sources = "must hold exactly one of TemplateName, TemplateArn and TemplateContent"

    @Test(
        "a broken rule of a template is named, without its data",
        arguments: [
            BrokenRule(TemplateReference(), "", sources, shows: "none"),
            BrokenRule(
                TemplateReference(templateName: "n", templateContent: EmailTemplateContent(text: "t")), "", sources,
                shows: "TemplateName, TemplateContent"),
            BrokenRule(TemplateReference(templateName: ""), "TemplateName", "cannot be empty", shows: ""),
            BrokenRule(
                TemplateReference(templateARN: "x"), "TemplateArn",
                "must have the form arn:partition:service:region:account:resource", shows: "x"),
            BrokenRule(
                TemplateReference(templateName: "n", templateData: "{\"a\":\"\(text(262_144 - 7))\"}"), "TemplateData",
                "must be at most 262144 characters"),
            BrokenRule(BulkEmailContent(), "Template", "must be present"),
        ])
    func templates(rule: BrokenRule) {
        rule.expectBroken()
    }

    @Test(
        "template data is a JSON object",
        arguments: ["", "x", "[]", "1", "\"jane@example.org\"", "null", "{", "{a:1}", "{} {}"])
    func templateData(data: String) {
        let rule = "must be a JSON object"
        BrokenRule(TemplateReference(templateName: "n", templateData: data), "TemplateData", rule).expectBroken()
        BrokenRule(
            ReplacementEmailContent(replacementTemplate: ReplacementTemplate(replacementTemplateData: data)),
            "ReplacementTemplate.ReplacementTemplateData", rule
        ).expectBroken()
    }

    static func entry(_ change: (inout BulkEmailEntry) -> Void = { _ in }) -> BulkEmailEntry {
        var entry = BulkEmailEntry(destination: EmailDestination(toAddresses: ["a@example.com"]))
        change(&entry)
        return entry
    }

    @Test(
        "a broken rule of a bulk entry is named",
        arguments: [
            BrokenRule(entry { $0.destination = .init() }, "Destination", "must hold at least one recipient"),
            BrokenRule(
                entry { $0.destination.ccAddresses = EmailRuleTests.addresses(50) }, "Destination",
                EmailRuleTests.recipients, shows: "51"),
            BrokenRule(
                entry { $0.replacementTags = [MessageTag("a b", "v")] }, "ReplacementTags[0].Name",
                "must contain only ASCII letters, digits, '_' and '-'", shows: "a b"),
            BrokenRule(
                entry { $0.replacementHeaders = Array(repeating: one[0], count: 16) }, "ReplacementHeaders",
                "must hold at most 15 headers", shows: "16"),
        ])
    func entries(rule: BrokenRule) {
        rule.expectBroken()
    }

    @Test("a bulk send has 1 to 50 entries")
    func entryCount() throws {
        let path = FieldPath("BulkEmailEntries")
        for count in [1, 50] { try Array(repeating: Self.entry(), count: count).validateTogether(at: path) }
        for count in [0, 51] {
            let error = fault { () throws(SESValueError) in
                try Array(repeating: Self.entry(), count: count).validateTogether(at: path)
            }
            #expect(error == SESValueError(field: path, rule: "must hold 1 to 50 entries", value: "\(count)"))
        }
    }
}
