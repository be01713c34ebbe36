public import SESValues

/// Adds a sending authorization policy to an identity.
///
/// AWS: `CreateEmailIdentityPolicy`. An identity has at most 20.
public struct CreateEmailIdentityPolicy: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}")
    }
    /// True: a second call is refused, as the policy exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// The policy's name.
    @export(implementation) public var policyName: EmailIdentityPolicyName
    /// Who else may send from it.
    @export(implementation) public var policy: EmailIdentityPolicy

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - policyName: The policy's name.
    ///   - policy: Who else may send from it.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, policyName: EmailIdentityPolicyName, policy: EmailIdentityPolicy
    ) {
        self.emailIdentity = emailIdentity
        self.policyName = policyName
        self.policy = policy
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        policyName = try container.decode(EmailIdentityPolicyName.self, forKey: "PolicyName")
        policy = try container.decode(EmailIdentityPolicy.self, forKey: "Policy")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encode(policyName, forKey: "PolicyName")
        try container.encode(policy, forKey: "Policy")
    }

    /// Checks the names and the policy.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try policyName.validate(at: path.member("PolicyName"))
        try policy.validate(at: path.member("Policy"))
    }
}

/// Reads an identity's sending authorization policies.
///
/// AWS: `GetEmailIdentityPolicies`.
public struct GetEmailIdentityPolicies: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/identities/{EmailIdentity}/policies")
    }

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName

    /// Creates the input.
    ///
    /// - Parameter emailIdentity: The domain or the address.
    @export(implementation) public init(emailIdentity: EmailIdentityName) {
        self.emailIdentity = emailIdentity
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
    }

    /// The identity's policies.
    public struct Output: Codable, Equatable, Sendable {
        /// The policies, by name.
        @export(implementation) public var policies: [String: EmailIdentityPolicy]?

        /// Creates the value.
        ///
        /// - Parameter policies: The policies, by name.
        @export(implementation) public init(policies: [String: EmailIdentityPolicy]? = nil) {
            self.policies = policies
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            policies = try container.decodeIfPresent([String: EmailIdentityPolicy].self, forKey: "Policies")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(policies, forKey: "Policies")
        }
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
    }
}

/// Replaces a sending authorization policy of an identity.
///
/// AWS: `UpdateEmailIdentityPolicy`.
public struct UpdateEmailIdentityPolicy: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// The policy's name.
    @export(implementation) public var policyName: EmailIdentityPolicyName
    /// Who else may send from it.
    @export(implementation) public var policy: EmailIdentityPolicy

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - policyName: The policy's name.
    ///   - policy: Who else may send from it.
    @export(implementation) public init(
        emailIdentity: EmailIdentityName, policyName: EmailIdentityPolicyName, policy: EmailIdentityPolicy
    ) {
        self.emailIdentity = emailIdentity
        self.policyName = policyName
        self.policy = policy
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        policyName = try container.decode(EmailIdentityPolicyName.self, forKey: "PolicyName")
        policy = try container.decode(EmailIdentityPolicy.self, forKey: "Policy")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encode(policyName, forKey: "PolicyName")
        try container.encode(policy, forKey: "Policy")
    }

    /// Checks the names and the policy.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try policyName.validate(at: path.member("PolicyName"))
        try policy.validate(at: path.member("Policy"))
    }
}

/// Takes a sending authorization policy from an identity.
///
/// AWS: `DeleteEmailIdentityPolicy`.
public struct DeleteEmailIdentityPolicy: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The domain or the address.
    @export(implementation) public var emailIdentity: EmailIdentityName
    /// The policy's name.
    @export(implementation) public var policyName: EmailIdentityPolicyName

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - emailIdentity: The domain or the address.
    ///   - policyName: The policy's name.
    @export(implementation) public init(emailIdentity: EmailIdentityName, policyName: EmailIdentityPolicyName) {
        self.emailIdentity = emailIdentity
        self.policyName = policyName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        emailIdentity = try container.decode(EmailIdentityName.self, forKey: "EmailIdentity")
        policyName = try container.decode(EmailIdentityPolicyName.self, forKey: "PolicyName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(emailIdentity, forKey: "EmailIdentity")
        try container.encode(policyName, forKey: "PolicyName")
    }

    /// Checks the names.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try emailIdentity.validate(at: path.member("EmailIdentity"))
        try policyName.validate(at: path.member("PolicyName"))
    }
}
