#if !CryptoSupport
public import SESClient
import SESCore

/// Amazon SNS in memory; needs the `CryptoSupport` trait, as its messages are really signed.
@available(*, unavailable, message: "SimulatedSNS needs the `CryptoSupport` trait")
public struct SimulatedSNS: Sendable {
    /// Creates a region's topics.
    public init(
        region: Region = .euWest1, accountID: String = "123456789012", seed: UInt64 = 1,
        clock: SimulatedClock = SimulatedClock(), credentials: AWSCredentials = SESSimulator.defaultCredentials,
        certificateName: String = "sns.amazonaws.com"
    ) throws {}
}
#endif
