import SESNames

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The texts in an XML document by the names of their elements: as much XML as STS speaks.
///
/// It reads elements, text, the five named entities and numeric ones; skips attributes, comments and processing
/// instructions; and refuses everything else, above all document types, so that no document can grow while it is read.
package struct XMLLeaves {
    package struct Fault: Error {}

    /// The text of each element that holds no element, by its path without namespaces, such as `A/B/C`; the first of
    /// several.
    package private(set) var texts: [String: String] = [:]

    private static let maximumDepth = 32

    package init(_ data: Data) throws(Fault) {
        guard let document = String(validating: data, as: UTF8.self) else { throw Fault() }
        var rest = document[...]
        var path: [Substring] = []
        var text = ""
        // Whether the innermost element holds no other so far.
        var isLeaf = false
        var hasRoot = false
        while let mark = rest.firstIndex(of: "<") {
            text += try Self.unescaped(rest[..<mark])
            guard !path.isEmpty || text.allSatisfy(\.isWhitespace) else { throw Fault() }
            rest = rest[mark...]
            if try Self.skip(&rest, "<?", to: "?>") { continue }
            if try Self.skip(&rest, "<!--", to: "-->") { continue }
            let tag = try Self.tag(&rest)
            switch tag.kind {
            case .start, .empty:
                guard path.count < Self.maximumDepth, !(path.isEmpty && hasRoot) else { throw Fault() }
                hasRoot = true
                path.append(tag.name)
                (text, isLeaf) = ("", true)
                if tag.kind == .empty { try close(tag.name, &path, &text, &isLeaf) }
            case .end: try close(tag.name, &path, &text, &isLeaf)
            }
        }
        guard path.isEmpty, hasRoot, rest.allSatisfy(\.isWhitespace) else { throw Fault() }
    }

    private mutating func close(
        _ name: Substring, _ path: inout [Substring], _ text: inout String, _ isLeaf: inout Bool
    ) throws(Fault) {
        guard path.last == name else { throw Fault() }
        if isLeaf {
            let key = path.map { $0.split(separator: ":").last ?? $0 }.joined(separator: "/")
            if texts[key] == nil { texts[key] = text.trimming(\.isWhitespace) }
        }
        path.removeLast()
        (text, isLeaf) = ("", false)
    }

    private enum Kind { case start, end, empty }

    private static func tag(_ rest: inout Substring) throws(Fault) -> (kind: Kind, name: Substring) {
        guard let end = tagEnd(rest) else { throw Fault() }
        var inner = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        let kind: Kind = inner.first == "/" ? .end : inner.last == "/" ? .empty : .start
        if kind == .end { inner = inner.dropFirst() }
        if kind == .empty { inner = inner.dropLast() }
        let name = inner.prefix { !$0.isWhitespace }
        // A name begins with a letter; `<!DOCTYPE` and `<![CDATA[` don't.
        guard let first = name.first, first.isLetter || first == "_", !name.contains("/") else { throw Fault() }
        return (kind, name)
    }

    /// The `>` that ends a tag: one in an attribute's value doesn't.
    private static func tagEnd(_ rest: Substring) -> Substring.Index? {
        var quote: Character?
        for index in rest.indices {
            let character = rest[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return nil
    }

    private static func skip(_ rest: inout Substring, _ begin: String, to end: String) throws(Fault) -> Bool {
        guard rest.hasPrefix(begin) else { return false }
        guard let range = rest.dropFirst(begin.count).firstRange(of: end) else { throw Fault() }
        rest = rest[range.upperBound...]
        return true
    }

    private static func unescaped(_ text: Substring) throws(Fault) -> String {
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            guard let end = rest[mark...].firstIndex(of: ";") else { throw Fault() }
            result.append(try character(rest[rest.index(after: mark)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ entity: Substring) throws(Fault) -> Character {
        switch entity {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard entity.first == "#" else { throw Fault() }
            let digits = entity.dropFirst()
            let isHexadecimal = digits.first == "x"
            guard let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
                let scalar = Unicode.Scalar(number)
            else { throw Fault() }
            return Character(scalar)
        }
    }
}

extension XMLLeaves: SESPrivateContent {}
