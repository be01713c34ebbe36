/// The messages of a queue, each to be acknowledged by who takes it; see ``SQSQueueConsumer/deliveries``.
///
/// ```swift
/// for try await delivery in consumer.deliveries {
///     try await store(delivery.events)
///     await delivery.acknowledge()
/// }
/// ```
public struct QueueDeliveries: AsyncSequence, Sendable {
    /// A message in hand.
    public typealias Element = QueueDelivery

    let consumer: SQSQueueConsumer

    /// Starts to take messages at the first call of its `next()`.
    public func makeAsyncIterator() -> Iterator { Iterator(consumer) }

    /// Takes messages one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        /// Begins a shutdown when nobody iterates any more.
        private final class Taking: Sendable {
            let consumer: SQSQueueConsumer

            init(_ consumer: SQSQueueConsumer) { self.consumer = consumer }

            deinit { consumer.stop() }
        }

        private let consumer: SQSQueueConsumer
        private var taking: Taking?

        init(_ consumer: SQSQueueConsumer) {
            self.consumer = consumer
        }

        /// The next message; nil after a shutdown began or the task was cancelled.
        ///
        /// - Throws: ``SESIntakeError`` with the code `queueRefused` if the queue can't be worked with, or `underway` if the
        ///   consumer runs already.
        public mutating func next() async throws(SESIntakeError) -> QueueDelivery? {
            if taking == nil {
                try await consumer.begin()
                taking = Taking(consumer)
            }
            let delivery = await withTaskCancellationHandler {
                await consumer.next()
            } onCancel: { [consumer] in
                consumer.stop()
            }
            if delivery == nil, let failure = await consumer.failure { throw failure }
            return delivery
        }
    }
}
