extension SESEvent.Mail {
    /// The configuration set the e-mail was sent with; nil in feedback notifications.
    ///
    /// AWS: the tag `ses:configuration-set`.
    public var configurationSet: ConfigurationSetName? {
        tags["ses:configuration-set"]?.first.map { ConfigurationSetName(rawValue: $0) }
    }

    /// The tags that the caller gave the e-mail, `ses:feedback-id-a` and `ses:feedback-id-b` among them.
    ///
    /// AWS: `EmailTags` of `SendEmail`, or the header `X-SES-MESSAGE-TAGS`.
    public var messageTags: [String: [String]] { tags.filter { !Self.isAutomatic($0.key) } }

    /// The tags that SES added itself, such as `ses:from-domain`.
    public var autoTags: [String: [String]] { tags.filter { Self.isAutomatic($0.key) } }

    // The prefix is reserved, with two names callers may set all the same.
    private static func isAutomatic(_ name: String) -> Bool {
        name.hasPrefix("ses:") && name != "ses:feedback-id-a" && name != "ses:feedback-id-b"
    }
}
