import SESCore
import Testing

@Suite("Rules of configuration sets")
struct ConfigurationSetRuleTests {
    static let archive = "arn:aws:ses:eu-west-1:123456789012:mailmanager-archive/a-"

    @Test(
        "a legal set passes, at the edges too",
        arguments: [
            ConfigurationSet("s"),
            ConfigurationSet("s", trackingOptions: TrackingOptions(customRedirectDomain: "t.example.com")),
            ConfigurationSet("s", deliveryOptions: DeliveryOptions(sendingPoolName: "p", maxDeliverySeconds: 300)),
            ConfigurationSet("s", deliveryOptions: DeliveryOptions(maxDeliverySeconds: 50_400)),
            ConfigurationSet("s", tags: (0..<50).map { ResourceTag(key: "k\($0)", value: "") }),
            ConfigurationSet("s", suppressionOptions: SuppressionOptions(suppressedReasons: [])),
            ConfigurationSet("s", archivingOptions: ArchivingOptions(archiveARN: ARN(rawValue: archive + text(24)))),
            ConfigurationSet("s", archivingOptions: ArchivingOptions(archiveARN: ARN(rawValue: archive + text(62)))),
            ConfigurationSet("s", messageSecurityOptions: MessageSecurityOptions(signingScheme: .default)),
            ConfigurationSet("s", deliveryOptions: DeliveryOptions(tlsPolicy: .init(rawValue: "NEW"))),
        ])
    func legal(set: ConfigurationSet) throws {
        try set.validate()
    }

    static let seconds = "must be 300 to 50400 seconds"
    static let schemes = "must hold exactly one of DefaultScheme and SmimeScheme"
    static let archiveForm =
        "must have the form arn:aws:ses:region:account:mailmanager-archive/a- and 24 to 62 lower-case letters and digits"

    static func set(_ archive: String) -> ConfigurationSet {
        ConfigurationSet("s", archivingOptions: ArchivingOptions(archiveARN: ARN(rawValue: archive)))
    }

    @Test(
        "a broken rule is named with its field and value",
        arguments: [
            BrokenRule(
                ConfigurationSet(""), "ConfigurationSetName", "cannot be empty", shows: ""),
            BrokenRule(
                ConfigurationSet("s", trackingOptions: TrackingOptions()), "TrackingOptions.CustomRedirectDomain",
                "must be present; leave TrackingOptions out for none"),
            BrokenRule(
                ConfigurationSet("s", trackingOptions: TrackingOptions(httpsPolicy: .require)),
                "TrackingOptions.CustomRedirectDomain", "must be present beside HttpsPolicy", shows: "REQUIRE"),
            BrokenRule(
                ConfigurationSet("s", trackingOptions: TrackingOptions(customRedirectDomain: "https://x.example")),
                "TrackingOptions.CustomRedirectDomain", "must be a domain name, beyond ASCII in Punycode",
                shows: "https://x.example"),
            BrokenRule(
                ConfigurationSet("s", trackingOptions: TrackingOptions(customRedirectDomain: "")),
                "TrackingOptions.CustomRedirectDomain", "must be a domain name, beyond ASCII in Punycode", shows: ""),
            BrokenRule(
                ConfigurationSet("s", deliveryOptions: DeliveryOptions(maxDeliverySeconds: 299)),
                "DeliveryOptions.MaxDeliverySeconds", seconds, shows: "299"),
            BrokenRule(
                ConfigurationSet("s", deliveryOptions: DeliveryOptions(maxDeliverySeconds: 50_401)),
                "DeliveryOptions.MaxDeliverySeconds", seconds, shows: "50401"),
            BrokenRule(
                ConfigurationSet("s", deliveryOptions: DeliveryOptions(sendingPoolName: "")),
                "DeliveryOptions.SendingPoolName", "cannot be empty", shows: ""),
            BrokenRule(
                ConfigurationSet("s", tags: (0..<51).map { ResourceTag(key: "k\($0)", value: "") }), "Tags",
                "must hold at most 50 tags", shows: "51"),
            BrokenRule(
                ConfigurationSet("s", tags: [ResourceTag(key: "k", value: "1"), ResourceTag(key: "k", value: "2")]),
                "Tags[1].Key", "must differ from the other tags' keys", shows: "k"),
            BrokenRule(
                ConfigurationSet("s", tags: [ResourceTag(key: "k", value: ""), ResourceTag(key: "", value: "")]),
                "Tags[1].Key", "cannot be empty", shows: ""),
            BrokenRule(
                ConfigurationSet("s", suppressionOptions: SuppressionOptions(suppressedReasons: nil)),
                "SuppressionOptions.SuppressedReasons",
                "must be present; empty for no suppression, or leave SuppressionOptions out to follow the account"),
            BrokenRule(
                set(archive + text(23)), "ArchivingOptions.ArchiveArn", archiveForm, shows: archive + text(23)),
            BrokenRule(
                set(archive + text(63)), "ArchivingOptions.ArchiveArn", archiveForm,
                shows: String((archive + text(63)).prefix(120))),
            BrokenRule(
                set(archive + text(24, of: "A")), "ArchivingOptions.ArchiveArn", archiveForm,
                shows: archive + text(24, of: "A")),
            BrokenRule(
                set("arn:aws:sns:eu-west-1:123456789012:x"), "ArchivingOptions.ArchiveArn", archiveForm,
                shows: "arn:aws:sns:eu-west-1:123456789012:x"),
            BrokenRule(
                ConfigurationSet("s", messageSecurityOptions: MessageSecurityOptions(signingScheme: SigningScheme())),
                "MessageSecurityOptions.SigningScheme", schemes, shows: "neither"),
            BrokenRule(
                SigningScheme(defaultScheme: .init(), smimeScheme: .init()), "", schemes, shows: "both"),
        ])
    func illegal(rule: BrokenRule) {
        rule.expectBroken()
    }
}
