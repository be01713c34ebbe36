/// A rule for a text: how many characters it may have, and which.
///
/// Characters are Unicode scalars, as the service counts them.
package struct TextRule: Sendable {
    private let lengths: ClosedRange<Int>
    private let alphabet: String
    private let isAllowed: @Sendable (Unicode.Scalar) -> Bool
    /// Those of ASCII.
    private let allowedASCII: ASCIISet

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - lengths: The permitted numbers of characters.
    ///   - alphabet: The permitted characters in words, to follow "must contain only".
    ///   - isAllowed: Whether a character is permitted.
    package init(
        _ lengths: ClosedRange<Int>, of alphabet: String, where isAllowed: @escaping @Sendable (Unicode.Scalar) -> Bool
    ) {
        self.init(lengths, alphabet, ASCIISet(where: isAllowed), isAllowed)
    }

    private init(
        _ lengths: ClosedRange<Int>, _ alphabet: String, _ allowedASCII: ASCIISet,
        _ isAllowed: @escaping @Sendable (Unicode.Scalar) -> Bool
    ) {
        self.lengths = lengths
        self.alphabet = alphabet
        self.allowedASCII = allowedASCII
        self.isAllowed = isAllowed
    }

    /// Checks a text.
    ///
    /// - Parameters:
    ///   - text: The text to check.
    ///   - path: Where it stands.
    ///   - showsValue: Whether the error may repeat the text.
    package func check(_ text: String, at path: FieldPath, showsValue: Bool = true) throws(SESValueError) {
        if allowedASCII.holds(text, of: lengths) { return }
        func fault(_ rule: String) -> SESValueError {
            SESValueError(field: path, rule: rule, value: showsValue ? text : nil)
        }
        // A text never has more scalars than bytes, so most need no count.
        if text.utf8.count > lengths.upperBound, text.unicodeScalars.count > lengths.upperBound {
            throw fault("must be at most \(lengths.upperBound) characters")
        }
        if text.isEmpty, lengths.lowerBound > 0 { throw fault("cannot be empty") }
        if lengths.lowerBound > 1, text.unicodeScalars.count < lengths.lowerBound {
            throw fault("must be at least \(lengths.lowerBound) characters")
        }
        if !text.unicodeScalars.allSatisfy(isAllowed) { throw fault("must contain only \(alphabet)") }
    }
}

extension TextRule {
    /// Any text of at least one character.
    package static let nonEmpty = TextRule(1...Int.max, of: "characters") { _ in true }

    /// A text that stands on one line of a message's head: no control character, so nobody can add a header with it.
    ///
    /// - Parameter lengths: The permitted numbers of characters.
    package static func singleLine(_ lengths: ClosedRange<Int>) -> TextRule {
        TextRule(lengths, "characters that are not line breaks or other control characters", .printable) {
            !$0.isControl
        }
    }
}

extension ASCIISet {
    /// All but the control characters.
    package static let printable = ASCIISet { !$0.isControl }
}

extension Unicode.Scalar {
    /// An ASCII letter or digit.
    package var isASCIIAlphanumeric: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    /// A control character (C0, DEL or C1) or one of Unicode's two line breaks.
    package var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }
}
