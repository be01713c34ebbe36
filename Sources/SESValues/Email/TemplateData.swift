#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The values for a template's variables, as the JSON text that goes on the wire.
package enum TemplateData {
    /// Encodes values as a JSON object with sorted keys, so that the same values always give the same request.
    package static func encode(_ values: some Encodable, at path: FieldPath) throws(SESValueError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text: String
        do {
            text = String(decoding: try encoder.encode(values), as: UTF8.self)
        } catch {
            // The encoder's own error may repeat a value.
            throw SESValueError(field: path, rule: "must be encodable as JSON")
        }
        try check(text, at: path)
        return text
    }

    /// Checks that a text is a JSON object of at most 262,144 characters.
    ///
    /// SES accepts a send whose data it can't read, and tells of it only by a Rendering Failure event.
    package static func check(_ text: String, at path: FieldPath) throws(SESValueError) {
        try TextRule(0...262_144, of: "characters") { _ in true }.check(text, at: path, showsValue: false)
        try JSONObjectRule.check(text, at: path)
    }
}
