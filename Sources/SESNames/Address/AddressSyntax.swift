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
        if !isPlain(text) { try checkRules(of: text, at: path) }
    }

    /// Checks a whole text rule by rule.
    static func checkRules(of text: String, at path: FieldPath) throws(SESValueError) {
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
            } else if !scalar.isASCIIAlphanumeric, !localSigns.contains(scalar) {
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

// MARK: Nearly all addresses

extension AddressSyntax {
    /// What a local part may have beside letters and digits without being quoted.
    private static let localSigns = "!#$%&'*+-/=?^_`{|}~".unicodeScalars

    private static let localCharacters = ASCIISet { $0.isASCIIAlphanumeric || localSigns.contains($0) }
    private static let nameCharacters = ASCIISet { !$0.isControl && !"\"\\<>@,;:".unicodeScalars.contains($0) }
    private static let labelCharacters = ASCIISet { $0.isASCIIAlphanumeric || $0 == "-" }

    /// Whether a text is surely right: nothing in it is quoted, and each byte is one that may stand there.
    ///
    /// One look at each byte; what isn't plain is checked rule by rule.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.last == UInt8(ascii: ">") else { return isPlain(address: bytes[...]) }
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "<")),
                bytes[..<bracket].allSatisfy({ nameCharacters.contains($0) })
            else { return false }
            return isPlain(address: bytes[(bracket + 1)...].dropLast())
        } ?? false
    }

    private static func isPlain(address: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard address.count <= 320, let at = address.firstIndex(of: UInt8(ascii: "@")) else { return false }
        return isPlain(local: address[..<at]) && isPlain(domain: address[(at + 1)...])
    }

    private static func isPlain(local: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let dot = UInt8(ascii: ".")
        var previous = dot
        for byte in local {
            guard byte == dot ? previous != dot : localCharacters.contains(byte) else { return false }
            previous = byte
        }
        return previous != dot
    }

    private static func isPlain(domain: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard domain.count <= 253 else { return false }
        let (dot, hyphen) = (UInt8(ascii: "."), UInt8(ascii: "-"))
        var previous = dot
        var length = 0
        for byte in domain {
            if byte == dot {
                guard previous != dot, previous != hyphen else { return false }
                length = 0
            } else {
                length += 1
                guard labelCharacters.contains(byte), length <= 63, byte != hyphen || previous != dot else {
                    return false
                }
            }
            previous = byte
        }
        return previous != dot && previous != hyphen
    }
}
