extension SESEvent.Complaint {
    /// Whether somebody complained.
    ///
    /// No complaint is a report of type `not-spam`, by which a recipient takes an e-mail out of the spam folder, nor
    /// one of subtype `OnAccountSuppressionList` or `OnTenantSuppressionList`, by which SES says that it did not send,
    /// because of an earlier complaint. Any other type and subtype, also one not yet known, is a complaint.
    public var isComplaint: Bool {
        // RFC 5965 leaves the letter case of a feedback type open.
        feedbackType?.rawValue.lowercased() != SESEvent.ComplaintFeedbackType.notSpam.rawValue
            && subType != .onAccountSuppressionList && subType != .onTenantSuppressionList
    }

    /// Whether the complaint counts, as one, in the complaint rate.
    ///
    /// Counted is every ``isComplaint`` that is not of the mailbox simulator only; for the simulator AWS says so, for
    /// `not-spam` and the suppression lists it is the plain meaning, as AWS's pages are silent. AWS asks for less than
    /// 0.1 % and may pause sending at 0.5 %.
    ///
    /// Do not count ``recipients`` instead, nor strike all of them off a list: most providers hide who complained, and
    /// AWS then lists everybody the e-mail went to at that provider. Only a single recipient is sure to be the one.
    public var countsTowardComplaintRate: Bool {
        isComplaint && !recipients.areMailboxSimulator
    }
}
