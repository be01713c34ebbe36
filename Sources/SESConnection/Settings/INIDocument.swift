import SESNames

/// A file in the INI dialect of AWS's shared files, read as botocore reads it (Python's `configparser` in strict mode,
/// with one level of nesting).
///
/// Names of options come in lower case, names of sections as they stand. `#` and `;` begin a comment at the start of a
/// line only, since a secret may hold either. A line that is indented deeper than its option goes on with its value; a
/// value that begins on the next line is a nested section. `[DEFAULT]` gives values to every other section.
struct INIDocument {
    enum Value: Hashable {
        case text(String)
        case nested([String: String])
    }

    /// The options of a section by their name.
    struct Section: Hashable {
        var options: [String: Value] = [:]

        /// An option's text, nil if it is missing or nested.
        subscript(name: String) -> String? {
            guard case .text(let text)? = options[name] else { return nil }
            return text
        }
    }

    /// Why a file can't be read, without a word of its content.
    struct Fault: Error, Hashable {
        var line: Int
        var reason: String
    }

    /// The sections with their names as they stand between the brackets, in the file's order.
    private(set) var sections: [(name: String, section: Section)] = []

    init(_ text: String) throws(Fault) {
        var reader = INIReader()
        var number = 0
        // A byte order mark, as Windows' editors write it, is no part of the first line.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
        for line in Self.lines(text) {
            number += 1
            try reader.read(line, number: number)
        }
        sections = try reader.finish()
    }

    /// Lines as Python's text files have them: ended by LF, CR or both.
    static func lines(_ text: Substring.UnicodeScalarView) -> [Substring.UnicodeScalarView] {
        var lines: [Substring.UnicodeScalarView] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let scalar = text[index]
            let next = text.index(after: index)
            if scalar == "\n" || scalar == "\r" {
                lines.append(text[start..<index])
                start = scalar == "\r" && next < text.endIndex && text[next] == "\n" ? text.index(after: next) : next
                index = start
            } else {
                index = next
            }
        }
        if start < text.endIndex { lines.append(text[start...]) }
        return lines
    }
}

extension INIDocument.Section: CustomStringConvertible, CustomReflectable {
    /// The options' names; a value may be a secret.
    var description: String { "Section(\(options.keys.sorted().joined(separator: ", ")); values hidden)" }
    /// A mirror without children, so that `dump` shows nothing secret.
    var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension INIDocument: SESPrivateContent {}
extension INIDocument.Value: SESPrivateContent {}
