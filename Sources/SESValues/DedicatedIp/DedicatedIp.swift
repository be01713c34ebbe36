/// An IP address that only one account sends from.
///
/// AWS: `DedicatedIp`.
public struct DedicatedIp: Equatable, Sendable, Codable {
    /// The IPv4 address.
    @export(implementation) @WireDefaulted public var ip: String
    /// How its warm-up stands.
    @export(implementation) public var warmupStatus: WarmupStatus?
    /// How much of its warm-up is done, 0 to 100 percent; -1 in a managed pool, where SES sees to it.
    @export(implementation) public var warmupPercentage: Int?
    /// The pool it is in.
    @export(implementation) public var poolName: DedicatedIpPoolName?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - ip: The IPv4 address.
    ///   - warmupStatus: How its warm-up stands.
    ///   - warmupPercentage: How much of its warm-up is done, 0 to 100 percent; -1 in a managed pool, where SES sees to it.
    ///   - poolName: The pool it is in.
    public init(
        ip: String, warmupStatus: WarmupStatus? = nil, warmupPercentage: Int? = nil,
        poolName: DedicatedIpPoolName? = nil
    ) {
        _ip = WireDefaulted(wrappedValue: ip)
        self.warmupStatus = warmupStatus
        self.warmupPercentage = warmupPercentage
        self.poolName = poolName
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _ip = try container.decode(WireDefaulted<String>.self, forKey: "Ip")
        warmupStatus = try container.decodeIfPresent(WarmupStatus.self, forKey: "WarmupStatus")
        warmupPercentage = try container.decodeIfPresent(Int.self, forKey: "WarmupPercentage")
        poolName = try container.decodeIfPresent(DedicatedIpPoolName.self, forKey: "PoolName")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_ip, forKey: "Ip")
        try container.encodeIfPresent(warmupStatus, forKey: "WarmupStatus")
        try container.encodeIfPresent(warmupPercentage, forKey: "WarmupPercentage")
        try container.encodeIfPresent(poolName, forKey: "PoolName")
    }
}

/// How the warm-up of a dedicated IP address stands.
///
/// AWS: `WarmupStatus`.
public struct WarmupStatus: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a status from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Under way: the address does not yet carry all mail.
    @export(implementation) public static var inProgress: Self { Self(rawValue: "IN_PROGRESS") }
    /// Done: the address can be used to the full.
    @export(implementation) public static var done: Self { Self(rawValue: "DONE") }
    /// Not for this address: it is in a managed pool.
    @export(implementation) public static var notApplicable: Self { Self(rawValue: "NOT_APPLICABLE") }
}

extension DedicatedIp {
    /// Checks that a text may be an IP address: nothing in it that an address can't have.
    package static func check(address: String, at path: FieldPath) throws(SESValueError) {
        try rule.check(address, at: path)
    }

    /// SES has IPv4 addresses only, but IPv6 is none of our business to refuse.
    private static let rule = TextRule(2...45, of: "hexadecimal digits, '.' and ':'") {
        $0.properties.isASCIIHexDigit || $0 == "." || $0 == ":"
    }
}
