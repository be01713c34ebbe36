public import SESValues

/// Creates a pool of dedicated IP addresses.
///
/// AWS: `CreateDedicatedIpPool`.
public struct CreateDedicatedIpPool: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.post, "/v2/email/dedicated-ip-pools") }
    /// True: a second call is refused, as the pool exists.
    @export(implementation) public static var isIdempotent: Bool { true }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The pool's name.
    @export(implementation) public var poolName: DedicatedIpPoolName
    /// The pool's tags.
    @export(implementation) public var tags: [ResourceTag]?
    /// Who decides on the pool's addresses; the account's owner when left out.
    @export(implementation) public var scalingMode: ScalingMode?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - poolName: The pool's name.
    ///   - tags: The pool's tags.
    ///   - scalingMode: Who decides on the pool's addresses; the account's owner when left out.
    @export(implementation) public init(
        poolName: DedicatedIpPoolName, tags: [ResourceTag]? = nil, scalingMode: ScalingMode? = nil
    ) {
        self.poolName = poolName
        self.tags = tags
        self.scalingMode = scalingMode
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        poolName = try container.decode(DedicatedIpPoolName.self, forKey: "PoolName")
        tags = try container.decodeIfPresent([ResourceTag].self, forKey: "Tags")
        scalingMode = try container.decodeIfPresent(ScalingMode.self, forKey: "ScalingMode")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(poolName, forKey: "PoolName")
        try container.encodeIfPresent(tags, forKey: "Tags")
        try container.encodeIfPresent(scalingMode, forKey: "ScalingMode")
    }

    /// Checks the name and the tags.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try poolName.validate(at: path.member("PoolName"))
        try tags?.validateTogether(at: path.member("Tags"))
    }
}

/// Reads a pool of dedicated IP addresses.
///
/// AWS: `GetDedicatedIpPool`.
public struct GetDedicatedIpPool: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/dedicated-ip-pools/{PoolName}")
    }

    /// The pool's name.
    @export(implementation) public var poolName: DedicatedIpPoolName

    /// Creates the input.
    ///
    /// - Parameter poolName: The pool's name.
    @export(implementation) public init(poolName: DedicatedIpPoolName) {
        self.poolName = poolName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        poolName = try container.decode(DedicatedIpPoolName.self, forKey: "PoolName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(poolName, forKey: "PoolName")
    }

    /// The pool.
    public struct Output: Codable, Equatable, Sendable {
        /// The pool.
        @export(implementation) public var dedicatedIpPool: DedicatedIpPool?

        /// Creates an output.
        ///
        /// - Parameter dedicatedIpPool: The pool.
        @export(implementation) public init(dedicatedIpPool: DedicatedIpPool? = nil) {
            self.dedicatedIpPool = dedicatedIpPool
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            dedicatedIpPool = try container.decodeIfPresent(DedicatedIpPool.self, forKey: "DedicatedIpPool")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(dedicatedIpPool, forKey: "DedicatedIpPool")
        }
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try poolName.validate(at: path.member("PoolName"))
    }

    /// The pool: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? {
        output.dedicatedIpPool == nil ? "DedicatedIpPool" : nil
    }
}

/// Lists the names of the account's pools of dedicated IP addresses in a region.
///
/// AWS: `ListDedicatedIpPools`.
public struct ListDedicatedIpPools: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/dedicated-ip-pools", query: ["NextToken", "PageSize"])
    }

    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many names a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many names a page has at most.
    @export(implementation) public init(nextToken: String? = nil, pageSize: Int? = nil) {
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of names.
    public struct Output: Codable, Equatable, Sendable {
        /// The names.
        @export(implementation) public var dedicatedIpPools: [DedicatedIpPoolName]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - dedicatedIpPools: The names.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(dedicatedIpPools: [DedicatedIpPoolName]? = nil, nextToken: String? = nil) {
            self.dedicatedIpPools = dedicatedIpPools
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            dedicatedIpPools = try container.decodeIfPresent([DedicatedIpPoolName].self, forKey: "DedicatedIpPools")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(dedicatedIpPools, forKey: "DedicatedIpPools")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The names on a page.
    public static func elements(of output: Output) -> [DedicatedIpPoolName] { output.dedicatedIpPools ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Deletes a pool of dedicated IP addresses.
///
/// AWS: `DeleteDedicatedIpPool`.
public struct DeleteDedicatedIpPool: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.delete, "/v2/email/dedicated-ip-pools/{PoolName}")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The pool's name.
    @export(implementation) public var poolName: DedicatedIpPoolName

    /// Creates the input.
    ///
    /// - Parameter poolName: The pool's name.
    @export(implementation) public init(poolName: DedicatedIpPoolName) {
        self.poolName = poolName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        poolName = try container.decode(DedicatedIpPoolName.self, forKey: "PoolName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(poolName, forKey: "PoolName")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try poolName.validate(at: path.member("PoolName"))
    }
}

/// Changes who decides on the addresses of a pool.
///
/// AWS: `PutDedicatedIpPoolScalingAttributes`. A managed pool cannot become a standard one.
public struct PutDedicatedIpPoolScalingAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/dedicated-ip-pools/{PoolName}/scaling")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The pool's name.
    @export(implementation) public var poolName: DedicatedIpPoolName
    /// Who decides on the pool's addresses.
    @export(implementation) public var scalingMode: ScalingMode

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - poolName: The pool's name.
    ///   - scalingMode: Who decides on the pool's addresses.
    @export(implementation) public init(poolName: DedicatedIpPoolName, scalingMode: ScalingMode) {
        self.poolName = poolName
        self.scalingMode = scalingMode
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        poolName = try container.decode(DedicatedIpPoolName.self, forKey: "PoolName")
        scalingMode = try container.decode(ScalingMode.self, forKey: "ScalingMode")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(poolName, forKey: "PoolName")
        try container.encode(scalingMode, forKey: "ScalingMode")
    }

    /// Checks the name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try poolName.validate(at: path.member("PoolName"))
    }
}
