import Foundation

/// What somebody else may post who has seen good messages; none of it may be taken.
enum Hostile {
    static func posts(from good: [Post]) -> [Post] {
        good.enumerated().flatMap { number, post in small(post, number) }
            + good.prefix(4).enumerated().flatMap { number, post in large(post, number) }
    }

    private static let names = [
        "sns.s3-eu-west-1.amazonaws.com", "sns.eu-west-1.amazonaws.com.evil.example", "sns.us-east-1.amazonaws.com",
        "user@sns.eu-west-1.amazonaws.com", "sns.eu-west-1.amazonaws.com:8443", "169.254.169.254", "localhost",
        "sns.eu-west-1.amazonaws.com@evil.example", "SNS.eu-west-1.amazonaws.com", "sns.eu-west-1.amazonaws.com%00",
    ]

    private static func small(_ post: Post, _ number: Int) -> [Post] {
        let body = String(decoding: post.body, as: UTF8.self)
        let certificate = "SimpleNotificationService-0123456789abcdef0123456789abcdef.pem"
        let host = names[number % names.count]
        let bytes = (0..<200).map { UInt8(truncatingIfNeeded: ($0 &* 73) ^ number) }
        let version = post.text(of: "SignatureVersion") == "1" ? "2" : "1"
        return [
            // What is signed was changed.
            post.with(body: body.replacing("messageId", with: "messageID", maxReplacements: 1)),
            post.with("Subject", json: "\"Amazon SES Email Event Notification \""),
            post.with("SignatureVersion", json: "\"\(version)\""),
            post.with("Signature", json: "\"\""), post.with("Signature", json: "\"c2lnbmF0dXJl\""),
            // The certificate is elsewhere, or nowhere.
            post.with("SigningCertURL", json: "\"https://\(host)/\(certificate)\""),
            post.with("SigningCertURL", json: "\"http://sns.eu-west-1.amazonaws.com/\(certificate)\""),
            post.with("SigningCertURL", json: "\"https://sns.eu-west-1.amazonaws.com/../\(certificate)\""),
            post.with("SigningCertURL", json: "\"https://sns.eu-west-1.amazonaws.com/\(certificate)\""),
            // The form isn't SNS's.
            post.with(body: post.body.prefix(post.body.count * (number % 90 + 5) / 100)),
            post.with(body: Data()), post.with(body: Data(bytes)), post.with(body: "null"),
            post.with(body: "[\(body)]"), post.with(body: "\(body)\(body)"),
            post.with(body: Data([0xFF, 0xFE]) + post.body),
            post.with(body: body.replacing("{\n", with: "{\n  \"TopicArn\" : \"x\",\n", maxReplacements: 1)),
            post.with("SignatureVersion", json: "\"3\""), post.with("SignatureVersion", json: "1"),
            post.with("Type", json: "\"Notice\""), post.with("Timestamp", json: "\"yesterday\""),
            post.with("MessageId", json: "null"), post.with("Message", json: "{\"a\": 1}"),
            // The header says something else, or that nothing is signed.
            post.with(field: "x-amz-sns-message-type", "SubscriptionConfirmation"),
            post.with(field: "x-amz-sns-topic-arn", "arn:aws:sns:eu-west-1:123456789012:other"),
            post.with(field: "x-amz-sns-rawdelivery", "true"),
            post.with(method: "PUT"), post.with(method: "DELETE"), post.with(method: "GET"),
        ]
    }

    private static func large(_ post: Post, _ number: Int) -> [Post] {
        let body = String(decoding: post.body, as: UTF8.self)
        let depth = 100_000 << number
        let members = (0..<40_000).map { "\"member\($0)\":\($0)" }.joined(separator: ",")
        return [
            // Beyond what is collected, and right below.
            post.with(body: body + String(repeating: " ", count: 1_100_000)),
            post.with(body: body + String(repeating: "x", count: 1_000_000)),
            post.with("Signature", json: "\"\(String(repeating: "A", count: 900_000))\""),
            // Deep and wide.
            post.with(body: String(repeating: "[", count: min(depth, 1_000_000))),
            post.with(body: String(repeating: "{\"a\":", count: min(depth, 200_000))),
            post.with("UnsubscribeURL", json: String(repeating: "[", count: 400_000)),
            post.with(body: "{\(members)}"),
            post.with(body: String(repeating: "{\"TopicArn\":\"x\",", count: 50_000)),
        ]
    }
}
