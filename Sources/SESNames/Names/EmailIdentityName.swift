/// What names an e-mail identity: a domain or a bare address.
///
/// AWS: `Identity`. Case doesn't matter in a domain. Printing a name cuts an address to its domain; read ``rawValue`` for
/// the whole.
public struct EmailIdentityName: SESCheckedString, CustomDebugStringConvertible, CustomReflectable {
    /// The domain or the address.
    @export(implementation) public let rawValue: String

    /// Creates a name, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `EmailIdentity`.
    @export(implementation) public static var fieldName: String { "EmailIdentity" }

    /// The name, an address cut to its domain.
    public var description: String { AddressRedaction.redact(rawValue) }
    /// The same text as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, which would show the address.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Whether it is a domain; an address otherwise.
    public var isDomain: Bool { !rawValue.contains("@") }

    /// The domain: the whole name, or what follows the `@` of an address.
    public var domain: String {
        rawValue.lastIndex(of: "@").map { String(rawValue[rawValue.index(after: $0)...]) } ?? rawValue
    }

    /// Checks that it is a domain in ASCII or a bare address.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.nonEmpty.check(rawValue, at: path)
        guard isDomain else { return try EmailAddress(rawValue: rawValue).validateBare(at: path) }
        guard rawValue.utf8.count <= 253,
            rawValue.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isLabel)
        else {
            throw SESValueError(
                field: path,
                rule:
                    "must be an address, or a domain: parts of 1 to 63 letters, digits, '_' and inner hyphens, at most "
                    + "253 characters, beyond ASCII in Punycode (xn--…)",
                value: rawValue)
        }
    }

    /// Unlike a host, a domain to send from may have an underscore.
    private static func isLabel(_ text: Substring) -> Bool {
        HostName.isLabel(String(text.map { $0 == "_" ? "x" : $0 }))
    }

    /// Whether a domain is part of this name's, whatever the case; a domain isn't part of itself.
    package func isParent(ofDomain other: some StringProtocol) -> Bool {
        other.lowercased().hasSuffix(".\(domain.lowercased())")
    }
}

extension EmailIdentityName {
    /// Checks an address that mail is sent from with this identity; the error doesn't repeat it.
    ///
    /// - Parameters:
    ///   - address: A bare address of the domain or of a subdomain; for an address the same one, or nil.
    ///   - path: Where it stands.
    package func check(fromAddress address: EmailAddress?, at path: FieldPath) throws(SESValueError) {
        guard let address else {
            if isDomain { throw SESValueError(field: path, rule: "must be given, as the identity is a domain") }
            return
        }
        try address.validateBare(at: path)
        if isDomain {
            let other = EmailIdentityName(rawValue: address.rawValue).domain
            guard other.lowercased() == rawValue.lowercased() || isParent(ofDomain: other) else {
                throw SESValueError(field: path, rule: "must be an address of '\(rawValue)' or a subdomain")
            }
        } else if address.rawValue != rawValue {
            throw SESValueError(field: path, rule: "must be the identity's own address")
        }
    }
}
