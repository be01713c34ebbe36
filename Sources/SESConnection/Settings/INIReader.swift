import SESNames

/// Reads the lines of an ``INIDocument`` one after the other.
struct INIReader {
    private typealias Line = Substring.UnicodeScalarView

    /// Where the values of an option are gathered until the file ends.
    private struct Option {
        var section: Int?
        var name: String
        var number: Int
        var lines: [String]
    }

    private var names: [String] = []
    private var options: [Option] = []
    /// The section that is being read; nil is `[DEFAULT]`.
    private var section: (index: Int?, isKnown: Bool) = (nil, false)
    private var isInOption = false
    private var indent = 0
    private var seen: Set<[String]> = []

    mutating func read(_ line: Substring.UnicodeScalarView, number: Int) throws(INIDocument.Fault) {
        let value = line.stripped
        guard let first = value.first else {
            if isInOption, let last = options.indices.last { options[last].lines.append("") }
            return
        }
        if first == "#" || first == ";" { return }
        let indent = line.prefix { $0.isINISpace }.count
        if isInOption, indent > self.indent, let last = options.indices.last {
            options[last].lines.append(String(value))
            return
        }
        self.indent = indent
        if let name = Self.header(value) {
            try begin(section: name, number: number)
        } else if section.isKnown {
            try begin(option: value, number: number)
        } else {
            throw INIDocument.Fault(line: number, reason: "stands before the first [section]")
        }
    }

    /// What stands between `[` and the last `]` of the line.
    private static func header(_ value: Line) -> String? {
        guard value.first == "[", let end = value.lastIndex(of: "]") else { return nil }
        let name = value[value.index(after: value.startIndex)..<end]
        return name.isEmpty ? nil : String(name)
    }

    private mutating func begin(section name: String, number: Int) throws(INIDocument.Fault) {
        isInOption = false
        if name == "DEFAULT" {
            section = (nil, true)
            return
        }
        guard !names.contains(name) else {
            throw INIDocument.Fault(line: number, reason: "begins a section that the file has already")
        }
        names.append(name)
        section = (names.count - 1, true)
    }

    private mutating func begin(option line: Line, number: Int) throws(INIDocument.Fault) {
        guard let delimiter = line.firstIndex(where: { $0 == "=" || $0 == ":" }), delimiter > line.startIndex else {
            throw INIDocument.Fault(line: number, reason: "is no comment, no [section] and no `name = value`")
        }
        let name = String(line[..<delimiter].strippedAtEnd).lowercased()
        let sectionName = section.index.map { names[$0] } ?? "DEFAULT"
        guard seen.insert([sectionName, name]).inserted else {
            throw INIDocument.Fault(line: number, reason: "sets an option that its section has already")
        }
        let value = String(line[line.index(after: delimiter)...].stripped)
        options.append(Option(section: section.index, name: name, number: number, lines: [value]))
        isInOption = true
    }

    /// The sections, each with the defaults it doesn't set itself.
    func finish() throws(INIDocument.Fault) -> [(name: String, section: INIDocument.Section)] {
        var sections = names.map { (name: $0, section: INIDocument.Section()) }
        for option in options {
            guard let index = option.section else { continue }
            sections[index].section.options[option.name] = try Self.value(of: option)
        }
        for option in options where option.section == nil {
            // A default that no section takes may be as wrong as it likes.
            let takers = sections.indices.filter { sections[$0].section.options[option.name] == nil }
            guard !takers.isEmpty else { continue }
            let value = try Self.value(of: option)
            for index in takers { sections[index].section.options[option.name] = value }
        }
        return sections
    }

    /// What ends a line inside a nested section: all that Python's `str.splitlines` knows.
    private static let lineEnds: Set<Unicode.Scalar> = [
        "\n", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
    ]

    private static func value(of option: Option) throws(INIDocument.Fault) -> INIDocument.Value {
        let text = String(option.lines.joined(separator: "\n").unicodeScalars[...].strippedAtEnd)
        guard text.unicodeScalars.first == "\n" else { return .text(text) }
        var nested: [String: String] = [:]
        let lines = text.unicodeScalars.split { lineEnds.contains($0) }
        for line in lines.map(\.stripped) where !line.isEmpty {
            guard let delimiter = line.firstIndex(of: "=") else {
                throw INIDocument.Fault(
                    line: option.number, reason: "begins a nested section with a line that has no `=`")
            }
            let value = line[line.index(after: delimiter)...].stripped
            nested[String(line[..<delimiter].strippedAtEnd)] = String(value)
        }
        return .nested(nested)
    }
}

extension INIReader: SESPrivateContent {}
