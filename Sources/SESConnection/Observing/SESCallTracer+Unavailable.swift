#if !TracingSupport
/// Makes a span of every call of a client; needs the `TracingSupport` trait.
@available(*, unavailable, message: "SESCallTracer needs the `TracingSupport` trait")
public struct SESCallTracer: SESCallObserver {
    /// Creates an observer.
    public init(tracer: Any? = nil) {}
}
#endif
