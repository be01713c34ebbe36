extension SESEvent {
    /// An e-mail that the recipient's mail server accepted (AWS: `delivery`).
    public struct Delivery: Codable, Sendable, Hashable {
        /// When SES handed the e-mail over (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// Milliseconds from accepting the e-mail to handing it over (AWS: `processingTimeMillis`).
        @export(implementation) public var processingTimeMillis: Int?
        /// The recipients it was delivered to, as delivered (AWS: `recipients`).
        @export(implementation) public var recipients: [String]
        /// The mail server's answer (AWS: `smtpResponse`).
        @export(implementation) public var smtpResponse: String
        /// The mail server of SES that delivered (AWS: `reportingMTA`).
        @export(implementation) public var reportingMTA: String
        /// The IP address of the mail server that accepted (AWS: `remoteMtaIp`).
        @export(implementation) public var remoteMTAIP: String?

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            timestamp: EventTimestamp = .init(text: ""),
            processingTimeMillis: Int? = nil,
            recipients: [String] = [],
            smtpResponse: String = "",
            reportingMTA: String = "",
            remoteMTAIP: String? = nil
        ) {
            self.timestamp = timestamp
            self.processingTimeMillis = processingTimeMillis
            self.recipients = recipients
            self.smtpResponse = smtpResponse
            self.reportingMTA = reportingMTA
            self.remoteMTAIP = remoteMTAIP
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case timestamp
            case processingTimeMillis
            case recipients
            case smtpResponse
            case reportingMTA
            case remoteMTAIP = "remoteMtaIp"
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            timestamp = object.timestamp(.timestamp)
            processingTimeMillis = object.integer(.processingTimeMillis)
            recipients = object.list(.recipients)
            smtpResponse = object.text(.smtpResponse)
            reportingMTA = object.text(.reportingMTA)
            remoteMTAIP = object.string(.remoteMTAIP)
        }
    }
}
