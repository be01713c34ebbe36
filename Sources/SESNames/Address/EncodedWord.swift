#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Display names: quoted strings of RFC 5322 and encoded words of RFC 2047.
package enum EncodedWord {
    /// A display name as it stands before an address: bare, quoted, or as encoded words of at most 75 characters.
    static func phrase(_ name: String) -> String {
        let scalars = name.unicodeScalars
        // A name that looks like an encoded word would be decoded by its reader, so it is encoded too.
        guard scalars.allSatisfy(\.isASCII), !hasEncodedWordMark(scalars) else { return encode(name) }
        let isBare =
            scalars.first != " " && scalars.last != " "
            && scalars.allSatisfy { !"[]\\()<>@,:;\".".unicodeScalars.contains($0) }
        if isBare { return name }
        var quoted = "\""
        for scalar in scalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static func hasEncodedWordMark(_ scalars: String.UnicodeScalarView) -> Bool {
        zip(scalars, scalars.dropFirst()).contains { $0 == "=" && $1 == "?" }
    }

    /// Encodes a text as UTF-8 words with spaces between them, by base64 or Q, whichever is shorter.
    package static func encode(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let isBase64 = (bytes.count + 2) / 3 * 4 < bytes.reduce(0) { $0 + (isPlainQ($1) ? 1 : 3) }
        let head = isBase64 ? "=?utf-8?b?" : "=?utf-8?q?"
        let room = 75 - head.utf8.count - 2
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            // A word holds whole characters only.
            let next = chunk + Array(String(scalar).utf8)
            if encodedBody(next, isBase64).utf8.count > room, !chunk.isEmpty {
                words.append(head + encodedBody(chunk, isBase64) + "?=")
                chunk = Array(String(scalar).utf8)
            } else {
                chunk = next
            }
        }
        words.append(head + encodedBody(chunk, isBase64) + "?=")
        return words.joined(separator: " ")
    }

    private static func encodedBody(_ bytes: [UInt8], _ isBase64: Bool) -> String {
        if isBase64 { return Data(bytes).base64EncodedString() }
        var body = ""
        for byte in bytes {
            if byte == UInt8(ascii: " ") {
                body.append("_")
            } else if isPlainQ(byte) {
                body.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                body += hex.utf8.count == 1 ? "=0\(hex)" : "=\(hex)"
            }
        }
        return body
    }

    /// A byte that stands for itself, or for a space, in the Q encoding of a phrase (RFC 2047, 5.3).
    private static func isPlainQ(_ byte: UInt8) -> Bool {
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCIIAlphanumeric || "!*+-/ ".unicodeScalars.contains(scalar)
    }
}

extension EncodedWord {
    /// A display name in plain text: without quotes, and with encoded words decoded where all of them can be.
    static func plainText(_ phrase: Substring) -> String {
        if phrase.count >= 2, phrase.first == "\"", phrase.last == "\"" {
            return unescape(phrase.dropFirst().dropLast())
        }
        var text = ""
        var previousWasEncoded = false
        for (index, part) in phrase.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            let isEncoded = part.hasPrefix("=?") && part.hasSuffix("?=")
            guard let plain = isEncoded ? decode(part) : String(part) else { return String(phrase) }
            // The space between two encoded words belongs to neither.
            if index > 0, !(previousWasEncoded && isEncoded) { text += " " }
            text += plain
            previousWasEncoded = isEncoded
        }
        return text
    }

    private static func unescape(_ quoted: Substring) -> String {
        var text = ""
        var isEscaped = false
        for scalar in quoted.unicodeScalars {
            isEscaped = scalar == "\\" && !isEscaped
            if !isEscaped { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    /// Decodes one word; nil when it is malformed or of another character set.
    private static func decode(_ word: Substring) -> String? {
        let parts = word.dropFirst(2).dropLast(2).split(separator: "?", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let bytes: [UInt8]?
        switch parts[1].lowercased() {
        case "b": bytes = Data(base64Encoded: String(parts[2])).map(Array.init)
        case "q": bytes = decodeQ(parts[2])
        default: bytes = nil
        }
        guard let bytes else { return nil }
        switch parts[0].lowercased() {
        case "utf-8", "us-ascii": return String(validating: bytes, as: UTF8.self)
        case "iso-8859-1": return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        default: return nil
        }
    }

    private static func decodeQ(_ body: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = body.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "_") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "=") {
                guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
