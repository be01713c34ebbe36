extension SESEvent {
    /// The e-mail an event is about (AWS: `mail`).
    public struct Mail: Codable, Sendable, Hashable {
        /// When the e-mail was sent (AWS: `timestamp`).
        public var timestamp: EventTimestamp
        /// The id that SES gave the e-mail, the one its send call returned (AWS: `messageId`).
        public var messageID: String
        /// The envelope sender, bare or as `Name <address>` (AWS: `source`).
        public var source: String
        /// The ARN of the identity it was sent from; missing in opens, clicks and some sends (AWS: `sourceArn`).
        public var sourceARN: String?
        /// The IP address of the caller; only in feedback notifications (AWS: `sourceIp`).
        public var sourceIP: String?
        /// The IAM identity of the caller; only in feedback notifications (AWS: `callerIdentity`).
        public var callerIdentity: String?
        /// The AWS account it was sent from (AWS: `sendingAccountId`).
        public var sendingAccountID: String
        /// All recipients, as delivered (AWS: `destination`).
        public var destination: [String]
        /// Whether header fields are missing because they exceed 10 KB (AWS: `headersTruncated`).
        public var headersTruncated: Bool?
        /// The header fields in their order (AWS: `headers`).
        public var headers: [MailHeader]
        /// The header fields most e-mails have (AWS: `commonHeaders`).
        public var commonHeaders: CommonHeaders?
        /// The e-mail's tags, the caller's and those that SES adds; none in feedback notifications (AWS: `tags`).
        public var tags: [String: [String]]

        /// Creates one from its parts; all but the id may be left out.
        public init(
            messageID: String,
            timestamp: EventTimestamp = .init(text: ""),
            source: String = "",
            sourceARN: String? = nil,
            sourceIP: String? = nil,
            callerIdentity: String? = nil,
            sendingAccountID: String = "",
            destination: [String] = [],
            headersTruncated: Bool? = nil,
            headers: [MailHeader] = [],
            commonHeaders: CommonHeaders? = nil,
            tags: [String: [String]] = [:]
        ) {
            self.timestamp = timestamp
            self.messageID = messageID
            self.source = source
            self.sourceARN = sourceARN
            self.sourceIP = sourceIP
            self.callerIdentity = callerIdentity
            self.sendingAccountID = sendingAccountID
            self.destination = destination
            self.headersTruncated = headersTruncated
            self.headers = headers
            self.commonHeaders = commonHeaders
            self.tags = tags
        }

        private enum CodingKeys: String, CodingKey {
            case timestamp
            case messageID = "messageId"
            case source
            case sourceARN = "sourceArn"
            case sourceIP = "sourceIp"
            case callerIdentity
            case sendingAccountID = "sendingAccountId"
            case destination
            case headersTruncated
            case headers
            case commonHeaders
            case tags
        }

        /// Decodes by the policy of ``SESEvent``: only input that is no object or has no string `messageId` throws.
        public init(from decoder: any Decoder) throws {
            let object = try LenientObject<CodingKeys>(decoder)
            timestamp = object.timestamp(.timestamp)
            messageID = try object.required(.messageID)
            source = object.text(.source)
            sourceARN = object.string(.sourceARN)
            sourceIP = object.string(.sourceIP)
            callerIdentity = object.string(.callerIdentity)
            sendingAccountID = object.text(.sendingAccountID)
            destination = object.list(.destination)
            headersTruncated = object.bool(.headersTruncated)
            headers = object.list(.headers)
            commonHeaders = object.object(.commonHeaders)
            tags = object.tags(.tags)
        }

        /// Encodes in AWS's spelling.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(timestamp, forKey: .timestamp)
            try container.encode(messageID, forKey: .messageID)
            try container.encode(source, forKey: .source)
            try container.encodeIfPresent(sourceARN, forKey: .sourceARN)
            try container.encodeIfPresent(sourceIP, forKey: .sourceIP)
            try container.encodeIfPresent(callerIdentity, forKey: .callerIdentity)
            try container.encode(sendingAccountID, forKey: .sendingAccountID)
            try container.encode(destination, forKey: .destination)
            try container.encodeIfPresent(headersTruncated, forKey: .headersTruncated)
            try container.encodeUnlessEmpty(headers, forKey: .headers)
            try container.encodeIfPresent(commonHeaders, forKey: .commonHeaders)
            try container.encodeUnlessEmpty(tags, forKey: .tags)
        }
    }
}
