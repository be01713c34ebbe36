/// Texts from outside, made fit to be shown: nothing in them acts on what stands around them.
///
/// Control characters, marks that turn the direction of writing, invisible characters and what XML doesn't allow become
/// U+FFFD, a run of them one; so do marks that pile up on one letter. Markup is escaped elsewhere, by ``Markup``.
enum InertText {
    /// A text on one line.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - limit: How many scalars of it are shown; an ellipsis stands for the rest.
    static func line(_ text: String, limit: Int) -> String {
        // Nearly all are plain, and need no look at each character.
        if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        var shown = String.UnicodeScalarView()
        var (count, marks) = (0, 0)
        let replacement: Unicode.Scalar = "\u{FFFD}"
        for scalar in text.unicodeScalars {
            guard count < limit else {
                shown.append("…")
                break
            }
            marks = isMark(scalar) ? marks + 1 : 0
            let next = isInert(scalar) && marks <= 2 ? scalar : replacement
            guard next != replacement || shown.last != replacement else { continue }
            count += 1
            shown.append(next)
        }
        return String(shown)
    }

    /// A name on one line; `(blank)` for one that nothing is seen of.
    static func name(_ name: String, limit: Int) -> String {
        let isBlank = name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
        return isBlank ? "(blank)" : line(name, limit: limit)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isInert(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate, .privateUse: false
        // Of the characters of format only those that join letters and emoji are harmless.
        case .format: scalar.value == 0x200C || scalar.value == 0x200D
        default: true
        }
    }
}

extension InertText {
    /// How many columns of a terminal a text takes, as far as that can be told.
    static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns(of: $1) } }

    /// The beginning of a text that takes so many columns of a terminal, filled with spaces.
    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let inert = name(text, limit: 500)
        var shown = inert
        if columns(inert) > width {
            var (scalars, used) = (String.UnicodeScalarView(), 0)
            for scalar in inert.unicodeScalars {
                used += columns(of: scalar)
                guard used < width else { break }
                scalars.append(scalar)
            }
            shown = String(scalars) + "…"
        }
        let spaces = String(repeating: " ", count: max(0, width - columns(shown)))
        return right ? spaces + shown : shown + spaces
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x200C, 0x200D: 0
        case _ where isMark(scalar): 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
