/// A dimension of a metric: its name, where its value comes from, and what stands in when a message has none.
///
/// AWS: `CloudWatchDimensionConfiguration`.
public struct CloudWatchDimensionConfiguration: Equatable, Sendable, Codable, SESValidatable {
    /// The name, which is also the name of the tag or header the value comes from.
    ///
    /// 1 to 256 ASCII letters, digits, `_` and `-`, or one of the service's own tags such as `ses:configuration-set`.
    @export(implementation) public var dimensionName: String
    /// Where the value comes from.
    @export(implementation) public var dimensionValueSource: DimensionValueSource
    /// The value for a message that has none: 1 to 256 ASCII letters, digits, `_`, `-`, `@` and `.`.
    @export(implementation) public var defaultDimensionValue: String

    /// Creates a dimension.
    ///
    /// - Parameters:
    ///   - dimensionName: The name, which is also the name of the tag or header the value comes from.
    ///   - dimensionValueSource: Where the value comes from.
    ///   - defaultDimensionValue: The value for a message that has none.
    @export(implementation) public init(
        dimensionName: String, dimensionValueSource: DimensionValueSource, defaultDimensionValue: String
    ) {
        self.dimensionName = dimensionName
        self.dimensionValueSource = dimensionValueSource
        self.defaultDimensionValue = defaultDimensionValue
    }

    /// Checks name and default value.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let nameField = path.member("DimensionName")
        try TextRule.dimensionName.check(dimensionName, at: nameField)
        // A colon is legal in the prefix of the service's own tags only.
        let ownPart = dimensionName.hasPrefix("ses:") ? dimensionName.dropFirst(4) : dimensionName[...]
        if ownPart.isEmpty || ownPart.contains(":") {
            throw SESValueError(
                field: nameField, rule: "cannot contain ':' but in the prefix 'ses:' of the service's own tags",
                value: dimensionName)
        }
        if dimensionValueSource == .emailHeader, Self.forbiddenHeaders.contains(dimensionName.lowercased()) {
            throw SESValueError(
                field: nameField,
                rule: "cannot be Received, To, From, DKIM-Signature, CC, Message-ID or Return-Path for EMAIL_HEADER",
                value: dimensionName)
        }
        try TextRule.dimensionValue.check(defaultDimensionValue, at: path.member("DefaultDimensionValue"))
    }

    private static let forbiddenHeaders: Set<String> = [
        "received", "to", "from", "dkim-signature", "cc", "message-id", "return-path",
    ]

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dimensionName = try container.decode(String.self, forKey: "DimensionName")
        dimensionValueSource = try container.decode(DimensionValueSource.self, forKey: "DimensionValueSource")
        defaultDimensionValue = try container.decode(String.self, forKey: "DefaultDimensionValue")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(dimensionName, forKey: "DimensionName")
        try container.encode(dimensionValueSource, forKey: "DimensionValueSource")
        try container.encode(defaultDimensionValue, forKey: "DefaultDimensionValue")
    }
}

extension TextRule {
    fileprivate static let dimensionName = TextRule(1...256, of: "ASCII letters, digits, '_' and '-'") {
        $0.isASCIIAlphanumeric || $0 == "_" || $0 == "-" || $0 == ":"
    }
    fileprivate static let dimensionValue = TextRule(1...256, of: "ASCII letters, digits, '_', '-', '@' and '.'") {
        $0.isASCIIAlphanumeric || $0 == "_" || $0 == "-" || $0 == "@" || $0 == "."
    }
}

/// Where a dimension's value comes from.
///
/// AWS: `DimensionValueSource`.
public struct DimensionValueSource: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a source from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A tag of the message.
    @export(implementation) public static var messageTag: Self { Self(rawValue: "MESSAGE_TAG") }
    /// A header of the message.
    @export(implementation) public static var emailHeader: Self { Self(rawValue: "EMAIL_HEADER") }
    /// A tag of the link that was followed.
    @export(implementation) public static var linkTag: Self { Self(rawValue: "LINK_TAG") }
}
