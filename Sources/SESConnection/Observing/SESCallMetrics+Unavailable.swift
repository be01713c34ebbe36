#if !MetricsSupport
public import SESNames

/// Counts and times the calls of a client with swift-metrics; needs the `MetricsSupport` trait.
@available(*, unavailable, message: "SESCallMetrics needs the `MetricsSupport` trait")
public struct SESCallMetrics: SESCallObserver {
    /// Creates an observer.
    public init(configurationSets: Set<ConfigurationSetName> = [], factory: Any? = nil) {}
}
#endif
