/// Splits a line into words as a POSIX shell would, without doing anything else a shell does (Python's `shlex.split`).
enum ShellWords {
    private enum Mode { case between, plain, single, double }

    /// The words, or nil if a quotation or an escape isn't complete.
    static func split(_ line: String) -> [String]? {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var mode = Mode.between
        var scalars = line.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch (mode, scalar) {
            case (.between, " "), (.between, "\t"), (.between, "\r"), (.between, "\n"): break
            case (.plain, " "), (.plain, "\t"), (.plain, "\r"), (.plain, "\n"):
                words.append(String(word))
                word = String.UnicodeScalarView()
                mode = .between
            case (.between, "'"), (.plain, "'"): mode = .single
            case (.between, "\""), (.plain, "\""): mode = .double
            case (.single, "'"), (.double, "\""): mode = .plain
            case (.between, "\\"), (.plain, "\\"):
                guard let next = scalars.next() else { return nil }
                word.append(next)
                mode = .plain
            case (.double, "\\"):
                guard let next = scalars.next() else { return nil }
                // Inside double quotes a backslash escapes only these two, and else stands for itself.
                if next != "\"" && next != "\\" { word.append("\\") }
                word.append(next)
            default:
                word.append(scalar)
                if mode == .between { mode = .plain }
            }
        }
        switch mode {
        case .between: return words
        case .plain: return words + [String(word)]
        case .single, .double: return nil
        }
    }
}
