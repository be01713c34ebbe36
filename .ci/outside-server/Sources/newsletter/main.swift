// A service with everything that `Server` turns on, on the simulator: it runs Docs/Traits.md's own code under a service group,
// and finds its calls again in logs, metrics and traces.
import Configuration
import Foundation
import InMemoryLogging
import InMemoryTracing
import Logging
import Metrics
import MetricsTestKit
import SESClient
import SESIntake
import SESMonitoring
import SESTesting
import ServiceLifecycle
import Tracing

struct Missing: Error, CustomStringConvertible {
    let description: String
}

func expect(_ holds: Bool, _ what: String) throws {
    guard holds else { throw Missing(description: what) }
    print("ok: \(what)")
}

let handler = InMemoryLogHandler()
let metrics = TestMetrics()
let tracer = InMemoryTracer()
LoggingSystem.bootstrap { _ in
    var handler = handler
    handler.logLevel = .debug
    return handler
}
MetricsSystem.bootstrap(metrics)
InstrumentationSystem.bootstrap(tracer)

// The service, ended when its work is.
let simulator = SESSimulator()
let ses = SESv2Client(simulator: simulator, observers: observers())
try await ses.createConfigurationSet(ConfigurationSet("promo"))
await simulator.inject(.serviceFailure(status: 503), on: SendEmail.self)
let emails = ["jane@example.org", "joe@example.org", "jim@example.org"].map { address in
    Email(from: "shop@example.com", to: [EmailAddress(rawValue: address)], subject: "May sale", text: "…")
}
let group = ServiceGroup(
    configuration: .init(
        services: [
            .init(service: MonitorService(monitor: try SESMonitor())),
            .init(service: Newsletter(ses: ses, emails: emails), successTerminationBehavior: .gracefullyShutdownGroup),
        ],
        logger: Logger(label: "newsletter")))
try await group.run()

try expect(await simulator.sentMails.count == 3, "three mails were sent")
let ended = handler.entries.filter {
    $0.message == "SES call ended" && $0.metadata["aws.operation"] == "SendEmail"
}
try expect(ended.count == 3, "the log has three sends")
try expect(ended.allSatisfy { $0.metadata["ses.configuration_set"] == "promo" }, "the log names their set")
try expect(ended.allSatisfy { $0.metadata["aws.request_id"] != nil }, "the log has their request ids")
let sent = [("operation", "SendEmail"), ("outcome", "succeeded"), ("configuration_set", "promo")]
try expect(metrics.counterTotal(label: "ses.calls", dimensions: sent) == 3, "the metrics count three sends")
try expect(metrics.counterTotal(label: "ses.retries") == 1, "the metrics count one repetition")
let run = tracer.finishedSpans.first { $0.operationName == "newsletter" }
let sends = tracer.finishedSpans.filter { $0.operationName == "SESv2.SendEmail" }
try expect(sends.count == 3, "the trace has three sends")
try expect(run != nil && sends.allSatisfy { $0.parentSpanID == run?.spanID }, "the sends are under the run's span")

// Events, signed and posted to a webhook.
let received = try await receivesEvents()
try expect(received.map(\.type) == [.send, .delivery], "the webhook took both events")
let nobody = try EventWebhook(topic: "arn:aws:sns:eu-west-1:123456789012:promo") { _ in }
let refused = await nobody.post(headers: [], body: Data("{}".utf8))
try expect(refused.status == 400, "the webhook refuses what isn't SNS's")

// One message twice.
let sns = try SimulatedSNS()
let topic = await sns.createTopic("promo")
let webhook = try SNSWebhook(
    topics: [topic], confirming: .never, trustRoots: SNSTrustRoots(pem: sns.trustRootPEM), transport: sns.transport,
    now: { sns.clock.date })
try await sns.subscribe(to: topic) { post in
    let answers = await twice(post, to: webhook) { _ in }
    return answers.map(\.response.status) == [200, 200] && answers[1].refusal?.code == .replayed ? 200 : 400
}
try expect(await sns.results.map(\.statuses) == [[200]], "the webhook takes a message once")

// The real transport, to a port where nobody listens: the address travels in the path, and stays out of every span.
let values: [AbsoluteConfigKey: ConfigValue] = [
    "ses.region": "eu-west-1", "ses.endpoint.url": "http://127.0.0.1:1", "ses.retry.maxAttempts": 1,
    "ses.credentials.accessKeyID": "AKIDEXAMPLE", "ses.credentials.secretAccessKey": "secret",
]
let configured = try client(config: ConfigReader(provider: InMemoryProvider(values: values)))
try expect(DefaultTransport.shared is AsyncHTTPClientTransport, "the transport is async-http-client's")
do {
    _ = try await configured.getSuppressedDestination("jane@example.org")
    throw Missing(description: "a call to nobody fails")
} catch let error as SESv2Error {
    try expect(error.code == .connectionFailed, "a call to nobody fails")
}
try expect(
    tracer.finishedSpans.contains { $0.operationName == "SESv2.GetSuppressedDestination" }, "it has its span")
var spans = ""
dump(tracer.finishedSpans, to: &spans)
try expect(spans.contains("GetSuppressedDestination"), "the spans' text is whole")
for address in ["jane", "joe@", "jim@", "shop@"] { try expect(!spans.contains(address), "no span holds \(address)") }
_ = SigV4aSigner(service: "ses")
