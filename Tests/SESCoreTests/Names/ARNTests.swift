import SESCore
import Testing

@Suite("ARNs")
struct ARNTests {
    @Test("the parts are read and the text is kept")
    func parts() throws {
        let arn = try ARN(String("arn:aws-cn:sns:cn-north-1:123456789012:topic:with/colon"))
        #expect(arn.rawValue == "arn:aws-cn:sns:cn-north-1:123456789012:topic:with/colon")
        #expect(arn.partition == "aws-cn")
        #expect(arn.service == "sns")
        #expect(arn.region == "cn-north-1")
        #expect(arn.accountID == "123456789012")
        #expect(arn.resource == "topic:with/colon")
    }

    @Test("a global service's ARN has no region")
    func global() throws {
        let arn = try ARN(String("arn:aws:iam::123456789012:role/x"))
        #expect(arn.region == nil)
        #expect(arn.accountID == "123456789012")
    }

    @Test(
        "a malformed ARN has no parts", arguments: ["", "arn", "arn:aws:sns:eu-west-1:1", "ARN:aws:s:r:a:x", ":::::"])
    func malformed(text: String) {
        let arn = ARN(rawValue: text)
        #expect(arn.partition == nil && arn.service == nil && arn.region == nil)
        #expect(arn.accountID == nil && arn.resource == nil)
    }

    static let form = "must have the form arn:partition:service:region:account:resource"

    @Test(
        "a broken rule is named",
        arguments: [
            ("", "cannot be empty"), ("x", form), ("arn:aws:sns:eu-west-1:1", form), ("arn:aws::r:a:x", form),
            ("arn:aws:sns:eu-west-1:1:", form), ("arn::sns:r:a:x", form),
            ("arn:aws:sns:eu-west-1:1:a b", "cannot contain spaces or control characters"),
            ("arn:aws:sns:eu-west-1:1:a\r\n", "cannot contain spaces or control characters"),
            ("arn:evil:sns:r:a:x", "must name a partition of AWS ('aws' or 'aws-…'), not 'evil'"),
            ("arn:aws:sns:cn-north-1:1:x", "must name partition 'aws-cn' for region 'cn-north-1', not 'aws'"),
            ("arn:aws-cn:sns:eu-west-1:1:x", "must name partition 'aws' for region 'eu-west-1', not 'aws-cn'"),
        ])
    func illegal(text: String, rule: String) {
        let error = fault { () throws(SESValueError) in _ = try ARN(text) }
        #expect(error == SESValueError(field: FieldPath("Arn"), rule: rule, value: text))
    }

    @Test("a partition or region that isn't known today passes")
    func future() throws {
        _ = try ARN(String("arn:aws-new:sns:xx-new-1:123456789012:t"))
    }

    @Test("ARNs are made with the region's partition")
    func builders() {
        #expect(
            ARN.configurationSet("promo", region: .usGovWest1, accountID: "123456789012")
                == "arn:aws-us-gov:ses:us-gov-west-1:123456789012:configuration-set/promo")
        #expect(
            ARN.emailIdentity("example.com", region: .euWest1, accountID: "123456789012")
                == "arn:aws:ses:eu-west-1:123456789012:identity/example.com")
        #expect(
            ARN.emailTemplate("t", region: .euWest1, accountID: "123456789012")
                == "arn:aws:ses:eu-west-1:123456789012:template/t")
        #expect(
            ARN.snsTopic("t", region: "cn-north-1", accountID: "123456789012")
                == "arn:aws-cn:sns:cn-north-1:123456789012:t")
        #expect(
            ARN.defaultEventBus(region: .euWest1, accountID: "123456789012")
                == "arn:aws:events:eu-west-1:123456789012:event-bus/default")
    }

    @Test("an address in an ARN is cut to its domain when it is printed, and kept in the text")
    func printing() {
        let arn = ARN.emailIdentity("jane@example.org", region: .euWest1, accountID: "123456789012")
        #expect(arn.rawValue == "arn:aws:ses:eu-west-1:123456789012:identity/jane@example.org")
        var dumped = ""
        dump(arn, to: &dumped)
        for text in ["\(arn)", String(reflecting: arn), dumped] {
            #expect(!text.contains("jane"))
            #expect(text.contains("example.org"))
        }
        let domain = ARN.emailIdentity("example.org", region: .euWest1, accountID: "123456789012")
        #expect("\(domain)" == domain.rawValue)
    }
}
