/// What one message of a bulk send puts in place of the default content.
///
/// AWS: `ReplacementEmailContent`.
public struct ReplacementEmailContent: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The values for the template's variables.
    @export(implementation) public var replacementTemplate: ReplacementTemplate?

    /// Creates the content.
    ///
    /// - Parameter replacementTemplate: The values for the template's variables.
    @export(implementation) public init(replacementTemplate: ReplacementTemplate? = nil) {
        self.replacementTemplate = replacementTemplate
    }

    /// Checks the values.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try replacementTemplate.validate(at: path.member("ReplacementTemplate"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        replacementTemplate = try container.decodeIfPresent(ReplacementTemplate.self, forKey: "ReplacementTemplate")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(replacementTemplate, forKey: "ReplacementTemplate")
    }
}

/// The values for a template's variables in one message of a bulk send.
///
/// AWS: `ReplacementTemplate`.
public struct ReplacementTemplate: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The values: a JSON object as text, at most 262,144 characters.
    @export(implementation) public var replacementTemplateData: String?

    /// Creates the values from JSON text.
    ///
    /// - Parameter replacementTemplateData: A JSON object as text.
    @export(implementation) public init(replacementTemplateData: String? = nil) {
        self.replacementTemplateData = replacementTemplateData
    }

    /// Creates the values from the caller's own type.
    ///
    /// - Parameter values: The values; they must encode as a JSON object.
    /// - Throws: ``SESValueError`` when the values can't be encoded; it never repeats one.
    public init(values: some Encodable) throws(SESValueError) {
        replacementTemplateData = try TemplateData.encode(values, at: FieldPath("ReplacementTemplateData"))
    }

    /// Checks that the text is a JSON object.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if let replacementTemplateData {
            try TemplateData.check(replacementTemplateData, at: path.member("ReplacementTemplateData"))
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        replacementTemplateData = try container.decodeIfPresent(String.self, forKey: "ReplacementTemplateData")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(replacementTemplateData, forKey: "ReplacementTemplateData")
    }
}
