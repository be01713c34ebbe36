/// An identity's own MAIL FROM domain: the domain of the envelope's sender.
///
/// AWS: `MailFromAttributes`.
public struct MailFromAttributes: Equatable, Sendable, Codable {
    /// The domain; nil when SES uses its own.
    @export(implementation) public var mailFromDomain: String?
    /// Whether SES has found the domain's MX record; nil when SES uses its own domain.
    @export(implementation) public var mailFromDomainStatus: MailFromDomainStatus?
    /// What becomes of mail while the MX record isn't found.
    @export(implementation) public var behaviorOnMxFailure: BehaviorOnMxFailure?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - mailFromDomain: The domain; nil when SES uses its own.
    ///   - mailFromDomainStatus: Whether SES has found the domain's MX record.
    ///   - behaviorOnMxFailure: What becomes of mail while the MX record isn't found.
    @export(implementation) public init(
        mailFromDomain: String? = nil, mailFromDomainStatus: MailFromDomainStatus? = nil,
        behaviorOnMxFailure: BehaviorOnMxFailure? = nil
    ) {
        self.mailFromDomain = mailFromDomain
        self.mailFromDomainStatus = mailFromDomainStatus
        self.behaviorOnMxFailure = behaviorOnMxFailure
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        mailFromDomain = try container.decodeIfPresent(String.self, forKey: "MailFromDomain")
        mailFromDomainStatus = try container.decodeIfPresent(MailFromDomainStatus.self, forKey: "MailFromDomainStatus")
        behaviorOnMxFailure = try container.decodeIfPresent(BehaviorOnMxFailure.self, forKey: "BehaviorOnMxFailure")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(mailFromDomain, forKey: "MailFromDomain")
        try container.encodeIfPresent(mailFromDomainStatus, forKey: "MailFromDomainStatus")
        try container.encodeIfPresent(behaviorOnMxFailure, forKey: "BehaviorOnMxFailure")
    }
}

/// Whether SES has found a MAIL FROM domain's MX record.
///
/// AWS: `MailFromDomainStatus`.
public struct MailFromDomainStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It hasn't looked yet.
    @export(implementation) public static var pending: Self { Self(rawValue: "PENDING") }
    /// It has.
    @export(implementation) public static var success: Self { Self(rawValue: "SUCCESS") }
    /// It didn't find it, or no longer.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
    /// It can't tell for the moment.
    @export(implementation) public static var temporaryFailure: Self { Self(rawValue: "TEMPORARY_FAILURE") }
}

/// What becomes of mail while its MAIL FROM domain's MX record isn't found.
///
/// AWS: `BehaviorOnMxFailure`.
public struct BehaviorOnMxFailure: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a behaviour from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// It goes out with a subdomain of `amazonses.com`.
    @export(implementation) public static var useDefaultValue: Self { Self(rawValue: "USE_DEFAULT_VALUE") }
    /// It is refused with `MailFromDomainNotVerifiedException`.
    @export(implementation) public static var rejectMessage: Self { Self(rawValue: "REJECT_MESSAGE") }
}
