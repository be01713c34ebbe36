/// What a consumer tells of besides its deliveries, for logs and counters.
///
/// It names messages by their ids and never holds what is in them; but the error of a handler says what the handler says.
@nonexhaustive
public enum QueueReport: Sendable {
    /// A message can't be taken, and is left for the queue's redrive policy to bring to the dead-letter queue.
    ///
    /// The reason has the code `malformedDelivery` or `foreignTopic`.
    case poison(messageID: String, receiveCount: Int, reason: SESIntakeError)
    /// All events of a message were handled before; it is deleted.
    case duplicate(messageID: String)
    /// A handler threw; the message comes again.
    case handlerFailed(messageID: String, receiveCount: Int, error: any Error)
    /// A message that is in hand couldn't be kept from others, so it may be handled twice; Amazon SQS's name for the reason.
    case visibilityLost(messageID: String, reason: String)
    /// A message that was handled couldn't be deleted and comes again; Amazon SQS's name for the reason.
    case notDeleted(messageID: String, reason: String)
    /// A call failed and is made again, after the time given.
    case callFailed(SESIntakeError, retryAfter: Duration)
}
