public import SESValues

/// Tells SES of the account, and asks for production access.
///
/// Printing it shows none of it.
///
/// AWS: `PutAccountDetails`. It isn't idempotent.
public struct PutAccountDetails: SESOperation, Equatable, SESPrivateContent {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/account/details") }
    /// False: a second call may ask for a second review.
    @export(implementation) public static var isIdempotent: Bool { false }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The kind of mail the account sends.
    @export(implementation) public var mailType: MailType
    /// The owner's website: 1 to 1000 characters.
    @export(implementation) public var websiteURL: String
    /// The language for letters about the account.
    @export(implementation) public var contactLanguage: ContactLanguage?
    /// What the mail is for, in the owner's words: at most 5000 characters; AWS calls it deprecated.
    @export(implementation) public var useCaseDescription: String?
    /// Further addresses for letters about the account: 1 to 4 of them.
    @export(implementation) public var additionalContactEmailAddresses: [EmailAddress]?
    /// Whether the account should leave the sandbox.
    @export(implementation) public var productionAccessEnabled: Bool?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - mailType: The kind of mail the account sends.
    ///   - websiteURL: The owner's website.
    ///   - contactLanguage: The language for letters about the account.
    ///   - useCaseDescription: What the mail is for, in the owner's words.
    ///   - additionalContactEmailAddresses: Further addresses for letters about the account.
    ///   - productionAccessEnabled: Whether the account should leave the sandbox.
    @export(implementation) public init(
        mailType: MailType, websiteURL: String, contactLanguage: ContactLanguage? = nil,
        useCaseDescription: String? = nil, additionalContactEmailAddresses: [EmailAddress]? = nil,
        productionAccessEnabled: Bool? = nil
    ) {
        self.mailType = mailType
        self.websiteURL = websiteURL
        self.contactLanguage = contactLanguage
        self.useCaseDescription = useCaseDescription
        self.additionalContactEmailAddresses = additionalContactEmailAddresses
        self.productionAccessEnabled = productionAccessEnabled
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        mailType = try container.decode(MailType.self, forKey: "MailType")
        websiteURL = try container.decode(String.self, forKey: "WebsiteURL")
        contactLanguage = try container.decodeIfPresent(ContactLanguage.self, forKey: "ContactLanguage")
        useCaseDescription = try container.decodeIfPresent(String.self, forKey: "UseCaseDescription")
        additionalContactEmailAddresses = try container.decodeIfPresent(
            [EmailAddress].self, forKey: "AdditionalContactEmailAddresses")
        productionAccessEnabled = try container.decodeIfPresent(Bool.self, forKey: "ProductionAccessEnabled")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(mailType, forKey: "MailType")
        try container.encode(websiteURL, forKey: "WebsiteURL")
        try container.encodeIfPresent(contactLanguage, forKey: "ContactLanguage")
        try container.encodeIfPresent(useCaseDescription, forKey: "UseCaseDescription")
        try container.encodeIfPresent(additionalContactEmailAddresses, forKey: "AdditionalContactEmailAddresses")
        try container.encodeIfPresent(productionAccessEnabled, forKey: "ProductionAccessEnabled")
    }

    /// Checks the lengths of the texts, and the addresses; the error repeats none of them.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let website = TextRule(1...1000, of: "characters") { _ in true }
        try website.check(websiteURL, at: path.member("WebsiteURL"), showsValue: false)
        let description = TextRule(0...5000, of: "characters") { _ in true }
        if let useCaseDescription {
            try description.check(useCaseDescription, at: path.member("UseCaseDescription"), showsValue: false)
        }
        guard let addresses = additionalContactEmailAddresses else { return }
        let list = path.member("AdditionalContactEmailAddresses")
        guard (1...4).contains(addresses.count) else {
            throw SESValueError(field: list, rule: "must hold 1 to 4 addresses", value: String(addresses.count))
        }
        let length = TextRule(6...254, of: "characters") { _ in true }
        for (index, address) in addresses.enumerated() {
            try address.validateBare(at: list.index(index))
            try length.check(address.rawValue, at: list.index(index), showsValue: false)
        }
    }
}
