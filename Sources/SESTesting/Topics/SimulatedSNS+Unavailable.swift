#if !CryptoSupport
public import SESClient
import SESCore

/// Amazon SNS in memory; needs the `CryptoSupport` trait, as its messages are really signed.
@available(*, unavailable, message: "SimulatedSNS needs the `CryptoSupport` trait")
public actor SimulatedSNS {
    /// What a subscriber answers a post with: the status.
    public typealias Endpoint = @Sendable (SimulatedPost) async -> Int

    /// The region it plays.
    public nonisolated let region: Region
    /// The account it plays.
    public nonisolated let accountID: String
    /// Its time.
    public nonisolated let clock: SimulatedClock
    /// The credentials it accepts.
    public nonisolated let credentials: AWSCredentials
    /// The certificate of its authority.
    public nonisolated var trustRootPEM: String { "" }
    /// Whose name its certificates bear.
    public nonisolated let certificateName: String
    /// The host of SNS in the region.
    public nonisolated var host: String { "" }
    /// What subscribers reach it by.
    public nonisolated var transport: any HTTPTransport { DefaultTransport.shared }
    /// What came through its transport.
    public var requests: [AWSHTTPRequest] { [] }
    /// What became of its posts.
    public var results: [SimulatedPostResult] { [] }

    /// Creates a region's topics.
    public init(
        region: Region = .euWest1, accountID: String = "123456789012", seed: UInt64 = 1,
        clock: SimulatedClock = SimulatedClock(), credentials: AWSCredentials = SESSimulator.defaultCredentials,
        certificateName: String = "sns.amazonaws.com"
    ) throws {
        self.region = region
        self.accountID = accountID
        self.clock = clock
        self.credentials = credentials
        self.certificateName = certificateName
    }

    /// Creates a topic.
    @discardableResult
    public func createTopic(_ name: String, signatureVersion: String = "1") -> ARN { "" }

    /// Subscribes an address to a topic.
    @discardableResult
    public func subscribe(to topic: ARN, raw isRaw: Bool = false, _ endpoint: @escaping Endpoint) async throws -> ARN {
        topic
    }

    /// Subscribes a queue to a topic.
    @discardableResult
    public func subscribe(queue url: String, of sqs: SimulatedSQS, to topic: ARN, raw isRaw: Bool = false) -> ARN {
        topic
    }

    /// Removes a subscription.
    public func unsubscribe(_ name: ARN) async throws {}

    /// The confirmed subscriptions of a topic.
    public func confirmedSubscriptions(of topic: ARN) -> [(arn: ARN, needsAuthentication: Bool)] { [] }

    /// Publishes a message to a topic's subscribers.
    public func publish(_ message: String, subject: String? = nil, to topic: ARN) async throws {}

    /// Publishes what a simulator's event destinations got.
    @discardableResult
    public func publish(deliveriesOf simulator: SESSimulator) async throws -> [SimulatedDelivery] { [] }
}
#endif
