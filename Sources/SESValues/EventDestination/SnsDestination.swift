/// A topic of Amazon SNS that gets events.
///
/// AWS: `SnsDestination`. The topic's policy must let `ses.amazonaws.com` publish to it.
public struct SnsDestination: Equatable, Sendable, Codable, SESValidatable {
    /// The topic; a standard one, SES can't publish to a FIFO topic.
    @export(implementation) public var topicARN: ARN

    /// Creates a destination.
    ///
    /// - Parameter topicARN: The topic; a standard one.
    @export(implementation) public init(topicARN: ARN) {
        self.topicARN = topicARN
    }

    /// Checks that the ARN names a standard topic.
    public func validate(at path: FieldPath) throws(SESValueError) {
        let field = path.member("TopicArn")
        try topicARN.requireResource("an Amazon SNS topic", of: "sns", at: field)
        let topic = topicARN.resource ?? ""
        if topic.contains(":") {
            throw SESValueError(
                field: field, rule: "must name a topic, not one of its subscriptions", value: topicARN.rawValue)
        }
        if topic.hasSuffix(".fifo") {
            throw SESValueError(
                field: field, rule: "must name a standard topic; SES cannot publish to a FIFO topic",
                value: topicARN.rawValue)
        }
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        topicARN = try container.decode(ARN.self, forKey: "TopicArn")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(topicARN, forKey: "TopicArn")
    }
}
