import SESCore

/// A topic that is taken, and what follows from its name: where its messages' certificate is and whose name that bears.
struct SNSTopic: Hashable, Sendable {
    let arn: ARN
    let region: Region

    /// Checks that a name is a topic's.
    ///
    /// - Throws: ``SESIntakeError`` with the code `invalidSettings`.
    init(_ arn: ARN) throws(SESIntakeError) {
        func fault(_ rule: String) -> SESIntakeError {
            SESIntakeError(.invalidSettings, message: "the topic '\(arn)' \(rule)")
        }
        guard arn.rawValue.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw fault("must be printable ASCII")
        }
        do { try arn.validate(at: FieldPath("TopicArn")) } catch { throw fault(error.rule) }
        guard arn.service == "sns", let region = arn.region, let account = arn.accountID, let name = arn.resource else {
            throw fault("must have the form arn:partition:sns:region:account:name")
        }
        guard HostName.isLabel(region.rawValue), arn.partition == region.partition.id else {
            throw fault("must name a region of its partition")
        }
        guard account.utf8.count == 12, account.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw fault("must name an account of 12 digits")
        }
        guard (1...256).contains(name.utf8.count), !name.contains(":") else {
            throw fault("must be a topic's, not a subscription's")
        }
        self.arn = arn
        self.region = region
    }

    /// The host of Amazon SNS in the topic's region, the only one that anything is fetched from or said to.
    var host: String { "sns.\(region.rawValue).\(region.partition.dnsSuffix)" }

    /// The name in the certificate that signs the region's messages.
    ///
    /// AWS: the AWS SDK for Java 2.x, `sns-message-manager`.
    var certificateName: String {
        let suffix = region.partition.dnsSuffix
        switch region.partition.id {
        case "aws": return Self.firstRegions.contains(region) ? "sns.\(suffix)" : "sns-signing.\(region).\(suffix)"
        case "aws-cn": return "sns-\(region).\(suffix)"
        case "aws-us-gov": return "sns-us-gov-west-1.\(suffix)"
        case "aws-iso": return "sns-us-iso-east-1.\(suffix)"
        case "aws-iso-b": return "sns-us-isob-east-1.\(suffix)"
        default: return "sns-signing.\(region).\(suffix)"
        }
    }

    /// The regions that every account has: they share a certificate.
    ///
    /// Those opened since 2019 have one each, and so will new ones.
    private static let firstRegions: Set<Region> = [
        .apNortheast1, .apNortheast2, .apNortheast3, .apSouth1, .apSoutheast1, .apSoutheast2, .caCentral1, .euCentral1,
        .euNorth1, .euWest1, .euWest2, .euWest3, .saEast1, .usEast1, .usEast2, .usWest1, .usWest2,
    ]
}

/// The topics that are taken.
struct SNSTopicList: Sendable {
    private let topics: [[UInt8]: SNSTopic]

    /// - Throws: ``SESIntakeError`` with the code `invalidSettings` if there is none, or one that isn't a topic.
    init(_ arns: some Sequence<ARN>) throws(SESIntakeError) {
        var topics: [[UInt8]: SNSTopic] = [:]
        for arn in arns { topics[Array(arn.rawValue.utf8)] = try SNSTopic(arn) }
        guard !topics.isEmpty else {
            throw SESIntakeError(
                .invalidSettings,
                message: "there must be a topic: a signature only proves that a message is of some topic of AWS")
        }
        self.topics = topics
    }

    /// The topic of a name, compared byte for byte: texts that only look the same are different.
    subscript(name: String) -> SNSTopic? { topics[Array(name.utf8)] }
}
