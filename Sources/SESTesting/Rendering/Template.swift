/// A template of the Handlebars kind, read.
///
/// `{{name}}`, `{{order.id}}`, `{{{name}}}` and `{{&name}}` are the same: SES escapes nothing. Blocks are `if`, `unless`,
/// `each` and `with`, each with `{{else}}`, and the plain sections `{{#name}}` and `{{^name}}`. Partials are defined in the
/// template itself: `{{#* inline "name"}}`. Blocks see the members of what they go through and, after `../`, those around it.
struct Template {
    /// How deep blocks and partials may be nested.
    static let maximumDepth = 100

    let nodes: [TemplateNode]
    let partials: [String: [TemplateNode]]
    /// The first tag that is more than a substitution, as it is written.
    let firstAdvancedTag: String?

    /// Reads a template.
    init(_ text: String) throws(RenderingError) {
        var parser = TemplateParser()
        try parser.read(text)
        nodes = try parser.finish()
        partials = parser.partials
        firstAdvancedTag = parser.firstAdvancedTag
    }
}

/// A piece of a template.
enum TemplateNode {
    case text(String)
    case value(TemplatePath)
    case block(TemplateBlock)
    /// A partial by its name, and what it is rendered for if that isn't what is around it.
    case partial(String, TemplatePath?)
}

/// A block: what it looks at, and what it shows.
struct TemplateBlock {
    enum Kind {
        case condition(isNegated: Bool)
        case each
        case with
        /// `{{#name}}`: goes through a list, into an object, or shows its body once.
        case section
    }

    var kind: Kind
    var path: TemplatePath
    /// The names after `as`, between bars.
    var parameters: [String] = []
    var body: [TemplateNode] = []
    var otherwise: [TemplateNode] = []
}

/// The way to a value: `order.id`, `../name`, `list.[0]`, `@index`.
struct TemplatePath {
    /// As it is written.
    let text: String
    /// How many blocks outward it starts.
    private(set) var outward = 0
    /// Whether it names what a loop knows of itself.
    let isData: Bool
    private(set) var parts: [String] = []
    /// Whether it starts at what is at hand, whatever that is: `this`, `.`.
    private(set) var isExplicit = false

    init(_ text: String) {
        self.text = text
        isData = text.hasPrefix("@")
        var rest = isData ? text.dropFirst() : text[...]
        while rest.hasPrefix("../") || rest == ".." {
            outward += 1
            rest = rest.dropFirst(3)
        }
        while let part = Self.popPart(&rest) {
            if parts.isEmpty, part == "this" { isExplicit = true } else if !part.isEmpty { parts.append(part) }
        }
        if outward > 0 || text.hasPrefix("./") { isExplicit = true }
    }

    /// Takes the part before the next `.` or `/`; in brackets it may hold both.
    private static func popPart(_ rest: inout Substring) -> String? {
        guard !rest.isEmpty else { return nil }
        if rest.first == "[", let close = rest.firstIndex(of: "]") {
            let part = String(rest[rest.index(after: rest.startIndex)..<close])
            rest = rest[rest.index(after: close)...]
            if rest.first == "." || rest.first == "/" { rest = rest.dropFirst() }
            return part
        }
        let end = rest.firstIndex { $0 == "." || $0 == "/" } ?? rest.endIndex
        let part = String(rest[..<end])
        rest = rest[end...].dropFirst()
        return part
    }
}
