/// The content of a bulk send: a template for all entries.
///
/// AWS: `BulkEmailContent`.
public struct BulkEmailContent: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The template, with the values for entries that bring none.
    @export(implementation) public var template: TemplateReference?

    /// Creates the content.
    ///
    /// - Parameter template: The template, with the values for entries that bring none.
    @export(implementation) public init(template: TemplateReference? = nil) {
        self.template = template
    }

    /// Checks that there is a template, and the template.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if template == nil { throw SESValueError(field: path.member("Template"), rule: "must be present") }
        try template.validate(at: path.member("Template"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        template = try container.decodeIfPresent(TemplateReference.self, forKey: "Template")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(template, forKey: "Template")
    }
}

/// One message of a bulk send: its recipients and what differs for them.
///
/// AWS: `BulkEmailEntry`.
public struct BulkEmailEntry: Equatable, Sendable, Codable, SESValidatable, SESPrivateContent {
    /// The recipients, 1 to 50.
    @export(implementation) public var destination: EmailDestination
    /// Tags of this message.
    @export(implementation) public var replacementTags: [MessageTag]?
    /// The values for the template's variables.
    @export(implementation) public var replacementEmailContent: ReplacementEmailContent?
    /// Headers of this message, at most 15; one replaces the template's header of the same name.
    @export(implementation) public var replacementHeaders: [MessageHeader]?

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - destination: The recipients.
    ///   - replacementTags: Tags of this message.
    ///   - replacementEmailContent: The values for the template's variables.
    ///   - replacementHeaders: Headers of this message.
    @export(implementation) public init(
        destination: EmailDestination, replacementTags: [MessageTag]? = nil,
        replacementEmailContent: ReplacementEmailContent? = nil, replacementHeaders: [MessageHeader]? = nil
    ) {
        self.destination = destination
        self.replacementTags = replacementTags
        self.replacementEmailContent = replacementEmailContent
        self.replacementHeaders = replacementHeaders
    }

    /// Creates an entry for recipients, with values and tags of their own.
    ///
    /// The values are added to the template's default ones; a tag takes the place of a default one of the same name.
    ///
    /// - Parameters:
    ///   - to: The recipients on the To line.
    ///   - values: The values for the template's variables; they must encode as a JSON object.
    ///   - tags: Tags of this message, by name; they are sent sorted.
    /// - Throws: ``SESValueError`` when the values can't be encoded; it never repeats one.
    public init(to: [EmailAddress], values: some Encodable, tags: [String: String] = [:]) throws(SESValueError) {
        let template = try ReplacementTemplate(values: values)
        self.init(
            destination: EmailDestination(toAddresses: to), replacementTags: tags.isEmpty ? nil : [MessageTag](tags),
            replacementEmailContent: ReplacementEmailContent(replacementTemplate: template))
    }

    /// Checks recipients, tags, values and headers.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("Destination")
        try destination.requireRecipient(at: field)
        try destination.validate(at: field)
        try replacementTags.validate(at: path.member("ReplacementTags"))
        try replacementEmailContent.validate(at: path.member("ReplacementEmailContent"))
        try replacementHeaders?.validateTogether(at: path.member("ReplacementHeaders"))
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        destination = try container.decode(EmailDestination.self, forKey: "Destination")
        replacementTags = try container.decodeIfPresent([MessageTag].self, forKey: "ReplacementTags")
        replacementEmailContent = try container.decodeIfPresent(
            ReplacementEmailContent.self, forKey: "ReplacementEmailContent")
        replacementHeaders = try container.decodeIfPresent([MessageHeader].self, forKey: "ReplacementHeaders")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(destination, forKey: "Destination")
        try container.encodeIfPresent(replacementTags, forKey: "ReplacementTags")
        try container.encodeIfPresent(replacementEmailContent, forKey: "ReplacementEmailContent")
        try container.encodeIfPresent(replacementHeaders, forKey: "ReplacementHeaders")
    }
}

extension [BulkEmailEntry] {
    /// Checks a bulk send's entries together: each one, and that there are 1 to 50.
    package func validateTogether(at path: FieldPath) throws(SESValueError) {
        if !(1...50).contains(count) {
            throw SESValueError(field: path, rule: "must hold 1 to 50 entries", value: String(count))
        }
        try validate(at: path)
    }
}
