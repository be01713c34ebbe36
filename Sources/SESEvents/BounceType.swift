extension SESEvent {
    /// Whether a bounce is final (AWS: `bounceType`).
    public struct BounceType: OpenStringValue {
        /// AWS's spelling.
        @export(implementation) public let rawValue: String

        /// Creates a value from AWS's spelling.
        @export(implementation) public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// SES could not tell from the answer why the e-mail bounced.
        @export(implementation) public static var undetermined: Self { Self(rawValue: "Undetermined") }
        /// A hard bounce: do not send to the address again.
        @export(implementation) public static var permanent: Self { Self(rawValue: "Permanent") }
        /// A soft bounce: a later e-mail may get through.
        @export(implementation) public static var transient: Self { Self(rawValue: "Transient") }
    }
}
