extension SESEvent {
    /// A visit to a tracked link in an e-mail (AWS: `click`).
    ///
    /// It names no recipient, and mail scanners cause it too.
    public struct Click: Codable, Sendable, Hashable {
        /// The IP address the link was followed from (AWS: `ipAddress`).
        @export(implementation) public var ipAddress: String
        /// When it was followed (AWS: `timestamp`).
        @export(implementation) public var timestamp: EventTimestamp
        /// The program that followed it (AWS: `userAgent`).
        @export(implementation) public var userAgent: String
        /// The link's URL (AWS: `link`).
        @export(implementation) public var link: String
        /// The tags set on the link with `ses:tags`; empty if it has none (AWS: `linkTags`).
        @export(implementation) public var linkTags: [String: [String]]

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            ipAddress: String = "",
            timestamp: EventTimestamp = .init(text: ""),
            userAgent: String = "",
            link: String = "",
            linkTags: [String: [String]] = [:]
        ) {
            self.ipAddress = ipAddress
            self.timestamp = timestamp
            self.userAgent = userAgent
            self.link = link
            self.linkTags = linkTags
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case ipAddress
            case timestamp
            case userAgent
            case link
            case linkTags
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            ipAddress = object.text(.ipAddress)
            timestamp = object.timestamp(.timestamp)
            userAgent = object.text(.userAgent)
            link = object.text(.link)
            linkTags = object.tags(.linkTags)
        }

        /// Encodes in AWS's spelling.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(ipAddress, forKey: .ipAddress)
            try container.encode(timestamp, forKey: .timestamp)
            try container.encode(userAgent, forKey: .userAgent)
            try container.encode(link, forKey: .link)
            try container.encodeUnlessEmpty(linkTags, forKey: .linkTags)
        }
    }
}
