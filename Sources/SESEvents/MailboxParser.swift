/// Finds the bare address in a mailbox such as `"Doe, Jane" <jane@example.com> (work)`.
///
/// It knows quoted strings, comments and angle brackets of RFC 5322 and takes nothing apart that it is not sure of: a
/// text with no address, or with several, comes back as it is, without the space around it.
enum MailboxParser {
    /// The address in a text, or the trimmed text.
    static func bareAddress(in text: String) -> String { bareAddress(unlessAlready: text) ?? text }

    /// The address alone; nil if the text is just that.
    static func bareAddress(unlessAlready text: String) -> String? {
        var text = text
        let usual: String? = text.withUTF8 { bytes in
            if isPlain(bytes) { return "" }
            return addressAfterPlainName(bytes).map { String(decoding: $0, as: UTF8.self) }
        }
        if let usual { return usual.isEmpty ? nil : usual }
        let trimmed = trim(Array(text.utf8)[...])
        guard let parts = split(trimmed) else { return String(decoding: trimmed, as: UTF8.self) }
        let candidate = trim((parts.inAngles ?? parts.outside)[...])
        return String(decoding: isAddress(candidate) ? candidate : trimmed, as: UTF8.self)
    }

    /// Whether bytes are an address of letters, digits, dots and the like, as almost all are.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var atPlace = -1
        for place in 0..<bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "@") {
                if atPlace >= 0 { return false }
                atPlace = place
            } else if !isPlain(byte) {
                return false
            }
        }
        return atPlace > 0 && atPlace + 1 < bytes.count
    }

    /// The address in `Name <address>`, where the name has no quotes, comments or the like and the address is plain.
    private static func addressAfterPlainName(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard bytes.last == UInt8(ascii: ">") else { return nil }
        let name = bytes.prefix { isPlain($0) || $0 == 0x20 || $0 >= 0x80 }
        guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: "<") else { return nil }
        let address = UnsafeBufferPointer(rebasing: bytes[(name.endIndex + 1)...].dropLast())
        return isPlain(address) ? address : nil
    }

    /// Whether a byte is a letter, a digit or one of `.-_+`.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        let word = byte < 0x40 ? plainBelow0x40 : byte < 0x80 ? plainFrom0x40 : 0
        return word &>> UInt64(byte & 0x3F) & 1 != 0
    }

    // A bit for each ASCII character: + - . and digits; letters and _.
    private static let plainBelow0x40: UInt64 = 0x03FF_6800_0000_0000
    private static let plainFrom0x40: UInt64 = 0x07FF_FFFE_87FF_FFFE

    /// The text without comments, cut at its angle brackets; nil if it is out of balance or a list.
    private static func split(_ bytes: ArraySlice<UInt8>) -> (outside: [UInt8], inAngles: [UInt8]?)? {
        var outside: [UInt8] = []
        var inAngles: [UInt8]?
        var isInAngles = false
        var hasAt = false
        var tokens = MailboxTokens(bytes)
        while let token = tokens.next() {
            if inAngles != nil && !isInAngles && !token.isBlank { return nil }
            switch token {
            case .unbalanced: return nil
            case .comment: continue
            case .byte(UInt8(ascii: "<")):
                if isInAngles { return nil }
                isInAngles = true
                inAngles = []
                continue
            case .byte(UInt8(ascii: ">")):
                if !isInAngles { return nil }
                isInAngles = false
                continue
            // A comma after an address ends that address, so there are several; one without belongs to a name.
            case .byte(UInt8(ascii: ",")) where hasAt: return nil
            case .byte(UInt8(ascii: "@")): hasAt = true
            default: break
            }
            if isInAngles { inAngles?.append(contentsOf: token.bytes) } else { outside.append(contentsOf: token.bytes) }
        }
        return isInAngles ? nil : (outside, inAngles)
    }

    /// Whether a text is a local part and a domain with nothing in them that ends an address.
    private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        var tokens = MailboxTokens(bytes)
        var atCount = 0
        var localLength = 0
        var domainLength = 0
        while let token = tokens.next() {
            switch token {
            case .byte(UInt8(ascii: "@")): atCount += 1
            case .byte(let byte) where byte <= 0x20 || byte == 0x7F || isSpecial(byte, inDomain: atCount > 0):
                return false
            case .byte: if atCount == 0 { localLength += 1 } else { domainLength += 1 }
            case .quoted:
                if atCount > 0 { return false }
                localLength += 1
            case .comment, .unbalanced: return false
            }
        }
        return atCount == 1 && localLength > 0 && domainLength > 0
    }

    private static func isSpecial(_ byte: UInt8, inDomain: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "\\"):
            true
        // A domain may be an IPv6 address in square brackets.
        case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"): !inDomain
        default: false
        }
    }

    private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return bytes
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
