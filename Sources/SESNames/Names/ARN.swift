/// The name of a resource of AWS: `arn:partition:service:region:account:resource`.
///
/// The text is kept exactly as it is; the parts are read from it.
public struct ARN: SESCheckedString, CustomDebugStringConvertible, CustomReflectable {
    /// The whole text.
    @export(implementation) public let rawValue: String

    /// Creates an ARN, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `Arn`.
    @export(implementation) public static var fieldName: String { "Arn" }

    /// The text, with an identity's e-mail address cut to its domain; read ``rawValue`` for the whole.
    public var description: String { AddressRedaction.redact(rawValue) }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, which would show the address.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The partition, such as `aws`; nil when the ARN is malformed.
    public var partition: String? { part(1) }
    /// The service, such as `sns`; nil when the ARN is malformed.
    public var service: String? { part(2) }
    /// The region; nil when the ARN is malformed or of a global service.
    public var region: Region? { part(3).map(Region.init(rawValue:)) }
    /// The account's 12 digits; nil when the ARN is malformed or has none.
    public var accountID: String? { part(4) }
    /// All after the account, colons and slashes included; nil when the ARN is malformed.
    public var resource: String? { part(5) }

    /// Checks the form, and that the region lies in the partition.
    public func validate(at path: FieldPath) throws(SESValueError) {
        func fault(_ rule: String) -> SESValueError { SESValueError(field: path, rule: rule, value: rawValue) }
        if rawValue.isEmpty { throw fault("cannot be empty") }
        if rawValue.unicodeScalars.contains(where: { $0.isControl || $0.properties.isWhitespace }) {
            throw fault("cannot contain spaces or control characters")
        }
        guard let partition, service != nil, resource != nil else {
            throw fault("must have the form arn:partition:service:region:account:resource")
        }
        if partition != "aws", !partition.hasPrefix("aws-") {
            throw fault("must name a partition of AWS ('aws' or 'aws-…'), not '\(partition)'")
        }
        if let region, let home = Partition.matching(region), home.id != partition {
            throw fault("must name partition '\(home.id)' for region '\(region)', not '\(partition)'")
        }
    }

    /// One of the six parts; nil when there are fewer or it is empty.
    private func part(_ index: Int) -> String? {
        let parts = rawValue.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", !parts[index].isEmpty else { return nil }
        return String(parts[index])
    }
}

extension ARN {
    /// The ARN of a configuration set, for tags and tenants.
    ///
    /// - Parameters:
    ///   - name: The set's name.
    ///   - region: The set's region.
    ///   - accountID: The account's 12 digits.
    public static func configurationSet(_ name: ConfigurationSetName, region: Region, accountID: String) -> ARN {
        regional("ses", region, accountID, "configuration-set/\(name)")
    }

    /// The ARN of an e-mail identity: a domain or an address.
    ///
    /// - Parameters:
    ///   - identity: The domain or the address.
    ///   - region: The identity's region.
    ///   - accountID: The account's 12 digits.
    public static func emailIdentity(_ identity: EmailIdentityName, region: Region, accountID: String) -> ARN {
        regional("ses", region, accountID, "identity/\(identity.rawValue)")
    }

    /// The ARN of an e-mail template.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - region: The template's region.
    ///   - accountID: The account's 12 digits.
    public static func emailTemplate(_ name: String, region: Region, accountID: String) -> ARN {
        regional("ses", region, accountID, "template/\(name)")
    }

    /// The ARN of an Amazon SNS topic.
    ///
    /// - Parameters:
    ///   - name: The topic's name.
    ///   - region: The topic's region.
    ///   - accountID: The account's 12 digits.
    public static func snsTopic(_ name: String, region: Region, accountID: String) -> ARN {
        regional("sns", region, accountID, name)
    }

    /// The ARN of an account's default event bus, the only one SES publishes to.
    ///
    /// - Parameters:
    ///   - region: The bus's region.
    ///   - accountID: The account's 12 digits.
    public static func defaultEventBus(region: Region, accountID: String) -> ARN {
        regional("events", region, accountID, "event-bus/default")
    }

    private static func regional(_ service: String, _ region: Region, _ accountID: String, _ resource: String) -> ARN {
        ARN(rawValue: "arn:\(region.partition.id):\(service):\(region):\(accountID):\(resource)")
    }
}
