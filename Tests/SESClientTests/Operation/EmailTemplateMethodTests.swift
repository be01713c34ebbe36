import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for e-mail templates")
struct EmailTemplateMethodTests {
    private static let templates = "/v2/email/templates"
    private static let content = EmailTemplateContent(subject: "s", text: "t", html: "h")
    private static let body = #""TemplateContent":{"Html":"h","Subject":"s","Text":"t"}"#

    static let calls: [MethodCall] = [
        MethodCall("POST \(templates)", "{\(body),\"TemplateName\":\"t\"}") {
            try await $0.createEmailTemplate("t", content: content)
        },
        MethodCall(
            "POST \(templates)", #"{"Tags":[{"Key":"k","Value":"v"}],"TemplateContent":{},"TemplateName":"t"}"#
        ) {
            try await $0.createEmailTemplate(
                "t", content: EmailTemplateContent(), tags: [ResourceTag(key: "k", value: "v")])
        },
        MethodCall(
            "GET \(templates)/a%20b%2Fc",
            answer:
                #"{"TemplateName":"a b/c","TemplateContent":{"Subject":"s"},"Tags":[{"Key":"k","Value":"v"}],"New":1}"#
        ) {
            let template = try await $0.getEmailTemplate("a b/c")
            #expect(
                template
                    == EmailTemplate(
                        templateName: "a b/c", templateContent: EmailTemplateContent(subject: "s"),
                        tags: [ResourceTag(key: "k", value: "v")]))
        },
        MethodCall("PUT \(templates)/t", "{\(body)}") { try await $0.updateEmailTemplate("t", content: content) },
        MethodCall("DELETE \(templates)/t") { try await $0.deleteEmailTemplate("t") },
        MethodCall("GET \(templates)") { for try await _ in $0.listEmailTemplates() {} },
        MethodCall(
            "GET \(templates)?PageSize=7",
            answer: #"{"TemplatesMetadata":[{"TemplateName":"a","CreatedTimestamp":1.5E9},{"TemplateName":"b"}]}"#
        ) {
            let found = try await $0.listEmailTemplates(pageSize: 7).reduce(into: []) { $0.append($1) }
            #expect(found.map(\.templateName) == ["a", "b"])
            #expect(found.first?.createdTimestamp?.timeIntervalSince1970 == 1.5e9)
        },
        MethodCall(
            "POST \(templates)/t/render", #"{"TemplateData":"{\"n\":1}"}"#,
            answer: #"{"RenderedTemplate":"Subject: s\r\n"}"#
        ) {
            let message = try await $0.testRenderEmailTemplate("t", data: #"{"n":1}"#)
            #expect(message == "Subject: s\r\n")
        },
        MethodCall(
            "POST \(templates)/t/render", #"{"TemplateData":"{\"a\":\"1\",\"b\":\"2\"}"}"#,
            answer: #"{"RenderedTemplate":""}"#
        ) {
            let message = try await $0.testRenderEmailTemplate("t", values: ["b": "2", "a": "1"])
            #expect(message.isEmpty)
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static let large = EmailTemplateContent(
        text: String(repeating: "t", count: 256 * 1024), html: String(repeating: "h", count: 244 * 1024 + 1))
    private static let tooLarge = "must have at most 500 KB of text and HTML together"

    static let broken: [BrokenInput] = [
        BrokenInput(
            CreateEmailTemplate(templateName: "", templateContent: content), "TemplateName", "cannot be empty"),
        BrokenInput(CreateEmailTemplate(templateName: "t", templateContent: large), "TemplateContent", tooLarge),
        BrokenInput(
            CreateEmailTemplate(
                templateName: "t", templateContent: content, tags: [ResourceTag(key: "", value: "")]),
            "Tags[0].Key", "cannot be empty"),
        BrokenInput(GetEmailTemplate(templateName: ""), "TemplateName", "cannot be empty"),
        BrokenInput(
            UpdateEmailTemplate(templateName: "", templateContent: content), "TemplateName", "cannot be empty"),
        BrokenInput(UpdateEmailTemplate(templateName: "t", templateContent: large), "TemplateContent", tooLarge),
        BrokenInput(DeleteEmailTemplate(templateName: ""), "TemplateName", "cannot be empty"),
        BrokenInput(ListEmailTemplates(pageSize: 0), "PageSize", "must be 1 to 100"),
        BrokenInput(ListEmailTemplates(pageSize: 101), "PageSize", "must be 1 to 100"),
        BrokenInput(
            TestRenderEmailTemplate(templateName: "", templateData: "{}"), "TemplateName", "cannot be empty"),
        BrokenInput(
            TestRenderEmailTemplate(templateName: "t", templateData: "[]"), "TemplateData", "must be a JSON object"),
        BrokenInput(
            TestRenderEmailTemplate(templateName: "t", templateData: String(repeating: " ", count: 262_145)),
            "TemplateData", "must be at most 262144 characters"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("a template of 500 KB and pages of 1 and 100 are legal")
    func legal() throws {
        var content = Self.large
        content.html?.removeLast()
        try CreateEmailTemplate(templateName: "t", templateContent: content).validate()
        try ListEmailTemplates(pageSize: 1).validate()
        try ListEmailTemplates(pageSize: 100).validate()
    }

    @Test("an answer without the template or the rendered message is refused")
    func missing() async throws {
        let client = try SESv2Client.test(RecordingTransport(body: #"{"TemplateName":"t"}"#))
        let template = await #expect(throws: SESv2Error.self) { try await client.getEmailTemplate("t") }
        #expect(template?.code == .unreadableResponse)
        let message = await #expect(throws: SESv2Error.self) {
            try await client.testRenderEmailTemplate("t", data: "{}")
        }
        #expect(message?.code == .unreadableResponse)
    }

    @Test("creating and rendering may be repeated")
    func idempotence() {
        #expect(CreateEmailTemplate.isIdempotent && TestRenderEmailTemplate.isIdempotent)
    }

    @Test("printing shows neither a template's content nor the values it is rendered with")
    func privacy() {
        let content = EmailTemplateContent(subject: "secret", text: "secret", html: "secret")
        let values: [Any] = [
            CreateEmailTemplate(templateName: "t", templateContent: content),
            EmailTemplate(templateName: "t", templateContent: content),
            TestRenderEmailTemplate(templateName: "t", templateData: "secret"),
            TestRenderEmailTemplate.Output(renderedTemplate: "secret"),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("secret")) }
    }
}
