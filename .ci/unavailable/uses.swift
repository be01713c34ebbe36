// Uses each declaration that a trait brings, compiled without any trait: `.ci/unavailable.sh` expects exactly the errors
// that stand at the ends of the lines.
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
