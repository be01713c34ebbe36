/// What became of one message of a bulk send; results stand in the order of the entries.
///
/// AWS: `BulkEmailEntryResult`. A call can succeed though single messages failed.
public struct BulkEmailEntryResult: Hashable, Sendable, Codable {
    /// Whether SES accepted the message, or why not.
    public var status: BulkEmailStatus?
    /// The failure in words; nil for success.
    public var error: String?
    /// The message's id; nil for failure.
    public var messageID: String?

    /// Creates a result.
    ///
    /// - Parameters:
    ///   - status: Whether SES accepted the message, or why not.
    ///   - error: The failure in words.
    ///   - messageID: The message's id.
    public init(status: BulkEmailStatus? = nil, error: String? = nil, messageID: String? = nil) {
        self.status = status
        self.error = error
        self.messageID = messageID
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WireKey.self)
        status = try container.decodeIfPresent(BulkEmailStatus.self, forKey: "Status")
        error = try container.decodeIfPresent(String.self, forKey: "Error")
        messageID = try container.decodeIfPresent(String.self, forKey: "MessageId")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WireKey.self)
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encodeIfPresent(error, forKey: "Error")
        try container.encodeIfPresent(messageID, forKey: "MessageId")
    }
}

/// Whether SES accepted a message of a bulk send, or why not.
///
/// AWS: `BulkEmailStatus`.
public struct BulkEmailStatus: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a status from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Accepted.
    public static let success = Self(rawValue: "SUCCESS")
    /// Refused for its content.
    public static let messageRejected = Self(rawValue: "MESSAGE_REJECTED")
    /// The sender's MAIL FROM domain isn't verified.
    public static let mailFromDomainNotVerified = Self(rawValue: "MAIL_FROM_DOMAIN_NOT_VERIFIED")
    /// There is no such configuration set.
    public static let configurationSetNotFound = Self(rawValue: "CONFIGURATION_SET_NOT_FOUND")
    /// There is no such template.
    public static let templateNotFound = Self(rawValue: "TEMPLATE_NOT_FOUND")
    /// The account is suspended.
    public static let accountSuspended = Self(rawValue: "ACCOUNT_SUSPENDED")
    /// The account sends too fast.
    public static let accountThrottled = Self(rawValue: "ACCOUNT_THROTTLED")
    /// The account's quota of 24 hours is used up.
    public static let accountDailyQuotaExceeded = Self(rawValue: "ACCOUNT_DAILY_QUOTA_EXCEEDED")
    /// There is no such IP pool.
    public static let invalidSendingPoolName = Self(rawValue: "INVALID_SENDING_POOL_NAME")
    /// The account's sending is paused.
    public static let accountSendingPaused = Self(rawValue: "ACCOUNT_SENDING_PAUSED")
    /// The configuration set's sending is paused.
    public static let configurationSetSendingPaused = Self(rawValue: "CONFIGURATION_SET_SENDING_PAUSED")
    /// A part of the entry is malformed.
    public static let invalidParameter = Self(rawValue: "INVALID_PARAMETER")
    /// A failure that may pass.
    public static let transientFailure = Self(rawValue: "TRANSIENT_FAILURE")
    /// Any other failure.
    public static let failed = Self(rawValue: "FAILED")
}
