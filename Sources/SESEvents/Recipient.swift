extension SESEvent {
    /// A recipient of a bounced, delayed or complained-about e-mail.
    ///
    /// AWS: an element of `bouncedRecipients`, `delayedRecipients` or `complainedRecipients`; the
    /// last has only the address.
    public struct Recipient: Codable, Sendable, Hashable {
        /// The address exactly as AWS delivered it: bare, or as `Name <address>` (AWS: `emailAddress`).
        @export(implementation) public var emailAddress: String
        /// What the mail server did, such as `failed`; only in bounces (AWS: `action`).
        @export(implementation) public var action: String?
        /// The enhanced status code, such as `5.1.1` (AWS: `status`).
        @export(implementation) public var status: String?
        /// The mail server's words; may span lines (AWS: `diagnosticCode`).
        @export(implementation) public var diagnosticCode: String?

        /// Creates a recipient.
        @export(implementation) public init(
            emailAddress: String,
            action: String? = nil,
            status: String? = nil,
            diagnosticCode: String? = nil
        ) {
            self.emailAddress = emailAddress
            self.action = action
            self.status = status
            self.diagnosticCode = diagnosticCode
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case emailAddress
            case action
            case status
            case diagnosticCode
        }

        /// Decodes by the policy of ``SESEvent``: from an object, or from a bare string as the address.
        public init(from decoder: any Decoder) throws {
            if let bare = try? decoder.singleValueContainer().decode(String.self) {
                self.init(emailAddress: bare)
                return
            }
            let object = try LenientObject<CodingKeys>(decoder)
            self.init(
                emailAddress: object.text(.emailAddress), action: object.string(.action),
                status: object.string(.status), diagnosticCode: object.string(.diagnosticCode))
        }

        /// The bare address in ``emailAddress``; its trimmed text where that holds no single address.
        ///
        /// This is the form to compare with your own lists: letter case is kept.
        public var address: String { MailboxParser.bareAddress(in: emailAddress) }
    }
}
