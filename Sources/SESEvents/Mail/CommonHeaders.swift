extension SESEvent {
    /// The header fields that most e-mails have, each as its text (AWS: `commonHeaders`).
    public struct CommonHeaders: Codable, Sendable, Hashable {
        /// The From addresses (AWS: `from`).
        @export(implementation) public var from: [String]
        /// The To addresses as delivered: AWS may join several into one element (AWS: `to`).
        @export(implementation) public var to: [String]
        /// The Cc addresses (AWS: `cc`).
        @export(implementation) public var cc: [String]
        /// The Bcc addresses (AWS: `bcc`).
        @export(implementation) public var bcc: [String]
        /// The Reply-To addresses (AWS: `replyTo`).
        @export(implementation) public var replyTo: [String]
        /// The Return-Path (AWS: `returnPath`).
        @export(implementation) public var returnPath: String?
        /// The Sender (AWS: `sender`).
        @export(implementation) public var sender: String?
        /// The Date field as it stands in the e-mail: RFC 2822, not ISO 8601 (AWS: `date`).
        @export(implementation) public var date: String?
        /// The id SES gave the e-mail, or its Message-ID field; may start with a space (AWS: `messageId`).
        @export(implementation) public var messageID: String?
        /// The subject; missing in a Send event of a templated e-mail (AWS: `subject`).
        @export(implementation) public var subject: String?

        /// Creates one from its parts; each may be left out.
        @export(implementation) public init(
            from: [String] = [],
            to: [String] = [],
            cc: [String] = [],
            bcc: [String] = [],
            replyTo: [String] = [],
            returnPath: String? = nil,
            sender: String? = nil,
            date: String? = nil,
            messageID: String? = nil,
            subject: String? = nil
        ) {
            self.from = from
            self.to = to
            self.cc = cc
            self.bcc = bcc
            self.replyTo = replyTo
            self.returnPath = returnPath
            self.sender = sender
            self.date = date
            self.messageID = messageID
            self.subject = subject
        }

        enum CodingKeys: String, ScannedKey {
            static let table = MemberTable<Self>()

            case from
            case to
            case cc
            case bcc
            case replyTo
            case returnPath
            case sender
            case date
            case messageID = "messageId"
            case subject
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            from = object.list(.from)
            to = object.list(.to)
            cc = object.list(.cc)
            bcc = object.list(.bcc)
            replyTo = object.list(.replyTo)
            returnPath = object.string(.returnPath)
            sender = object.string(.sender)
            date = object.string(.date)
            messageID = object.string(.messageID)
            subject = object.string(.subject)
        }

        /// Encodes in AWS's spelling.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeUnlessEmpty(from, forKey: .from)
            try container.encodeUnlessEmpty(to, forKey: .to)
            try container.encodeUnlessEmpty(cc, forKey: .cc)
            try container.encodeUnlessEmpty(bcc, forKey: .bcc)
            try container.encodeUnlessEmpty(replyTo, forKey: .replyTo)
            try container.encodeIfPresent(returnPath, forKey: .returnPath)
            try container.encodeIfPresent(sender, forKey: .sender)
            try container.encodeIfPresent(date, forKey: .date)
            try container.encodeIfPresent(messageID, forKey: .messageID)
            try container.encodeIfPresent(subject, forKey: .subject)
        }
    }
}
