public import SESClient

/// Whether and how a webhook tells Amazon SNS that a subscription is wanted, once the request for it was verified.
public struct SNSConfirmation: Sendable {
    enum Way: Sendable {
        case signed(any CredentialProvider)
        case unsigned
        case never
    }

    let way: Way

    /// With a signed call of `ConfirmSubscription` that sets `AuthenticateOnUnsubscribe`.
    ///
    /// From then on only the topic's owner and the owner of these credentials can end the subscription. Without it, so can
    /// everybody who sees the `UnsubscribeURL` of one message.
    ///
    /// - Parameter credentials: Credentials that are allowed `sns:ConfirmSubscription` on the topic.
    public static func signed(with credentials: any CredentialProvider) -> SNSConfirmation {
        SNSConfirmation(way: .signed(credentials))
    }

    /// With a call that isn't signed, which the token alone makes good.
    public static let unsigned = SNSConfirmation(way: .unsigned)

    /// Not at all: a verified request is reported, and whoever subscribed confirms by another way.
    public static let never = SNSConfirmation(way: .never)
}
