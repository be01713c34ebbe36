/// What the recipient's provider calls a complaint (AWS: `complaintFeedbackType`).
///
/// The values are those of the IANA registry of the Abuse Reporting Format.
public struct ComplaintFeedbackType: OpenStringValue {
    /// AWS's spelling.
    @export(implementation) public let rawValue: String

    /// Creates a value from AWS's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Unwanted e-mail.
    @export(implementation) public static var abuse: Self { Self(rawValue: "abuse") }
    /// A report of failed e-mail authentication.
    @export(implementation) public static var authFailure: Self { Self(rawValue: "auth-failure") }
    /// Fraud or phishing.
    @export(implementation) public static var fraud: Self { Self(rawValue: "fraud") }
    /// The recipient says that the e-mail is not spam: the opposite of a complaint.
    @export(implementation) public static var notSpam: Self { Self(rawValue: "not-spam") }
    /// Any other feedback.
    @export(implementation) public static var other: Self { Self(rawValue: "other") }
    /// A virus was found in the e-mail.
    @export(implementation) public static var virus: Self { Self(rawValue: "virus") }
}
