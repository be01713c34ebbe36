/// A piece of HTML or SVG.
///
/// It consists of elements, whose names are literals of this library, and of texts, which are escaped as they come in: there
/// is no way for a text from outside to become markup.
struct Markup: Sendable {
    /// The piece as text.
    let source: String

    private init(source: String) { self.source = source }

    /// Nothing.
    static let empty = Self(source: "")

    /// A text, escaped and on one line.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - limit: How much of it is shown.
    static func text(_ text: String, limit: Int = 400) -> Self { Self(source: escaped(text, limit: limit)) }

    /// A name from outside, which has its own direction of writing.
    static func name(_ name: String, limit: Int = 80) -> Self {
        .element("bdi") { Self.text(InertText.name(name, limit: limit)) }
    }

    /// Pieces one after another.
    static func all(_ pieces: [Self]) -> Self { Self(source: pieces.map(\.source).joined()) }

    /// An element with its content.
    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
        @MarkupBuilder _ content: () -> Self
    ) -> Self {
        Self(source: "<\(name)\(list(attributes))>\(content().source)</\(name)>")
    }

    /// An element of SVG without content.
    static func shape(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Self {
        Self(source: "<\(name)\(list(attributes))/>")
    }

    /// An element of HTML that has neither content nor an end.
    static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Self {
        Self(source: "<\(name)\(list(attributes))>")
    }

    /// A stylesheet of literals.
    static func style(_ sheets: [StaticString]) -> Self {
        Self(source: "<style>\(sheets.map(\.description).joined())</style>")
    }

    /// A whole document of HTML.
    static func document(_ root: Self) -> String { "<!DOCTYPE html>\n\(root.source)\n" }

    private static func list(_ attributes: KeyValuePairs<StaticString, String>) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value, limit: 100_000))\"" }.joined()
    }

    private static func escaped(_ text: String, limit: Int) -> String {
        let line = InertText.line(text, limit: limit)
        guard line.utf8.contains(where: isSpecial) else { return line }
        var escaped = ""
        for scalar in line.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}

/// Puts pieces together in the order they are written in.
@resultBuilder
enum MarkupBuilder {
    static func buildExpression(_ piece: Markup) -> Markup { piece }
    static func buildExpression(_ pieces: [Markup]) -> Markup { .all(pieces) }
    static func buildExpression(_ text: String) -> Markup { .text(text) }
    static func buildBlock(_ pieces: Markup...) -> Markup { .all(pieces) }
    static func buildOptional(_ piece: Markup?) -> Markup { piece ?? .empty }
    static func buildEither(first piece: Markup) -> Markup { piece }
    static func buildEither(second piece: Markup) -> Markup { piece }
    static func buildArray(_ pieces: [Markup]) -> Markup { .all(pieces) }
}
