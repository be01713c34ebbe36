#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A value that breaks one of the rules Amazon SES documents for it, or bytes that hold no event.
///
/// It names the field (in AWS's spelling, as a path from the checked value), the rule and, where that cannot give
/// away an address or content, the offending value.
public struct SESValueError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of fault it is.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String { case invalidValue, undecodableEvent }
        private let base: Base

        /// A value breaks a rule of the service.
        public static let invalidValue = Self(base: .invalidValue)
        /// Bytes could not be read as an SES event.
        public static let undecodableEvent = Self(base: .undecodableEvent)

        /// The code's name.
        public var description: String { base.rawValue }
    }

    /// What kind of fault it is.
    @export(implementation) public let code: Code
    /// The field's path in AWS's spelling, such as `EventDestination.SnsDestination.TopicArn`.
    @export(implementation) public let field: String
    /// The rule that was broken, as a sentence without a subject: "must …", "cannot …".
    @export(implementation) public let rule: String
    /// The offending value, cut to 120 characters, addresses in it cut to their domain; nil where showing it could leak
    /// content.
    @export(implementation) public let value: String?

    /// Creates an error for a broken rule.
    ///
    /// - Parameters:
    ///   - field: Where the value stands.
    ///   - rule: The rule, such as "must be at most 64 characters".
    ///   - value: The offending value; leave it out for addresses, secrets and content.
    public init(field: FieldPath, rule: String, value: String? = nil) {
        self.init(code: .invalidValue, field: field.description, rule: rule, value: value)
    }

    /// Creates an error with an explicit code.
    package init(code: Code, field: String, rule: String, value: String? = nil) {
        self.code = code
        self.field = field
        self.rule = rule
        self.value = value.map { value in
            let shown = AddressRedaction.redact(String(value.prefix(400)))
            return shown.count > 120 ? shown.prefix(120) + "…" : shown
        }
    }

    /// One line: field, rule and value.
    public var description: String {
        let head = field.isEmpty ? rule : "\(field): \(rule)"
        return value.map { "\(head) (got \"\($0)\")" } ?? head
    }
}

extension SESValueError: LocalizedError {
    /// The same text as ``description``.
    public var errorDescription: String? { description }
}
