extension SESEvent {
    /// Whether a contact wants a topic's e-mail (AWS: `subscriptionStatus`).
    public struct SubscriptionStatus: OpenStringValue {
        /// AWS's spelling.
        @export(implementation) public let rawValue: String

        /// Creates a value from AWS's spelling.
        @export(implementation) public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The contact wants it.
        @export(implementation) public static var optIn: Self { Self(rawValue: "OptIn") }
        /// The contact does not want it.
        @export(implementation) public static var optOut: Self { Self(rawValue: "OptOut") }
    }
}
