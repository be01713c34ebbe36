import SESValues

/// Makes the calls of a run.
protocol SendCarrier: Sendable {
    /// The most messages in a call.
    var batchCount: Int { get }
    /// The name of the operation that the calls are of.
    var operation: String { get }

    /// Makes one call, once.
    ///
    /// - Parameter items: The messages, at least one.
    /// - Returns: A verdict for each of them, in order.
    func send(_ items: [SendItem]) async -> [SendVerdict]
}

/// Sends e-mails, each in a call of its own.
struct EmailCarrier: SendCarrier {
    let client: SESv2Client
    let configurationSet: ConfigurationSetName?
    let batchCount = 1
    let operation = SendEmail.name

    func send(_ items: [SendItem]) async -> [SendVerdict] {
        var verdicts: [SendVerdict] = []
        for item in items { verdicts.append(await send(item)) }
        return verdicts
    }

    private func send(_ item: SendItem) async -> SendVerdict {
        guard case .email(let email) = item.content else { return .refused(.notInRun(item)) }
        do {
            let output = try await client.execute(SendEmail(email, configurationSetName: configurationSet))
            return .sent(messageID: output.messageID)
        } catch {
            // A template, a contact list or a tenant that isn't there may be this message's alone.
            let sharesTarget =
                email.content.template == nil && email.listManagementOptions == nil && email.tenantName == nil
            return SendVerdict(error, sharesTarget: sharesTarget)
        }
    }
}

/// Sends the entries of one template, several in a call.
struct TemplateCarrier: SendCarrier {
    let client: SESv2Client
    /// The call, without entries.
    let call: SendBulkEmail
    /// AWS: at most 50 destinations in a call.
    let batchCount = 50
    let operation = SendBulkEmail.name

    func send(_ items: [SendItem]) async -> [SendVerdict] {
        var input = call
        input.bulkEmailEntries = items.compactMap { item in
            if case .entry(let entry) = item.content { entry } else { nil }
        }
        do {
            var results = try await client.execute(input).bulkEmailEntryResults[...]
            // An entry that the answer leaves out may have been sent.
            return items.map { _ in SendVerdict(results.popFirst() ?? BulkEmailEntryResult()) }
        } catch {
            // Each entry was checked by itself: what breaks a rule here is what all calls have in common.
            if let error = error as? SESv2Error, error.code == .invalidRequest {
                return items.map { _ in .stopped(error) }
            }
            let verdict = SendVerdict(error, sharesTarget: true)
            guard items.count > 1, case .refused(let error) = verdict, error.code == .badRequest else {
                return items.map { _ in verdict }
            }
            return items.map { _ in .refusedTogether(error) }
        }
    }
}

extension SESv2Error {
    fileprivate static func notInRun(_ item: SendItem) -> SESv2Error {
        SESv2Error(.invalidRequest, ownMessage: "message \(item.index) isn't an e-mail", operation: SendEmail.name)
    }
}
