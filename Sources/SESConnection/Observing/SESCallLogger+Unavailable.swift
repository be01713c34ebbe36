#if !LoggingSupport
/// Logs the calls of a client with swift-log; needs the `LoggingSupport` trait.
@available(*, unavailable, message: "SESCallLogger needs the `LoggingSupport` trait")
public struct SESCallLogger: SESCallObserver {
    /// Creates an observer.
    public init(logger: Any? = nil) {}
}
#endif
