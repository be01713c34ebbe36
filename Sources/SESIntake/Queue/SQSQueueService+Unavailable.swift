#if !ServiceLifecycleSupport
/// A consumer of a queue as a service of swift-service-lifecycle.
@available(*, unavailable, message: "SQSQueueService needs the `ServiceLifecycleSupport` trait")
public struct SQSQueueService: Sendable {
    /// What takes the messages.
    public let consumer: SQSQueueConsumer

    /// Creates a service.
    public init(
        consumer: SQSQueueConsumer, handler: @escaping @Sendable (QueueDelivery) async throws -> Void
    ) {
        self.consumer = consumer
    }

    /// Runs until the group shuts down.
    public func run() async throws {}
}
#endif
