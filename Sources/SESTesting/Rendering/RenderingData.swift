import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Why a template can't be rendered, in the words of the Rendering Failure event.
struct RenderingError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    static func missing(_ attribute: String) -> RenderingError {
        RenderingError("Attribute '\(attribute)' is not present in the rendering data.")
    }
}

/// The data that templates are rendered with.
struct RenderingData {
    private var values: [String: JSONValue] = [:]

    /// Reads JSON objects; members of later ones win.
    init(_ texts: [String]) throws(RenderingError) {
        for text in texts where !text.isEmpty {
            guard let object = try? JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8)) else {
                throw RenderingError("The template data is not a valid JSON object.")
            }
            values.merge(object) { $1 }
        }
    }

    /// Fills a template.
    ///
    /// - Parameters:
    ///   - text: The template.
    ///   - isStored: Whether it is stored in the account; one that comes with a send has simple substitutions only.
    func render(_ text: String, isStored: Bool = true) throws(RenderingError) -> String {
        let template = try Template(text)
        if !isStored, let tag = template.firstAdvancedTag {
            throw RenderingError("\(tag) needs a stored template: one that comes with a send has only substitutions.")
        }
        return try TemplateRenderer.render(template, with: .object(values))
    }

    /// Fills all parts of a template.
    func render(_ content: EmailTemplateContent, isStored: Bool = true) throws(RenderingError) -> EmailTemplateContent {
        var rendered = content
        if let subject = content.subject { rendered.subject = try render(subject, isStored: isStored) }
        if let text = content.text { rendered.text = try render(text, isStored: isStored) }
        if let html = content.html { rendered.html = try render(html, isStored: isStored) }
        return rendered
    }
}
