#if ServiceLifecycleSupport
public import ServiceLifecycle

/// A consumer of a queue as a service that a `ServiceGroup` runs: a graceful shutdown of the group is one of the consumer.
///
/// ```swift
/// let service = SQSQueueService(consumer: consumer) { delivery in try await store(delivery.events) }
/// try await ServiceGroup(services: [service], gracefulShutdownSignals: [.sigterm], logger: logger).run()
/// ```
///
/// Give the group a `maximumGracefulShutdownDuration` longer than ``QueueOptions/shutdownGrace``, or none.
public struct SQSQueueService: Service {
    /// What takes the messages.
    public let consumer: SQSQueueConsumer
    private let handler: @Sendable (QueueDelivery) async throws -> Void

    /// Creates a service.
    ///
    /// - Parameters:
    ///   - consumer: What takes the messages; it runs once.
    ///   - handler: Works on a delivery; see ``SQSQueueConsumer/run(_:)``.
    public init(
        consumer: SQSQueueConsumer, handler: @escaping @Sendable (QueueDelivery) async throws -> Void
    ) {
        self.consumer = consumer
        self.handler = handler
    }

    /// Runs until the group shuts down.
    ///
    /// - Throws: What ``SQSQueueConsumer/run(_:)`` throws.
    public func run() async throws {
        try await withGracefulShutdownHandler {
            try await consumer.run(handler)
        } onGracefulShutdown: {
            consumer.stop()
        }
    }
}
#endif
