extension SESEvent {
    /// Why a delivery is delayed (AWS: `delayType`).
    public struct DelayType: OpenStringValue {
        /// AWS's spelling.
        public let rawValue: String

        /// Creates a value from AWS's spelling.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A fault inside SES.
        public static let internalFailure = Self(rawValue: "InternalFailure")
        /// An ordinary failure in the SMTP conversation.
        public static let general = Self(rawValue: "General")
        /// The mailbox is full.
        public static let mailboxFull = Self(rawValue: "MailboxFull")
        /// The recipient's mail server has found much unwanted e-mail from the account.
        public static let spamDetected = Self(rawValue: "SpamDetected")
        /// A fault of the recipient's mail server.
        public static let recipientServerError = Self(rawValue: "RecipientServerError")
        /// The recipient's provider blocks or throttles the sending IP address.
        public static let ipFailure = Self(rawValue: "IPFailure")
        /// The connection broke during the SMTP conversation.
        public static let transientCommunicationFailure = Self(rawValue: "TransientCommunicationFailure")
        /// The DNS host name of one's own IP address could not be looked up.
        public static let byoipHostNameLookupUnavailable = Self(rawValue: "BYOIPHostNameLookupUnavailable")
        /// SES could not tell the reason.
        public static let undetermined = Self(rawValue: "Undetermined")
        /// SES put off the delivery itself.
        public static let sendingDeferral = Self(rawValue: "SendingDeferral")
    }
}
