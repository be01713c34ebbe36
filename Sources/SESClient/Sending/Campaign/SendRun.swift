/// The sending of many messages: as it is iterated they are sent, and each one's outcome is given.
///
/// It begins with the first outcome that is asked for, and sends as fast as the account may, however fast the outcomes are
/// taken; but it starts nothing while ``SendOptions/concurrency`` calls are on their way, or as many messages as such
/// calls take are on their way or have an outcome that nobody has taken. A run can be iterated once.
///
/// When the task that iterates is cancelled, or the iteration is left, nothing more is started; messages on their way are waited
/// for. A cancelled iteration still gives their outcomes, and then throws `CancellationError`.
public struct SendRun: AsyncSequence, Sendable {
    /// What became of a message.
    public typealias Element = SendOutcome

    private let engine: SendEngine

    init(_ engine: SendEngine) {
        self.engine = engine
    }

    /// Begins to send when the first outcome is asked for.
    public func makeAsyncIterator() -> Iterator {
        Iterator(engine: engine)
    }

    /// Gives the outcomes in the order in which the messages are settled.
    public struct Iterator: AsyncIteratorProtocol {
        private let engine: SendEngine
        private var hold: Hold?
        private var isAtEnd = false

        fileprivate init(engine: SendEngine) {
            self.engine = engine
        }

        /// The next outcome; nil when every message of the source has one.
        ///
        /// - Throws: ``SendStop`` when no message can be sent any more; ``SESv2Error`` of the journal; the source's error;
        ///   `CancellationError`; all of them after the outcomes of the messages that were on their way.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> SendOutcome? {
            guard !isAtEnd else { return nil }
            isAtEnd = true
            if hold == nil {
                try Task.checkCancellation()
                try engine.start()
                hold = Hold(queue: engine.queue)
            }
            let queue = engine.queue
            let outcome = try await withTaskCancellationHandler {
                try await queue.next()
            } onCancel: {
                queue.stop(CancellationError())
            }
            isAtEnd = outcome == nil
            return outcome
        }
    }

    /// Stops the run when nobody iterates it any more.
    private final class Hold: Sendable {
        private let queue: OutcomeQueue

        init(queue: OutcomeQueue) {
            self.queue = queue
        }

        deinit { queue.stop(CancellationError()) }
    }
}
