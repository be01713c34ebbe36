import Foundation
import SESClient
import SESIntake
import SESTesting
import Synchronization

/// Amazon SNS, simulated, and the posts of its topics.
struct Sender {
    static let topic = "promo"
    /// What makes a message too old, or too far ahead.
    static let staleness = Duration.seconds(7200)

    let sns: SimulatedSNS
    let clock: SimulatedClock

    /// Its clock is behind the machine's by as much as makes a message stale.
    init() throws {
        clock = SimulatedClock(start: Date().addingTimeInterval(-(Self.staleness / .seconds(1))))
        sns = try SimulatedSNS(clock: clock)
    }

    func arn(_ name: String) -> ARN { .snsTopic(name, region: sns.region, accountID: sns.accountID) }

    /// The certificate that the posts name, in PEM.
    func certificate(at url: String) async throws -> Data {
        let path = url.dropFirst("https://\(sns.host)".count)
        let request = AWSHTTPRequest(method: "GET", host: sns.host, path: String(path))
        return try await sns.transport.execute(request, limits: TransportLimits()).body
    }

    /// What SNS posts of these events, signed.
    func posts(of events: [String], to name: String, version: String) async throws -> [Post] {
        let topic = await sns.createTopic(name, signatureVersion: version)
        let clock = clock
        let webhook = try SNSWebhook(
            topics: [topic], confirming: .signed(with: StaticCredentialProvider(sns.credentials)),
            trustRoots: SNSTrustRoots(pem: sns.trustRootPEM), transport: sns.transport, now: { clock.date })
        let posts = Posts()
        let subscription = try await sns.subscribe(to: topic) { post in
            if posts.took(post) { return 200 }
            return await webhook.receive(method: post.method, headers: post.headers, body: post.body).response.status
        }
        for event in events {
            try await sns.publish("\(event)\n", subject: "Amazon SES Email Event Notification", to: topic)
        }
        try await sns.unsubscribe(subscription)
        return posts.all
    }
}

/// The notifications that were posted.
private final class Posts: Sendable {
    private let posts = Mutex<[Post]>([])

    var all: [Post] { posts.withLock { $0 } }

    /// Keeps a notification; returns whether it was one.
    func took(_ post: SimulatedPost) -> Bool {
        guard post.headers.contains(where: { $0.value == "Notification" }) else { return false }
        posts.withLock { $0.append(Post(post)) }
        return true
    }
}
