extension SESEvent {
    /// The bare addresses the event is about.
    ///
    /// Those that bounced, are delayed, may have complained, or were delivered to; for every other event, which names
    /// no recipient of its own, all of the e-mail's (``Mail/destination``). A bounce, delay, complaint or delivery that
    /// lists no recipient gives none, rather than all. Letter case is kept, as only the mail server knows whether it
    /// matters; text that holds no single address comes trimmed.
    public var recipientAddresses: [String] {
        var recipients = self.recipients
        for index in recipients.indices {
            if let address = MailboxParser.bareAddress(unlessAlready: recipients[index]) { recipients[index] = address }
        }
        return recipients
    }
}

extension SESEvent.Recipient {
    /// Whether the address is one of SES's mailbox simulator, with or without a label.
    ///
    /// AWS: such e-mail does not count towards the bounce and complaint rates ("Using the mailbox simulator manually").
    public var isMailboxSimulator: Bool {
        address.lowercased().utf8.reversed().starts(with: "@simulator.amazonses.com".utf8.reversed())
    }
}

extension [SESEvent.Recipient] {
    /// Whether all of them, and at least one, are the mailbox simulator's.
    var areMailboxSimulator: Bool { !isEmpty && allSatisfy(\.isMailboxSimulator) }
}
