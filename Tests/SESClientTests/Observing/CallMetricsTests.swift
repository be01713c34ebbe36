#if MetricsSupport
import Foundation
import Metrics
import MetricsTestKit
import SESClient
import Testing

@Suite("The metrics of calls")
struct CallMetricsTests {
    private let factory = CountingFactory()
    private var metrics: TestMetrics { factory.metrics }

    /// Counts how many instruments are made.
    private final class CountingFactory: MetricsFactory {
        let metrics = TestMetrics()
        let made = Shared(0)

        func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
            made.change { $0 += 1 }
            return metrics.makeCounter(label: label, dimensions: dimensions)
        }
        func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
            made.change { $0 += 1 }
            return metrics.makeTimer(label: label, dimensions: dimensions)
        }
        func makeRecorder(
            label: String, dimensions: [(String, String)], aggregate: Bool
        ) -> any RecorderHandler { metrics.makeRecorder(label: label, dimensions: dimensions, aggregate: aggregate) }
        func destroyCounter(_ handler: any CounterHandler) { metrics.destroyCounter(handler) }
        func destroyRecorder(_ handler: any RecorderHandler) { metrics.destroyRecorder(handler) }
        func destroyTimer(_ handler: any TimerHandler) { metrics.destroyTimer(handler) }
    }

    private func client(_ statuses: [Int], _ observer: SESCallMetrics) throws -> SESv2Client {
        let clock = WaitingClock()
        let transport = RecordingTransport { _, number in
            clock.pass(.milliseconds(100))
            return AWSHTTPResponse(
                status: statuses[number % statuses.count], headers: [:], body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
        return try .test(transport, configuration: .init(clock: clock, random: { 0.5 }, observers: [observer]))
    }

    @Test("count calls, attempts and what is repeated, and time the calls")
    func counts() async throws {
        let client = try client([429, 200], SESCallMetrics(factory: factory))
        for _ in 0..<3 { try await client.send(.test, configurationSet: "promo") }
        let good = [("operation", "SendEmail"), ("outcome", "succeeded")]
        let throttled = [("operation", "SendEmail"), ("outcome", "throttled")]
        #expect(try metrics.expectCounter("ses.calls", good).totalValue == 3)
        #expect(try metrics.expectCounter("ses.attempts", good).totalValue == 3)
        #expect(try metrics.expectCounter("ses.attempts", throttled).totalValue == 3)
        #expect(try metrics.expectCounter("ses.retries", throttled).totalValue == 3)
        #expect(metrics.counters(label: "ses.calls").count == 1)
        #expect(metrics.counters(label: "ses.retries").count == 1)
        #expect(
            try metrics.expectTimer("ses.call.duration", good).values == Array(repeating: 700_000_000, count: 3))
        #expect(factory.made.value == 5)
    }

    @Test("tell apart only the sets that were named, however many there are")
    func sets() async throws {
        let client = try client([200], SESCallMetrics(configurationSets: ["promo"], factory: factory))
        for number in 0..<20 {
            let name = ConfigurationSetName(rawValue: "set-\(number)")
            try await client.send(.test, configurationSet: name)
        }
        try await client.send(.test, configurationSet: "promo")
        try await client.send(.test, configurationSet: nil)
        let counts = metrics.counters(label: "ses.calls").map { counter in
            let set = counter.dimensions.first { $0.0 == "configuration_set" }?.1
            return "\(set ?? "?") \(counter.totalValue)"
        }
        #expect(counts.sorted() == ["none 1", "other 20", "promo 1"])
    }

    @Test("are made by the task's factory, if none is given")
    func taskLocal() async throws {
        let observer = withMetricsFactory(factory) { SESCallMetrics() }
        let client = try client([404], observer)
        await #expect(throws: SESv2Error.self) { _ = try await client.getConfigurationSet("s") }
        let labels = [("operation", "GetConfigurationSet"), ("outcome", "notFound")]
        #expect(try metrics.expectCounter("ses.calls", labels).totalValue == 1)
    }
}
#endif
