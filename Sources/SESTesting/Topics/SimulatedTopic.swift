#if CryptoSupport
/// A topic's state.
struct SimulatedTopic: Sendable {
    var signatureVersion = "1"
    var subscriptions: [SimulatedSubscription] = []
}

/// An address that gets a topic's messages once it is confirmed.
struct SimulatedSubscription: Sendable {
    let arn: String
    let token: String
    let isRaw: Bool
    let endpoint: SimulatedSNS.Endpoint
    var isConfirmed = false
    /// Whether only somebody with credentials can end it.
    var needsAuthentication = false
}
#endif
