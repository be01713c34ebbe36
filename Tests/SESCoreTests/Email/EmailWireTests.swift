import Foundation
import SESCore
import Testing

@Suite("E-mail shapes on the wire")
struct EmailWireTests {
    @Test("recipients have AWS's shape; nil is left out, an empty list kept")
    func destination() throws {
        try expectWireForm(of: EmailDestination(), is: "{}")
        try expectWireForm(
            of: EmailDestination(toAddresses: ["a@b"], ccAddresses: [], bccAddresses: ["c@d"]),
            is: #"{"BccAddresses":["c@d"],"CcAddresses":[],"ToAddresses":["a@b"]}"#)
    }

    @Test("a text made here is UTF-8; one that came without a character set keeps none")
    func emailText() throws {
        try expectWireForm(of: "ü" as EmailText, is: #"{"Charset":"UTF-8","Data":"ü"}"#)
        try expectWireForm(of: EmailText("u", charset: nil), is: #"{"Data":"u"}"#)
    }

    @Test("simple content has AWS's shape")
    func simple() throws {
        let content = EmailContent.simple(
            subject: "s", text: "t", html: "<p>", headers: [MessageHeader(name: "X-A", value: "1")],
            attachments: [
                EmailAttachment(
                    rawContent: Data([0xFF, 0x00, 0x68]), fileName: "a.png", contentType: "image/png",
                    contentDisposition: .inline, contentID: "logo", contentDescription: "d",
                    contentTransferEncoding: .base64)
            ])
        let parts = [
            #"{"Simple":{"Attachments":[{"ContentDescription":"d","ContentDisposition":"INLINE","ContentId":"logo","#,
            #""ContentTransferEncoding":"BASE64","ContentType":"image/png","FileName":"a.png","RawContent":"/wBo"}],"#,
            #""Body":{"Html":{"Charset":"UTF-8","Data":"<p>"},"Text":{"Charset":"UTF-8","Data":"t"}},"#,
            #""Headers":[{"Name":"X-A","Value":"1"}],"Subject":{"Charset":"UTF-8","Data":"s"}}}"#,
        ]
        try expectWireForm(of: content, is: parts.joined())
    }

    @Test("content without headers and attachments has no such members")
    func plain() throws {
        try expectWireForm(
            of: EmailContent.simple(subject: "s", text: "t"),
            is: #"{"Simple":{"Body":{"Text":{"Charset":"UTF-8","Data":"t"}},"Subject":{"Charset":"UTF-8","Data":"s"}}}"#
        )
    }

    @Test("raw content is base64")
    func raw() throws {
        try expectWireForm(of: EmailContent.raw(Data([0xFF, 0x00, 0x68, 0x69])), is: #"{"Raw":{"Data":"/wBoaQ=="}}"#)
    }

    @Test("template content has AWS's shape")
    func template() throws {
        try expectWireForm(
            of: EmailContent.template(
                TemplateReference(
                    templateName: "n", templateARN: "arn:x",
                    templateContent: EmailTemplateContent(subject: "s", text: "t", html: "h"),
                    templateData: #"{"a":1}"#, headers: [], attachments: [])),
            is: #"{"Template":{"Attachments":[],"Headers":[],"TemplateArn":"arn:x","TemplateContent":"#
                + #"{"Html":"h","Subject":"s","Text":"t"},"TemplateData":"{\"a\":1}","TemplateName":"n"}}"#)
        try expectWireForm(of: EmailTemplateContent(), is: "{}")
    }

    @Test("values of the caller's own type become sorted JSON text")
    func values() throws {
        struct Values: Encodable {
            let name = "Zoë"
            let link = "https://x/y"
            let count = 2
        }
        let json = #"{"count":2,"link":"https://x/y","name":"Zoë"}"#
        #expect(try TemplateReference(templateName: "n", values: Values()).templateData == json)
        let content = EmailTemplateContent(subject: "s")
        #expect(try TemplateReference(templateContent: content, values: Values()).templateData == json)
        #expect(try ReplacementTemplate(values: Values()).replacementTemplateData == json)
    }

    @Test("values that can't be encoded are refused without a word of them")
    func unencodable() {
        let error = fault { () throws(SESValueError) in
            _ = try TemplateReference(templateName: "n", values: ["jane": Double.infinity])
        }
        #expect(error == SESValueError(field: FieldPath("TemplateData"), rule: "must be encodable as JSON"))
    }

    @Test("list management and overrides have AWS's shape")
    func options() throws {
        try expectWireForm(
            of: ListManagementOptions(contactListName: "l", topicName: "t"),
            is: #"{"ContactListName":"l","TopicName":"t"}"#)
        try expectWireForm(
            of: ConfigurationOverrides(
                tracking: TrackingConfigurationOverrides(openTrackingEnabled: .disabled, clickTrackingEnabled: .enabled)
            ),
            is: #"{"Tracking":{"ClickTrackingEnabled":"ENABLED","OpenTrackingEnabled":"DISABLED"}}"#)
        try expectWireForm(
            of: ConfigurationOverrides(tracking: TrackingConfigurationOverrides()), is: #"{"Tracking":{}}"#)
    }

    @Test("a bulk send's shapes are AWS's")
    func bulk() throws {
        try expectWireForm(
            of: BulkEmailContent(template: TemplateReference(templateName: "n")),
            is: #"{"Template":{"TemplateName":"n"}}"#)
        let entry = BulkEmailEntry(
            destination: EmailDestination(toAddresses: ["a@b"]), replacementTags: [MessageTag("n", "v")],
            replacementEmailContent: ReplacementEmailContent(
                replacementTemplate: ReplacementTemplate(replacementTemplateData: "{}")),
            replacementHeaders: [MessageHeader(name: "X", value: "y")])
        try expectWireForm(
            of: entry,
            is: #"{"Destination":{"ToAddresses":["a@b"]},"ReplacementEmailContent":{"ReplacementTemplate":"#
                + #"{"ReplacementTemplateData":"{}"}},"ReplacementHeaders":[{"Name":"X","Value":"y"}],"#
                + #""ReplacementTags":[{"Name":"n","Value":"v"}]}"#)
        try expectWireForm(
            of: BulkEmailEntryResult(status: .accountDailyQuotaExceeded, error: "e", messageID: "m"),
            is: #"{"Error":"e","MessageId":"m","Status":"ACCOUNT_DAILY_QUOTA_EXCEEDED"}"#)
        try expectWireForm(of: BulkEmailEntryResult(status: .init(rawValue: "NEW")), is: #"{"Status":"NEW"}"#)
    }

    @Test("a value of the wrong kind is refused")
    func wrongKinds() {
        #expect(throws: DecodingError.self) { try decoded(RawMessage.self, #"{"Data":"***"}"#) }
        #expect(throws: DecodingError.self) { try decoded(EmailContent.self, #"{"Simple":"x"}"#) }
        #expect(throws: DecodingError.self) { try decoded(EmailDestination.self, #"{"ToAddresses":"a@b"}"#) }
    }
}
