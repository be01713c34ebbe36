/// Where events go.
///
/// AWS has no such shape: it is the one of five members of `EventDestinationDefinition` that must be there.
@nonexhaustive
public enum EventDestinationTarget: Equatable, Sendable {
    /// A standard topic of Amazon SNS.
    case sns(topicARN: ARN)
    /// A stream of Amazon Data Firehose, and the role with which SES writes to it.
    case kinesisFirehose(iamRoleARN: ARN, deliveryStreamARN: ARN)
    /// Metrics of Amazon CloudWatch.
    case cloudWatch([CloudWatchDimensionConfiguration])
    /// The default bus of Amazon EventBridge.
    case eventBridge(eventBusARN: ARN)
    /// A project of Amazon Pinpoint.
    case pinpoint(applicationARN: ARN)
}
