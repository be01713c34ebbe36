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
        // Values are the odd pieces between quotation marks, as those of a text are escaped.
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        for (name, value) in zip(pieces, pieces.dropFirst()).enumerated().filter({ $0.offset.isMultiple(of: 2) }).map(
            \.element)
        {
            guard name.hasPrefix(" "), name.hasSuffix("=") else {
                throw Fault(text: "not an attribute: \(text.prefix(80))")
            }
            let key = name.dropFirst().dropLast()
            guard !key.isEmpty, key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-:".contains($0)) })
            else {
                throw Fault(text: "not a name: \(key)")
            }
            guard found.updateValue(String(value), forKey: String(key)) == nil else {
                throw Fault(text: "\(key) twice")
            }
        }
        guard pieces.count % 2 == 1, let rest = pieces.last, ["", "/"].contains(rest) else {
            throw Fault(text: "not an attribute: \(text.prefix(80))")
        }
        return found
    }

    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }
}
