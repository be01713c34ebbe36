extension SESIntakeError.Code {
    /// Amazon SQS refuses to work with the queue: it doesn't exist, or the credentials may not use it.
    ///
    /// ``SESIntakeError/underlyingError`` is the call's `SESv2Error`.
    public static let queueRefused = Self("queueRefused")
    /// Amazon SQS couldn't be reached, failed or asked for fewer calls; the consumer goes on after a while.
    public static let queueUnavailable = Self("queueUnavailable")
}
