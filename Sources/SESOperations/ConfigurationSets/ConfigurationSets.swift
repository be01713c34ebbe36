public import SESValues

/// Creates a configuration set.
///
/// AWS: `CreateConfigurationSet`.
public struct CreateConfigurationSet: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/configuration-sets") }
    /// True: a second call is refused, as the set exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set, with its option groups and tags.
    @export(implementation) public var configurationSet: ConfigurationSet

    /// Creates the input.
    @export(implementation) public init(_ configurationSet: ConfigurationSet) {
        self.configurationSet = configurationSet
    }

    /// Reads the AWS CLI's form: the set's own members.
    @export(implementation) public init(from decoder: any Decoder) throws {
        configurationSet = try ConfigurationSet(from: decoder)
    }

    /// Writes the AWS CLI's form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        try configurationSet.encode(to: encoder)
    }

    /// Checks the set.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSet.validate(at: path)
    }
}

/// Reads a configuration set.
///
/// AWS: `GetConfigurationSet`. `SendingOptions` and `ReputationOptions` are always in the answer, the other groups only
/// when they are set.
public struct GetConfigurationSet: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/configuration-sets/{ConfigurationSetName}")
    }
    /// The set.
    public typealias Output = ConfigurationSet

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName) {
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}

/// Deletes a configuration set with its event destinations.
///
/// AWS: `DeleteConfigurationSet`. Deleting a set that is an identity's default leaves the identity naming a set that
/// is gone, and sends from it fail.
public struct DeleteConfigurationSet: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/configuration-sets/{ConfigurationSetName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName

    /// Creates the input.
    @export(implementation) public init(configurationSetName: ConfigurationSetName) {
        self.configurationSetName = configurationSetName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
    }
}

/// Changes a configuration set's message security; other groups have operations of their own.
///
/// AWS: `UpdateConfigurationSet`, a partial update: what isn't given stays.
public struct UpdateConfigurationSet: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/update-configuration-sets")
    }
    /// True: a second call changes nothing more.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The set's name.
    @export(implementation) public var configurationSetName: ConfigurationSetName
    /// How messages are signed.
    @export(implementation) public var messageSecurityOptions: MessageSecurityOptions?

    /// Creates the input.
    @export(implementation) public init(
        configurationSetName: ConfigurationSetName, messageSecurityOptions: MessageSecurityOptions? = nil
    ) {
        self.configurationSetName = configurationSetName
        self.messageSecurityOptions = messageSecurityOptions
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        configurationSetName = try container.decode(ConfigurationSetName.self, forKey: "ConfigurationSetName")
        messageSecurityOptions = try container.decodeIfPresent(
            MessageSecurityOptions.self, forKey: "MessageSecurityOptions")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(configurationSetName, forKey: "ConfigurationSetName")
        try container.encodeIfPresent(messageSecurityOptions, forKey: "MessageSecurityOptions")
    }

    /// Checks the name and the options.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try configurationSetName.validate(at: path.member("ConfigurationSetName"))
        try messageSecurityOptions.validate(at: path.member("MessageSecurityOptions"))
    }
}

/// Lists the names of the account's configuration sets in a region.
///
/// AWS: `ListConfigurationSets`, in pages of 50 unless asked otherwise.
public struct ListConfigurationSets: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.post, "/v2/email/list-configuration-sets")
    }
    /// True: it only reads.
    @export(implementation) public static var isIdempotent: Bool { true }

    /// What the list can be narrowed by.
    public struct FilterKey: OpenStringValue {
        /// Names that contain the text.
        @export(implementation) public static var configurationSetNameContains: Self {
            Self(rawValue: "CONFIGURATION_SET_NAME_CONTAINS")
        }

        /// The service's spelling.
        @export(implementation) public let rawValue: String
        /// Creates a key from the service's spelling.
        @export(implementation) public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What to narrow the list by, by key.
    @export(implementation) public var filter: [String: String]?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many names a page has, 1 to 1000.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    public init(filter: [FilterKey: String]? = nil, nextToken: String? = nil, pageSize: Int? = nil) {
        self.filter = filter.map { Dictionary($0.map { ($0.rawValue, $1) }) { first, _ in first } }
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        filter = try container.decodeIfPresent([String: String].self, forKey: "Filter")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(filter, forKey: "Filter")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of names.
    public struct Output: Codable, Equatable, Sendable {
        /// The names, sorted.
        @export(implementation) public var configurationSets: [ConfigurationSetName]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        @export(implementation) public init(configurationSets: [ConfigurationSetName]?, nextToken: String? = nil) {
            self.configurationSets = configurationSets
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            configurationSets = try container.decodeIfPresent([ConfigurationSetName].self, forKey: "ConfigurationSets")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(configurationSets, forKey: "ConfigurationSets")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        if let pageSize, !(1...1000).contains(pageSize) {
            throw SESValueError(field: path.member("PageSize"), rule: "must be 1 to 1000", value: String(pageSize))
        }
    }

    /// The names on a page.
    public static func elements(of output: Output) -> [ConfigurationSetName] { output.configurationSets ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}
