public import SESValues

extension SESv2Client {
    /// Sends many e-mails, as fast as the account may, and gives each one's outcome as it is settled.
    ///
    /// Nothing is sent before the first outcome is asked for; see ``SendRun``.
    ///
    /// ```swift
    /// for try await outcome in ses.send(contentsOf: emails, configurationSet: "promo-may2025") {
    ///     if case .unknown = outcome.result { print("\(outcome.key) may have been sent") }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - emails: The e-mails; it is asked for another one only when there is room to send it.
    ///   - configurationSet: The set to send with; nil for the identity's default set, if it has one.
    ///   - key: The key of an e-mail, of 1 to 256 bytes, given its place in the source: what a journal knows it by, and so the
    ///     same for the same e-mail in every run; nil for the place itself.
    ///   - options: Concurrency, limiter, journal.
    public func send<Emails: AsyncSequence & Sendable>(
        contentsOf emails: Emails, configurationSet: ConfigurationSetName?,
        key: (@Sendable (Email, Int) -> String)? = nil, options: SendOptions = SendOptions()
    ) -> SendRun where Emails.Element == Email {
        run(emails, configurationSet, key, options) { $0 }
    }

    /// Sends many e-mails, as fast as the account may, and gives each one's outcome as it is settled.
    ///
    /// As ``send(contentsOf:configurationSet:key:options:)`` of an asynchronous sequence.
    ///
    /// - Parameters:
    ///   - emails: The e-mails, such as an array.
    ///   - configurationSet: The set to send with; nil for the identity's default set, if it has one.
    ///   - key: The key of an e-mail, given its place in the source; nil for the place itself.
    ///   - options: Concurrency, limiter, journal.
    public func send<Emails: Sequence & Sendable>(
        contentsOf emails: Emails, configurationSet: ConfigurationSetName?,
        key: (@Sendable (Email, Int) -> String)? = nil, options: SendOptions = SendOptions()
    ) -> SendRun where Emails.Element == Email {
        run(emails, configurationSet, key, options) { $0 }
    }

    /// Sends one template to many destinations, several in a call, and gives each one's outcome as it is settled.
    ///
    /// A call takes as many entries as the account may send in a second, at most 50 entries and 50 recipients. It
    /// waits for them no longer than ``SendOptions/batchWait``. As the call can't be repeated, all its entries are
    /// unknown if its outcome is. See
    /// ``SendRun``.
    ///
    /// - Parameters:
    ///   - entries: The destinations, each with its own data and tags.
    ///   - call: What the calls have in common: template, sender, set. Its own entries aren't sent.
    ///   - key: The key of an entry, as of an e-mail.
    ///   - options: Concurrency, limiter, journal.
    public func sendBulk<Entries: AsyncSequence & Sendable>(
        contentsOf entries: Entries, as call: SendBulkEmail, key: (@Sendable (BulkEmailEntry, Int) -> String)? = nil,
        options: SendOptions = SendOptions()
    ) -> SendRun where Entries.Element == BulkEmailEntry {
        run(entries, call, key, options) { $0 }
    }

    /// Sends one template to many destinations, several in a call, and gives each one's outcome as it is settled.
    ///
    /// As ``sendBulk(contentsOf:as:key:options:)`` of an asynchronous sequence.
    ///
    /// - Parameters:
    ///   - entries: The destinations, each with its own data and tags.
    ///   - call: What the calls have in common: template, sender, set. Its own entries aren't sent.
    ///   - key: The key of an entry, as of an e-mail.
    ///   - options: Concurrency, limiter, journal.
    public func sendBulk<Entries: Sequence & Sendable>(
        contentsOf entries: Entries, as call: SendBulkEmail, key: (@Sendable (BulkEmailEntry, Int) -> String)? = nil,
        options: SendOptions = SendOptions()
    ) -> SendRun where Entries.Element == BulkEmailEntry {
        run(entries, call, key, options) { $0 }
    }
}

// MARK: Runs whose messages are completed first

extension SESv2Client {
    /// What gives a message its key.
    typealias Key<Message> = @Sendable (Message, Int) -> String

    func run<Emails: AsyncSequence & Sendable>(
        _ emails: Emails, _ configurationSet: ConfigurationSetName?, _ key: Key<Email>?, _ options: SendOptions,
        completed: @escaping @Sendable (Email) -> Email
    ) -> SendRun where Emails.Element == Email {
        SendRun(
            emailEngine(configurationSet, options, count: nil) { take in
                var index = 0
                for try await email in emails {
                    try await take(SendItem(completed(email), index, key))
                    index += 1
                }
            })
    }

    func run<Emails: Sequence & Sendable>(
        _ emails: Emails, _ configurationSet: ConfigurationSetName?, _ key: Key<Email>?, _ options: SendOptions,
        completed: @escaping @Sendable (Email) -> Email
    ) -> SendRun where Emails.Element == Email {
        SendRun(
            emailEngine(configurationSet, options, count: Self.count(of: emails)) { take in
                for (index, email) in emails.enumerated() { try await take(SendItem(completed(email), index, key)) }
            })
    }

    func run<Entries: AsyncSequence & Sendable>(
        _ entries: Entries, _ call: SendBulkEmail, _ key: Key<BulkEmailEntry>?, _ options: SendOptions,
        completed: @escaping @Sendable (BulkEmailEntry) -> BulkEmailEntry
    ) -> SendRun where Entries.Element == BulkEmailEntry {
        SendRun(
            templateEngine(call, options, count: nil) { take in
                var index = 0
                for try await entry in entries {
                    try await take(SendItem(completed(entry), index, key))
                    index += 1
                }
            })
    }

    func run<Entries: Sequence & Sendable>(
        _ entries: Entries, _ call: SendBulkEmail, _ key: Key<BulkEmailEntry>?, _ options: SendOptions,
        completed: @escaping @Sendable (BulkEmailEntry) -> BulkEmailEntry
    ) -> SendRun where Entries.Element == BulkEmailEntry {
        SendRun(
            templateEngine(call, options, count: Self.count(of: entries)) { take in
                for (index, entry) in entries.enumerated() { try await take(SendItem(completed(entry), index, key)) }
            })
    }

    private func emailEngine(
        _ configurationSet: ConfigurationSetName?, _ options: SendOptions, count: Int?,
        source: @escaping SendEngine.Source
    ) -> SendEngine {
        SendEngine(
            client: self, configurationSet: configurationSet,
            carrier: EmailCarrier(client: leavingThrottledToCaller, configurationSet: configurationSet),
            options: options, count: count, source: source)
    }

    private func templateEngine(
        _ call: SendBulkEmail, _ options: SendOptions, count: Int?, source: @escaping SendEngine.Source
    ) -> SendEngine {
        SendEngine(
            client: self, configurationSet: call.configurationSetName,
            carrier: TemplateCarrier(client: leavingThrottledToCaller, call: call), options: options, count: count,
            source: source)
    }

    /// The count of a sequence that knows it without being walked through.
    private static func count(of sequence: some Sequence) -> Int? {
        (sequence as? any RandomAccessCollection)?.count
    }
}

extension SendItem {
    fileprivate init(_ email: Email, _ index: Int, _ key: (@Sendable (Email, Int) -> String)?) {
        self.init(index: index, key: key?(email, index) ?? String(index), content: .email(email))
    }

    fileprivate init(_ entry: BulkEmailEntry, _ index: Int, _ key: (@Sendable (BulkEmailEntry, Int) -> String)?) {
        self.init(index: index, key: key?(entry, index) ?? String(index), content: .entry(entry))
    }
}
