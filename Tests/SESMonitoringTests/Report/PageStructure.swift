import Foundation

/// The tags of a page, as a simple reader finds them: enough for pages in which every `<` and `"` of a text is escaped.
struct PageStructure {
    struct Tag {
        var name: String
        var attributes: [String: String]
        /// What is open around it, the outermost first.
        var path: [String]
    }

    struct Fault: Error { var text: String }

    private static let void = ["meta"]

    private(set) var tags: [Tag] = []

    /// Reads a page; throws where tags don't match.
    init(_ page: String) throws {
        var open: [String] = []
        let text = page.replacing("<!DOCTYPE html>", with: "")
        for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            guard let end = piece.firstIndex(of: ">") else { throw Fault(text: "no end: \(piece.prefix(80))") }
            let tag = piece[..<end]
            if tag.hasPrefix("/") {
                guard let last = open.popLast(), last == tag.dropFirst() else {
                    throw Fault(text: "</\(tag.dropFirst())> in \(open)")
                }
                continue
            }
            let name = String(tag.prefix { $0 != " " && $0 != "/" })
            try tags.append(Tag(name: name, attributes: Self.attributes(tag.dropFirst(name.count)), path: open))
            if !tag.hasSuffix("/"), !Self.void.contains(name) { open.append(name) }
        }
        guard open.isEmpty else { throw Fault(text: "open at the end: \(open)") }
    }

    private static func attributes(_ text: Substring) throws -> [String: String] {
        var found: [String: String] = [:]
        var rest = text
        while let name = rest.firstMatch(of: /^ ([a-zA-Z0-9:-]+)="([^"<>]*)"/) {
            guard found.updateValue(String(name.2), forKey: String(name.1)) == nil else {
                throw Fault(text: "\(name.1) twice")
            }
            rest = rest[name.range.upperBound...]
        }
        guard rest.isEmpty || rest == "/" else { throw Fault(text: "not an attribute: \(rest.prefix(80))") }
        return found
    }

    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }
}
