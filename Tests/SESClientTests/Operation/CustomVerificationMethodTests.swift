import Foundation
import SESClient
import SESCore
import Testing

@Suite("The client's methods for custom verification templates")
struct CustomVerificationMethodTests {
    private static let templates = "/v2/email/custom-verification-email-templates"
    private static let common =
        #""FailureRedirectionURL":"https://e.com/no","FromEmailAddress":"a@example.com","SuccessRedirectionURL":"https://e.com/yes""#

    static let calls: [MethodCall] = [
        MethodCall(
            "POST \(templates)",
            "{\(common),\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}],\"TemplateContent\":\"c\",\"TemplateName\":\"t\",\"TemplateSubject\":\"s\"}"
        ) {
            try await $0.createCustomVerificationEmailTemplate(
                "t", from: "a@example.com", subject: "s", content: "c", successRedirectionURL: "https://e.com/yes",
                failureRedirectionURL: "https://e.com/no", tags: [ResourceTag(key: "k", value: "v")])
        },
        MethodCall(
            "GET \(templates)/t%20u", answer: "{\(common),\"TemplateName\":\"t u\",\"TemplateSubject\":\"s\"}"
        ) {
            let template = try await $0.getCustomVerificationEmailTemplate("t u")
            #expect(
                template
                    == CustomVerificationEmailTemplate(
                        templateName: "t u", fromEmailAddress: "a@example.com", templateSubject: "s",
                        successRedirectionURL: "https://e.com/yes", failureRedirectionURL: "https://e.com/no"))
        },
        MethodCall("PUT \(templates)/t", "{\(common),\"TemplateContent\":\"c\",\"TemplateSubject\":\"s\"}") {
            try await $0.updateCustomVerificationEmailTemplate(
                "t", from: "a@example.com", subject: "s", content: "c", successRedirectionURL: "https://e.com/yes",
                failureRedirectionURL: "https://e.com/no")
        },
        MethodCall("DELETE \(templates)/t") { try await $0.deleteCustomVerificationEmailTemplate("t") },
        MethodCall("GET \(templates)") { for try await _ in $0.listCustomVerificationEmailTemplates() {} },
        MethodCall(
            "GET \(templates)?PageSize=7",
            answer: #"{"CustomVerificationEmailTemplates":[{"TemplateName":"a"},{"TemplateName":"b"}]}"#
        ) {
            let found = try await $0.listCustomVerificationEmailTemplates(pageSize: 7).reduce(into: []) {
                $0.append($1.templateName)
            }
            #expect(found == ["a", "b"])
        },
    ]

    @Test("each sends AWS's request and no more", arguments: calls)
    func requests(call: MethodCall) async throws {
        try await call.expectRequest()
    }

    private static func create(
        _ name: String = "t", from: EmailAddress = "a@example.com", content: String = "c", tags: [ResourceTag]? = nil
    ) -> CreateCustomVerificationEmailTemplate {
        CreateCustomVerificationEmailTemplate(
            templateName: name, fromEmailAddress: from, templateSubject: "s", templateContent: content,
            successRedirectionURL: "u", failureRedirectionURL: "u", tags: tags)
    }

    private static func update(
        _ name: String = "t", from: EmailAddress = "a@example.com", content: String = "c"
    ) -> UpdateCustomVerificationEmailTemplate {
        UpdateCustomVerificationEmailTemplate(
            templateName: name, fromEmailAddress: from, templateSubject: "s", templateContent: content,
            successRedirectionURL: "u", failureRedirectionURL: "u")
    }

    private static let large = String(repeating: "c", count: 10 * 1024 * 1024)

    static let broken: [BrokenInput] = [
        BrokenInput(create(""), "TemplateName", "cannot be empty"),
        BrokenInput(create(content: large), "TemplateContent", "must be less than 10 MB"),
        BrokenInput(create(tags: [ResourceTag(key: "", value: "")]), "Tags[0].Key", "cannot be empty"),
        BrokenInput(update(""), "TemplateName", "cannot be empty"),
        BrokenInput(update(content: large), "TemplateContent", "must be less than 10 MB"),
        BrokenInput(GetCustomVerificationEmailTemplate(templateName: ""), "TemplateName", "cannot be empty"),
        BrokenInput(DeleteCustomVerificationEmailTemplate(templateName: ""), "TemplateName", "cannot be empty"),
        BrokenInput(ListCustomVerificationEmailTemplates(pageSize: 0), "PageSize", "must be 1 to 50"),
        BrokenInput(ListCustomVerificationEmailTemplates(pageSize: 51), "PageSize", "must be 1 to 50"),
    ]

    @Test("a broken rule is named", arguments: broken)
    func illegal(input: BrokenInput) async throws {
        try await input.expectRefusal()
    }

    @Test("a sender that is no address is refused, and not repeated")
    func sender() {
        for input in [Self.create(from: "secret") as any SESValidatable, Self.update(from: "secret")] {
            let error = #expect(throws: SESValueError.self) { try input.validate() }
            #expect(error?.field == "FromEmailAddress")
            #expect(error.map { $0.description.contains("secret") } == false)
        }
    }

    @Test("a content just under 10 MB and pages of 1 and 50 are legal")
    func legal() throws {
        try Self.create(content: String(Self.large.dropLast())).validate()
        try ListCustomVerificationEmailTemplates(pageSize: 1).validate()
        try ListCustomVerificationEmailTemplates(pageSize: 50).validate()
    }

    @Test("creating may be repeated")
    func idempotence() {
        #expect(CreateCustomVerificationEmailTemplate.isIdempotent)
    }

    @Test("printing shows nothing of a template")
    func privacy() {
        let values: [Any] = [
            Self.create(from: "secret@example.com", content: "secret"),
            Self.update(from: "secret@example.com", content: "secret"),
            CustomVerificationEmailTemplate(fromEmailAddress: "secret@example.com", templateContent: "secret"),
        ]
        for value in values { #expect(!PrintedForms.all(of: value).contains("secret")) }
    }
}
