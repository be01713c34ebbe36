#if TracingSupport
import SESNames
import Synchronization
public import Tracing

/// Makes a span of every call of a client with swift-distributed-tracing.
///
/// The span is called `SESv2.SendEmail` after the operation and is of kind client; its parent is the span that the calling
/// task is in, and it is the current one while credentials are asked for and the transport runs. Attributes: `rpc.system`
/// (`aws-api`), `rpc.service` (`SESv2`), `rpc.method`, `aws.request_id`, `aws.invocation_id`, `ses.configuration_set`,
/// `ses.attempts`; for a call that didn't succeed `error.type`, which is also the message of its error status, such as
/// `throttled`. Each attempt that is repeated is an event `ses.retry`. None holds an address or content.
///
/// ```swift
/// let configuration = SESv2Client.Configuration(observers: [SESCallTracer()])
/// ```
///
/// Put it before the client's other observers, so that they work inside its span. Needs the `TracingSupport` trait.
public final class SESCallTracer: SESCallObserver {
    private let given: (any Tracer)?
    /// The spans of the calls that go on, by the call's invocation id.
    private let spans = Mutex<[String: any Span]>([:])

    /// Creates an observer.
    ///
    /// - Parameter tracer: What makes the spans; nil for that of the task or else of the process
    ///   (`InstrumentationSystem.tracer`), looked up for each call.
    public init(tracer: (any Tracer)? = nil) {
        given = tracer
    }

    /// Runs the call inside its span.
    public func surround(_ call: ObservedCall, _ body: () async -> Void) async {
        let span: any Span = (given ?? InstrumentationSystem.tracer)
            .startSpan("SESv2.\(call.operation)", ofKind: .client)
        span.updateAttributes { attributes in
            attributes["rpc.system"] = "aws-api"
            attributes["rpc.service"] = "SESv2"
            attributes["rpc.method"] = call.operation
            attributes["aws.invocation_id"] = call.invocationID
            attributes["ses.configuration_set"] = call.configurationSet?.rawValue
        }
        spans.withLock { $0[call.invocationID] = span }
        await ServiceContext.$current.withValue(span.context) { await body() }
        spans.withLock { $0[call.invocationID] = nil }
        span.end()
    }

    /// Notes an attempt that is repeated.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        guard let wait = attempt.repeatsAfter, let span = span(of: call) else { return }
        span.addEvent(
            SpanEvent(
                name: "ses.retry",
                attributes: [
                    "ses.attempt": .int64(Int64(attempt.number)), "error.type": .string(attempt.outcome.description),
                    "ses.repeats_after": .double(wait / .seconds(1)),
                ]))
    }

    /// Notes how the call ended.
    public func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {
        guard let span = span(of: call) else { return }
        span.updateAttributes { attributes in
            attributes["ses.attempts"] = ending.attempts
            attributes["aws.request_id"] = ending.requestID
        }
        guard ending.outcome != .succeeded else { return }
        span.updateAttributes { $0["error.type"] = ending.outcome.description }
        span.setStatus(SpanStatus(code: .error, message: ending.outcome.description))
    }

    private func span(of call: ObservedCall) -> (any Span)? {
        spans.withLock { $0[call.invocationID] }
    }
}
#endif
