/// The Mail Manager archive that keeps a copy of every message sent with a configuration set.
///
/// AWS: `ArchivingOptions`.
public struct ArchivingOptions: Equatable, Sendable, Codable, SESValidatable {
    /// The archive: `arn:aws:ses:{region}:{account}:mailmanager-archive/a-{id}`.
    @export(implementation) public var archiveARN: ARN?

    /// Creates archiving options.
    ///
    /// - Parameter archiveARN: The archive.
    @export(implementation) public init(archiveARN: ARN? = nil) {
        self.archiveARN = archiveARN
    }

    /// Checks the archive's ARN.
    public func validate(at path: FieldPath) throws(SESValueError) {
        guard let archiveARN else { return }
        let field = path.member("ArchiveArn")
        try archiveARN.validate(at: field)
        if !archiveARN.isMailManagerArchive {
            throw SESValueError(
                field: field,
                rule: "must have the form arn:aws:ses:region:account:mailmanager-archive/a- and 24 to 62 lower-case "
                    + "letters and digits",
                value: archiveARN.rawValue)
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        archiveARN = try container.decodeIfPresent(ARN.self, forKey: "ArchiveArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(archiveARN, forKey: "ArchiveArn")
    }
}

extension ARN {
    /// Whether the ARN is an archive's: service, a region, digits as account and an id of 24 to 62 characters.
    fileprivate var isMailManagerArchive: Bool {
        guard service == "ses", region != nil, let accountID, let resource,
            (1...20).contains(accountID.utf8.count), accountID.utf8.allSatisfy({ (48...57).contains($0) }),
            resource.hasPrefix("mailmanager-archive/a-")
        else { return false }
        let id = resource.dropFirst("mailmanager-archive/a-".count).utf8
        return (24...62).contains(id.count) && id.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    }
}
