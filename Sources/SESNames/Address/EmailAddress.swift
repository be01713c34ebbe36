/// An e-mail address, with or without a display name, as it goes on the wire: `a@b` or `Name <a@b>`.
///
/// SES takes ASCII only: a display name beyond it is encoded after RFC 2047, which ``init(name:address:)`` does, and a
/// domain beyond it is written in Punycode. Printing an address shows nothing of it; read ``rawValue`` or ``address``.
public struct EmailAddress: SESCheckedString, SESPrivateContent {
    /// The text as it goes on the wire.
    @export(implementation) public let rawValue: String

    /// Creates an address, unchecked.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Creates an address with a display name, quoted or encoded where it must be.
    ///
    /// - Parameters:
    ///   - name: The display name in plain text; empty for none.
    ///   - address: The bare address: `a@b`.
    /// - Throws: ``SESValueError``; it never repeats the name or the address.
    public init(name: String, address: String) throws(SESValueError) {
        let field = FieldPath(Self.fieldName)
        try TextRule.singleLine(0...Int.max).check(name, at: field, showsValue: false)
        try AddressSyntax.check(address: address[...], at: field)
        self.init(rawValue: name.isEmpty ? address : "\(EncodedWord.phrase(name)) <\(address)>")
    }

    /// `EmailAddress`.
    @export(implementation) public static var fieldName: String { "EmailAddress" }

    /// The address without the display name.
    public var address: String { String(AddressSyntax.split(rawValue).address) }

    /// The display name in plain text; nil when there is none.
    ///
    /// An encoded name is decoded when its character set is UTF-8, ASCII or ISO-8859-1, and stays as it is otherwise.
    public var displayName: String? { AddressSyntax.split(rawValue).name.map(EncodedWord.plainText) }

    /// A text without the address.
    public var description: String { "EmailAddress(content hidden)" }

    /// Checks that the text is one address that SES takes.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try AddressSyntax.check(rawValue, at: path)
    }

    /// Checks that the text is one address without a display name, as for contacts and suppression lists.
    package func validateBare(at path: FieldPath) throws(SESValueError) {
        try validate(at: path)
        if rawValue.hasSuffix(">") {
            throw SESValueError(field: path, rule: "must be an address without display name or angle brackets")
        }
    }
}
