/// What became of one message of a bulk send; results stand in the order of the entries.
///
/// AWS: `BulkEmailEntryResult`. A call can succeed though single messages failed.
public struct BulkEmailEntryResult: Equatable, Sendable, Codable {
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
    @export(implementation) public init(status: BulkEmailStatus? = nil, error: String? = nil, messageID: String? = nil)
    {
        self.status = status
        self.error = error
        self.messageID = messageID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        status = try container.decodeIfPresent(BulkEmailStatus.self, forKey: "Status")
        error = try container.decodeIfPresent(String.self, forKey: "Error")
        messageID = try container.decodeIfPresent(String.self, forKey: "MessageId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
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
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Accepted.
    @export(implementation) public static var success: Self { Self(rawValue: "SUCCESS") }
    /// Refused for its content.
    @export(implementation) public static var messageRejected: Self { Self(rawValue: "MESSAGE_REJECTED") }
    /// The sender's MAIL FROM domain isn't verified.
    @export(implementation) public static var mailFromDomainNotVerified: Self {
        Self(rawValue: "MAIL_FROM_DOMAIN_NOT_VERIFIED")
    }
    /// There is no such configuration set.
    @export(implementation) public static var configurationSetNotFound: Self {
        Self(rawValue: "CONFIGURATION_SET_NOT_FOUND")
    }
    /// There is no such template.
    @export(implementation) public static var templateNotFound: Self { Self(rawValue: "TEMPLATE_NOT_FOUND") }
    /// The account is suspended.
    @export(implementation) public static var accountSuspended: Self { Self(rawValue: "ACCOUNT_SUSPENDED") }
    /// The account sends too fast.
    @export(implementation) public static var accountThrottled: Self { Self(rawValue: "ACCOUNT_THROTTLED") }
    /// The account's quota of 24 hours is used up.
    @export(implementation) public static var accountDailyQuotaExceeded: Self {
        Self(rawValue: "ACCOUNT_DAILY_QUOTA_EXCEEDED")
    }
    /// There is no such IP pool.
    @export(implementation) public static var invalidSendingPoolName: Self {
        Self(rawValue: "INVALID_SENDING_POOL_NAME")
    }
    /// The account's sending is paused.
    @export(implementation) public static var accountSendingPaused: Self { Self(rawValue: "ACCOUNT_SENDING_PAUSED") }
    /// The configuration set's sending is paused.
    @export(implementation) public static var configurationSetSendingPaused: Self {
        Self(rawValue: "CONFIGURATION_SET_SENDING_PAUSED")
    }
    /// A part of the entry is malformed.
    @export(implementation) public static var invalidParameter: Self { Self(rawValue: "INVALID_PARAMETER") }
    /// A failure that may pass.
    @export(implementation) public static var transientFailure: Self { Self(rawValue: "TRANSIENT_FAILURE") }
    /// Any other failure.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
}
