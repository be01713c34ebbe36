/// What the owner told SES of the account.
///
/// Printing it shows none of it.
///
/// AWS: `AccountDetails`.
public struct AccountDetails: Equatable, Sendable, Codable, SESPrivateContent {
    /// The kind of mail the account sends.
    @export(implementation) public var mailType: MailType?
    /// The owner's website.
    @export(implementation) public var websiteURL: String?
    /// The language for letters about the account.
    @export(implementation) public var contactLanguage: ContactLanguage?
    /// What the mail is for, in the owner's words.
    @export(implementation) public var useCaseDescription: String?
    /// Further addresses for letters about the account.
    @export(implementation) public var additionalContactEmailAddresses: [EmailAddress]?
    /// The latest review.
    @export(implementation) public var reviewDetails: ReviewDetails?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - mailType: The kind of mail the account sends.
    ///   - websiteURL: The owner's website.
    ///   - contactLanguage: The language for letters about the account.
    ///   - useCaseDescription: What the mail is for, in the owner's words.
    ///   - additionalContactEmailAddresses: Further addresses for letters about the account.
    ///   - reviewDetails: The latest review.
    @export(implementation) public init(
        mailType: MailType? = nil, websiteURL: String? = nil, contactLanguage: ContactLanguage? = nil,
        useCaseDescription: String? = nil, additionalContactEmailAddresses: [EmailAddress]? = nil,
        reviewDetails: ReviewDetails? = nil
    ) {
        self.mailType = mailType
        self.websiteURL = websiteURL
        self.contactLanguage = contactLanguage
        self.useCaseDescription = useCaseDescription
        self.additionalContactEmailAddresses = additionalContactEmailAddresses
        self.reviewDetails = reviewDetails
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        mailType = try container.decodeIfPresent(MailType.self, forKey: "MailType")
        websiteURL = try container.decodeIfPresent(String.self, forKey: "WebsiteURL")
        contactLanguage = try container.decodeIfPresent(ContactLanguage.self, forKey: "ContactLanguage")
        useCaseDescription = try container.decodeIfPresent(String.self, forKey: "UseCaseDescription")
        additionalContactEmailAddresses = try container.decodeIfPresent(
            [EmailAddress].self, forKey: "AdditionalContactEmailAddresses")
        reviewDetails = try container.decodeIfPresent(ReviewDetails.self, forKey: "ReviewDetails")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(mailType, forKey: "MailType")
        try container.encodeIfPresent(websiteURL, forKey: "WebsiteURL")
        try container.encodeIfPresent(contactLanguage, forKey: "ContactLanguage")
        try container.encodeIfPresent(useCaseDescription, forKey: "UseCaseDescription")
        try container.encodeIfPresent(additionalContactEmailAddresses, forKey: "AdditionalContactEmailAddresses")
        try container.encodeIfPresent(reviewDetails, forKey: "ReviewDetails")
    }
}

/// The latest review of an account.
///
/// AWS: `ReviewDetails`.
public struct ReviewDetails: Equatable, Sendable, Codable {
    /// How it stands.
    @export(implementation) public var status: ReviewStatus?
    /// The case at AWS's support.
    @export(implementation) public var caseID: String?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - status: How it stands.
    ///   - caseID: The case at AWS's support.
    @export(implementation) public init(status: ReviewStatus? = nil, caseID: String? = nil) {
        self.status = status
        self.caseID = caseID
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        status = try container.decodeIfPresent(ReviewStatus.self, forKey: "Status")
        caseID = try container.decodeIfPresent(String.self, forKey: "CaseId")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(status, forKey: "Status")
        try container.encodeIfPresent(caseID, forKey: "CaseId")
    }
}

/// The kind of mail an account sends.
///
/// AWS: `MailType`.
public struct MailType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a kind from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Mostly news and offers.
    @export(implementation) public static var marketing: Self { Self(rawValue: "MARKETING") }
    /// Mostly mail that belongs to a transaction.
    @export(implementation) public static var transactional: Self { Self(rawValue: "TRANSACTIONAL") }
}

/// The language for letters about an account.
///
/// AWS: `ContactLanguage`.
public struct ContactLanguage: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a language from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// English.
    @export(implementation) public static var english: Self { Self(rawValue: "EN") }
    /// Japanese.
    @export(implementation) public static var japanese: Self { Self(rawValue: "JA") }
}

/// How a review stands.
///
/// AWS: `ReviewStatus`.
public struct ReviewStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Under way.
    @export(implementation) public static var pending: Self { Self(rawValue: "PENDING") }
    /// Not received, by a fault of the service; submit it again.
    @export(implementation) public static var failed: Self { Self(rawValue: "FAILED") }
    /// Production access is given.
    @export(implementation) public static var granted: Self { Self(rawValue: "GRANTED") }
    /// Production access is refused.
    @export(implementation) public static var denied: Self { Self(rawValue: "DENIED") }
}
