import SESCore
import Testing

@Suite("Rules of event destinations")
struct EventDestinationRuleTests {
    typealias Dimension = CloudWatchDimensionConfiguration

    static func dimension(
        _ name: String = "n", _ source: DimensionValueSource = .messageTag, _ value: String = "v"
    ) -> Dimension {
        Dimension(dimensionName: name, dimensionValueSource: source, defaultDimensionValue: value)
    }

    static func to(_ target: EventDestinationTarget, _ types: MatchingEventTypes = [.send]) -> EventDestination {
        EventDestination("d", matching: types, to: target)
    }

    static func firehose(
        role: ARN = "arn:aws:iam::123456789012:role/ses",
        stream: ARN = "arn:aws:firehose:eu-west-1:123456789012:deliverystream/s"
    ) -> EventDestination {
        to(.kinesisFirehose(iamRoleARN: role, deliveryStreamARN: stream))
    }

    @Test(
        "a legal destination passes, at the edges too",
        arguments: [
            to(.sns(topicARN: "arn:aws:sns:eu-west-1:123456789012:promo"), .all),
            to(.sns(topicARN: "arn:aws-cn:sns:cn-north-1:123456789012:promo"), [.init(rawValue: "NEW")]),
            firehose(), firehose(role: "arn:aws:iam::123456789012:role/path/ses"),
            to(.eventBridge(eventBusARN: "arn:aws:events:eu-west-1:123456789012:event-bus/default")),
            to(.pinpoint(applicationARN: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0a")),
            to(.cloudWatch([dimension()])), to(.cloudWatch((0..<10).map { dimension("n\($0)") })),
            to(.cloudWatch([dimension(text(256), .messageTag, text(256))])),
            to(.cloudWatch([dimension("ses:configuration-set", .messageTag, "a.b@c-d_9")])),
            to(.cloudWatch([dimension("X-Campaign", .emailHeader), dimension("To", .messageTag)])),
        ])
    func legal(destination: EventDestination) throws {
        try destination.validate()
    }

    static let oneKind =
        "must hold exactly one of KinesisFirehoseDestination, CloudWatchDestination, SnsDestination, "
        + "EventBridgeDestination and PinpointDestination"
    static var two: EventDestinationDefinition {
        EventDestinationDefinition(
            matchingEventTypes: [.send], snsDestination: SnsDestination(topicARN: "t"),
            eventBridgeDestination: EventBridgeDestination(eventBusARN: "b"))
    }

    @Test(
        "a broken rule of the whole is named",
        arguments: [
            BrokenRule(
                EventDestination("a b", matching: [.send], to: .sns(topicARN: "t")), "Name",
                "must contain only ASCII letters, digits, '_' and '-'", shows: "a b"),
            BrokenRule(
                to(.sns(topicARN: "t"), []), "MatchingEventTypes", "must hold at least one event type"),
            BrokenRule(EventDestinationDefinition(matchingEventTypes: [.send]), "", oneKind, shows: "none"),
            BrokenRule(two, "", oneKind, shows: "SnsDestination, EventBridgeDestination"),
            BrokenRule(
                to(
                    .pinpoint(applicationARN: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0a"),
                    [.send, .deliveryDelay]), "MatchingEventTypes[1]",
                "cannot be DELIVERY_DELAY or SUBSCRIPTION for a Pinpoint destination", shows: "DELIVERY_DELAY"),
            BrokenRule(
                to(
                    .pinpoint(applicationARN: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0a"),
                    [.subscription]), "MatchingEventTypes[0]",
                "cannot be DELIVERY_DELAY or SUBSCRIPTION for a Pinpoint destination", shows: "SUBSCRIPTION"),
        ])
    func illegal(rule: BrokenRule) {
        rule.expectBroken()
    }

    @Test(
        "a wrong SNS topic is named",
        arguments: [
            ("x", "must have the form arn:partition:service:region:account:resource"),
            (
                "arn:aws:sqs:eu-west-1:123456789012:q",
                "must name an Amazon SNS topic: its service must be 'sns', not 'sqs'"
            ),
            (
                "arn:aws:sns:eu-west-1:123456789012:t.fifo",
                "must name a standard topic; SES cannot publish to a FIFO topic"
            ),
            (
                "arn:aws:sns:eu-west-1:123456789012:t:0a1b", "must name a topic, not one of its subscriptions"
            ),
            ("arn:aws:sns::123456789012:t", "must name an Amazon SNS topic with its region"),
            ("arn:aws:sns:eu-west-1:123:t", "must name an Amazon SNS topic with its account's 12 digits"),
            ("arn:aws:sns:eu-west-1::t", "must name an Amazon SNS topic with its account's 12 digits"),
            (
                "arn:aws:sns:cn-north-1:123456789012:t",
                "must name partition 'aws-cn' for region 'cn-north-1', not 'aws'"
            ),
        ])
    func topics(arn: String, rule: String) {
        let destination = Self.to(.sns(topicARN: ARN(rawValue: arn)))
        BrokenRule(destination, "SnsDestination.TopicArn", rule, shows: arn).expectBroken()
    }

    @Test(
        "a wrong ARN of another service is named",
        arguments: [
            BrokenRule(
                firehose(role: "arn:aws:iam::123456789012:user/x"), "KinesisFirehoseDestination.IamRoleArn",
                "must name a resource that begins with 'role/'", shows: "arn:aws:iam::123456789012:user/x"),
            BrokenRule(
                firehose(role: "arn:aws:sts::123456789012:role/x"), "KinesisFirehoseDestination.IamRoleArn",
                "must name an IAM role: its service must be 'iam', not 'sts'",
                shows: "arn:aws:sts::123456789012:role/x"),
            BrokenRule(
                firehose(stream: "arn:aws:kinesis:eu-west-1:123456789012:stream/s"),
                "KinesisFirehoseDestination.DeliveryStreamArn",
                "must name an Amazon Data Firehose stream: its service must be 'firehose', not 'kinesis'",
                shows: "arn:aws:kinesis:eu-west-1:123456789012:stream/s"),
            BrokenRule(
                firehose(stream: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/"),
                "KinesisFirehoseDestination.DeliveryStreamArn",
                "must name a resource that begins with 'deliverystream/'",
                shows: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/"),
            BrokenRule(
                firehose(role: "arn:aws-cn:iam::123456789012:role/x"), "KinesisFirehoseDestination.IamRoleArn",
                "must name the stream's partition 'aws', not 'aws-cn'", shows: "arn:aws-cn:iam::123456789012:role/x"),
            BrokenRule(
                to(.eventBridge(eventBusARN: "arn:aws:events:eu-west-1:123456789012:event-bus/own")),
                "EventBridgeDestination.EventBusArn", "must name the default bus ('event-bus/default')",
                shows: "arn:aws:events:eu-west-1:123456789012:event-bus/own"),
            BrokenRule(
                to(.pinpoint(applicationARN: "arn:aws:sns:eu-west-1:123456789012:x")),
                "PinpointDestination.ApplicationArn",
                "must name an Amazon Pinpoint project: its service must be 'mobiletargeting', not 'sns'",
                shows: "arn:aws:sns:eu-west-1:123456789012:x"),
            BrokenRule(
                EventDestinationDefinition(matchingEventTypes: [.send], pinpointDestination: PinpointDestination()),
                "PinpointDestination.ApplicationArn", "must be present"),
        ])
    func otherARNs(rule: BrokenRule) {
        rule.expectBroken()
    }

    static let nameAlphabet = "must contain only ASCII letters, digits, '_' and '-'"
    static let colon = "cannot contain ':' but in the prefix 'ses:' of the service's own tags"

    @Test(
        "a wrong dimension is named",
        arguments: [
            (dimension(""), "DimensionName", "cannot be empty", ""),
            (dimension(text(257)), "DimensionName", "must be at most 256 characters", text(120) + "…"),
            (dimension("a.b"), "DimensionName", nameAlphabet, "a.b"),
            (dimension("a:b"), "DimensionName", colon, "a:b"), (dimension("ses:"), "DimensionName", colon, "ses:"),
            (dimension("n", .messageTag, ""), "DefaultDimensionValue", "cannot be empty", ""),
            (
                dimension("n", .messageTag, text(257)), "DefaultDimensionValue", "must be at most 256 characters",
                text(120) + "…"
            ),
            (
                dimension("n", .messageTag, "a b"), "DefaultDimensionValue",
                "must contain only ASCII letters, digits, '_', '-', '@' and '.'", "a b"
            ),
        ])
    func dimensions(dimension: Dimension, field: String, rule: String, shown: String) {
        let path = "CloudWatchDestination.DimensionConfigurations[1].\(field)"
        let destination = Self.to(.cloudWatch([Self.dimension(), dimension]))
        BrokenRule(destination, path, rule, shows: shown).expectBroken()
    }

    @Test(
        "headers that SES writes can't be dimensions",
        arguments: ["Received", "to", "FROM", "DKIM-Signature", "Cc", "message-id", "Return-Path"])
    func headers(name: String) {
        BrokenRule(
            Self.dimension(name, .emailHeader), "DimensionName",
            "cannot be Received, To, From, DKIM-Signature, CC, Message-ID or Return-Path for EMAIL_HEADER", shows: name
        ).expectBroken()
    }

    @Test("there are 1 to 10 dimensions", arguments: [0, 11])
    func count(count: Int) {
        let destination = Self.to(.cloudWatch((0..<count).map { Self.dimension("n\($0)") }))
        BrokenRule(
            destination, "CloudWatchDestination.DimensionConfigurations", "must hold 1 to 10 dimensions",
            shows: "\(count)"
        ).expectBroken()
    }
}
