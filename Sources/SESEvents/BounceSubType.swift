extension SESEvent {
    /// Why an e-mail bounced (AWS: `bounceSubType`).
    ///
    /// Its meaning depends on the ``BounceType``: `General` occurs as a permanent and as a transient bounce.
    public struct BounceSubType: OpenStringValue {
        /// AWS's spelling.
        @export(implementation) public let rawValue: String

        /// Creates a value from AWS's spelling.
        @export(implementation) public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// SES could not tell the reason.
        @export(implementation) public static var undetermined: Self { Self(rawValue: "Undetermined") }
        /// The answer names no closer reason.
        @export(implementation) public static var general: Self { Self(rawValue: "General") }
        /// The mailbox does not exist.
        @export(implementation) public static var noEmail: Self { Self(rawValue: "NoEmail") }
        /// The address is on the suppression list that SES keeps for all accounts.
        @export(implementation) public static var suppressed: Self { Self(rawValue: "Suppressed") }
        /// The address is on the account's suppression list; does not count towards the bounce rate.
        @export(implementation) public static var onAccountSuppressionList: Self {
            Self(rawValue: "OnAccountSuppressionList")
        }
        /// The address is on the tenant's suppression list.
        @export(implementation) public static var onTenantSuppressionList: Self {
            Self(rawValue: "OnTenantSuppressionList")
        }
        /// Automatic validation found that the address is unlikely to receive e-mail.
        @export(implementation) public static var emailValidationSuppressed: Self {
            Self(rawValue: "EmailValidationSuppressed")
        }
        /// The recipient has unsubscribed from the contact list.
        @export(implementation) public static var unsubscribedRecipient: Self {
            Self(rawValue: "UnsubscribedRecipient")
        }
        /// The mailbox is full.
        @export(implementation) public static var mailboxFull: Self { Self(rawValue: "MailboxFull") }
        /// The e-mail is too large for the recipient's mail server.
        @export(implementation) public static var messageTooLarge: Self { Self(rawValue: "MessageTooLarge") }
        /// The recipient's mail server refuses the content.
        @export(implementation) public static var contentRejected: Self { Self(rawValue: "ContentRejected") }
        /// The recipient's mail server refuses an attachment.
        @export(implementation) public static var attachmentRejected: Self { Self(rawValue: "AttachmentRejected") }
        /// The configuration set's time limit for a delivery passed.
        ///
        /// AWS: `DeliveryOptions.MaxDeliverySeconds`.
        @export(implementation) public static var customTimeoutExceeded: Self {
            Self(rawValue: "CustomTimeoutExceeded")
        }
    }
}
