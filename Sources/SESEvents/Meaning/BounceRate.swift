extension SESEvent.Bounce {
    /// Whether SES counts the bounce in the bounce rate it judges an account by.
    ///
    /// Counted are hard bounces, ``isHard``, with these exceptions:
    /// - `OnAccountSuppressionList`: the event reference says that it does not count.
    /// - `OnTenantSuppressionList`, `EmailValidationSuppressed` and `UnsubscribedRecipient`: an assumption of this
    ///   library, by analogy, because there, too, SES itself held the e-mail back on the account's behalf.
    /// - Bounces of the mailbox simulator only: "Using the mailbox simulator manually" says that they do not.
    ///
    /// `Suppressed` does count: "Amazon SES global suppression list" in the developer guide says so. AWS also leaves out
    /// bounces of addresses in domains you have verified, which an event does not show. The rate is these recipients
    /// divided by the recipients sent to, not by e-mails; AWS asks for less than 5 % and may pause sending at 10 %.
    ///
    /// A hard bounce that lists no recipient counts, though ``recipientsCountingTowardBounceRate`` is empty.
    public var countsTowardBounceRate: Bool {
        isHard && !subType.isHeldBackForAccount && !recipients.areMailboxSimulator
    }

    /// The recipients for whom the bounce counts: all but the mailbox simulator's, or none if it does not count.
    public var recipientsCountingTowardBounceRate: [SESEvent.Recipient] {
        countsTowardBounceRate ? recipients.filter { !$0.isMailboxSimulator } : []
    }
}

extension SESEvent.BounceSubType {
    /// Whether SES did not try to deliver, by what the account knows or chose.
    fileprivate var isHeldBackForAccount: Bool {
        switch self {
        case .onAccountSuppressionList, .onTenantSuppressionList, .emailValidationSuppressed, .unsubscribedRecipient:
            true
        default: false
        }
    }
}
