/// Builds a template from its tags.
struct TemplateParser {
    private(set) var partials: [String: [TemplateNode]] = [:]
    private(set) var firstAdvancedTag: String?
    private var nodes: [TemplateNode] = []
    private var open: [OpenBlock] = []
    private var usedPartials: [String] = []

    /// A block whose end hasn't come yet.
    private struct OpenBlock {
        /// What its closing tag says.
        var name: String
        /// nil for the definition of a partial, whose name is then `partial`.
        var block: TemplateBlock?
        var partial = ""
        var nodes: [TemplateNode] = []
        /// What stood before `{{else}}`, once that has come.
        var body: [TemplateNode]?
        /// Whether it came with an `{{else if}}`, and so ends with the block that has it.
        var isChained = false
    }

    init() {}

    mutating func read(_ text: String) throws(RenderingError) {
        var scanner = TemplateScanner(text)
        while let tokens = try scanner.next() {
            for token in tokens {
                switch token {
                case .text(let text): add(.text(text))
                case .tag(let tag): try read(tag)
                }
            }
        }
    }

    /// The whole template, when everything that was opened is closed and everything named is there.
    mutating func finish() throws(RenderingError) -> [TemplateNode] {
        if let last = open.last { throw RenderingError("The block '\(last.name)' is not closed.") }
        for name in usedPartials where partials[name] == nil {
            throw RenderingError("The partial '\(name)' is not defined.")
        }
        return nodes
    }

    private mutating func add(_ node: TemplateNode) {
        if open.isEmpty { nodes.append(node) } else { open[open.count - 1].nodes.append(node) }
    }

    private mutating func read(_ tag: TemplateTag) throws(RenderingError) {
        if ["#", "#*", "^", ">"].contains(tag.mark), firstAdvancedTag == nil { firstAdvancedTag = tag.shown }
        switch tag.mark {
        case "#": try begin(tag)
        case "#*": try beginPartial(tag)
        case "^" where tag.words.isEmpty: try otherwise(tag)
        case "^": try begin(tag, isInverse: true)
        case "/": try end(tag)
        case ">": try usePartial(tag)
        default:
            if tag.words.first == "else" { try otherwise(tag) } else { try addValue(tag) }
        }
    }

    private mutating func addValue(_ tag: TemplateTag) throws(RenderingError) {
        guard let name = tag.words.first else { throw .missing("") }
        guard tag.words.count == 1 else { throw RenderingError("The helper '\(name)' is not known.") }
        // Placeholders that the service fills in when it has rendered the rest.
        if name == "ses:openTracker" || name == "amazonSESUnsubscribeUrl" {
            add(.text("{{\(name)}}"))
        } else {
            add(.value(TemplatePath(name)))
        }
    }

    // MARK: Blocks

    private mutating func begin(_ tag: TemplateTag, isInverse: Bool = false) throws(RenderingError) {
        guard let name = tag.words.first else { throw RenderingError("A block has no name.") }
        try push(OpenBlock(name: name, block: try block(tag, isInverse: isInverse)))
    }

    private mutating func push(_ block: OpenBlock) throws(RenderingError) {
        guard open.count < Template.maximumDepth else {
            throw RenderingError("Blocks are nested more than \(Template.maximumDepth) deep.")
        }
        open.append(block)
    }

    private func block(_ tag: TemplateTag, isInverse: Bool) throws(RenderingError) -> TemplateBlock {
        var words = tag.words[...]
        let kinds: [String: TemplateBlock.Kind] = [
            "if": .condition(isNegated: isInverse), "unless": .condition(isNegated: !isInverse), "each": .each,
            "with": .with,
        ]
        guard let name = words.popFirst() else { throw RenderingError("A block has no name.") }
        guard let kind = kinds[name] else {
            guard words.isEmpty else { throw RenderingError("The helper '\(name)' is not known.") }
            return TemplateBlock(kind: isInverse ? .condition(isNegated: true) : .section, path: TemplatePath(name))
        }
        guard let argument = words.popFirst() else { throw RenderingError("\(tag.shown) names no variable.") }
        var block = TemplateBlock(kind: kind, path: TemplatePath(argument))
        if words.first == "as" {
            let names = words.dropFirst().joined(separator: " ")
            guard names.count > 2, names.first == "|", names.last == "|" else {
                throw RenderingError("\(tag.shown) has no names between bars.")
            }
            block.parameters = names.dropFirst().dropLast().split(separator: " ").map(String.init)
        } else if !words.isEmpty {
            throw RenderingError("\(tag.shown) has more than one variable.")
        }
        return block
    }

    private mutating func otherwise(_ tag: TemplateTag) throws(RenderingError) {
        guard let last = open.indices.last, open[last].block != nil, open[last].body == nil else {
            throw RenderingError("\(tag.shown) belongs to no block.")
        }
        open[last].body = open[last].nodes
        open[last].nodes = []
        let words = Array(tag.words.dropFirst())
        if let name = words.first {
            let chained = try block(tag.dropping(1), isInverse: false)
            try push(OpenBlock(name: name, block: chained, isChained: true))
        }
    }

    private mutating func end(_ tag: TemplateTag) throws(RenderingError) {
        while let closed = open.popLast() {
            if !closed.isChained, tag.words != [closed.name] {
                throw RenderingError("\(tag.shown) doesn't close the block '\(closed.name)'.")
            }
            if var block = closed.block {
                block.body = closed.body ?? closed.nodes
                block.otherwise = closed.body == nil ? [] : closed.nodes
                add(.block(block))
            } else {
                partials[closed.partial] = closed.nodes
            }
            if !closed.isChained { return }
        }
        throw RenderingError("\(tag.shown) closes no block.")
    }

    // MARK: Partials

    private mutating func beginPartial(_ tag: TemplateTag) throws(RenderingError) {
        guard tag.words.count == 2, tag.words[0] == "inline" else {
            throw RenderingError("\(tag.shown) is not the definition of a partial.")
        }
        try push(OpenBlock(name: "inline", block: nil, partial: Self.unquoted(tag.words[1])))
    }

    private mutating func usePartial(_ tag: TemplateTag) throws(RenderingError) {
        guard let word = tag.words.first, tag.words.count <= 2 else {
            throw RenderingError("\(tag.shown) is not the use of a partial.")
        }
        let name = Self.unquoted(word)
        usedPartials.append(name)
        add(.partial(name, tag.words.count == 2 ? TemplatePath(tag.words[1]) : nil))
    }

    private static func unquoted(_ word: String) -> String {
        guard word.count >= 2, let quote = word.first, quote == "\"" || quote == "'", word.last == quote else {
            return word
        }
        return String(word.dropFirst().dropLast())
    }
}
