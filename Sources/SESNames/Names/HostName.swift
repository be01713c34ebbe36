/// Checks of host names, after RFC 1123.
package enum HostName {
    /// Whether a text is one label: 1 to 63 ASCII letters, digits and `-`, the hyphen neither first nor last.
    package static func isLabel(_ text: some StringProtocol) -> Bool {
        let scalars = text.unicodeScalars
        guard (1...63).contains(text.utf8.count), scalars.first != "-", scalars.last != "-" else { return false }
        return scalars.allSatisfy { $0.isASCIIAlphanumeric || $0 == "-" }
    }

    /// Whether a text is labels with dots between them, at most 253 characters.
    package static func isValid(_ text: some StringProtocol) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0) }
    }

    /// Checks that a text is a domain name.
    package static func check(domain: String, at path: FieldPath) throws(SESValueError) {
        if !isValid(domain) {
            throw SESValueError(field: path, rule: "must be a domain name, beyond ASCII in Punycode", value: domain)
        }
    }
}
