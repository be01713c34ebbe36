/// Cuts e-mail addresses in a text to their domain, so that an error's text can go to a log.
///
/// What is odd is hidden rather than shown: before every `@` goes all that may be part of a local part, be it an atom, a
/// quoted string, a comment, or white space between them.
package enum AddressRedaction {
    package static func redact(_ text: String) -> String {
        var result: [Unicode.Scalar] = []
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.popFirst() {
            if isAt(scalar) {
                hideLocalPart(&result)
                result += ["…", "@"]
            } else if scalar == "%", rest.starts(with: ["4", "0"]) {
                // An address in an encoded path.
                rest.removeFirst(2)
                hideLocalPart(&result)
                result += ["…", "@"]
            } else {
                result.append(scalar)
            }
        }
        var redacted = String.UnicodeScalarView()
        redacted.append(contentsOf: result)
        return String(redacted)
    }

    private static func isAt(_ scalar: Unicode.Scalar) -> Bool {
        // The full-width and the small form are read as an address just as well.
        scalar == "@" || scalar == "\u{FF20}" || scalar == "\u{FE6B}"
    }

    private static func hideLocalPart(_ text: inout [Unicode.Scalar]) {
        dropSpace(&text)
        // A quoted string belongs to it right before the `@` or a dot; anywhere else it is the text's own.
        var mayBeQuoted = true
        while let last = text.last {
            if last == "\"", mayBeQuoted {
                dropPair(&text, from: "\"")
            } else if last == ")", mayBeQuoted {
                dropPair(&text, from: "(")
                dropSpace(&text)
            } else if isLocal(last) {
                mayBeQuoted = last == "."
                text.removeLast()
            } else {
                break
            }
        }
    }

    /// Drops a quoted string or a comment at the end, back to what opens it; all of the text if nothing does.
    private static func dropPair(_ text: inout [Unicode.Scalar], from opening: Unicode.Scalar) {
        text.removeLast()
        while let last = text.popLast() {
            if last == opening, text.last != "\\" { return }
        }
    }

    private static func dropSpace(_ text: inout [Unicode.Scalar]) {
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && !"<>()[],;:\"".unicodeScalars.contains(scalar)
    }
}
