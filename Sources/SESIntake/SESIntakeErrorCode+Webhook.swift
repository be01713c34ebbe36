extension SESIntakeError.Code {
    // MARK: What is refused for good

    /// The request has another method than `POST`.
    public static let wrongMethod = Self("wrongMethod")
    /// The topic isn't one of those that are taken.
    public static let foreignTopic = Self("foreignTopic")
    /// The message's address of a certificate isn't one of Amazon SNS in the topic's region; nothing was fetched.
    public static let foreignAddress = Self("foreignAddress")
    /// The signature's version isn't 1 or 2, or is 1 where 2 is required.
    public static let signatureVersion = Self("signatureVersion")
    /// The message isn't what was signed, or wasn't signed by the certificate's key.
    public static let signatureInvalid = Self("signatureInvalid")
    /// The certificate isn't one that signs for Amazon SNS in this region: its chain, time, name, use or key is wrong.
    public static let certificateRefused = Self("certificateRefused")
    /// The message is older than is taken.
    public static let tooOld = Self("tooOld")
    /// The message is dated in the future.
    public static let fromTheFuture = Self("fromTheFuture")
    /// The message was taken before; the sender is told that all is well.
    public static let replayed = Self("replayed")
    /// The message comes without its envelope (raw delivery), so nothing can be verified.
    public static let rawDelivery = Self("rawDelivery")
    /// The request lacks the authentication that raw deliveries must have.
    public static let notAuthenticated = Self("notAuthenticated")
    /// Amazon SNS refused the confirmation of the subscription, as with a token whose time is over.
    public static let confirmationRefused = Self("confirmationRefused")

    // MARK: What may be taken when it comes again

    /// The certificate couldn't be fetched.
    public static let certificateUnavailable = Self("certificateUnavailable")
    /// Amazon SNS couldn't be told that the subscription is wanted, or there are no credentials to tell it with.
    public static let confirmationFailed = Self("confirmationFailed")
    /// The same message is being worked on.
    public static let underway = Self("underway")
    /// The code that works on the events has failed; ``SESIntakeError/underlyingError`` is its error.
    public static let handlerFailed = Self("handlerFailed")
    /// The task was cancelled.
    public static let interrupted = Self("interrupted")
}
