#if TracingSupport
import Foundation
import InMemoryTracing
import SESClient
import Testing
import Tracing

@Suite("The traces of calls")
struct CallTracerTests {
    private let tracer = InMemoryTracer()

    private func client(
        _ observers: [any SESCallObserver], _ answer: @escaping @Sendable (Int) async throws -> AWSHTTPResponse
    ) throws -> SESv2Client {
        let transport = RecordingTransport { _, number in try await answer(number) }
        return try .test(transport, configuration: .init(random: { 0 }, observers: observers))
    }

    private static func answer(_ status: Int, _ number: Int) -> AWSHTTPResponse {
        AWSHTTPResponse(
            status: status, headers: ["x-amzn-RequestId": "r-\(number)"], body: Data(#"{"MessageId":"m-1"}"#.utf8))
    }

    @Test("have a span of each call, with what is known of it, under the caller's")
    func span() async throws {
        let client = try client([SESCallTracer(tracer: tracer)]) { Self.answer([429, 200][$0], $0) }
        try await tracer.withSpan("request") { _ in _ = try await client.send(.test, configurationSet: "promo") }
        let (span, request) = (try #require(tracer.finishedSpans.first), try #require(tracer.finishedSpans.last))
        #expect(tracer.finishedSpans.count == 2)
        #expect(span.operationName == "SESv2.SendEmail")
        #expect(span.kind == .client)
        #expect(span.parentSpanID == request.spanID)
        #expect(span.traceID == request.traceID)
        #expect(span.status == nil)
        #expect(span.attributes["aws.invocation_id"] != nil)
        let expected: [String: SpanAttribute] = [
            "rpc.system": "aws-api", "rpc.service": "SESv2", "rpc.method": "SendEmail", "aws.request_id": "r-1",
            "ses.configuration_set": "promo", "ses.attempts": .int64(2),
        ]
        for (key, value) in expected { #expect(span.attributes[key]?.toSpanAttribute() == value, "\(key)") }
        #expect(span.attributes.count == expected.count + 1)
        #expect(span.events.map(\.name) == ["ses.retry"])
        #expect(span.events.first?.attributes["error.type"]?.toSpanAttribute() == "throttled")
        #expect(tracer.activeSpans.isEmpty)
    }

    @Test("have the call's span as the current one while the transport runs")
    func current() async throws {
        let seen = Shared<ServiceContext?>(nil)
        let client = try client([SESCallTracer(tracer: tracer)]) { number in
            let context = ServiceContext.current
            seen.change { $0 = context }
            return Self.answer(200, number)
        }
        _ = try await client.getAccount()
        let span = try #require(tracer.finishedSpans.first)
        #expect(seen.value?.inMemorySpanContext?.spanID == span.spanID)
        #expect(span.parentSpanID == nil)
        #expect(ServiceContext.current == nil)
    }

    @Test("say why a call failed")
    func failure() async throws {
        let client = try client([SESCallTracer(tracer: tracer)]) { Self.answer(404, $0) }
        await #expect(throws: SESv2Error.self) { try await client.getConfigurationSet("s") }
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.status == SpanStatus(code: .error, message: "notFound"))
        #expect(span.attributes["error.type"]?.toSpanAttribute() == "notFound")
        #expect(span.errors.isEmpty)
    }

    @Test("end the span of a call that is cancelled")
    func cancelled() async throws {
        let client = try client([SESCallTracer(tracer: tracer)]) { _ in try await silence() }
        let call = Task { _ = try await client.getAccount() }
        while tracer.activeSpans.isEmpty { await Task.yield() }
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(tracer.finishedSpans.map(\.status) == [SpanStatus(code: .error, message: "cancelled")])
    }

    @Test("nest those of calls that go on at once under the same parent, each with its own")
    func concurrent() async throws {
        let client = try client([SESCallTracer(tracer: tracer)]) { Self.answer(200, $0) }
        try await tracer.withSpan("request") { _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await client.getAccount() } }
                try await group.waitForAll()
            }
        }
        let spans = tracer.finishedSpans
        let request = try #require(spans.last)
        #expect(spans.dropLast().allSatisfy { $0.parentSpanID == request.spanID })
        let ids = spans.dropLast().compactMap { $0.attributes["aws.request_id"]?.toSpanAttribute() }
        #expect(Set(ids.map { "\($0)" }).count == 20)
    }

    @Test("are made by the task's tracer, if none is given")
    func taskLocal() async throws {
        let client = try client([SESCallTracer()]) { Self.answer(200, $0) }
        _ = try await withTracer(tracer) { try await client.getAccount() }
        #expect(tracer.finishedSpans.map(\.operationName) == ["SESv2.GetAccount"])
    }
}
#endif
