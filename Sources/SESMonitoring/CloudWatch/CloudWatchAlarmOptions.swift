/// How rules become alarms of Amazon CloudWatch.
public struct CloudWatchAlarmOptions: Sendable, Hashable, Codable {
    /// Where the numbers come from.
    @nonexhaustive
    public enum MetricSource: Sendable, Hashable, Codable {
        /// A CloudWatch event destination of each set, which publishes to `AWS/SES` under these dimensions, all of them.
        ///
        /// Give the names of the destination's `DimensionConfigurations`; one of them is to be `ses:configuration-set`, a message
        /// tag that SES itself adds, or the metrics of several sets are one. A rule about a tag needs the tag's name beside it.
        case eventDestination(dimensions: [String])
        /// The rates that SES itself works out for each set whose reputation metrics are on: bounces and complaints only.
        ///
        /// They are AWS's own judgement, over a volume of mail that AWS finds representative instead of a time.
        case reputation
    }

    /// The beginning of the alarms' names, 1 to 100 characters: it tells them from others of the account.
    ///
    /// Of what begins so, ``CloudWatchAlarmClient`` deletes what it made under this prefix and no rule wants any more.
    public var namePrefix: String
    /// Where the numbers come from; by default an event destination with the dimension `ses:configuration-set`.
    public var metricSource: MetricSource
    /// The sets that a rule about every set becomes alarms for; none by default.
    public var configurationSets: [ConfigurationSetName]
    /// What is done when an alarm begins: up to five ARNs, such as topics' of Amazon SNS.
    public var alarmActions: [ARN]
    /// What is done when an alarm is over, up to five ARNs.
    public var okActions: [ARN]
    /// How many windows in a row must break the rule, from 1; 1 by default.
    public var evaluationPeriods: Int

    /// Creates options; they are checked when rules become alarms.
    ///
    /// - Parameters:
    ///   - namePrefix: The beginning of the alarms' names.
    ///   - metricSource: Where the numbers come from.
    ///   - configurationSets: The sets that a rule about every set becomes alarms for.
    ///   - alarmActions: What is done when an alarm begins.
    ///   - okActions: What is done when an alarm is over.
    ///   - evaluationPeriods: How many windows in a row must break the rule.
    public init(
        namePrefix: String, metricSource: MetricSource = .eventDestination(dimensions: ["ses:configuration-set"]),
        configurationSets: [ConfigurationSetName] = [], alarmActions: [ARN] = [], okActions: [ARN] = [],
        evaluationPeriods: Int = 1
    ) {
        self.namePrefix = namePrefix
        self.metricSource = metricSource
        self.configurationSets = configurationSets
        self.alarmActions = alarmActions
        self.okActions = okActions
        self.evaluationPeriods = evaluationPeriods
    }
}
