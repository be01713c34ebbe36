extension SESEvent {
    /// The type of an event in the spelling events use, such as `Rendering Failure`.
    ///
    /// The SES API spells the same types differently; see ``eventType``.
    public struct EventName: OpenStringValue {
        /// The spelling in event JSON.
        public let rawValue: String

        /// Creates a name from its spelling in event JSON.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// SES accepted the e-mail.
        public static let send = Self(rawValue: "Send")
        /// The e-mail reached the recipient's mail server.
        public static let delivery = Self(rawValue: "Delivery")
        /// The e-mail bounced.
        public static let bounce = Self(rawValue: "Bounce")
        /// The recipient complained.
        public static let complaint = Self(rawValue: "Complaint")
        /// SES found a virus in the e-mail.
        public static let reject = Self(rawValue: "Reject")
        /// The e-mail was opened.
        public static let open = Self(rawValue: "Open")
        /// A link was clicked.
        public static let click = Self(rawValue: "Click")
        /// The template could not be rendered; spelled with a space.
        public static let renderingFailure = Self(rawValue: "Rendering Failure")
        /// The e-mail is delayed.
        public static let deliveryDelay = Self(rawValue: "DeliveryDelay")
        /// Topic preferences changed.
        public static let subscription = Self(rawValue: "Subscription")
    }
}
