/// A pool of dedicated IP addresses, for configuration sets to send from.
///
/// AWS: `DedicatedIpPool`.
public struct DedicatedIpPool: Equatable, Sendable, Codable {
    /// The pool's name.
    @export(implementation) @WireDefaulted public var poolName: DedicatedIpPoolName
    /// Who decides on its addresses.
    @export(implementation) public var scalingMode: ScalingMode?

    /// Creates the value.
    ///
    /// - Parameters:
    ///   - poolName: The pool's name.
    ///   - scalingMode: Who decides on its addresses.
    public init(poolName: DedicatedIpPoolName, scalingMode: ScalingMode? = nil) {
        _poolName = WireDefaulted(wrappedValue: poolName)
        self.scalingMode = scalingMode
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _poolName = try container.decode(WireDefaulted<DedicatedIpPoolName>.self, forKey: "PoolName")
        scalingMode = try container.decodeIfPresent(ScalingMode.self, forKey: "ScalingMode")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_poolName, forKey: "PoolName")
        try container.encodeIfPresent(scalingMode, forKey: "ScalingMode")
    }
}

/// Who decides on the addresses of a pool.
///
/// AWS: `ScalingMode`.
public struct ScalingMode: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a mode from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The account's owner puts addresses in and takes them out; the service's default.
    @export(implementation) public static var standard: Self { Self(rawValue: "STANDARD") }
    /// SES chooses how many addresses there are and warms them up.
    @export(implementation) public static var managed: Self { Self(rawValue: "MANAGED") }
}
