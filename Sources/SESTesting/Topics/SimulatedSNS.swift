#if CryptoSupport
public import SESClient
import SESCore
import _CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Amazon SNS in memory: topics whose messages are really signed, and HTTP subscriptions that get them.
///
/// It signs with a key and certificates that it makes itself, which are only trusted by who is told to
/// (``trustRootPEM``). Through its ``transport`` it answers what a subscriber asks SNS: the certificate, and the confirmation of a
/// subscription.
///
/// ```swift
/// let sns = try SimulatedSNS()
/// let topic = await sns.createTopic("promo")
/// let webhook = try SNSWebhook(
///     topics: [topic], confirming: .signed(with: StaticCredentialProvider(sns.credentials)),
///     trustRoots: SNSTrustRoots(pem: sns.trustRootPEM), transport: sns.transport, now: { sns.clock.date })
/// try await sns.subscribe(to: topic) { post in
///     await webhook.receive(method: post.method, headers: post.headers, body: post.body).response.status
/// }
/// ```
public actor SimulatedSNS {
    /// What a subscriber answers a post with: the status.
    public typealias Endpoint = @Sendable (SimulatedPost) async -> Int

    /// The region it plays.
    public nonisolated let region: Region
    /// The account it plays, twelve digits.
    public nonisolated let accountID: String
    /// Its time.
    public nonisolated let clock: SimulatedClock
    /// The credentials it accepts.
    public nonisolated let credentials: AWSCredentials
    /// The certificate of the authority that its own certificates come from, in PEM.
    public nonisolated let trustRootPEM: String
    /// Whose name its certificates bear.
    public nonisolated let certificateName: String

    /// What came through its transport, in order.
    public internal(set) var requests: [AWSHTTPRequest] = []
    /// What became of its posts, in order.
    public private(set) var results: [SimulatedPostResult] = []

    package let authority: SimulatedAuthority
    package internal(set) var signer: SimulatedTopicSigner
    var certificates: [String: String] = [:]
    var topics: [ARN: SimulatedTopic] = [:]
    var random: SeededGenerator

    /// How often a post is made that isn't answered with success.
    private static let attempts = 3

    /// Creates a region's topics.
    ///
    /// - Parameters:
    ///   - region: The region it plays.
    ///   - accountID: The account it plays, twelve digits.
    ///   - seed: What all randomness comes from, but for keys and signatures, which are new in each process.
    ///   - clock: Its time; give it that of the ``SESSimulator`` whose events it carries.
    ///   - credentials: The credentials it accepts.
    ///   - certificateName: Whose name its certificates bear; by default that of the regions every account has.
    /// - Throws: What making the keys and certificates throws.
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
        random = SeededGenerator(seed: seed)
        authority = try SimulatedAuthority(around: clock.date)
        trustRootPEM = authority.rootPEM
        let key = try SimulatedTopicSigner.sharedKey()
        // Its own, as its authority is: of another's messages a subscriber must not find the certificate here.
        let path = "/SimpleNotificationService-\(SHA256Hasher.hash(Data(trustRootPEM.utf8)).hexadecimal.prefix(32)).pem"
        let host = "sns.\(region).\(region.partition.dnsSuffix)"
        signer = SimulatedTopicSigner(key: key, certificateURL: "https://\(host)\(path)")
        let terms = SimulatedAuthority.Terms(
            name: certificateName, start: clock.date.addingTimeInterval(-30 * 86_400),
            end: clock.date.addingTimeInterval(365 * 86_400))
        certificates[path] = try authority.certificate(terms, for: key.publicKey)
    }

    /// The host of SNS in the region.
    public nonisolated var host: String { "sns.\(region).\(region.partition.dnsSuffix)" }

    /// What subscribers reach it by.
    public nonisolated var transport: any HTTPTransport { SimulatedSNSTransport(sns: self) }

    // MARK: Topics

    /// Creates a topic, or changes how its messages are signed.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - signatureVersion: `1`, the default of SNS, or `2`.
    /// - Returns: Its full name.
    @discardableResult
    public func createTopic(_ name: String, signatureVersion: String = "1") -> ARN {
        let arn = ARN.snsTopic(name, region: region, accountID: accountID)
        topics[arn, default: SimulatedTopic()].signatureVersion = signatureVersion
        return arn
    }

    /// Subscribes an address to a topic, and posts the request to confirm it there.
    ///
    /// - Parameters:
    ///   - topic: The topic.
    ///   - isRaw: Whether messages come without their envelope, and so without a signature.
    ///   - endpoint: The subscriber's server.
    /// - Returns: The subscription's name; it gets messages once it is confirmed.
    @discardableResult
    public func subscribe(to topic: ARN, raw isRaw: Bool = false, _ endpoint: @escaping Endpoint) async throws -> ARN {
        let subscription = SimulatedSubscription(
            arn: "\(topic.rawValue):\(random.uuid())", token: random.hexadecimal(256), isRaw: isRaw, endpoint: endpoint)
        topics[topic, default: SimulatedTopic()].subscriptions.append(subscription)
        try await ask(subscription, of: topic, kind: "SubscriptionConfirmation")
        return ARN(rawValue: subscription.arn)
    }

    /// Removes a subscription and posts the note of it there.
    ///
    /// - Parameter name: The subscription's name.
    public func unsubscribe(_ name: ARN) async throws {
        for (topic, state) in topics {
            guard let index = state.subscriptions.firstIndex(where: { $0.arn == name.rawValue }) else { continue }
            let subscription = state.subscriptions[index]
            topics[topic]?.subscriptions.remove(at: index)
            try await ask(subscription, of: topic, kind: "UnsubscribeConfirmation")
        }
    }

    /// The confirmed subscriptions of a topic, and whether each needs credentials to be ended.
    ///
    /// - Parameter topic: The topic.
    public func confirmedSubscriptions(of topic: ARN) -> [(arn: ARN, needsAuthentication: Bool)] {
        (topics[topic]?.subscriptions ?? []).filter(\.isConfirmed).map {
            (ARN(rawValue: $0.arn), $0.needsAuthentication)
        }
    }

    /// Publishes a message to a topic's subscribers.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - subject: Its subject.
    ///   - topic: The topic.
    public func publish(_ message: String, subject: String? = nil, to topic: ARN) async throws {
        guard let state = topics[topic] else { return }
        var members = members("Notification", of: topic, message: message)
        members["Subject"] = subject
        for subscription in state.subscriptions where subscription.isConfirmed {
            let unsubscribe = "https://\(host)/?Action=Unsubscribe&SubscriptionArn=\(subscription.arn)"
            let body =
                subscription.isRaw
                ? Data(message.utf8)
                : try signer.envelope(members, version: state.signatureVersion, unsubscribeURL: unsubscribe)
            await post(body, members, to: subscription)
        }
    }

    /// Publishes what a simulator's event destinations got for topics of this region.
    ///
    /// - Parameter simulator: The simulator, on the same clock; its deliveries are taken.
    /// - Returns: What went elsewhere.
    @discardableResult
    public func publish(deliveriesOf simulator: SESSimulator) async throws -> [SimulatedDelivery] {
        var others: [SimulatedDelivery] = []
        for delivery in await simulator.takeDeliveries() {
            guard case .sns(let topic) = delivery.target, topics[topic] != nil,
                let published = try? JSONDecoder().decode(Published.self, from: delivery.body)
            else {
                others.append(delivery)
                continue
            }
            try await publish(published.message, subject: published.subject, to: topic)
        }
        return others
    }

    private struct Published: Decodable {
        var message: String
        var subject: String?

        enum CodingKeys: String, CodingKey {
            case message = "Message"
            case subject = "Subject"
        }
    }

    // MARK: Posting

    /// The members that every message has.
    package func members(_ kind: String, of topic: ARN, message: String) -> [String: String] {
        [
            "Type": kind, "MessageId": random.uuid(), "TopicArn": topic.rawValue, "Message": message,
            "Timestamp": EventTimestamp(clock.date).text,
        ]
    }

    private func ask(_ subscription: SimulatedSubscription, of topic: ARN, kind: String) async throws {
        var members = members(
            kind, of: topic,
            message: "You have chosen to subscribe to the topic \(topic.rawValue).\n"
                + "To confirm the subscription, visit the SubscribeURL included in this message.")
        members["Token"] = subscription.token
        members["SubscribeURL"] =
            "https://\(host)/?Action=ConfirmSubscription&TopicArn=\(topic.rawValue)&Token=\(subscription.token)"
        let version = topics[topic]?.signatureVersion ?? "1"
        await post(try signer.envelope(members, version: version), members, to: subscription)
    }

    private func post(
        _ body: Data, _ members: [String: String], to subscription: SimulatedSubscription
    ) async {
        let kind = members["Type"] ?? ""
        var headers = [
            (name: "x-amz-sns-message-type", value: kind),
            (name: "x-amz-sns-message-id", value: members["MessageId"] ?? ""),
            (name: "x-amz-sns-topic-arn", value: members["TopicArn"] ?? ""),
        ]
        if kind == "Notification" {
            headers.append((name: "x-amz-sns-subscription-arn", value: subscription.arn))
            if subscription.isRaw { headers.append((name: "x-amz-sns-rawdelivery", value: "true")) }
        }
        headers.append((name: "Content-Type", value: "text/plain; charset=UTF-8"))
        headers.append((name: "User-Agent", value: "Amazon Simple Notification Service Agent"))
        let message = SimulatedPost(method: "POST", headers: headers, body: body)
        var statuses: [Int] = []
        while statuses.count < Self.attempts {
            let status = await subscription.endpoint(message)
            statuses.append(status)
            guard status >= 500 || status == 429 else { break }
        }
        results.append(
            SimulatedPostResult(
                messageID: members["MessageId"] ?? "", subscriptionARN: subscription.arn, statuses: statuses))
    }
}
#endif
