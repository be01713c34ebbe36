import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Why a template can't be rendered, in the words of the Rendering Failure event.
struct RenderingError: Error {
    let message: String
}

/// The data a template is rendered with: `{{name}}`, `{{order.id}}`, `{{{unescaped}}}`.
///
/// Block tags (`{{#if}}`, `{{#each}}`, `{{else}}`, `{{/…}}`) and comments are left out. What blocks enclose stays, once;
/// a variable in it that the data lacks is empty there, and a fault anywhere else.
struct RenderingData {
    private var values: [String: JSONValue] = [:]

    /// Reads JSON objects; members of later ones win.
    init(_ texts: [String]) throws(RenderingError) {
        for text in texts where !text.isEmpty {
            guard let object = try? JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8)) else {
                throw RenderingError(message: "The template data is not a valid JSON object.")
            }
            values.merge(object) { $1 }
        }
    }

    func render(_ template: String) throws(RenderingError) -> String {
        var result = ""
        var rest = Substring(template)
        var depth = 0
        while let open = rest.firstRange(of: "{{") {
            result += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            let isTriple = rest.first == "{"
            guard let close = rest.firstRange(of: isTriple ? "}}}" : "}}") else {
                throw RenderingError(message: "A variable is not closed.")
            }
            let tag = rest[..<close.lowerBound].drop { $0 == "{" }
            rest = rest[close.upperBound...]
            result += try text(of: tag.split(whereSeparator: \.isWhitespace), depth: &depth)
        }
        return result + rest
    }

    /// What stands for a tag in the rendered text.
    private func text(of words: [Substring], depth: inout Int) throws(RenderingError) -> String {
        guard let name = words.first.map(String.init) else { return try value("") }
        switch name.first {
        case "#", "^":
            depth += 1
            return ""
        case "/":
            depth -= 1
            return ""
        case "!", ">": return ""
        case _ where name == "else": return ""
        // Placeholders that the service fills in when it has rendered the rest.
        case _ where name == "ses:openTracker" || name == "amazonSESUnsubscribeUrl": return "{{\(name)}}"
        // In a block a name may mean a member of what the block goes through.
        case _ where depth > 0: return (try? value(name)) ?? ""
        default: return try value(name)
        }
    }

    private func value(_ name: String) throws(RenderingError) -> String {
        guard !name.isEmpty else { throw RenderingError(message: "Attribute '' is not present in the rendering data.") }
        var value = JSONValue.object(values)
        for part in name.split(separator: ".") where part != "this" {
            guard case .object(let members) = value, let member = members[String(part)] else {
                throw RenderingError(message: "Attribute '\(name)' is not present in the rendering data.")
            }
            value = member
        }
        return switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        default: ""
        }
    }
}
