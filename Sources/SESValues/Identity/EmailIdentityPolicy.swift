/// A sending authorization policy: who else may send from an identity, in the language of IAM's policies.
///
/// AWS: `Policy`. As it may name addresses, it doesn't print; read ``rawValue``.
public struct EmailIdentityPolicy: SESCheckedString, SESPrivateContent {
    /// The policy's JSON text.
    @export(implementation) public let rawValue: String

    /// Creates a policy, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `Policy`.
    @export(implementation) public static var fieldName: String { "Policy" }

    /// A text without the policy.
    public var description: String { "EmailIdentityPolicy(content hidden)" }

    /// Checks that it is a JSON object of at most 4 KB (4096 bytes); the error doesn't repeat it.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(rawValue, at: path, showsValue: false)
        if rawValue.utf8.count > 4096 {
            throw SESValueError(field: path, rule: "must be at most 4 KB (4096 bytes)")
        }
        try JSONObjectRule.check(rawValue, at: path)
    }
}

/// The name of a sending authorization policy: 1 to 64 ASCII letters, digits, `_` and `-`.
///
/// AWS: `PolicyName`.
public struct EmailIdentityPolicyName: SESCheckedString {
    /// The name.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `PolicyName`.
    @export(implementation) public static var fieldName: String { "PolicyName" }

    /// Checks length and characters.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.shortName.check(rawValue, at: path)
    }
}
