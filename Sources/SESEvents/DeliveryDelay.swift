extension SESEvent {
    /// A delivery that did not succeed yet and that SES keeps trying (AWS: `deliveryDelay`).
    public struct DeliveryDelay: Codable, Sendable, Hashable {
        /// Why it is delayed (AWS: `delayType`).
        @export(implementation) public var type: DelayType
        /// The recipients it is delayed for (AWS: `delayedRecipients`).
        @export(implementation) public var recipients: [Recipient]
        /// When SES will stop trying (AWS: `expirationTime`).
        @export(implementation) public var expirationTime: EventTimestamp
        /// When the delay occurred (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// The mail server that reported the delay (AWS: `reportingMTA`).
        @export(implementation) public var reportingMTA: String?

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            type: DelayType = .init(rawValue: ""),
            recipients: [Recipient] = [],
            expirationTime: EventTimestamp = .init(text: ""),
            timestamp: EventTimestamp = .init(text: ""),
            reportingMTA: String? = nil
        ) {
            self.type = type
            self.recipients = recipients
            self.expirationTime = expirationTime
            self.timestamp = timestamp
            self.reportingMTA = reportingMTA
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case type = "delayType"
            case recipients = "delayedRecipients"
            case expirationTime
            case timestamp
            case reportingMTA
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            type = object.value(.type) ?? .init(rawValue: "")
            recipients = object.list(.recipients)
            expirationTime = object.timestamp(.expirationTime)
            timestamp = object.timestamp(.timestamp)
            reportingMTA = object.string(.reportingMTA)
        }
    }
}
