/// Reading and checking of one address of RFC 5322, as far as SES takes it.
///
/// Its errors say where the fault is, and never repeat the text.
enum AddressSyntax {
    /// Splits `Name <a@b>` at the angle bracket that ends the name; the name is without the spaces around it.
    static func split(_ text: String) -> (name: Substring?, address: Substring) {
        // What divides an address is ASCII, so its bytes are looked at: Swift's characters take many times as long.
        let bytes = text.utf8
        guard bytes.last == UInt8(ascii: ">"), let bracket = bracket(in: bytes) else { return (nil, text[...]) }
        var name = bytes[..<bracket].drop { $0 == UInt8(ascii: " ") }
        while name.last == UInt8(ascii: " ") { name.removeLast() }
        return (name.isEmpty ? nil : Substring(name), Substring(bytes[bytes.index(after: bracket)...].dropLast()))
    }

    /// The first `<` outside quotes.
    private static func bracket(in text: String.UTF8View) -> String.Index? {
        var isQuoted = false
        var isEscaped = false
        return text.indices.first { index in
            switch text[index] {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\") where isQuoted: isEscaped = true
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "<") where !isQuoted: return true
            default: break
            }
            return false
        }
    }

    /// Checks a whole text: characters, display name, address.
    static func check(_ text: String, at path: FieldPath) throws(SESValueError) {
        if text.isEmpty { throw SESValueError(field: path, rule: "cannot be empty") }
        for (offset, scalar) in text.unicodeScalars.enumerated() where scalar.isControl {
            throw SESValueError(field: path, rule: "cannot contain a control character (at offset \(offset))")
        }
        let (name, address) = split(text)
        if let name { try check(name: name, at: path) }
        try check(address: address, at: path)
    }

    /// Checks a display name: ASCII, and what isn't quoted has none of the characters that divide addresses.
    private static func check(name: Substring, at path: FieldPath) throws(SESValueError) {
        var isQuoted = false
        var isEscaped = false
        for (offset, scalar) in name.unicodeScalars.enumerated() {
            if !scalar.isASCII {
                throw SESValueError(
                    field: path,
                    rule:
                        "cannot contain a display name beyond ASCII (at offset \(offset)); init(name:address:) encodes it"
                )
            }
            switch scalar {
            case _ where isEscaped: isEscaped = false
            case "\\" where isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case _ where isQuoted: break
            case "<", ">", "@", ",", ";", ":", "\\":
                throw SESValueError(
                    field: path,
                    rule: "must quote a display name that contains '\(scalar)' (at offset \(offset)); "
                        + "init(name:address:) does")
            default: break
            }
        }
        if isQuoted { throw SESValueError(field: path, rule: "must close the quotes of the display name") }
    }

    /// Checks a bare address: `local@domain`, at most 320 characters.
    static func check(address: Substring, at path: FieldPath) throws(SESValueError) {
        guard let at = address.unicodeScalars.lastIndex(of: "@") else {
            throw SESValueError(field: path, rule: "must have the form local@domain")
        }
        if address.unicodeScalars.count > 320 {
            throw SESValueError(field: path, rule: "must be at most 320 characters without the display name")
        }
        try check(local: address[..<at], at: path)
        try check(domain: address[address.unicodeScalars.index(after: at)...], at: path)
    }

    private static func check(local: Substring, at path: FieldPath) throws(SESValueError) {
        if local.isEmpty { throw SESValueError(field: path, rule: "cannot have an empty local part") }
        let scalars = Array(local.unicodeScalars)
        if let offset = scalars.firstIndex(where: { !$0.isASCII }) {
            throw SESValueError(field: path, rule: "must have a local part of 7-bit ASCII (at offset \(offset))")
        }
        if scalars.first == "\"" { return try check(quotedLocal: scalars, at: path) }
        for (offset, scalar) in scalars.enumerated() {
            if scalar == "." {
                if offset == 0 || offset == scalars.count - 1 || scalars[offset - 1] == "." {
                    throw SESValueError(
                        field: path,
                        rule: "cannot have a dot first, last or after a dot in the local part, unless it is quoted "
                            + "(at offset \(offset))")
                }
            } else if !scalar.isASCIIAlphanumeric, !"!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar) {
                throw SESValueError(
                    field: path,
                    rule: "cannot have this character in the local part, unless it is quoted "
                        + "(at offset \(offset))")
            }
        }
    }

    private static func check(quotedLocal scalars: [Unicode.Scalar], at path: FieldPath) throws(SESValueError) {
        var isEscaped = false
        for (offset, scalar) in scalars.enumerated().dropFirst() {
            let isLast = offset == scalars.count - 1
            if scalar.isControl {
                throw SESValueError(field: path, rule: "cannot contain a control character (at offset \(offset))")
            }
            let closes = scalar == "\"" && !isEscaped
            if closes && isLast { return }
            if closes {
                throw SESValueError(
                    field: path, rule: "cannot go on after the quotes of the local part (at offset \(offset))")
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        throw SESValueError(field: path, rule: "must close the quotes of the local part")
    }

    private static func check(domain: Substring, at path: FieldPath) throws(SESValueError) {
        if domain.isEmpty { throw SESValueError(field: path, rule: "cannot have an empty domain") }
        if let offset = domain.unicodeScalars.enumerated().first(where: { !$0.element.isASCII })?.offset {
            throw SESValueError(
                field: path,
                rule: "must have its domain in Punycode (xn--…): beyond ASCII at offset \(offset) of the domain")
        }
        if domain.utf8.count > 253 {
            throw SESValueError(field: path, rule: "must have a domain of at most 253 characters")
        }
        let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        for (index, label) in labels.enumerated() where !HostName.isLabel(Substring(label)) {
            throw SESValueError(
                field: path,
                rule: "must have domain parts of 1 to 63 letters, digits and inner hyphens (part \(index + 1) "
                    + "of \(labels.count) is not)")
        }
    }
}
