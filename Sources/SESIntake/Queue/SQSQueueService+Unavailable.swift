#if !ServiceLifecycleSupport
/// A consumer of a queue as a service of swift-service-lifecycle.
@available(*, unavailable, message: "SQSQueueService needs the `ServiceLifecycleSupport` trait")
public struct SQSQueueService: Sendable {
    /// Creates a service.
    public init(
        consumer: SQSQueueConsumer, handler: @escaping @Sendable (QueueDelivery) async throws -> Void
    ) {}
}
#endif
