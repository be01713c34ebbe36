import Foundation
import Testing

@testable import SESIntake

@Suite("A topic that is taken")
struct SNSTopicTests {
    @Test(
        "says where its messages' certificate is and whose name that bears",
        arguments: [
            ("aws", "us-east-1", "sns.us-east-1.amazonaws.com", "sns.amazonaws.com"),
            ("aws", "eu-west-1", "sns.eu-west-1.amazonaws.com", "sns.amazonaws.com"),
            ("aws", "ap-northeast-3", "sns.ap-northeast-3.amazonaws.com", "sns.amazonaws.com"),
            ("aws", "ap-east-1", "sns.ap-east-1.amazonaws.com", "sns-signing.ap-east-1.amazonaws.com"),
            ("aws", "eu-south-2", "sns.eu-south-2.amazonaws.com", "sns-signing.eu-south-2.amazonaws.com"),
            ("aws", "mx-central-1", "sns.mx-central-1.amazonaws.com", "sns-signing.mx-central-1.amazonaws.com"),
            ("aws", "eu-west-9", "sns.eu-west-9.amazonaws.com", "sns-signing.eu-west-9.amazonaws.com"),
            ("aws-cn", "cn-north-1", "sns.cn-north-1.amazonaws.com.cn", "sns-cn-north-1.amazonaws.com.cn"),
            ("aws-us-gov", "us-gov-east-1", "sns.us-gov-east-1.amazonaws.com", "sns-us-gov-west-1.amazonaws.com"),
            ("aws-us-gov", "us-gov-west-1", "sns.us-gov-west-1.amazonaws.com", "sns-us-gov-west-1.amazonaws.com"),
            ("aws-iso", "us-iso-east-1", "sns.us-iso-east-1.c2s.ic.gov", "sns-us-iso-east-1.c2s.ic.gov"),
            ("aws-iso-b", "us-isob-east-1", "sns.us-isob-east-1.sc2s.sgov.gov", "sns-us-isob-east-1.sc2s.sgov.gov"),
            (
                "aws-eusc", "eusc-de-east-1", "sns.eusc-de-east-1.amazonaws.eu",
                "sns-signing.eusc-de-east-1.amazonaws.eu"
            ),
        ])
    func names(partition: String, region: String, host: String, name: String) throws {
        let topic = try SNSTopic(ARN(rawValue: "arn:\(partition):sns:\(region):123456789012:promo"))
        #expect(topic.host == host)
        #expect(topic.certificateName == name)
    }

    @Test(
        "is refused if it can't be one",
        arguments: [
            "", "promo", "arn:aws:sns:eu-west-1:123456789012", "arn:aws:sns:eu-west-1:123456789012:",
            "arn:aws:sqs:eu-west-1:123456789012:promo", "arn:aws:sns::123456789012:promo",
            "arn:aws:sns:eu-west-1::promo",
            "arn:aws:sns:eu-west-1:12345678901:promo", "arn:aws:sns:eu-west-1:12345678901x:promo",
            "arn:aws-cn:sns:eu-west-1:123456789012:promo", "arn:aws:sns:cn-north-1:123456789012:promo",
            "arn:aws:sns:evil.com/:123456789012:promo", "arn:aws:sns:eu west 1:123456789012:promo",
            "arn:aws:sns:eu-west-1:123456789012:promo:b24e11a2", "arn:aws:sns:eu-west-1:123456789012:promø", "*",
            "arn:aws:sns:*:123456789012:promo",
        ])
    func refused(text: String) {
        let error = #expect(throws: SESIntakeError.self) { try SNSTopic(ARN(rawValue: text)) }
        #expect(error?.code == .invalidSettings)
    }

    @Test("there must be one, and a name that only looks the same is another")
    func list() throws {
        #expect(throws: SESIntakeError.self) { try SNSTopicList([]) }
        let list = try SNSTopicList(["arn:aws:sns:eu-west-1:123456789012:K"])
        #expect(list["arn:aws:sns:eu-west-1:123456789012:K"] != nil)
        // The Kelvin sign: Swift's == takes it for the letter.
        #expect(list["arn:aws:sns:eu-west-1:123456789012:\u{212A}"] == nil)
        #expect(list["arn:aws:sns:eu-west-1:123456789012:k"] == nil)
    }
}
