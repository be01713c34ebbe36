/// A tag on a resource, such as a configuration set: for cost reports, policies and order.
///
/// AWS: `Tag`. A resource has at most 50, with different keys.
public struct ResourceTag: Hashable, Sendable, Codable, SESValidatable {
    /// The key: 1 to 128 letters, digits, spaces and `_ . : / = + - @`, not beginning with `aws:`.
    @export(implementation) public var key: String
    /// The value: 0 to 256 of the same characters.
    @export(implementation) public var value: String

    /// Creates a tag, unchecked.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - value: The value.
    @export(implementation) public init(key: String, value: String) {
        self.key = key
        self.value = value
    }

    /// Checks key and value.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try Self.check(key: key, at: path.member("Key"))
        try TextRule.resourceTagValue.check(value, at: path.member("Value"))
    }

    /// Checks a tag's key.
    package static func check(key: String, at path: FieldPath) throws(SESValueError) {
        try TextRule.resourceTagKey.check(key, at: path)
        if key.lowercased().hasPrefix("aws:") {
            throw SESValueError(
                field: path, rule: "cannot begin with 'aws:', which AWS keeps for itself", value: key)
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        key = try container.decode(String.self, forKey: "Key")
        value = try container.decode(String.self, forKey: "Value")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(key, forKey: "Key")
        try container.encode(value, forKey: "Value")
    }
}

extension [ResourceTag] {
    /// Checks a resource's tags together: each one, their number and that no key is there twice.
    package func validateTogether(at path: FieldPath) throws(SESValueError) {
        if count > 50 {
            throw SESValueError(field: path, rule: "must hold at most 50 tags", value: String(count))
        }
        var keys = Set<String>()
        for (index, tag) in enumerated() {
            try tag.validate(at: path.index(index))
            if !keys.insert(tag.key).inserted {
                throw SESValueError(
                    field: path.index(index).member("Key"), rule: "must differ from the other tags' keys",
                    value: tag.key)
            }
        }
    }
}

extension TextRule {
    private static let tagAlphabet = "letters, digits, spaces and '_', '.', ':', '/', '=', '+', '-', '@'"

    fileprivate static let resourceTagKey = TextRule(1...128, of: tagAlphabet, where: isTagCharacter)
    fileprivate static let resourceTagValue = TextRule(0...256, of: tagAlphabet, where: isTagCharacter)

    /// AWS's rule is `[\p{L}\p{Z}\p{N}_.:/=+\-@]`.
    @Sendable private static func isTagCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            return true
        default:
            return "_.:/=+-@".unicodeScalars.contains(scalar)
        }
    }
}
