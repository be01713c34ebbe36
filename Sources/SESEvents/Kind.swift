extension SESEvent {
    /// What happened to an e-mail, with the details AWS gives for it.
    @nonexhaustive
    public enum Kind: Sendable, Hashable {
        /// SES accepted the e-mail and will try to deliver it.
        case send(Send)
        /// SES handed the e-mail to the recipient's mail server.
        case delivery(Delivery)
        /// The recipient's mail server refused the e-mail, or SES gave up.
        case bounce(Bounce)
        /// The recipient marked the e-mail as spam.
        case complaint(Complaint)
        /// SES accepted the e-mail, found a virus in it and did not send it.
        case reject(Reject)
        /// The recipient, or a machine before them, loaded the tracking image.
        case open(Open)
        /// The recipient, or a machine before them, followed a tracked link.
        case click(Click)
        /// The template could not be rendered, so nothing was sent.
        case renderingFailure(RenderingFailure)
        /// The e-mail could not be delivered yet; SES keeps trying.
        case deliveryDelay(DeliveryDelay)
        /// A contact changed their topic preferences through the e-mail.
        case subscription(Subscription)
        /// A type this release does not know.
        case unknown(UnknownEvent)

        /// The type's name.
        public var name: EventName {
            switch self {
            case .send: .send
            case .delivery: .delivery
            case .bounce: .bounce
            case .complaint: .complaint
            case .reject: .reject
            case .open: .open
            case .click: .click
            case .renderingFailure: .renderingFailure
            case .deliveryDelay: .deliveryDelay
            case .subscription: .subscription
            case .unknown(let event): event.name
            }
        }
    }
}
