extension SESEvent {
    /// The type of an event in the spelling events use, such as `Rendering Failure`.
    ///
    /// The SES API spells the same types differently; see ``eventType``.
    public struct EventName: OpenStringValue {
        /// The spelling in event JSON.
        @export(implementation) public let rawValue: String

        /// Creates a name from its spelling in event JSON.
        @export(implementation) public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// SES accepted the e-mail.
        @export(implementation) public static var send: Self { Self(rawValue: "Send") }
        /// The e-mail reached the recipient's mail server.
        @export(implementation) public static var delivery: Self { Self(rawValue: "Delivery") }
        /// The e-mail bounced.
        @export(implementation) public static var bounce: Self { Self(rawValue: "Bounce") }
        /// The recipient complained.
        @export(implementation) public static var complaint: Self { Self(rawValue: "Complaint") }
        /// SES found a virus in the e-mail.
        @export(implementation) public static var reject: Self { Self(rawValue: "Reject") }
        /// The e-mail was opened.
        @export(implementation) public static var open: Self { Self(rawValue: "Open") }
        /// A link was clicked.
        @export(implementation) public static var click: Self { Self(rawValue: "Click") }
        /// The template could not be rendered; spelled with a space.
        @export(implementation) public static var renderingFailure: Self { Self(rawValue: "Rendering Failure") }
        /// The e-mail is delayed.
        @export(implementation) public static var deliveryDelay: Self { Self(rawValue: "DeliveryDelay") }
        /// Topic preferences changed.
        @export(implementation) public static var subscription: Self { Self(rawValue: "Subscription") }
    }
}
