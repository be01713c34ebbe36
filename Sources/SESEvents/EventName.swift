extension SESEvent {
    /// The type of an event in the spelling events use, such as `Rendering Failure`.
    ///
    /// The SES API spells the same types differently; see ``eventType``.
    public struct EventName: OpenStringValue {
        /// The spelling in event JSON.
        @export(implementation) public let rawValue: String

        /// Creates a name from its spelling in event JSON.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// SES accepted the e-mail.
        public static var send: Self { Self(rawValue: "Send") }
        /// The e-mail reached the recipient's mail server.
        public static var delivery: Self { Self(rawValue: "Delivery") }
        /// The e-mail bounced.
        public static var bounce: Self { Self(rawValue: "Bounce") }
        /// The recipient complained.
        public static var complaint: Self { Self(rawValue: "Complaint") }
        /// SES found a virus in the e-mail.
        public static var reject: Self { Self(rawValue: "Reject") }
        /// The e-mail was opened.
        public static var open: Self { Self(rawValue: "Open") }
        /// A link was clicked.
        public static var click: Self { Self(rawValue: "Click") }
        /// The template could not be rendered; spelled with a space.
        public static var renderingFailure: Self { Self(rawValue: "Rendering Failure") }
        /// The e-mail is delayed.
        public static var deliveryDelay: Self { Self(rawValue: "DeliveryDelay") }
        /// Topic preferences changed.
        public static var subscription: Self { Self(rawValue: "Subscription") }
    }
}
