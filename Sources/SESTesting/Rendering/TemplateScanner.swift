/// What stands between a template's braces.
struct TemplateTag {
    /// The mark it begins with: `#`, `#*`, `^`, `/`, `>`, `&`, `!`, or nothing.
    let mark: String
    /// What follows the mark, split at white space; a part in quotes or brackets is one word.
    let words: [String]

    /// The tag as it is written, cut where it is long.
    var shown: String {
        let text = "{{\(mark)\(words.joined(separator: " "))}}"
        return text.count > 60 ? text.prefix(60) + "…" : text
    }

    fileprivate init(_ content: Substring) {
        var content = content.drop(while: \.isWhitespace)
        let marks = ["#*", "#", "^", "/", ">", "&", "!"]
        mark = marks.first { content.hasPrefix($0) } ?? ""
        content = content.dropFirst(mark.count)
        words = Self.split(content)
    }

    private init(mark: String, words: [String]) {
        self.mark = mark
        self.words = words
    }

    /// The tag without its first words.
    func dropping(_ count: Int) -> TemplateTag {
        TemplateTag(mark: mark, words: Array(words.dropFirst(count)))
    }

    private static func split(_ text: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        var closing: Character?
        for character in text {
            if let end = closing {
                word.append(character)
                if character == end { closing = nil }
            } else if character.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                if character == "\"" || character == "'" { closing = character }
                if character == "[" { closing = "]" }
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// Splits a template into text and tags, without comments; `~` in a tag takes the white space beside it away.
struct TemplateScanner {
    enum Token {
        case text(String)
        case tag(TemplateTag)
    }

    private var rest: Substring
    private var trimsNext = false

    init(_ text: String) {
        rest = text[...]
    }

    /// The next text, if there is one, and the tag after it; nil at the end.
    mutating func next() throws(RenderingError) -> [Token]? {
        guard !rest.isEmpty else { return nil }
        guard let open = rest.firstRange(of: "{{") else {
            defer { rest = rest[rest.endIndex...] }
            return [.text(trimmed(rest, atEnd: false))]
        }
        var before = rest[..<open.lowerBound]
        rest = rest[open.upperBound...]
        let isTriple = rest.first == "{"
        if isTriple { rest = rest.dropFirst() }
        let trimsBefore = rest.first == "~"
        if trimsBefore { rest = rest.dropFirst() }
        before = trimmed(before, atEnd: trimsBefore)[...]
        let content = try popContent(isTriple: isTriple)
        let tag = TemplateTag(content)
        var tokens: [Token] = before.isEmpty ? [] : [.text(String(before))]
        if tag.mark != "!" { tokens.append(.tag(tag)) }
        return tokens
    }

    /// Takes what is left of the tag, its closing braces included.
    private mutating func popContent(isTriple: Bool) throws(RenderingError) -> Substring {
        let isLongComment = rest.hasPrefix("!--")
        let inside = isLongComment ? rest.dropFirst(3) : rest
        guard let close = inside.firstRange(of: isTriple ? "}}}" : isLongComment ? "--" : "}}"),
            let end = isLongComment ? rest[close.upperBound...].firstRange(of: "}}") : close
        else { throw RenderingError("A variable is not closed.") }
        var content = rest[..<end.lowerBound]
        rest = rest[end.upperBound...]
        trimsNext = content.last == "~"
        if trimsNext { content = content.dropLast() }
        return content
    }

    private mutating func trimmed(_ text: Substring, atEnd: Bool) -> String {
        var text = trimsNext ? text.drop(while: \.isWhitespace) : text
        trimsNext = false
        if atEnd { while text.last?.isWhitespace == true { text = text.dropLast() } }
        return String(text)
    }
}
