/// A configuration set's own suppression of addresses that bounced or complained.
///
/// AWS: `SuppressionOptions`. There are three states. A set without suppression options follows the account. One with reasons
/// suppresses for those. One with an empty list of reasons suppresses for none, whatever the account says.
public struct SuppressionOptions: Equatable, Sendable, Codable, SESValidatable {
    /// Why an address is put on the suppression list; empty for never.
    ///
    /// nil and empty are different on the wire. AWS requires it, if only empty, when a configuration set is created with suppression options.
    @export(implementation) public var suppressedReasons: [SuppressionListReason]?
    /// Whether SES judges an address before it sends to it.
    @export(implementation) public var validationOptions: SuppressionValidationOptions?
    /// Which suppression list counts: the account's or the tenant's.
    @export(implementation) public var suppressionScope: SuppressionScope?

    /// Creates suppression options.
    ///
    /// - Parameters:
    ///   - suppressedReasons: Why an address is put on the suppression list; empty for never.
    ///   - validationOptions: Whether SES judges an address before it sends to it.
    ///   - suppressionScope: Which suppression list counts.
    @export(implementation) public init(
        suppressedReasons: [SuppressionListReason]?, validationOptions: SuppressionValidationOptions? = nil,
        suppressionScope: SuppressionScope? = nil
    ) {
        self.suppressedReasons = suppressedReasons
        self.validationOptions = validationOptions
        self.suppressionScope = suppressionScope
    }

    /// Accepts every value: which members are needed depends on the operation.
    public func validate(at path: FieldPath) throws(SESValueError) {}

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        suppressedReasons = try container.decodeIfPresent([SuppressionListReason].self, forKey: "SuppressedReasons")
        validationOptions = try container.decodeIfPresent(
            SuppressionValidationOptions.self, forKey: "ValidationOptions")
        suppressionScope = try container.decodeIfPresent(SuppressionScope.self, forKey: "SuppressionScope")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(suppressedReasons, forKey: "SuppressedReasons")
        try container.encodeIfPresent(validationOptions, forKey: "ValidationOptions")
        try container.encodeIfPresent(suppressionScope, forKey: "SuppressionScope")
    }
}

/// Why an address is on a suppression list.
///
/// AWS: `SuppressionListReason`.
public struct SuppressionListReason: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a reason from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A message to it bounced for good.
    @export(implementation) public static var bounce: Self { Self(rawValue: "BOUNCE") }
    /// Its owner complained of a message.
    @export(implementation) public static var complaint: Self { Self(rawValue: "COMPLAINT") }
}

/// Which suppression list counts.
///
/// AWS: `SuppressionListScope`, the value of `SuppressionScope`.
public struct SuppressionScope: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a scope from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The account's list.
    @export(implementation) public static var account: Self { Self(rawValue: "ACCOUNT") }
    /// The tenant's own list.
    @export(implementation) public static var tenant: Self { Self(rawValue: "TENANT") }
}
