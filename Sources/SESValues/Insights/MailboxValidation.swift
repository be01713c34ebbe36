/// What SES thinks of an e-mail address.
///
/// AWS: `MailboxValidation`.
public struct MailboxValidation: Equatable, Sendable, Codable {
    /// Whether it is one to send to, all in all.
    @export(implementation) public var isValid: EmailAddressInsightsVerdict?
    /// What was looked at.
    @export(implementation) public var evaluations: EmailAddressInsightsMailboxEvaluations?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - isValid: Whether it is one to send to, all in all.
    ///   - evaluations: What was looked at.
    @export(implementation) public init(
        isValid: EmailAddressInsightsVerdict? = nil, evaluations: EmailAddressInsightsMailboxEvaluations? = nil
    ) {
        self.isValid = isValid
        self.evaluations = evaluations
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        isValid = try container.decodeIfPresent(EmailAddressInsightsVerdict.self, forKey: "IsValid")
        evaluations = try container.decodeIfPresent(EmailAddressInsightsMailboxEvaluations.self, forKey: "Evaluations")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(isValid, forKey: "IsValid")
        try container.encodeIfPresent(evaluations, forKey: "Evaluations")
    }
}

/// What SES looks at in an e-mail address.
///
/// AWS: `EmailAddressInsightsMailboxEvaluations`.
public struct EmailAddressInsightsMailboxEvaluations: Equatable, Sendable, Codable {
    /// Whether it is written as addresses are.
    @export(implementation) public var hasValidSyntax: EmailAddressInsightsVerdict?
    /// Whether its domain is set up to get mail.
    @export(implementation) public var hasValidDNSRecords: EmailAddressInsightsVerdict?
    /// Whether there is such a mailbox; no mail is sent to find out.
    @export(implementation) public var mailboxExists: EmailAddressInsightsVerdict?
    /// Whether it belongs to a role rather than a person: `support@`.
    @export(implementation) public var isRoleAddress: EmailAddressInsightsVerdict?
    /// Whether it was made to be thrown away.
    @export(implementation) public var isDisposable: EmailAddressInsightsVerdict?
    /// Whether it looks like random text.
    @export(implementation) public var isRandomInput: EmailAddressInsightsVerdict?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - hasValidSyntax: Whether it is written as addresses are.
    ///   - hasValidDNSRecords: Whether its domain is set up to get mail.
    ///   - mailboxExists: Whether there is such a mailbox; no mail is sent to find out.
    ///   - isRoleAddress: Whether it belongs to a role rather than a person: `support@`.
    ///   - isDisposable: Whether it was made to be thrown away.
    ///   - isRandomInput: Whether it looks like random text.
    @export(implementation) public init(
        hasValidSyntax: EmailAddressInsightsVerdict? = nil, hasValidDNSRecords: EmailAddressInsightsVerdict? = nil,
        mailboxExists: EmailAddressInsightsVerdict? = nil, isRoleAddress: EmailAddressInsightsVerdict? = nil,
        isDisposable: EmailAddressInsightsVerdict? = nil, isRandomInput: EmailAddressInsightsVerdict? = nil
    ) {
        self.hasValidSyntax = hasValidSyntax
        self.hasValidDNSRecords = hasValidDNSRecords
        self.mailboxExists = mailboxExists
        self.isRoleAddress = isRoleAddress
        self.isDisposable = isDisposable
        self.isRandomInput = isRandomInput
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        hasValidSyntax = try container.decodeIfPresent(EmailAddressInsightsVerdict.self, forKey: "HasValidSyntax")
        hasValidDNSRecords = try container.decodeIfPresent(
            EmailAddressInsightsVerdict.self, forKey: "HasValidDnsRecords")
        mailboxExists = try container.decodeIfPresent(EmailAddressInsightsVerdict.self, forKey: "MailboxExists")
        isRoleAddress = try container.decodeIfPresent(EmailAddressInsightsVerdict.self, forKey: "IsRoleAddress")
        isDisposable = try container.decodeIfPresent(EmailAddressInsightsVerdict.self, forKey: "IsDisposable")
        isRandomInput = try container.decodeIfPresent(EmailAddressInsightsVerdict.self, forKey: "IsRandomInput")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(hasValidSyntax, forKey: "HasValidSyntax")
        try container.encodeIfPresent(hasValidDNSRecords, forKey: "HasValidDnsRecords")
        try container.encodeIfPresent(mailboxExists, forKey: "MailboxExists")
        try container.encodeIfPresent(isRoleAddress, forKey: "IsRoleAddress")
        try container.encodeIfPresent(isDisposable, forKey: "IsDisposable")
        try container.encodeIfPresent(isRandomInput, forKey: "IsRandomInput")
    }
}

/// How sure SES is of something.
///
/// AWS: `EmailAddressInsightsVerdict`.
public struct EmailAddressInsightsVerdict: Equatable, Sendable, Codable {
    /// How sure.
    @export(implementation) public var confidenceVerdict: EmailAddressInsightsConfidenceVerdict?

    /// Creates a verdict.
    ///
    /// - Parameter confidenceVerdict: How sure.
    @export(implementation) public init(confidenceVerdict: EmailAddressInsightsConfidenceVerdict? = nil) {
        self.confidenceVerdict = confidenceVerdict
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        confidenceVerdict = try container.decodeIfPresent(
            EmailAddressInsightsConfidenceVerdict.self, forKey: "ConfidenceVerdict")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(confidenceVerdict, forKey: "ConfidenceVerdict")
    }
}

/// How sure SES is of something.
///
/// AWS: `EmailAddressInsightsConfidenceVerdict`.
public struct EmailAddressInsightsConfidenceVerdict: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a grade from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Weak or no signs of it.
    @export(implementation) public static var low: Self { Self(rawValue: "LOW") }
    /// Some signs of it.
    @export(implementation) public static var medium: Self { Self(rawValue: "MEDIUM") }
    /// Strong signs of it.
    @export(implementation) public static var high: Self { Self(rawValue: "HIGH") }
}
