/// An identity's own MAIL FROM domain: the domain of the envelope's sender.
///
/// AWS: `MailFromAttributes`.
public struct MailFromAttributes: Hashable, Sendable, Codable {
    /// The domain; nil when SES uses its own.
    public var mailFromDomain: String?
    /// Whether SES has found the domain's MX record; nil when SES uses its own domain.
    public var mailFromDomainStatus: MailFromDomainStatus?
    /// What becomes of mail while the MX record isn't found.
    public var behaviorOnMxFailure: BehaviorOnMxFailure?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - mailFromDomain: The domain; nil when SES uses its own.
    ///   - mailFromDomainStatus: Whether SES has found the domain's MX record.
    ///   - behaviorOnMxFailure: What becomes of mail while the MX record isn't found.
    public init(
        mailFromDomain: String? = nil, mailFromDomainStatus: MailFromDomainStatus? = nil,
        behaviorOnMxFailure: BehaviorOnMxFailure? = nil
    ) {
        self.mailFromDomain = mailFromDomain
        self.mailFromDomainStatus = mailFromDomainStatus
        self.behaviorOnMxFailure = behaviorOnMxFailure
    }

    private enum CodingKeys: String, CodingKey {
        case mailFromDomain = "MailFromDomain"
        case mailFromDomainStatus = "MailFromDomainStatus"
        case behaviorOnMxFailure = "BehaviorOnMxFailure"
    }
}

/// Whether SES has found a MAIL FROM domain's MX record.
///
/// AWS: `MailFromDomainStatus`.
public struct MailFromDomainStatus: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a status from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It hasn't looked yet.
    public static let pending = Self(rawValue: "PENDING")
    /// It has.
    public static let success = Self(rawValue: "SUCCESS")
    /// It didn't find it, or no longer.
    public static let failed = Self(rawValue: "FAILED")
    /// It can't tell for the moment.
    public static let temporaryFailure = Self(rawValue: "TEMPORARY_FAILURE")
}

/// What becomes of mail while its MAIL FROM domain's MX record isn't found.
///
/// AWS: `BehaviorOnMxFailure`.
public struct BehaviorOnMxFailure: OpenStringValue {
    /// The service's spelling.
    public let rawValue: String

    /// Creates a behaviour from the service's spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It goes out with a subdomain of `amazonses.com`.
    public static let useDefaultValue = Self(rawValue: "USE_DEFAULT_VALUE")
    /// It is refused with `MailFromDomainNotVerifiedException`.
    public static let rejectMessage = Self(rawValue: "REJECT_MESSAGE")
}
