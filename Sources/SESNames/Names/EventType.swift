/// A kind of event that SES publishes about messages.
///
/// AWS: `EventType`, in the spelling of the API (`RENDERING_FAILURE`), which is not that of published events.
public struct EventType: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a type from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// SES accepted the message and will try to deliver it.
    @export(implementation) public static var send: Self { Self(rawValue: "SEND") }
    /// SES accepted the message, found a virus in it and doesn't deliver it.
    @export(implementation) public static var reject: Self { Self(rawValue: "REJECT") }
    /// The recipient's server refused the message for good.
    @export(implementation) public static var bounce: Self { Self(rawValue: "BOUNCE") }
    /// The recipient reported the message as spam.
    @export(implementation) public static var complaint: Self { Self(rawValue: "COMPLAINT") }
    /// The recipient's server took the message.
    @export(implementation) public static var delivery: Self { Self(rawValue: "DELIVERY") }
    /// The recipient opened the message.
    @export(implementation) public static var open: Self { Self(rawValue: "OPEN") }
    /// The recipient followed a link of the message.
    @export(implementation) public static var click: Self { Self(rawValue: "CLICK") }
    /// The message's template and data didn't fit together.
    @export(implementation) public static var renderingFailure: Self { Self(rawValue: "RENDERING_FAILURE") }
    /// The message couldn't be delivered yet.
    @export(implementation) public static var deliveryDelay: Self { Self(rawValue: "DELIVERY_DELAY") }
    /// The recipient changed a subscription by a link of the message.
    @export(implementation) public static var subscription: Self { Self(rawValue: "SUBSCRIPTION") }

    /// The ten types known today.
    public static let all: [EventType] = [
        .send, .reject, .bounce, .complaint, .delivery, .open, .click, .renderingFailure, .deliveryDelay, .subscription,
    ]
}
