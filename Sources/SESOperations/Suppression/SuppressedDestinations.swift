public import SESValues

/// Puts an address on a suppression list.
///
/// AWS: `PutSuppressedDestination`.
public struct PutSuppressedDestination: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.put, "/v2/email/suppression/addresses") }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The bare address.
    @export(implementation) public var emailAddress: EmailAddress
    /// Why it is on the list.
    @export(implementation) public var reason: SuppressionListReason
    /// The tenant whose list it is; the account's list when left out.
    @export(implementation) public var tenantName: TenantName?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailAddress: The bare address.
    ///   - reason: Why it is on the list.
    ///   - tenantName: The tenant whose list it is; the account's list when left out.
    @export(implementation) public init(
        emailAddress: EmailAddress, reason: SuppressionListReason, tenantName: TenantName? = nil
    ) {
        self.emailAddress = emailAddress
        self.reason = reason
        self.tenantName = tenantName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
        reason = try container.decode(SuppressionListReason.self, forKey: "Reason")
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailAddress, forKey: "EmailAddress")
        try container.encode(reason, forKey: "Reason")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
    }

    /// Checks the address and the tenant's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailAddress.validateBare(at: path.member("EmailAddress"))
        try tenantName.validate(at: path.member("TenantName"))
    }
}

/// Reads what put an address on a suppression list.
///
/// AWS: `GetSuppressedDestination`.
public struct GetSuppressedDestination: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/suppression/addresses/{EmailAddress}", query: ["TenantName"])
    }

    /// The bare address.
    @export(implementation) public var emailAddress: EmailAddress
    /// The tenant whose list it is; the account's list when left out.
    @export(implementation) public var tenantName: TenantName?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailAddress: The bare address.
    ///   - tenantName: The tenant whose list it is; the account's list when left out.
    @export(implementation) public init(emailAddress: EmailAddress, tenantName: TenantName? = nil) {
        self.emailAddress = emailAddress
        self.tenantName = tenantName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailAddress, forKey: "EmailAddress")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
    }

    /// What the list says of the address.
    public struct Output: Codable, Equatable, Sendable {
        /// The address and why it is on the list.
        @export(implementation) public var suppressedDestination: SuppressedDestination?

        /// Creates an output.
        ///
        /// - Parameter suppressedDestination: The address and why it is on the list.
        @export(implementation) public init(suppressedDestination: SuppressedDestination? = nil) {
            self.suppressedDestination = suppressedDestination
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            suppressedDestination = try container.decodeIfPresent(
                SuppressedDestination.self, forKey: "SuppressedDestination")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(suppressedDestination, forKey: "SuppressedDestination")
        }
    }

    /// Checks the address and the tenant's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailAddress.validateBare(at: path.member("EmailAddress"))
        try tenantName.validate(at: path.member("TenantName"))
    }

    /// What the list says: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? {
        output.suppressedDestination == nil ? "SuppressedDestination" : nil
    }
}

/// Takes an address off a suppression list.
///
/// AWS: `DeleteSuppressedDestination`.
public struct DeleteSuppressedDestination: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(
            .delete, "/v2/email/suppression/addresses/{EmailAddress}", query: ["TenantName"])
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The bare address.
    @export(implementation) public var emailAddress: EmailAddress
    /// The tenant whose list it is; the account's list when left out.
    @export(implementation) public var tenantName: TenantName?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailAddress: The bare address.
    ///   - tenantName: The tenant whose list it is; the account's list when left out.
    @export(implementation) public init(emailAddress: EmailAddress, tenantName: TenantName? = nil) {
        self.emailAddress = emailAddress
        self.tenantName = tenantName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailAddress = try container.decode(EmailAddress.self, forKey: "EmailAddress")
        tenantName = try container.decodeIfPresent(TenantName.self, forKey: "TenantName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailAddress, forKey: "EmailAddress")
        try container.encodeIfPresent(tenantName, forKey: "TenantName")
    }

    /// Checks the address and the tenant's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailAddress.validateBare(at: path.member("EmailAddress"))
        try tenantName.validate(at: path.member("TenantName"))
    }
}
