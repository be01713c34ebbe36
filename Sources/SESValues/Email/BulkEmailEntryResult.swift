/// What became of one message of a bulk send; results stand in the order of the entries.
///
/// AWS: `BulkEmailEntryResult`. A call can succeed though single messages failed.
public struct BulkEmailEntryResult: Hashable, Sendable, Codable {
    /// Whether SES accepted the message, or why not.
    @export(implementation) public var status: BulkEmailStatus?
    /// The failure in words; nil for success.
    @export(implementation) public var error: String?
    /// The message's id; nil for failure.
    @export(implementation) public var messageID: String?

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
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Accepted.
    public static var success: Self { Self(rawValue: "SUCCESS") }
    /// Refused for its content.
    public static var messageRejected: Self { Self(rawValue: "MESSAGE_REJECTED") }
    /// The sender's MAIL FROM domain isn't verified.
    public static var mailFromDomainNotVerified: Self { Self(rawValue: "MAIL_FROM_DOMAIN_NOT_VERIFIED") }
    /// There is no such configuration set.
    public static var configurationSetNotFound: Self { Self(rawValue: "CONFIGURATION_SET_NOT_FOUND") }
    /// There is no such template.
    public static var templateNotFound: Self { Self(rawValue: "TEMPLATE_NOT_FOUND") }
    /// The account is suspended.
    public static var accountSuspended: Self { Self(rawValue: "ACCOUNT_SUSPENDED") }
    /// The account sends too fast.
    public static var accountThrottled: Self { Self(rawValue: "ACCOUNT_THROTTLED") }
    /// The account's quota of 24 hours is used up.
    public static var accountDailyQuotaExceeded: Self { Self(rawValue: "ACCOUNT_DAILY_QUOTA_EXCEEDED") }
    /// There is no such IP pool.
    public static var invalidSendingPoolName: Self { Self(rawValue: "INVALID_SENDING_POOL_NAME") }
    /// The account's sending is paused.
    public static var accountSendingPaused: Self { Self(rawValue: "ACCOUNT_SENDING_PAUSED") }
    /// The configuration set's sending is paused.
    public static var configurationSetSendingPaused: Self { Self(rawValue: "CONFIGURATION_SET_SENDING_PAUSED") }
    /// A part of the entry is malformed.
    public static var invalidParameter: Self { Self(rawValue: "INVALID_PARAMETER") }
    /// A failure that may pass.
    public static var transientFailure: Self { Self(rawValue: "TRANSIENT_FAILURE") }
    /// Any other failure.
    public static var failed: Self { Self(rawValue: "FAILED") }
}
