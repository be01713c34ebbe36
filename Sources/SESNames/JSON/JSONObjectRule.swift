#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The rule for a text that must be a JSON object.
package enum JSONObjectRule {
    /// Checks a text; the error doesn't repeat it.
    package static func check(_ text: String, at path: FieldPath) throws(SESValueError) {
        do {
            _ = try JSONDecoder().decode(AnyObject.self, from: Data(text.utf8))
        } catch {
            throw SESValueError(field: path, rule: "must be a JSON object")
        }
    }

    private struct AnyObject: Decodable {
        init(from decoder: any Decoder) throws {
            _ = try WireReader(decoder)
        }
    }
}
