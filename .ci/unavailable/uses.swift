// Uses each declaration that a trait brings, compiled without any trait: `.ci/unavailable.sh` expects exactly the errors
// that stand at the ends of the lines.
import Foundation
import SESClient
import SESIntake
import SESSigning
import SESTesting

func signs(_ signer: SigV4aSigner) {}  // error: 'SigV4aSigner' is unavailable: SigV4aSigner needs the `CryptoSupport` trait
let signer = SigV4aSigner(service: "ses")  // error: 'SigV4aSigner' is unavailable: SigV4aSigner needs the `CryptoSupport` trait
let verifier = SigV4aVerifier(service: "ses", region: "eu-west-1")  // error: 'SigV4aVerifier' is unavailable: SigV4aVerifier needs the `CryptoSupport` trait
let transport = AsyncHTTPClientTransport.shared  // error: 'AsyncHTTPClientTransport' is unavailable: AsyncHTTPClientTransport needs the `AsyncHTTPClientSupport` trait

// What doesn't depend on a trait compiles as it does with all of them.
let client = try SESv2Client(region: .euWest1, transport: DefaultTransport.shared)
let same = try SESv2Client(region: .euWest1)
let logger = SESCallLogger()  // error: 'SESCallLogger' is unavailable: SESCallLogger needs the `LoggingSupport` trait
let metrics = SESCallMetrics(configurationSets: ["promo"])  // error: 'SESCallMetrics' is unavailable: SESCallMetrics needs the `MetricsSupport` trait
let tracer = SESCallTracer()  // error: 'SESCallTracer' is unavailable: SESCallTracer needs the `TracingSupport` trait
let configured = try SESv2Client(config: 1)  // error: 'init(config:credentials:transport:configuration:)' is unavailable: SESv2Client(config:) needs the `ConfigurationSupport` trait
let configuration = try SESv2Client.Configuration(config: 1)  // error: 'init(config:base:)' is unavailable: Configuration(config:) needs the `ConfigurationSupport` trait
func provides(_ provider: ConfigCredentialProvider) {}  // error: 'ConfigCredentialProvider' is unavailable: ConfigCredentialProvider needs the `ConfigurationSupport` trait
let verifiesTopic = try SNSVerifier(topics: ["arn:aws:sns:eu-west-1:123456789012:promo"])  // error: 'SNSVerifier' is unavailable: SNSVerifier needs the `CryptoSupport` trait
let webhook = try SNSWebhook(topics: [], confirming: .never)  // error: 'SNSWebhook' is unavailable: SNSWebhook needs the `CryptoSupport` trait
func trusts(_ roots: SNSTrustRoots) {}  // error: 'SNSTrustRoots' is unavailable: SNSTrustRoots needs the `CryptoSupport` trait
func simulates(_ topics: SimulatedSNS) {}  // error: 'SimulatedSNS' is unavailable: SimulatedSNS needs the `CryptoSupport` trait
func runs(_ service: SQSQueueService) {}  // error: 'SQSQueueService' is unavailable: SQSQueueService needs the `ServiceLifecycleSupport` trait
let raw = try UnverifiedRawDeliveryWebhook(topics: []) { _ in false }

// What is called on them is there as well, so that no other error stands beside these.
func receives(_ body: Data, _ delivery: WebhookDelivery) async throws {
    let webhook = try SNSWebhook(topics: [], confirming: .never)  // error: 'SNSWebhook' is unavailable: SNSWebhook needs the `CryptoSupport` trait
    let answer = await webhook.receive(method: "POST", headers: [], body: body) { delivery in print(delivery.events) }
    let other = await webhook.receive(method: "POST", headers: [], body: body)
    webhook.forget(delivery)
    print(answer.response.status, answer.refusal as Any, other.events)
    let message = try await SNSVerifier(topics: []).verify(body)  // error: 'SNSVerifier' is unavailable: SNSVerifier needs the `CryptoSupport` trait
    print(message.messageID)
}
func simulates(_ simulator: SESSimulator, _ sqs: SimulatedSQS) async throws {
    let sns = try SimulatedSNS(clock: simulator.clock)  // error: 'SimulatedSNS' is unavailable: SimulatedSNS needs the `CryptoSupport` trait
    let topic = await sns.createTopic("promo", signatureVersion: "2")
    let webhook = try SNSWebhook(  // error: 'SNSWebhook' is unavailable: SNSWebhook needs the `CryptoSupport` trait
        topics: [topic], confirming: .signed(with: StaticCredentialProvider(sns.credentials)),
        trustRoots: SNSTrustRoots(pem: sns.trustRootPEM), transport: sns.transport, now: { sns.clock.date })  // error: 'SNSTrustRoots' is unavailable: SNSTrustRoots needs the `CryptoSupport` trait
    let name = try await sns.subscribe(to: topic) { post in
        await webhook.receive(method: post.method, headers: post.headers, body: post.body).response.status
    }
    await sns.subscribe(queue: "https://sqs.eu-west-1.amazonaws.com/1/q", of: sqs, to: topic)
    try await sns.publish("{}", to: topic)
    try await sns.publish(deliveriesOf: simulator)
    try await sns.unsubscribe(name)
    print(await sns.results.map(\.isDelivered), await sns.requests.count, await sns.confirmedSubscriptions(of: topic).count)
    print(sns.region, sns.accountID, sns.host, sns.certificateName)
}
func runs(_ consumer: SQSQueueConsumer) async throws {
    let service = SQSQueueService(consumer: consumer) { delivery in print(delivery.events) }  // error: 'SQSQueueService' is unavailable: SQSQueueService needs the `ServiceLifecycleSupport` trait
    try await service.run()
    print(service.consumer)
}
func signs(_ request: inout AWSHTTPRequest, with keys: AWSCredentials) throws {
    let signer = SigV4aSigner(service: "ses")  // error: 'SigV4aSigner' is unavailable: SigV4aSigner needs the `CryptoSupport` trait
    try signer.sign(&request, with: keys, at: Date())
    try signer.presign(&request, with: keys, at: Date(), expiresIn: 60)
    print(signer.service, signer.regionSet, signer.options)
    try SigV4aVerifier(service: "ses", region: "eu-west-1").verify(request, at: Date()) { _ in keys }  // error: 'SigV4aVerifier' is unavailable: SigV4aVerifier needs the `CryptoSupport` trait
}
func carries(by http: Int) throws {
    let own = AsyncHTTPClientTransport(http)  // error: 'AsyncHTTPClientTransport' is unavailable: AsyncHTTPClientTransport needs the `AsyncHTTPClientSupport` trait
    let carried = try SESv2Client(region: .euWest1, transport: own)
    let chained = CachingCredentialProvider(ConfigCredentialProvider(config: 1))  // error: 'ConfigCredentialProvider' is unavailable: ConfigCredentialProvider needs the `ConfigurationSupport` trait
    print(carried.region, chained)
}
