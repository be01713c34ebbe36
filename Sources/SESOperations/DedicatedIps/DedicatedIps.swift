public import SESValues

/// Reads a dedicated IP address.
///
/// AWS: `GetDedicatedIp`.
public struct GetDedicatedIp: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding { HTTPBinding(.get, "/v2/email/dedicated-ips/{Ip}") }

    /// The address.
    @export(implementation) public var ip: String

    /// Creates the input.
    ///
    /// - Parameter ip: The address.
    @export(implementation) public init(ip: String) {
        self.ip = ip
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        ip = try container.decode(String.self, forKey: "Ip")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(ip, forKey: "Ip")
    }

    /// The address.
    public struct Output: Codable, Equatable, Sendable {
        /// The address, its pool and its warm-up.
        @export(implementation) public var dedicatedIp: DedicatedIp?

        /// Creates an output.
        ///
        /// - Parameter dedicatedIp: The address, its pool and its warm-up.
        @export(implementation) public init(dedicatedIp: DedicatedIp? = nil) {
            self.dedicatedIp = dedicatedIp
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            dedicatedIp = try container.decodeIfPresent(DedicatedIp.self, forKey: "DedicatedIp")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(dedicatedIp, forKey: "DedicatedIp")
        }
    }

    /// Checks the address.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try DedicatedIp.check(address: ip, at: path.member("Ip"))
    }

    /// The address: there is nothing else in the answer.
    public static func missingMember(of output: Output) -> String? { output.dedicatedIp == nil ? "DedicatedIp" : nil }
}

/// Lists the account's dedicated IP addresses in a region.
///
/// AWS: `GetDedicatedIps`.
public struct GetDedicatedIps: PagedOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.get, "/v2/email/dedicated-ips", query: ["PoolName", "NextToken", "PageSize"])
    }

    /// Only addresses of this pool.
    @export(implementation) public var poolName: DedicatedIpPoolName?
    /// Where the page begins.
    @export(implementation) public var nextToken: String?
    /// How many addresses a page has at most.
    @export(implementation) public var pageSize: Int?

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - poolName: Only addresses of this pool.
    ///   - nextToken: Where the page begins.
    ///   - pageSize: How many addresses a page has at most.
    @export(implementation) public init(
        poolName: DedicatedIpPoolName? = nil, nextToken: String? = nil, pageSize: Int? = nil
    ) {
        self.poolName = poolName
        self.nextToken = nextToken
        self.pageSize = pageSize
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        poolName = try container.decodeIfPresent(DedicatedIpPoolName.self, forKey: "PoolName")
        nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        pageSize = try container.decodeIfPresent(Int.self, forKey: "PageSize")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(poolName, forKey: "PoolName")
        try container.encodeIfPresent(nextToken, forKey: "NextToken")
        try container.encodeIfPresent(pageSize, forKey: "PageSize")
    }

    /// One page of addresses.
    public struct Output: Codable, Equatable, Sendable {
        /// The addresses.
        @export(implementation) public var dedicatedIps: [DedicatedIp]?
        /// Where the next page begins.
        @export(implementation) public var nextToken: String?

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - dedicatedIps: The addresses.
        ///   - nextToken: Where the next page begins.
        @export(implementation) public init(dedicatedIps: [DedicatedIp]? = nil, nextToken: String? = nil) {
            self.dedicatedIps = dedicatedIps
            self.nextToken = nextToken
        }

        /// Decodes AWS's JSON form.
        @export(implementation) public init(from decoder: any Decoder) throws {
            let container = try WireReader(decoder)
            dedicatedIps = try container.decodeIfPresent([DedicatedIp].self, forKey: "DedicatedIps")
            nextToken = try container.decodeIfPresent(String.self, forKey: "NextToken")
        }

        /// Encodes AWS's JSON form.
        @export(implementation) public func encode(to encoder: any Encoder) throws {
            let container = WireWriter(encoder)
            try container.encodeIfPresent(dedicatedIps, forKey: "DedicatedIps")
            try container.encodeIfPresent(nextToken, forKey: "NextToken")
        }
    }

    /// Checks the pool's name and the page's size.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try poolName.validate(at: path.member("PoolName"))
        try ListRules.check(pageSize: pageSize, at: path)
    }

    /// The addresses on a page.
    public static func elements(of output: Output) -> [DedicatedIp] { output.dedicatedIps ?? [] }
    /// Where the next page begins.
    public static func nextToken(of output: Output) -> String? { output.nextToken }
}

/// Moves a dedicated IP address to a pool.
///
/// AWS: `PutDedicatedIpInPool`.
public struct PutDedicatedIpInPool: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/dedicated-ips/{Ip}/pool")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The address.
    @export(implementation) public var ip: String
    /// The pool, which must exist.
    @export(implementation) public var destinationPoolName: DedicatedIpPoolName

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - ip: The address.
    ///   - destinationPoolName: The pool, which must exist.
    @export(implementation) public init(ip: String, destinationPoolName: DedicatedIpPoolName) {
        self.ip = ip
        self.destinationPoolName = destinationPoolName
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        ip = try container.decode(String.self, forKey: "Ip")
        destinationPoolName = try container.decode(DedicatedIpPoolName.self, forKey: "DestinationPoolName")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(ip, forKey: "Ip")
        try container.encode(destinationPoolName, forKey: "DestinationPoolName")
    }

    /// Checks the address and the pool's name.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try DedicatedIp.check(address: ip, at: path.member("Ip"))
        try destinationPoolName.validate(at: path.member("DestinationPoolName"))
    }
}

/// Sets how much of the warm-up of a dedicated IP address counts as done.
///
/// AWS: `PutDedicatedIpWarmupAttributes`.
public struct PutDedicatedIpWarmupAttributes: SESOperation, Equatable {
    /// Where the input goes.
    @export(implementation) public static var http: HTTPBinding {
        HTTPBinding(.put, "/v2/email/dedicated-ips/{Ip}/warmup")
    }
    /// The answer is empty.
    public typealias Output = EmptyOutput

    /// The address.
    @export(implementation) public var ip: String
    /// How much is done, 0 to 100 percent.
    @export(implementation) public var warmupPercentage: Int

    /// Creates the input.
    ///
    /// - Parameters:
    ///   - ip: The address.
    ///   - warmupPercentage: How much is done, 0 to 100 percent.
    @export(implementation) public init(ip: String, warmupPercentage: Int) {
        self.ip = ip
        self.warmupPercentage = warmupPercentage
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        ip = try container.decode(String.self, forKey: "Ip")
        warmupPercentage = try container.decode(Int.self, forKey: "WarmupPercentage")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(ip, forKey: "Ip")
        try container.encode(warmupPercentage, forKey: "WarmupPercentage")
    }

    /// Checks the address and the percentage.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try DedicatedIp.check(address: ip, at: path.member("Ip"))
        if !(0...100).contains(warmupPercentage) {
            throw SESValueError(
                field: path.member("WarmupPercentage"), rule: "must be 0 to 100", value: String(warmupPercentage))
        }
    }
}
