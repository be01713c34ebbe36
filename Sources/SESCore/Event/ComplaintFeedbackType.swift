extension SESEvent {
    /// What the recipient's provider calls a complaint (AWS: `complaintFeedbackType`).
    ///
    /// The values are those of the IANA registry of the Abuse Reporting Format.
    public struct ComplaintFeedbackType: OpenStringValue {
        /// AWS's spelling.
        public let rawValue: String

        /// Creates a value from AWS's spelling.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Unwanted e-mail.
        public static let abuse = Self(rawValue: "abuse")
        /// A report of failed e-mail authentication.
        public static let authFailure = Self(rawValue: "auth-failure")
        /// Fraud or phishing.
        public static let fraud = Self(rawValue: "fraud")
        /// The recipient says that the e-mail is not spam: the opposite of a complaint.
        public static let notSpam = Self(rawValue: "not-spam")
        /// Any other feedback.
        public static let other = Self(rawValue: "other")
        /// A virus was found in the e-mail.
        public static let virus = Self(rawValue: "virus")
    }
}
