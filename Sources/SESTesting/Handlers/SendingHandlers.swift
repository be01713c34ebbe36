import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    func sendEmail(_ input: SendEmail) throws -> SendEmail.Output {
        let draft = try draft(input)
        let mail = try accept(draft)
        return SendEmail.Output(messageID: mail.messageID)
    }

    func sendBulkEmail(_ input: SendBulkEmail) throws -> SendBulkEmail.Output {
        var checked = input
        checked.defaultContent.template?.templateData = nil
        for index in checked.bulkEmailEntries.indices { checked.bulkEmailEntries[index].replacementEmailContent = nil }
        try ServiceRules.checkRules(checked)
        if let overrides = input.configurationOverrides { try ServiceRules.check(overrides) }
        guard let from = input.fromEmailAddress else { throw ServiceRefusal.badRequest(nil) }
        if let name = input.configurationSetName { _ = try stored(name) }
        try checkTenant(input, from: from)
        let results = input.bulkEmailEntries.map { entry in
            do {
                let mail = try accept(try draft(entry, of: input, from: from))
                return BulkEmailEntryResult(status: .success, messageID: mail.messageID)
            } catch let refusal as ServiceRefusal {
                return BulkEmailEntryResult(status: refusal.bulkStatus, error: refusal.message)
            } catch {
                return BulkEmailEntryResult(status: .failed)
            }
        }
        return SendBulkEmail.Output(bulkEmailEntryResults: results)
    }

    /// A tenant that lacks something refuses all mails of a bulk send together.
    private func checkTenant(_ input: SendBulkEmail, from: EmailAddress) throws {
        guard input.tenantName != nil, let template = input.defaultContent.template else { return }
        try checkTenant(
            input.tenantName, sender: from.address,
            set: input.configurationSetName ?? state.defaultConfigurationSet(of: from.address),
            template: try resolve(template).name)
    }

    private func draft(_ input: SendEmail) throws -> MailDraft {
        if input.content.simple != nil, input.fromEmailAddress == nil {
            // The service answers this one without a word.
            throw ServiceRefusal.badRequest(nil)
        }
        // Data that can't be read is told only by the Rendering Failure event: the send itself is accepted.
        var checked = input
        checked.content.template?.templateData = nil
        try ServiceRules.checkRules(checked)
        if let overrides = input.configurationOverrides { try ServiceRules.check(overrides) }
        var draft = MailDraft(operation: SendEmail.name, from: input.fromEmailAddress?.rawValue ?? "")
        draft.mail.to = (input.destination?.toAddresses ?? []).map(\.rawValue)
        draft.mail.cc = (input.destination?.ccAddresses ?? []).map(\.rawValue)
        draft.mail.bcc = (input.destination?.bccAddresses ?? []).map(\.rawValue)
        draft.mail.replyTo = (input.replyToAddresses ?? []).map(\.rawValue)
        draft.mail.tags = input.emailTags ?? []
        draft.mail.tenantName = input.tenantName
        draft.mail.listManagement = input.listManagementOptions
        draft.mail.overrides = input.configurationOverrides
        draft.requestedSet = input.configurationSetName
        if let message = input.content.simple { draft.take(message) }
        if let raw = input.content.raw { draft.take(RawMail(raw.data), tagsGiven: !draft.mail.tags.isEmpty) }
        if let template = input.content.template {
            let stored = try resolve(template)
            draft.take(
                stored.content, name: stored.name, headers: template.headers,
                attachments: template.attachments)
            draft.render(data: [template.templateData])
        }
        return draft
    }

    private func draft(_ entry: BulkEmailEntry, of input: SendBulkEmail, from: EmailAddress) throws -> MailDraft {
        var draft = MailDraft(operation: SendBulkEmail.name, from: from.rawValue)
        draft.mail.to = (entry.destination.toAddresses ?? []).map(\.rawValue)
        draft.mail.cc = (entry.destination.ccAddresses ?? []).map(\.rawValue)
        draft.mail.bcc = (entry.destination.bccAddresses ?? []).map(\.rawValue)
        draft.mail.replyTo = (input.replyToAddresses ?? []).map(\.rawValue)
        draft.mail.tenantName = input.tenantName
        draft.mail.overrides = input.configurationOverrides
        draft.requestedSet = input.configurationSetName
        let own = entry.replacementTags ?? []
        let replaced = Set(own.map(\.name))
        draft.mail.tags = own + (input.defaultEmailTags ?? []).filter { !replaced.contains($0.name) }
        guard let template = input.defaultContent.template else {
            throw ServiceRefusal.badRequest("Template is not provided.")
        }
        let stored = try resolve(template)
        let ownHeaders = entry.replacementHeaders ?? []
        let replacedHeaders = Set(ownHeaders.map { $0.name.lowercased() })
        let headers = (template.headers ?? []).filter { !replacedHeaders.contains($0.name.lowercased()) } + ownHeaders
        draft.take(
            stored.content, name: stored.name, headers: headers,
            attachments: template.attachments)
        let replacement = entry.replacementEmailContent?.replacementTemplate?.replacementTemplateData
        draft.render(data: [template.templateData, replacement])
        return draft
    }

    /// The template's content; one that is given inline has no name.
    private func resolve(_ template: TemplateReference) throws -> (name: String?, content: EmailTemplateContent) {
        if let content = template.templateContent { return (nil, content) }
        let name =
            template.templateName
            ?? template.templateARN?.resource.map { resource in
                resource.split(separator: "/").last.map(String.init) ?? resource
            }
        let stored = try storedTemplate(name ?? "").template
        return (stored.name, stored.content)
    }

    /// Takes a mail on: checks set, sender and quotas, gives it an id and plans what becomes of it.
    func accept(_ draft: MailDraft) throws -> SimulatedMail {
        var mail = draft.mail
        let sender = SESEvent.Recipient(emailAddress: mail.from).address
        try checkTenant(
            mail.tenantName, sender: sender,
            set: draft.requestedSet ?? draft.headerSet ?? state.defaultConfigurationSet(of: sender),
            template: mail.templateName)
        guard sender.contains("@") else { throw ServiceRefusal.badRequest("Missing final '@domain'") }
        guard (1...50).contains(mail.recipients.count) else {
            throw ServiceRefusal.badRequest("A message has 1 to 50 recipients, not \(mail.recipients.count).")
        }
        mail.configurationSet = try configurationSet(of: draft, sender: sender)
        guard state.sendingEnabled else { throw ServiceRefusal.sendingPaused("Sending is paused for this account.") }
        guard draft.isFromService || state.isVerified(address: sender) else {
            throw ServiceRefusal.messageRejected(
                "Email address is not verified. The following identities failed the check in region "
                    + "\(region.rawValue.uppercased()): \(mail.from)")
        }
        if !draft.isFromService, let domain = state.failedMailFrom(of: sender) {
            throw ServiceRefusal("MailFromDomainNotVerifiedException", "MAIL FROM domain <\(domain)> is not verified.")
        }
        try checkListManagement(mail.listManagement)
        let simulated = mail.recipients.count {
            MailboxSimulator(address: SESEvent.Recipient(emailAddress: $0).address) != nil
        }
        try limiter.admit(
            mail.recipients.count, countingForDay: mail.recipients.count - simulated, quota: state.quota,
            at: clock.now)
        mail.date = clock.date
        mail.messageID = newMessageID()
        sentMails.append(mail)
        addContacts(for: mail)
        beginHistory(of: mail)
        plan(mail)
        return mail
    }

    /// The set a mail is sent with: the request's, else the raw content's header's, else the identity's default.
    private func configurationSet(of draft: MailDraft, sender: String) throws -> ConfigurationSetName? {
        let named = draft.requestedSet ?? draft.headerSet
        guard let name = named ?? state.defaultConfigurationSet(of: sender) else { return nil }
        guard let set = state.sets[name.rawValue] else {
            // A default that was deleted since is the sender's fault, not a thing that wasn't found.
            throw named == nil ? ServiceRefusal.staleDefault(name.rawValue) : .missingSet(name.rawValue)
        }
        guard set.configuration.sendingOptions?.sendingEnabled != false else {
            throw ServiceRefusal.sendingPaused("Sending is paused for configuration set \(name)")
        }
        return name
    }

    /// An id in the service's form: the region's mark and the time in hexadecimal, then a random part.
    private func newMessageID() -> String {
        let milliseconds = UInt64(max(clock.date.timeIntervalSince1970 * 1000, 0))
        let time = String(milliseconds, radix: 16)
        let padded = String(repeating: "0", count: max(12 - time.count, 0)) + time
        return "0102\(padded)-\(random.uuid())-000000"
    }
}

extension ServiceRefusal {
    /// How a refusal of one mail is said in the answer of a bulk send.
    var bulkStatus: BulkEmailStatus {
        switch name {
        case "MessageRejected": .messageRejected
        case "MailFromDomainNotVerifiedException": .mailFromDomainNotVerified
        case "NotFoundException" where message?.hasPrefix("Template") == true: .templateNotFound
        case "NotFoundException": .configurationSetNotFound
        case "SendingPausedException" where message?.contains("configuration set") == true:
            .configurationSetSendingPaused
        case "SendingPausedException": .accountSendingPaused
        case "TooManyRequestsException" where message?.hasPrefix("Daily") == true: .accountDailyQuotaExceeded
        case "TooManyRequestsException": .accountThrottled
        case "BadRequestException" where message?.hasPrefix("Configuration set <") == true:
            .configurationSetNotFound
        case "BadRequestException": .invalidParameter
        default: .failed
        }
    }
}
