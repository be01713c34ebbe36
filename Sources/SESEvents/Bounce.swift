extension SESEvent {
    /// An e-mail that the recipient's mail server refused, or that SES gave up on (AWS: `bounce`).
    public struct Bounce: Codable, Sendable, Hashable {
        /// Whether the bounce is final (AWS: `bounceType`).
        @export(implementation) public var type: BounceType
        /// Why it bounced (AWS: `bounceSubType`).
        @export(implementation) public var subType: BounceSubType
        /// The recipients it bounced for (AWS: `bouncedRecipients`).
        @export(implementation) public var recipients: [Recipient]
        /// When the mail server or SES reported the bounce (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// The bounce's own id (AWS: `feedbackId`).
        @export(implementation) public var feedbackID: String
        /// The mail server that reported the bounce, as delivered: `dns; mx.example.com` (AWS: `reportingMTA`).
        @export(implementation) public var reportingMTA: String?
        /// The IP address of the mail server that SES tried to deliver to (AWS: `remoteMtaIp`).
        @export(implementation) public var remoteMTAIP: String?

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            type: BounceType = .init(rawValue: ""),
            subType: BounceSubType = .init(rawValue: ""),
            recipients: [Recipient] = [],
            timestamp: EventTimestamp = .init(text: ""),
            feedbackID: String = "",
            reportingMTA: String? = nil,
            remoteMTAIP: String? = nil
        ) {
            self.type = type
            self.subType = subType
            self.recipients = recipients
            self.timestamp = timestamp
            self.feedbackID = feedbackID
            self.reportingMTA = reportingMTA
            self.remoteMTAIP = remoteMTAIP
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case type = "bounceType"
            case subType = "bounceSubType"
            case recipients = "bouncedRecipients"
            case timestamp
            case feedbackID = "feedbackId"
            case reportingMTA
            case remoteMTAIP = "remoteMtaIp"
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            type = object.value(.type) ?? .init(rawValue: "")
            subType = object.value(.subType) ?? .init(rawValue: "")
            recipients = object.list(.recipients)
            timestamp = object.timestamp(.timestamp)
            feedbackID = object.text(.feedbackID)
            reportingMTA = object.string(.reportingMTA)
            remoteMTAIP = object.string(.remoteMTAIP)
        }

        /// Whether the bounce is final, so that nothing more should be sent to its recipients.
        ///
        /// A bounce of type `Undetermined` is neither hard nor soft.
        public var isHard: Bool { type == .permanent }

        /// Whether a later e-mail to the same recipients may get through.
        public var isSoft: Bool { type == .transient }
    }
}
