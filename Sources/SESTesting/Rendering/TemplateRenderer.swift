import SESCore

/// Fills a template with data.
struct TemplateRenderer {
    /// The largest text that is worth making: a message has at most 40 MB.
    private static let maximumSize = 40 << 20
    /// Lists in lists can keep a renderer busy for ever without a word of text.
    private static let maximumSteps = 250_000

    private let partials: [String: [TemplateNode]]
    private var output = ""
    private var steps = 0
    private var depth = 0
    private var frames: [Frame]

    /// What names mean in a block.
    private struct Frame {
        var value: JSONValue
        /// What the names after `as` stand for.
        var parameters: [String: JSONValue] = [:]
        /// What a loop knows of itself, without the `@`.
        var data: [String: JSONValue] = [:]
    }

    static func render(_ template: Template, with data: JSONValue) throws(RenderingError) -> String {
        var renderer = TemplateRenderer(partials: template.partials, frames: [Frame(value: data)])
        try renderer.render(template.nodes)
        return renderer.output
    }

    private init(partials: [String: [TemplateNode]], frames: [Frame]) {
        self.partials = partials
        self.frames = frames
    }

    private mutating func render(_ nodes: [TemplateNode]) throws(RenderingError) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Template.maximumDepth + 1 else {
            throw RenderingError("Blocks and partials are nested more than \(Template.maximumDepth) deep.")
        }
        steps += 1 + nodes.count
        guard steps <= Self.maximumSteps else { throw RenderingError("The template takes too long to render.") }
        for node in nodes {
            switch node {
            case .text(let text): try write(text)
            case .value(let path):
                guard let value = value(at: path) else { throw .missing(path.text) }
                try write(Self.text(of: value))
            case .block(let block): try render(block)
            case .partial(let name, let path): try renderPartial(name, path)
            }
        }
    }

    private mutating func write(_ text: String) throws(RenderingError) {
        output += text
        guard output.utf8.count <= Self.maximumSize else { throw RenderingError("The rendered text is over 40 MB.") }
    }

    private static func text(of value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }

    private mutating func renderPartial(_ name: String, _ path: TemplatePath?) throws(RenderingError) {
        guard let nodes = partials[name] else { throw RenderingError("The partial '\(name)' is not defined.") }
        guard let path else { return try render(nodes) }
        guard let value = value(at: path) else { throw .missing(path.text) }
        try render(nodes, in: Frame(value: value))
    }

    private mutating func render(_ nodes: [TemplateNode], in frame: Frame) throws(RenderingError) {
        frames.append(frame)
        defer { frames.removeLast() }
        try render(nodes)
    }

    // MARK: Blocks

    private mutating func render(_ block: TemplateBlock) throws(RenderingError) {
        // A block asks whether a value is there, so a missing one is no fault.
        let value = value(at: block.path) ?? .null
        switch (block.kind, value) {
        case (.condition(let isNegated), _):
            try render(Self.isTrue(value) != isNegated ? block.body : block.otherwise)
        case (_, _) where !Self.isTrue(value):
            try render(block.otherwise)
        case (.each, .array(let elements)), (.section, .array(let elements)):
            let entries = elements.enumerated().map { (key: JSONValue.integer(Int64($0)), value: $1) }
            try render(block, for: entries)
        case (.each, .object(let members)):
            // Sorted, as the order of members isn't kept.
            let sorted = members.sorted { $0.key < $1.key }
            guard !sorted.isEmpty else { return try render(block.otherwise) }
            try render(block, for: sorted.map { (key: .string($0), value: $1) })
        case (.each, _):
            try render(block.otherwise)
        case (.with, _), (.section, .object):
            try render(block.body, in: frame(for: block, value, key: nil))
        case (.section, _):
            try render(block.body)
        }
    }

    private mutating func render(
        _ block: TemplateBlock, for entries: [(key: JSONValue, value: JSONValue)]
    ) throws(RenderingError) {
        for (index, entry) in entries.enumerated() {
            var frame = frame(for: block, entry.value, key: entry.key)
            frame.data = [
                "index": .integer(Int64(index)), "key": entry.key, "first": .bool(index == 0),
                "last": .bool(index == entries.count - 1),
            ]
            try render(block.body, in: frame)
        }
    }

    private func frame(for block: TemplateBlock, _ value: JSONValue, key: JSONValue?) -> Frame {
        var frame = Frame(value: value)
        for (name, value) in zip(block.parameters, [value, key].compactMap { $0 }) { frame.parameters[name] = value }
        return frame
    }

    private static func isTrue(_ value: JSONValue) -> Bool {
        switch value {
        case .null: false
        case .bool(let flag): flag
        case .string(let text): !text.isEmpty
        case .integer(let number): number != 0
        case .number(let number): number != 0
        case .array(let elements): !elements.isEmpty
        case .object: true
        }
    }

    // MARK: Values

    private func value(at path: TemplatePath) -> JSONValue? {
        if path.isData { return data(at: path) }
        guard path.outward < frames.count else { return nil }
        let frame = frames[frames.count - 1 - path.outward]
        if !path.isExplicit, let name = path.parts.first,
            let parameter = frames.lazy.reversed().compactMap({ $0.parameters[name] }).first
        {
            return Self.follow(path.parts.dropFirst(), from: parameter)
        }
        return Self.follow(path.parts[...], from: frame.value)
    }

    private func data(at path: TemplatePath) -> JSONValue? {
        guard let name = path.parts.first else { return nil }
        if name == "root" { return frames.first.flatMap { Self.follow(path.parts.dropFirst(), from: $0.value) } }
        let loops = frames.reversed().filter { !$0.data.isEmpty }
        guard path.outward < loops.count else { return nil }
        return loops[path.outward].data[name]
    }

    private static func follow(_ parts: ArraySlice<String>, from start: JSONValue) -> JSONValue? {
        var value = start
        for part in parts {
            switch value {
            case .object(let members):
                guard let member = members[part] else { return nil }
                value = member
            case .array(let elements) where part == "length":
                value = .integer(Int64(elements.count))
            case .array(let elements):
                guard let index = Int(part), elements.indices.contains(index) else { return nil }
                value = elements[index]
            default: return nil
            }
        }
        return value
    }
}
