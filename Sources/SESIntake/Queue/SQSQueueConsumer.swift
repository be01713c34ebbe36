public import SESClient

/// Takes SES's events from a queue of Amazon SQS, and loses none: a message is deleted only after it was handled.
///
/// It takes whatever an event destination puts on a queue: messages of an SNS topic with or without their envelope, and
/// EventBridge's. While a message is in hand it is kept from others, however long that takes. An event that comes again within
/// the ``QueueOptions/deduplicationWindow`` isn't handled again. What can't be read stays, for the queue's dead-letter policy.
///
/// **No signature of SNS is checked**: who may put messages on the queue is the queue's policy to say. Let it name the topic.
///
/// ```swift
/// let consumer = try SQSQueueConsumer(queueURL: "https://sqs.eu-west-1.amazonaws.com/123456789012/events")
/// try await consumer.run { delivery in
///     try await store(delivery.events)
/// }
/// ```
///
/// It needs `sqs:ReceiveMessage`, `sqs:DeleteMessage` and `sqs:ChangeMessageVisibility` on the queue. The batch forms of the calls
/// have no permissions of their own.
///
/// AWS: Amazon SQS API Reference, `ReceiveMessage`, `DeleteMessageBatch`, `ChangeMessageVisibilityBatch`.
public final class SQSQueueConsumer: Sendable {
    /// The queue's URL.
    public let queueURL: String
    /// The queue's region.
    public let region: Region
    private let engine: QueueEngine

    /// Creates a consumer; nothing is called yet.
    ///
    /// - Parameters:
    ///   - queueURL: The queue's URL, as `GetQueueUrl` gives it, of a standard queue.
    ///   - region: The queue's region; by default that of the URL's host.
    ///   - credentials: Where credentials come from; by default the standard AWS chain, `DefaultCredentialProvider`.
    ///   - transport: What carries the requests.
    ///   - options: How messages are taken.
    ///   - endpointURL: An address to call instead of Amazon SQS, such as `http://127.0.0.1:5000` for a local test server;
    ///     `http` is taken for loopback addresses only. Without it, requests are signed for and sent to hosts of Amazon SQS alone.
    ///   - configuration: Limits, clocks, repetitions and observers of calls, as a client of SES has them; its endpoint isn't used.
    ///   - report: Is told what else happens; must be quick.
    /// - Throws: ``SESIntakeError`` with the code `invalidSettings`.
    public init(
        queueURL: String, region: Region? = nil, credentials: (any CredentialProvider)? = nil,
        transport: any HTTPTransport = DefaultTransport.shared, options: QueueOptions = QueueOptions(),
        endpointURL: String? = nil, configuration: SESv2Client.Configuration = SESv2Client.Configuration(),
        report: @escaping @Sendable (QueueReport) -> Void = { _ in }
    ) throws(SESIntakeError) {
        try options.validate()
        let address = try SQSQueueAddress(queueURL: queueURL, region: region, endpointURL: endpointURL)
        let calls = try SQSCalls(
            address, options, credentials: credentials, transport: transport, configuration: configuration)
        self.queueURL = queueURL
        self.region = address.region
        engine = QueueEngine(calls, queueURL: queueURL, options: options, report: report)
    }

    /// Takes messages and has each handled, several at once, until ``shutdown()`` or until the task is cancelled.
    ///
    /// A message is deleted once the handler has returned. If the handler throws, it comes again: see
    /// ``QueueOptions/failureDelay``. A failure of Amazon SQS that passes is reported, and it goes on.
    ///
    /// After ``shutdown()`` or a cancellation no message is taken, and those that are not begun are given back. Handlers go on for
    /// ``QueueOptions/shutdownGrace``; then they are cancelled, left behind if they don't listen, and their messages are given back.
    ///
    /// - Parameter handler: Works on a delivery.
    /// - Throws: ``SESIntakeError`` with the code `queueRefused` if the queue can't be worked with, after the same end as a
    ///   shutdown's; `underway` if the consumer runs already; `CancellationError` if the task was cancelled.
    public func run(_ handler: @escaping @Sendable (QueueDelivery) async throws -> Void) async throws {
        try await begin()
        await withTaskCancellationHandler {
            while let delivery = await engine.next() {
                let id = delivery.hold.id
                let task = Task { [engine] in
                    do {
                        try await handler(delivery)
                        await delivery.acknowledge()
                    } catch {
                        guard delivery.hold.settle() else { return }
                        await engine.failed(id, with: error)
                    }
                }
                await engine.attach(task, to: id)
            }
            await engine.ended()
        } onCancel: {
            stop()
        }
        if let failure = await engine.failure { throw failure }
        try Task.checkCancellation()
    }

    /// The messages, each to be acknowledged or released by who takes it; iterating starts it, and can be done once.
    ///
    /// No more than ``QueueOptions/concurrency`` are in hand at once. It ends after ``shutdown()``, after its task was cancelled,
    /// or when the iterator is dropped; what is in hand by then may still be acknowledged for ``QueueOptions/shutdownGrace``.
    public var deliveries: QueueDeliveries { QueueDeliveries(consumer: self) }

    /// Stops to take messages at once and waits until those in hand are settled, for ``QueueOptions/shutdownGrace`` at most.
    ///
    /// A consumer that was shut down doesn't start again. Messages that a call of `ReceiveMessage` may have brought when it was
    /// stopped come again when their visibility is over.
    public func shutdown() async {
        await engine.beginShutdown()
        await engine.ended()
    }

    func begin() async throws(SESIntakeError) {
        guard await engine.start() else {
            guard await engine.phase == .running else { return }
            throw SESIntakeError(.underway, message: "the consumer runs already")
        }
    }

    func next() async -> QueueDelivery? { await engine.next() }

    var phase: QueueEngine.Phase {
        get async { await engine.phase }
    }

    var failure: SESIntakeError? {
        get async { await engine.failure }
    }

    /// Begins a shutdown without waiting for it.
    func stop() {
        Task { [engine] in await engine.beginShutdown() }
    }
}

extension SQSQueueConsumer: CustomReflectable {
    /// The queue alone: what else a consumer has is credentials, connections and messages at work.
    public var customMirror: Mirror { Mirror(self, children: ["queueURL": queueURL]) }
}
