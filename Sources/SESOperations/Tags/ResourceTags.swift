public import SESValues

/// Gives a resource tags; one of a key it has takes the other's place.
///
/// AWS: `TagResource`. A resource has at most 50 tags.
public struct TagResource: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/tags") }
    /// True: a second call changes nothing more.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The ARN of an identity, a configuration set or another resource of SES that has tags.
    @export(implementation) public var resourceARN: ARN
    /// The tags, with different keys.
    @export(implementation) public var tags: [ResourceTag]

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - resourceARN: The ARN of an identity, a configuration set or another resource of SES that has tags.
    ///   - tags: The tags, with different keys.
    @export(implementation) public init(resourceARN: ARN, tags: [ResourceTag]) {
        self.resourceARN = resourceARN
        self.tags = tags
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        resourceARN = try container.decode(ARN.self, forKey: "ResourceArn")
        tags = try container.decode([ResourceTag].self, forKey: "Tags")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(resourceARN, forKey: "ResourceArn")
        try container.encode(tags, forKey: "Tags")
    }

    /// Checks the ARN and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try resourceARN.requireTaggable(at: path.member("ResourceArn"))
        try tags.validateTogether(at: path.member("Tags"))
    }
}

/// Takes tags from a resource; a key it lacks is passed over.
///
/// AWS: `UntagResource`.
public struct UntagResource: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/tags", query: ["ResourceArn", "TagKeys"])
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The ARN of an identity, a configuration set or another resource of SES that has tags.
    @export(implementation) public var resourceARN: ARN
    /// The tags' keys, at least one.
    @export(implementation) public var tagKeys: [String]

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - resourceARN: The ARN of an identity, a configuration set or another resource of SES that has tags.
    ///   - tagKeys: The tags' keys, at least one.
    @export(implementation) public init(resourceARN: ARN, tagKeys: [String]) {
        self.resourceARN = resourceARN
        self.tagKeys = tagKeys
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        resourceARN = try container.decode(ARN.self, forKey: "ResourceArn")
        tagKeys = try container.decode([String].self, forKey: "TagKeys")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(resourceARN, forKey: "ResourceArn")
        try container.encode(tagKeys, forKey: "TagKeys")
    }

    /// Checks the ARN and the keys.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try resourceARN.requireTaggable(at: path.member("ResourceArn"))
        let path = path.member("TagKeys")
        if tagKeys.isEmpty { throw SESValueError(field: path, rule: "must hold at least one key") }
        for (index, key) in tagKeys.enumerated() { try ResourceTag.check(key: key, at: path.index(index)) }
    }
}

/// Reads the tags of a resource, all at once.
///
/// AWS: `ListTagsForResource`.
public struct ListTagsForResource: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/tags", query: ["ResourceArn"])
    }

    /// The ARN of an identity, a configuration set or another resource of SES that has tags.
    @export(implementation) public var resourceARN: ARN

    /// Creates the input.
    ///
    /// - Parameter resourceARN: The ARN of an identity, a configuration set or another resource of SES that has tags.
    @export(implementation) public init(resourceARN: ARN) {
        self.resourceARN = resourceARN
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        resourceARN = try container.decode(ARN.self, forKey: "ResourceArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(resourceARN, forKey: "ResourceArn")
    }

    /// The tags of a resource.
    public struct Output: Codable, Equatable, Sendable {
        /// The tags.
        @export(implementation) public var tags: [ResourceTag]?

        /// Creates the value.
        ///
        /// - Parameter tags: The tags.
        @export(implementation) public init(tags: [ResourceTag]? = nil) {
            self.tags = tags
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(tags, forKey: "Tags")
        }
    }

    /// Checks the ARN.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try resourceARN.requireTaggable(at: path.member("ResourceArn"))
    }
}
