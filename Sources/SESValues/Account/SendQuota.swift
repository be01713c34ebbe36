/// How much an account may send in a region, and how much it has sent.
///
/// AWS: `SendQuota`. Quotas count recipients, not messages.
public struct SendQuota: Equatable, Sendable, Codable {
    /// The most an account may send in 24 hours; -1 for no limit.
    @export(implementation) @WireDefaulted public var max24HourSend: Double
    /// The most an account may send in a second.
    @export(implementation) @WireDefaulted public var maxSendRate: Double
    /// What the account sent in the last 24 hours.
    @export(implementation) @WireDefaulted public var sentLast24Hours: Double

    /// Creates a quota.
    ///
    /// - Parameters:
    ///   - max24HourSend: The most an account may send in 24 hours; -1 for no limit.
    ///   - maxSendRate: The most an account may send in a second.
    ///   - sentLast24Hours: What the account sent in the last 24 hours.
    public init(max24HourSend: Double, maxSendRate: Double, sentLast24Hours: Double = 0) {
        _max24HourSend = WireDefaulted(wrappedValue: max24HourSend)
        _maxSendRate = WireDefaulted(wrappedValue: maxSendRate)
        _sentLast24Hours = WireDefaulted(wrappedValue: sentLast24Hours)
    }

    /// Whether there is no limit on 24 hours.
    public var isUnlimited: Bool { max24HourSend == -1 }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _max24HourSend = try container.decode(WireDefaulted<Double>.self, forKey: "Max24HourSend")
        _maxSendRate = try container.decode(WireDefaulted<Double>.self, forKey: "MaxSendRate")
        _sentLast24Hours = try container.decode(WireDefaulted<Double>.self, forKey: "SentLast24Hours")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_max24HourSend, forKey: "Max24HourSend")
        try container.encode(_maxSendRate, forKey: "MaxSendRate")
        try container.encode(_sentLast24Hours, forKey: "SentLast24Hours")
    }
}
