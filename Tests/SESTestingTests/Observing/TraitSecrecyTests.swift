#if LoggingSupport && MetricsSupport && TracingSupport
import InMemoryLogging
import InMemoryTracing
import Logging
import Metrics
import MetricsTestKit
import SESClient
import SESTesting
import Testing
import Tracing

@Suite("Logs, metrics and traces")
struct TraitSecrecyTests {
    @Test("hold no secret, address or content, whatever happens to a call")
    func story() async throws {
        let handler = InMemoryLogHandler()
        var logger = Logger(label: "test", factory: { _ in handler })
        logger.logLevel = .trace
        let metrics = TestMetrics()
        let tracer = InMemoryTracer()
        try await SecretStory.tell(to: [
            SESCallTracer(tracer: tracer), SESCallLogger(logger: logger),
            SESCallMetrics(configurationSets: ["promo"], factory: metrics),
        ])

        let logs = handler.entries.map { "\($0.message) \($0.metadata) \($0.error.map { "\($0)" } ?? "")" }
        #expect(handler.entries.filter { $0.level == .debug }.count == SecretStory.calls)
        #expect(handler.entries.contains { $0.level == .info })

        let counters = metrics.counters.map { "\($0.label) \($0.dimensions) \($0.totalValue)" }
        let timers = metrics.timers.map { "\($0.label) \($0.dimensions) \($0.values)" }
        #expect(metrics.counterTotal(label: "ses.calls") == SecretStory.calls)

        let spans = tracer.finishedSpans.map(Self.text)
        #expect(spans.count == SecretStory.calls)
        #expect(tracer.activeSpans.isEmpty)

        for (kind, texts) in [("logs", logs), ("metrics", counters + timers), ("spans", spans)] {
            let text = texts.joined(separator: "\n")
            for word in ["throttled", "messageRejected", "SendEmail", "promo"] {
                #expect(text.contains(word), "\(kind) should have \(word)")
            }
            for secret in SecretStory.secrets { #expect(!text.contains(secret), "\(secret) is in \(kind)") }
        }
    }

    /// All that a span holds.
    private static func text(of span: FinishedInMemorySpan) -> String {
        var parts = [span.operationName, "\(span.status?.message ?? "")"]
        func add(_ attributes: SpanAttributes) { attributes.forEach { parts.append("\($0)=\($1)") } }
        add(span.attributes)
        for event in span.events {
            parts.append(event.name)
            add(event.attributes)
        }
        for error in span.errors {
            parts.append("\(error.error)")
            add(error.attributes)
        }
        return parts.joined(separator: " ")
    }
}
#endif
