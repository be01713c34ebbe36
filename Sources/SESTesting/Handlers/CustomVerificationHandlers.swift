import SESClient
import SESCore

extension SESSimulator {
    func createCustomVerificationTemplate(_ input: CreateCustomVerificationEmailTemplate) throws -> EmptyOutput {
        try ServiceRules.checkRules(input)
        try checkVerified(input.fromEmailAddress)
        guard state.verificationTemplates[input.templateName] == nil else {
            throw ServiceRefusal.alreadyExists("Template <\(input.templateName)> already exists.")
        }
        guard state.verificationTemplates.count < ServiceState.maximumVerificationTemplates else {
            throw ServiceRefusal.limitExceeded(
                "Custom verification template count exceeds \(ServiceState.maximumVerificationTemplates).")
        }
        state.verificationTemplates[input.templateName] = CustomVerificationEmailTemplate(
            templateName: input.templateName, fromEmailAddress: input.fromEmailAddress,
            templateSubject: input.templateSubject, templateContent: input.templateContent, tags: input.tags ?? [],
            successRedirectionURL: input.successRedirectionURL, failureRedirectionURL: input.failureRedirectionURL)
        return EmptyOutput()
    }

    func getCustomVerificationTemplate(
        _ input: GetCustomVerificationEmailTemplate
    ) throws -> CustomVerificationEmailTemplate {
        try verificationTemplate(input.templateName)
    }

    func updateCustomVerificationTemplate(_ input: UpdateCustomVerificationEmailTemplate) throws -> EmptyOutput {
        var template = try verificationTemplate(input.templateName)
        try ServiceRules.checkRules(input)
        try checkVerified(input.fromEmailAddress)
        template.fromEmailAddress = input.fromEmailAddress
        template.templateSubject = input.templateSubject
        template.templateContent = input.templateContent
        template.successRedirectionURL = input.successRedirectionURL
        template.failureRedirectionURL = input.failureRedirectionURL
        state.verificationTemplates[input.templateName] = template
        return EmptyOutput()
    }

    func deleteCustomVerificationTemplate(_ input: DeleteCustomVerificationEmailTemplate) throws -> EmptyOutput {
        _ = try verificationTemplate(input.templateName)
        state.verificationTemplates[input.templateName] = nil
        return EmptyOutput()
    }

    func listCustomVerificationTemplates(
        _ input: ListCustomVerificationEmailTemplates
    ) throws -> ListCustomVerificationEmailTemplates.Output {
        let size = try pageSize(input.pageSize, default: 50, atMost: 50)
        let page = try page(of: state.verificationTemplates.keys.sorted(), from: input.nextToken, size: size)
        let listed = page.names.compactMap { state.verificationTemplates[$0] }.map { template in
            var summary = template
            summary.templateContent = nil
            summary.tags = nil
            return summary
        }
        return ListCustomVerificationEmailTemplates.Output(
            customVerificationEmailTemplates: listed, nextToken: page.nextToken)
    }

    func sendCustomVerificationEmail(_ input: SendCustomVerificationEmail) throws -> SendEmail.Output {
        try ServiceRules.checkRules(input)
        let template = try verificationTemplate(input.templateName)
        var draft = MailDraft(
            operation: SendCustomVerificationEmail.name,
            from: template.fromEmailAddress?.rawValue ?? "no-reply-aws@amazon.com")
        // Without a sender of its own the mail comes from the service, which needs no identity.
        draft.isFromService = template.fromEmailAddress == nil
        draft.mail.to = [input.emailAddress.rawValue]
        draft.mail.templateName = input.templateName
        draft.mail.subject = template.templateSubject
        // The service puts its link after whatever the template says.
        draft.mail.html =
            (template.templateContent ?? "")
            + "<a href=\"https://email-verification.\(region).amazonaws.com/\">Verify</a>"
        draft.requestedSet = input.configurationSetName
        return SendEmail.Output(messageID: try accept(draft).messageID)
    }

    private func verificationTemplate(_ name: String) throws -> CustomVerificationEmailTemplate {
        guard let template = state.verificationTemplates[name] else { throw ServiceRefusal.missingTemplate(name) }
        return template
    }

    private func checkVerified(_ sender: EmailAddress) throws {
        guard state.isVerified(address: sender.address) else {
            throw ServiceRefusal.badRequest("Email address <\(sender.address)> is not verified.")
        }
    }
}
