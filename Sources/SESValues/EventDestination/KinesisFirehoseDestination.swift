/// A stream of Amazon Data Firehose that gets events.
///
/// AWS: `KinesisFirehoseDestination`.
public struct KinesisFirehoseDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The role with which SES writes: it trusts `ses.amazonaws.com` and allows `firehose:PutRecordBatch`.
    @export(implementation) public var iamRoleARN: ARN
    /// The stream.
    @export(implementation) public var deliveryStreamARN: ARN

    /// Creates a destination.
    ///
    /// - Parameters:
    ///   - iamRoleARN: The role with which SES writes.
    ///   - deliveryStreamARN: The stream.
    @export(implementation) public init(iamRoleARN: ARN, deliveryStreamARN: ARN) {
        self.iamRoleARN = iamRoleARN
        self.deliveryStreamARN = deliveryStreamARN
    }

    /// Checks that the ARNs name a role and a stream of one partition.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let roleField = path.member("IamRoleArn")
        try iamRoleARN.requireResource("an IAM role", of: "iam", isGlobal: true, at: roleField)
        try iamRoleARN.requireResourcePrefix("role/", at: roleField)
        let streamField = path.member("DeliveryStreamArn")
        try deliveryStreamARN.requireResource("an Amazon Data Firehose stream", of: "firehose", at: streamField)
        try deliveryStreamARN.requireResourcePrefix("deliverystream/", at: streamField)
        if let home = deliveryStreamARN.partition, let other = iamRoleARN.partition, home != other {
            throw SESValueError(
                field: roleField, rule: "must name the stream's partition '\(home)', not '\(other)'",
                value: iamRoleARN.rawValue)
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        iamRoleARN = try container.decode(ARN.self, forKey: "IamRoleArn")
        deliveryStreamARN = try container.decode(ARN.self, forKey: "DeliveryStreamArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(iamRoleARN, forKey: "IamRoleArn")
        try container.encode(deliveryStreamARN, forKey: "DeliveryStreamArn")
    }
}
