import SESClient
import SESCore

extension SESSimulator {
    func createEmailTemplate(_ input: CreateEmailTemplate) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        try ServiceRules.check(input.templateContent)
        guard state.templates[input.templateName] == nil else {
            throw ServiceRefusal.alreadyExists("Template <\(input.templateName)> already exists.")
        }
        guard state.templates.count < ServiceState.maximumTemplates else {
            throw ServiceRefusal.limitExceeded("Template count exceeds \(ServiceState.maximumTemplates).")
        }
        state.templates[input.templateName] = StoredTemplate(
            template: SimulatedTemplate(name: input.templateName, content: input.templateContent), date: clock.date,
            tags: input.tags ?? [])
        return EmptyOutput()
    }

    func getEmailTemplate(_ input: GetEmailTemplate) throws -> EmailTemplate {
        let stored = try storedTemplate(input.templateName)
        return EmailTemplate(
            templateName: stored.template.name, templateContent: stored.template.content, tags: stored.tags)
    }

    func updateEmailTemplate(_ input: UpdateEmailTemplate) throws -> EmptyOutput {
        var stored = try storedTemplate(input.templateName)
        try ServiceRules.checkRules(input)
        try ServiceRules.check(input.templateContent)
        stored.template.content = input.templateContent
        state.templates[input.templateName] = stored
        return EmptyOutput()
    }

    func deleteEmailTemplate(_ input: DeleteEmailTemplate) throws -> EmptyOutput {
        _ = try storedTemplate(input.templateName)
        try checkHasNoTenants(.emailTemplate(input.templateName, region: region, accountID: accountID))
        state.templates[input.templateName] = nil
        return EmptyOutput()
    }

    func listEmailTemplates(_ input: ListEmailTemplates) throws -> ListEmailTemplates.Output {
        let size = try pageSize(input.pageSize, default: 10, atMost: 100)
        let page = try page(of: state.templates.keys.sorted(), from: input.nextToken, size: size)
        let listed = page.names.compactMap { name in
            state.templates[name].map { EmailTemplateMetadata(templateName: name, createdTimestamp: $0.date) }
        }
        return ListEmailTemplates.Output(templatesMetadata: listed, nextToken: page.nextToken)
    }

    func testRenderEmailTemplate(_ input: TestRenderEmailTemplate) throws -> TestRenderEmailTemplate.Output {
        let stored = try storedTemplate(input.templateName)
        do {
            let content = try RenderingData([input.templateData]).render(stored.template.content)
            let message = RenderedMessage(content: content, date: clock.date, boundary: newBoundary())
            return TestRenderEmailTemplate.Output(renderedTemplate: message.text)
        } catch {
            throw ServiceRefusal.badRequest(error.message)
        }
    }

    /// The template of that name, or the service's refusal.
    func storedTemplate(_ name: String) throws -> StoredTemplate {
        guard let stored = state.templates[name] else { throw ServiceRefusal.missingTemplate(name) }
        return stored
    }

    /// A text of a length that makes it as good as certain not to be in the message.
    private func newBoundary() -> String { "----=_Part_\(random.hexadecimal(24))" }
}

extension ServiceRules {
    /// Checks that a template has a subject and that each of its parts can be read.
    static func check(_ content: EmailTemplateContent) throws {
        guard let subject = content.subject, !subject.isEmpty else {
            throw ServiceRefusal.badRequest("The subject must be specified.")
        }
        for part in [subject, content.text, content.html].compactMap({ $0 }) {
            do {
                _ = try Template(part)
            } catch {
                throw ServiceRefusal.badRequest(error.message)
            }
        }
    }
}

extension ServiceRefusal {
    static func missingTemplate(_ name: String) -> Self { .notFound("Template <\(name)> does not exist.") }
}
