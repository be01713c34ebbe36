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
        emailRun(configurationSet, options, SendSource(emails) { SendItem($0, $1, key) })
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
        emailRun(configurationSet, options, SendSource(emails) { SendItem($0, $1, key) })
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
        templateRun(call, options, SendSource(entries) { SendItem($0, $1, key) })
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
        templateRun(call, options, SendSource(entries) { SendItem($0, $1, key) })
    }
}

// MARK: Runs of what a source gives

extension SESv2Client {
    func emailRun(
        _ configurationSet: ConfigurationSetName?, _ options: SendOptions, _ source: SendSource
    ) -> SendRun {
        SendRun(
            SendEngine(
                client: self, configurationSet: configurationSet,
                carrier: EmailCarrier(client: leavingThrottledToCaller, configurationSet: configurationSet),
                options: options, source: source))
    }

    func templateRun(_ call: SendBulkEmail, _ options: SendOptions, _ source: SendSource) -> SendRun {
        SendRun(
            SendEngine(
                client: self, configurationSet: call.configurationSetName,
                carrier: TemplateCarrier(client: leavingThrottledToCaller, call: call), options: options,
                source: source))
    }
}
