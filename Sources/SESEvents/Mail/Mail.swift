extension SESEvent {
    /// The e-mail an event is about (AWS: `mail`).
    ///
    /// It is most of an event, and mostly unread: as it is read from a delivery it keeps its JSON text in one allocation,
    /// and each property is decoded when it is read. Setting one decodes them all.
    public struct Mail: Sendable {
        private enum Content: Sendable {
            case text(EventText)
            indirect case values(MailValues)
        }

        private var content: Content

        init(_ text: EventText) {
            content = .text(text)
        }

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
            headers: MailHeaders = [],
            commonHeaders: CommonHeaders? = nil,
            tags: MailTags = [:]
        ) {
            content = .values(
                MailValues(
                    timestamp: timestamp,
                    messageID: messageID,
                    source: source,
                    sourceARN: sourceARN,
                    sourceIP: sourceIP,
                    callerIdentity: callerIdentity,
                    sendingAccountID: sendingAccountID,
                    destination: destination,
                    headersTruncated: headersTruncated,
                    headers: headers,
                    commonHeaders: commonHeaders,
                    tags: tags))
        }

        /// When the e-mail was sent (AWS: `timestamp`).
        public var timestamp: EventTimestamp {
            get {
                switch content {
                case .text(let text): text.timestamp
                case .values(let values): values.timestamp
                }
            }
            set { change { $0.timestamp = newValue } }
        }

        /// The id that SES gave the e-mail, the one its send call returned (AWS: `messageId`).
        public var messageID: String {
            get {
                switch content {
                case .text(let text): text.string(.messageID) ?? ""
                case .values(let values): values.messageID
                }
            }
            set { change { $0.messageID = newValue } }
        }

        /// The envelope sender, bare or as `Name <address>` (AWS: `source`).
        public var source: String {
            get {
                switch content {
                case .text(let text): text.string(.source) ?? ""
                case .values(let values): values.source
                }
            }
            set { change { $0.source = newValue } }
        }

        /// The ARN of the identity it was sent from; missing in opens, clicks and some sends (AWS: `sourceArn`).
        public var sourceARN: String? {
            get {
                switch content {
                case .text(let text): text.string(.sourceARN)
                case .values(let values): values.sourceARN
                }
            }
            set { change { $0.sourceARN = newValue } }
        }

        /// The IP address of the caller; only in feedback notifications (AWS: `sourceIp`).
        public var sourceIP: String? {
            get {
                switch content {
                case .text(let text): text.string(.sourceIP)
                case .values(let values): values.sourceIP
                }
            }
            set { change { $0.sourceIP = newValue } }
        }

        /// The IAM identity of the caller; only in feedback notifications (AWS: `callerIdentity`).
        public var callerIdentity: String? {
            get {
                switch content {
                case .text(let text): text.string(.callerIdentity)
                case .values(let values): values.callerIdentity
                }
            }
            set { change { $0.callerIdentity = newValue } }
        }

        /// The AWS account it was sent from (AWS: `sendingAccountId`).
        public var sendingAccountID: String {
            get {
                switch content {
                case .text(let text): text.string(.sendingAccountID) ?? ""
                case .values(let values): values.sendingAccountID
                }
            }
            set { change { $0.sendingAccountID = newValue } }
        }

        /// All recipients, as delivered (AWS: `destination`).
        public var destination: [String] {
            get {
                switch content {
                case .text(let text): text.destination
                case .values(let values): values.destination
                }
            }
            set { change { $0.destination = newValue } }
        }

        /// Whether header fields are missing because they exceed 10 KB (AWS: `headersTruncated`).
        public var headersTruncated: Bool? {
            get {
                switch content {
                case .text(let text): text.headersTruncated
                case .values(let values): values.headersTruncated
                }
            }
            set { change { $0.headersTruncated = newValue } }
        }

        /// The header fields in their order (AWS: `headers`).
        public var headers: MailHeaders {
            get {
                switch content {
                case .text(let text): MailHeaders(text)
                case .values(let values): values.headers
                }
            }
            set { change { $0.headers = newValue } }
        }

        /// The header fields most e-mails have (AWS: `commonHeaders`).
        public var commonHeaders: CommonHeaders? {
            get {
                switch content {
                case .text(let text): text.commonHeaders
                case .values(let values): values.commonHeaders
                }
            }
            set { change { $0.commonHeaders = newValue } }
        }

        /// The e-mail's tags, the caller's and those that SES adds; none in feedback notifications (AWS: `tags`).
        public var tags: MailTags {
            get {
                switch content {
                case .text(let text): MailTags(text)
                case .values(let values): values.tags
                }
            }
            set { change { $0.tags = newValue } }
        }

        /// All of it, decoded.
        fileprivate var values: MailValues {
            switch content {
            case .text: MailValues(self)
            case .values(let values): values
            }
        }

        private mutating func change(_ change: (inout MailValues) -> Void) {
            var values = self.values
            change(&values)
            content = .values(values)
        }
    }
}

extension SESEvent.Mail: Hashable {
    /// Whether two e-mails say the same, however they are kept.
    public static func == (one: Self, other: Self) -> Bool { one.values == other.values }

    /// Hashes what the e-mail says.
    public func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

extension SESEvent.Mail: Codable {
    /// Decodes by the policy of ``SESEvent``: only input that is no object or has no string `messageId` throws.
    public init(from decoder: any Decoder) throws {
        content = .values(try MailValues(from: decoder))
    }

    /// Encodes in AWS's spelling.
    public func encode(to encoder: any Encoder) throws {
        try values.encode(to: encoder)
    }
}
