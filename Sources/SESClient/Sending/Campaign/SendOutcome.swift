/// What became of one message of a run.
public struct SendOutcome: Sendable {
    /// What became of a message.
    @nonexhaustive
    public enum Result: Sendable {
        /// The service accepted it; every event of it carries this id.
        case sent(messageID: String)
        /// It surely wasn't sent.
        case refused(SESv2Error)
        /// It may have been sent; sending it again may mail twice.
        ///
        /// Look for its events, or ask its recipient.
        case unknown(SESv2Error)
    }

    /// The message's place in the source, from 0.
    @export(implementation) public let index: Int
    /// The message's key; its index in digits, unless the run was given keys.
    @export(implementation) public let key: String
    /// What became of it.
    @export(implementation) public let result: Result
    /// Whether an earlier run of the journal settled it, or left it unknown; this one didn't send it.
    @export(implementation) public let isFromJournal: Bool
    /// How the run stands after it.
    @export(implementation) public let progress: SendProgress
}
