public import SESValues

/// One kind of mail a service sends: bound to its configuration set, with its sender and its tags.
///
/// Declared once, it makes the set impossible to forget and the kind's events tell themselves apart.
///
/// ```swift
/// let receipts = ses.stream("transactional", from: "Shop <shop@example.com>", tags: ["kind": "receipt"])
/// try await receipts.send(Email(to: ["jane@example.org"], subject: "Your receipt", text: "…"))
/// ```
public struct MailStream: Sendable {
    /// The set that all mail of this stream is sent with.
    @export(implementation) public let configurationSet: ConfigurationSetName
    /// The sender of mail that names none itself.
    @export(implementation) public let from: EmailAddress
    /// Where replies go to mail that doesn't say itself.
    @export(implementation) public let replyTo: [EmailAddress]
    /// Tags that every mail carries; a mail's own tag of the same name wins.
    @export(implementation) public let tags: [MessageTag]

    private let client: SESv2Client

    init(
        client: SESv2Client, configurationSet: ConfigurationSetName, from: EmailAddress, replyTo: [EmailAddress],
        tags: [MessageTag]
    ) {
        self.client = client
        self.configurationSet = configurationSet
        self.from = from
        self.replyTo = replyTo
        self.tags = tags
    }

    /// Sends an e-mail of this kind.
    ///
    /// Raw content keeps the sender and reply-to addresses of its own headers. Tags in its header `X-SES-MESSAGE-TAGS`
    /// give way to the stream's, if it has any: the service doesn't mix the two.
    ///
    /// - Parameter email: What is sent and to whom; the stream fills in what it leaves out.
    /// - Returns: The id that every event of this mail carries.
    /// - Throws: ``SESv2Error``, as ``SESv2Client/send(_:configurationSet:)`` does.
    @discardableResult
    public func send(_ email: Email) async throws -> SendEmail.Output {
        try await client.send(completed(email), configurationSet: configurationSet)
    }

    /// Sends one template to up to 50 destinations.
    ///
    /// - Parameters:
    ///   - content: The template and its default data.
    ///   - entries: The destinations, 1 to 50, each with its own data and tags.
    /// - Returns: One result for each destination, in order; some may have failed.
    /// - Throws: ``SESv2Error`` if the call as a whole was refused or its outcome is unknown.
    public func sendBulk(_ content: BulkEmailContent, to entries: [BulkEmailEntry]) async throws
        -> [BulkEmailEntryResult]
    {
        try await client.sendBulkEmail(call(content, entries.map(completed)))
    }

    private func call(_ content: BulkEmailContent, _ entries: [BulkEmailEntry]) -> SendBulkEmail {
        var input = SendBulkEmail(
            from: from, content: content, entries: entries, tags: tags.isEmpty ? nil : tags,
            configurationSetName: configurationSet)
        input.replyToAddresses = replyTo.isEmpty ? nil : replyTo
        return input
    }

    private func completed(_ entry: BulkEmailEntry) -> BulkEmailEntry {
        // AWS doesn't say whether an entry's tags join the default ones or take their place: this holds either way.
        var entry = entry
        entry.replacementTags = entry.replacementTags.map { $0 + missing(in: $0) }
        return entry
    }

    private func completed(_ email: Email) -> Email {
        var email = email
        // Raw content says itself who it is from; what the request says would take its place.
        if email.content.raw == nil {
            if email.from == nil { email.from = from }
            if email.replyToAddresses.isEmpty { email.replyToAddresses = replyTo }
        }
        email.tags += missing(in: email.tags)
        return email
    }

    /// The stream's tags whose names aren't among others.
    private func missing(in others: [MessageTag]) -> [MessageTag] {
        let names = Set(others.map(\.name))
        return tags.filter { !names.contains($0.name) }
    }
}

// MARK: Many at a time

extension MailStream {
    /// Sends many e-mails of this kind, as fast as the account may, and gives each one's outcome as it is settled.
    ///
    /// ```swift
    /// for try await outcome in promo.send(contentsOf: emails) { print(outcome.key, outcome.result) }
    /// ```
    ///
    /// - Parameters:
    ///   - emails: The e-mails; the stream fills in what each leaves out, as ``send(_:)`` does.
    ///   - key: The key of an e-mail, as it is sent, given its place in the source; nil for the place itself.
    ///   - options: Concurrency, limiter, journal; a journal is of this stream's set.
    /// - Returns: The run; it begins when it is asked for the first outcome. See ``SendRun``.
    public func send<Emails: AsyncSequence & Sendable>(
        contentsOf emails: Emails, key: (@Sendable (Email, Int) -> String)? = nil, options: SendOptions = SendOptions()
    ) -> SendRun where Emails.Element == Email {
        client.emailRun(configurationSet, options, SendSource(emails) { SendItem(completed($0), $1, key) })
    }

    /// Sends many e-mails of this kind.
    ///
    /// As `send(contentsOf:key:options:)` of an asynchronous sequence.
    ///
    /// - Parameters:
    ///   - emails: The e-mails, such as an array; the stream fills in what each leaves out.
    ///   - key: The key of an e-mail, given its place in the source; nil for the place itself.
    ///   - options: Concurrency, limiter, journal.
    public func send<Emails: Sequence & Sendable>(
        contentsOf emails: Emails, key: (@Sendable (Email, Int) -> String)? = nil, options: SendOptions = SendOptions()
    ) -> SendRun where Emails.Element == Email {
        client.emailRun(configurationSet, options, SendSource(emails) { SendItem(completed($0), $1, key) })
    }

    /// Sends one template to many destinations, several in a call, and gives each one's outcome as it is settled.
    ///
    /// - Parameters:
    ///   - content: The template and its default data.
    ///   - entries: The destinations, each with its own data and tags.
    ///   - key: The key of an entry, given its place in the source; nil for the place itself.
    ///   - options: Concurrency, limiter, journal; a journal is of this stream's set.
    /// - Returns: The run; see ``SendRun``.
    public func sendBulk<Entries: AsyncSequence & Sendable>(
        _ content: BulkEmailContent, contentsOf entries: Entries,
        key: (@Sendable (BulkEmailEntry, Int) -> String)? = nil, options: SendOptions = SendOptions()
    ) -> SendRun where Entries.Element == BulkEmailEntry {
        client.templateRun(call(content, []), options, SendSource(entries) { SendItem(completed($0), $1, key) })
    }

    /// Sends one template to many destinations.
    ///
    /// As `sendBulk(_:contentsOf:key:options:)` of an asynchronous sequence.
    ///
    /// - Parameters:
    ///   - content: The template and its default data.
    ///   - entries: The destinations, such as an array, each with its own data and tags.
    ///   - key: The key of an entry, given its place in the source; nil for the place itself.
    ///   - options: Concurrency, limiter, journal.
    public func sendBulk<Entries: Sequence & Sendable>(
        _ content: BulkEmailContent, contentsOf entries: Entries,
        key: (@Sendable (BulkEmailEntry, Int) -> String)? = nil, options: SendOptions = SendOptions()
    ) -> SendRun where Entries.Element == BulkEmailEntry {
        client.templateRun(call(content, []), options, SendSource(entries) { SendItem(completed($0), $1, key) })
    }
}

extension SESv2Client {
    /// Declares one kind of mail: its configuration set, its sender, its tags.
    ///
    /// - Parameters:
    ///   - configurationSet: The set that all its mail is sent with.
    ///   - from: The sender of mail that names none itself.
    ///   - replyTo: Where replies go to mail that doesn't say itself.
    ///   - tags: Tags that every mail carries, by name.
    public func stream(
        _ configurationSet: ConfigurationSetName, from: EmailAddress, replyTo: [EmailAddress] = [],
        tags: [String: String] = [:]
    ) -> MailStream {
        MailStream(
            client: self, configurationSet: configurationSet, from: from, replyTo: replyTo,
            tags: [MessageTag](tags))
    }
}
