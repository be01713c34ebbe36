extension SESEvent {
    /// Why a delivery is delayed (AWS: `delayType`).
    public struct DelayType: OpenStringValue {
        /// AWS's spelling.
        @export(implementation) public let rawValue: String

        /// Creates a value from AWS's spelling.
        @export(implementation) public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A fault inside SES.
        @export(implementation) public static var internalFailure: Self { Self(rawValue: "InternalFailure") }
        /// An ordinary failure in the SMTP conversation.
        @export(implementation) public static var general: Self { Self(rawValue: "General") }
        /// The mailbox is full.
        @export(implementation) public static var mailboxFull: Self { Self(rawValue: "MailboxFull") }
        /// The recipient's mail server has found much unwanted e-mail from the account.
        @export(implementation) public static var spamDetected: Self { Self(rawValue: "SpamDetected") }
        /// A fault of the recipient's mail server.
        @export(implementation) public static var recipientServerError: Self { Self(rawValue: "RecipientServerError") }
        /// The recipient's provider blocks or throttles the sending IP address.
        @export(implementation) public static var ipFailure: Self { Self(rawValue: "IPFailure") }
        /// The connection broke during the SMTP conversation.
        @export(implementation) public static var transientCommunicationFailure: Self {
            Self(rawValue: "TransientCommunicationFailure")
        }
        /// The DNS host name of one's own IP address could not be looked up.
        @export(implementation) public static var byoipHostNameLookupUnavailable: Self {
            Self(rawValue: "BYOIPHostNameLookupUnavailable")
        }
        /// SES could not tell the reason.
        @export(implementation) public static var undetermined: Self { Self(rawValue: "Undetermined") }
        /// SES put off the delivery itself.
        @export(implementation) public static var sendingDeferral: Self { Self(rawValue: "SendingDeferral") }
    }
}
