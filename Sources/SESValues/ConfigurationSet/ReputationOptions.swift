#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Whether SES publishes bounce and complaint rates of a configuration set to CloudWatch.
///
/// AWS: `ReputationOptions`.
public struct ReputationOptions: Equatable, Sendable, Codable, SESValidatable {
    /// Whether the rates are published.
    ///
    /// AWS takes an absent value for false, so it is always encoded.
    @export(implementation) @WireDefaulted public var reputationMetricsEnabled: Bool
    /// When the rates were last reset; SES sets it when sending is switched on again.
    @export(implementation) public var lastFreshStart: Date?

    /// Creates reputation options.
    ///
    /// - Parameters:
    ///   - reputationMetricsEnabled: Whether the rates are published.
    ///   - lastFreshStart: When the rates were last reset.
    public init(reputationMetricsEnabled: Bool, lastFreshStart: Date? = nil) {
        _reputationMetricsEnabled = WireDefaulted(wrappedValue: reputationMetricsEnabled)
        self.lastFreshStart = lastFreshStart
    }

    /// Accepts every value: there is no rule to break.
    public func validate(at path: FieldPath) throws(SESValueError) {}

    /// Decodes AWS's shape; an absent Bool is false.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        _reputationMetricsEnabled = try container.decodeLenientBool(
            forKey: "ReputationMetricsEnabled", emptyObject: true)
        lastFreshStart = try container.decodeIfPresent(EpochSeconds.self, forKey: "LastFreshStart")?.date
    }

    /// Encodes AWS's shape; the time is a number of seconds since 1970, whatever the encoder's date strategy.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(_reputationMetricsEnabled, forKey: "ReputationMetricsEnabled")
        try container.encodeIfPresent(lastFreshStart.map(EpochSeconds.init), forKey: "LastFreshStart")
    }
}
