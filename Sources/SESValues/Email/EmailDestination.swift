/// The recipients of a message, at most 50 together.
///
/// AWS: `Destination`.
public struct EmailDestination: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// Recipients on the To line.
    @export(implementation) public var toAddresses: [EmailAddress]?
    /// Recipients on the Cc line.
    @export(implementation) public var ccAddresses: [EmailAddress]?
    /// Recipients that no other recipient sees.
    @export(implementation) public var bccAddresses: [EmailAddress]?

    /// Creates a destination.
    ///
    /// - Parameters:
    ///   - toAddresses: Recipients on the To line.
    ///   - ccAddresses: Recipients on the Cc line.
    ///   - bccAddresses: Recipients that no other recipient sees.
    @export(implementation) public init(
        toAddresses: [EmailAddress]? = nil, ccAddresses: [EmailAddress]? = nil, bccAddresses: [EmailAddress]? = nil
    ) {
        self.toAddresses = toAddresses
        self.ccAddresses = ccAddresses
        self.bccAddresses = bccAddresses
    }

    /// The number of recipients; each counts against the account's quota.
    public var recipientCount: Int {
        (toAddresses?.count ?? 0) + (ccAddresses?.count ?? 0) + (bccAddresses?.count ?? 0)
    }

    /// Checks the number of recipients and each address.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if recipientCount > 50 {
            throw SESValueError(
                field: path, rule: "must hold at most 50 recipients, To, Cc and Bcc together",
                value: String(recipientCount))
        }
        try toAddresses.validate(at: path.member("ToAddresses"))
        try ccAddresses.validate(at: path.member("CcAddresses"))
        try bccAddresses.validate(at: path.member("BccAddresses"))
    }

    /// Checks that there is a recipient at all.
    package func requireRecipient(at path: FieldPath) throws(SESValueError) {
        if recipientCount == 0 { throw SESValueError(field: path, rule: "must hold at least one recipient") }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        toAddresses = try container.decodeIfPresent([EmailAddress].self, forKey: "ToAddresses")
        ccAddresses = try container.decodeIfPresent([EmailAddress].self, forKey: "CcAddresses")
        bccAddresses = try container.decodeIfPresent([EmailAddress].self, forKey: "BccAddresses")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(bccAddresses, forKey: "BccAddresses")
        try container.encodeIfPresent(ccAddresses, forKey: "CcAddresses")
        try container.encodeIfPresent(toAddresses, forKey: "ToAddresses")
    }
}
