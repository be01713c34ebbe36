extension SESv2Client {
    /// The same client for a caller that repeats what is throttled by itself, at a pace of its own: else the attempts of both would
    /// multiply, and the pace wouldn't hear of being too fast.
    var leavingThrottledToCaller: SESv2Client {
        var client = self
        client.configuration.retry.repeatsThrottled = false
        return client
    }
}
