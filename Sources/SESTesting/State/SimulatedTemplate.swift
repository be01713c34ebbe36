public import SESCore

/// A template stored in the simulated account.
public struct SimulatedTemplate: Equatable, Sendable {
    /// The template's name.
    public var name: String
    /// The subject, text and HTML with their `{{variables}}`.
    public var content: EmailTemplateContent

    /// Creates a template.
    ///
    /// - Parameters:
    ///   - name: The template's name.
    ///   - content: The subject, text and HTML.
    public init(name: String, content: EmailTemplateContent) {
        self.name = name
        self.content = content
    }
}
