/// What ``SESEvent/Mail`` says, as plain values.
struct MailValues: Sendable, Hashable {
    var timestamp: EventTimestamp
    var messageID: String
    var source: String
    var sourceARN: String?
    var sourceIP: String?
    var callerIdentity: String?
    var sendingAccountID: String
    var destination: [String]
    var headersTruncated: Bool?
    var headers: SESEvent.MailHeaders
    var commonHeaders: SESEvent.CommonHeaders?
    var tags: SESEvent.MailTags

    enum CodingKeys: String, ScannedKey {
        static let table = MemberTable<Self>()

        // In the order AWS writes them.
        case timestamp
        case source
        case sourceARN = "sourceArn"
        case sourceIP = "sourceIp"
        case callerIdentity
        case sendingAccountID = "sendingAccountId"
        case messageID = "messageId"
        case destination
        case headersTruncated
        case headers
        case commonHeaders
        case tags

        /// The key's place among all.
        var slot: Int {
            switch self {
            case .timestamp: 0
            case .source: 1
            case .sourceARN: 2
            case .sourceIP: 3
            case .callerIdentity: 4
            case .sendingAccountID: 5
            case .messageID: 6
            case .destination: 7
            case .headersTruncated: 8
            case .headers: 9
            case .commonHeaders: 10
            case .tags: 11
            }
        }
    }
}

extension MailValues {
    init(_ mail: SESEvent.Mail) {
        self.init(
            timestamp: mail.timestamp,
            messageID: mail.messageID,
            source: mail.source,
            sourceARN: mail.sourceARN,
            sourceIP: mail.sourceIP,
            callerIdentity: mail.callerIdentity,
            sendingAccountID: mail.sendingAccountID,
            destination: mail.destination,
            headersTruncated: mail.headersTruncated,
            headers: mail.headers, commonHeaders: mail.commonHeaders, tags: mail.tags)
    }
}

extension MailValues: Codable {
    init(from decoder: any Decoder) throws {
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
        headers = SESEvent.MailHeaders(object.list(.headers))
        commonHeaders = object.object(.commonHeaders)
        tags = SESEvent.MailTags(object.tags(.tags))
    }

    func encode(to encoder: any Encoder) throws {
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
        try container.encodeUnlessEmpty(tags.dictionary, forKey: .tags)
    }
}
