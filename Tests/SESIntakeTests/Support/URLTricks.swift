/// Addresses that have passed for one of SNS's certificates somewhere, or look as if they might.
///
/// For the topic's region eu-west-1. From facts of published holes: buckets named `sns` under S3's old regional hosts, hosts that
/// only end or begin right, users before the host, ports, encodings, other paths, other protocols.
enum URLTricks {
    static let name = "SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem"
    static let good = "https://sns.eu-west-1.amazonaws.com/\(name)"

    static let hosts = [
        "sns.s3-eu-west-1.amazonaws.com", "sns.s3-us-west-2.amazonaws.com", "sns.s3.amazonaws.com", "s3.amazonaws.com",
        "sns.s3.eu-west-1.amazonaws.com", "sns.execute-api.eu-west-1.amazonaws.com", "evil.amazonaws.com",
        "sns.eu-west-1.amazonaws.com.evil.com", "sns.eu-west-1.amazonaws.com.cn", "sns.eu-west-1.amazonaws.comevil.com",
        "evil-sns.eu-west-1.amazonaws.com", "sns-eu-west-1.amazonaws.com", "xsns.eu-west-1.amazonaws.com",
        "sns.us-east-1.amazonaws.com", "sns.eu-west-2.amazonaws.com", "sns.eu-west-1.api.aws",
        "sns.amazonaws.com", "sns.eu-west-1.amazonaws.org", "sns.eu-west-1.amaz\u{006F}\u{0301}naws.com",
        "sns.eu-west-1.\u{0430}mazonaws.com", "sns\u{3002}eu-west-1.amazonaws.com", "sns.eu-west-1.amazonaws.com.",
        "SNS.eu-west-1.amazonaws.com", "sns.eu-west-1.AMAZONAWS.com", "sns.eu-west-1%2eamazonaws.com",
        "sns.eu-west-1.amazonaws.com%00.evil.com", "sns.eu-west-1.amazonaws.com%2f.evil.com",
        "user@sns.eu-west-1.amazonaws.com", "user:password@sns.eu-west-1.amazonaws.com", "@sns.eu-west-1.amazonaws.com",
        "sns.eu-west-1.amazonaws.com@evil.com", "sns.eu-west-1.amazonaws.com:443@evil.com",
        "sns.eu-west-1.amazonaws.com%40evil.com", "sns.eu-west-1.amazonaws.com:443", "sns.eu-west-1.amazonaws.com:80",
        "sns.eu-west-1.amazonaws.com:8443", "sns.eu-west-1.amazonaws.com:", "sns.eu-west-1.amazonaws.com\\.evil.com",
        "sns.eu-west-1.amazonaws.com#.evil.com", "sns.eu-west-1.amazonaws.com?.evil.com",
        "evil.com#sns.eu-west-1.amazonaws.com",
        "evil.com?sns.eu-west-1.amazonaws.com", "evil.com/sns.eu-west-1.amazonaws.com", "localhost", "127.0.0.1",
        "[::1]", "169.254.169.254", "sns.eu-west-1.amazonaws.com evil.com", "sns.eu-west-1.amazonaws.com\tevil.com",
        "sns.eu-west-1.amazonaws.com\r\nHost: evil.com", "sns..eu-west-1.amazonaws.com", "sns.eu-west-1", "",
    ].map { "https://\($0)/\(name)" }

    static let others =
        [
            "http://", "HTTPS://", "https:/", "https:", "https:///", "https:\\\\", "ftp://", "file://", "//", "",
            "ws://",
            " https://", "\u{200B}https://", "javascript:https://", "url:https://",
        ].map { "\($0)sns.eu-west-1.amazonaws.com/\(name)" }
        + [
            "/", "", "//\(name)", "/./\(name)", "/../\(name)", "/x/\(name)", "/\(name)/", "/\(name)?", "/\(name)?x=1",
            "/\(name)#", "/\(name)#x", "/\(name);x", "/\(name)%00", "/\(name)\n", "/\(name) ",
            "/%53impleNotificationService-a.pem",
            "/SimpleNotificationService-a%2e.pem", "/SimpleNotificationService-..pem",
            "/SimpleNotificationService-.pem",
            "/SimpleNotificationServicea.pem", "/SimpleNotificationService-a/../b.pem",
            "/SimpleNotificationService-a.pem.txt",
            "/SimpleNotificationService-a.PEM", "/simplenotificationservice-a.pem", "/SimpleNotificationService-é.pem",
            "/SimpleNotificationService-a.pe", "/evil.pem", "/?Action=ConfirmSubscription", "\\\(name)",
            "/SimpleNotificationService-\(String(repeating: "a", count: 200)).pem",
        ].map { "https://sns.eu-west-1.amazonaws.com\($0)" }

    static var all: [String] { hosts + others }
}
