extension SESEvent {
    /// A load of the tracking image in an e-mail (AWS: `open`).
    ///
    /// It names no recipient, and mail proxies and scanners cause it too.
    public struct Open: Codable, Sendable, Hashable {
        /// The IP address the image was loaded from (AWS: `ipAddress`).
        @export(implementation) public var ipAddress: String
        /// When it was loaded (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// The program that loaded it (AWS: `userAgent`).
        @export(implementation) public var userAgent: String

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            ipAddress: String = "",
            timestamp: EventTimestamp = .init(text: ""),
            userAgent: String = ""
        ) {
            self.ipAddress = ipAddress
            self.timestamp = timestamp
            self.userAgent = userAgent
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case ipAddress
            case timestamp
            case userAgent
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            ipAddress = object.text(.ipAddress)
            timestamp = object.timestamp(.timestamp)
            userAgent = object.text(.userAgent)
        }
    }
}
