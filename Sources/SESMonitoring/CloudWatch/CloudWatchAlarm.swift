/// An alarm of Amazon CloudWatch on one metric, or on an expression over several.
///
/// It holds what `PutMetricAlarm` takes, in AWS's JSON form: as `Codable` it is the operation's input. Alarms are made of rules by
/// `cloudWatchAlarms(_:)`, and brought to an account by ``CloudWatchAlarmClient``.
///
/// AWS: Amazon CloudWatch API Reference, `PutMetricAlarm`.
public struct CloudWatchAlarm: Sendable, Hashable, Codable {
    /// How a value is compared with the threshold (AWS: `ComparisonOperator`).
    public struct ComparisonOperator: OpenStringValue {
        /// AWS's spelling.
        public let rawValue: String

        /// Creates a value from AWS's spelling.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// More than the threshold.
        public static var greaterThanThreshold: Self { Self(rawValue: "GreaterThanThreshold") }
        /// The threshold or more.
        public static var greaterThanOrEqualToThreshold: Self { Self(rawValue: "GreaterThanOrEqualToThreshold") }
        /// Less than the threshold.
        public static var lessThanThreshold: Self { Self(rawValue: "LessThanThreshold") }
        /// The threshold or less.
        public static var lessThanOrEqualToThreshold: Self { Self(rawValue: "LessThanOrEqualToThreshold") }
    }

    /// What an alarm makes of a period without data (AWS: `TreatMissingData`).
    public struct MissingData: OpenStringValue {
        /// AWS's spelling.
        public let rawValue: String

        /// Creates a value from AWS's spelling.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// As if the threshold were broken.
        public static var breaching: Self { Self(rawValue: "breaching") }
        /// As if the threshold were kept.
        public static var notBreaching: Self { Self(rawValue: "notBreaching") }
        /// The alarm stays in its state.
        public static var ignore: Self { Self(rawValue: "ignore") }
        /// The alarm says that it hasn't enough data.
        public static var missing: Self { Self(rawValue: "missing") }
    }

    /// A dimension of a metric: what tells it from others of its name.
    public struct Dimension: Sendable, Hashable, Codable {
        /// Its name, 1 to 255 characters, such as `ses:configuration-set`.
        public var name: String
        /// Its value, 1 to 1024 characters, such as a set's name.
        public var value: String

        /// Creates a dimension.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        private enum CodingKeys: String, CodingKey {
            case name = "Name"
            case value = "Value"
        }
    }

    /// Its name, unique in the region: 1 to 255 characters, none of them an ASCII control character.
    public var name: String
    /// What it is for, up to 1024 characters; nil for nothing.
    public var description: String?
    /// Whether its actions are done; true by default.
    public var actionsEnabled: Bool
    /// What is done when it begins, up to five ARNs, such as topics' of Amazon SNS.
    public var alarmActions: [ARN]
    /// What is done when it is over, up to five ARNs.
    public var okActions: [ARN]
    /// What is done when there isn't enough data, up to five ARNs.
    public var insufficientDataActions: [ARN]
    /// The metric's namespace; nil if there are ``metrics``.
    public var namespace: String?
    /// The metric's name; nil if there are ``metrics``.
    public var metricName: String?
    /// The metric's dimensions; empty if there are ``metrics``.
    public var dimensions: [Dimension]
    /// How the metric's data of a period is combined, such as `Sum`; nil if there are ``metrics``.
    public var statistic: String?
    /// A period in seconds: a multiple of 60; nil if there are ``metrics``.
    public var period: Int?
    /// Metrics and the expression over them that is watched; empty if there is one ``metricName``.
    public var metrics: [CloudWatchMetricQuery]
    /// How many periods are looked at, from 1.
    public var evaluationPeriods: Int
    /// In how many of these the threshold must be broken; nil for all.
    public var datapointsToAlarm: Int?
    /// What the value is compared with.
    public var threshold: Double
    /// How it is compared.
    public var comparisonOperator: ComparisonOperator
    /// What a period without data is taken for; nil for AWS's default, ``MissingData/missing``.
    public var treatMissingData: MissingData?

    /// Creates an alarm on one metric.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - description: What it is for.
    ///   - namespace: The metric's namespace.
    ///   - metricName: The metric's name.
    ///   - dimensions: The metric's dimensions.
    ///   - statistic: How the data of a period is combined.
    ///   - period: A period in seconds.
    ///   - evaluationPeriods: How many periods are looked at.
    ///   - comparisonOperator: How the value is compared.
    ///   - threshold: What it is compared with.
    public init(
        _ name: String, description: String? = nil, namespace: String, metricName: String, dimensions: [Dimension],
        statistic: String, period: Int, evaluationPeriods: Int = 1, comparisonOperator: ComparisonOperator,
        threshold: Double
    ) {
        self.init(name, description, evaluationPeriods, comparisonOperator, threshold)
        self.namespace = namespace
        self.metricName = metricName
        self.dimensions = dimensions
        self.statistic = statistic
        self.period = period
    }

    /// Creates an alarm on an expression.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - description: What it is for.
    ///   - metrics: Metrics and expressions, one of which returns data.
    ///   - evaluationPeriods: How many periods are looked at.
    ///   - comparisonOperator: How the value is compared.
    ///   - threshold: What it is compared with.
    public init(
        _ name: String, description: String? = nil, metrics: [CloudWatchMetricQuery], evaluationPeriods: Int = 1,
        comparisonOperator: ComparisonOperator, threshold: Double
    ) {
        self.init(name, description, evaluationPeriods, comparisonOperator, threshold)
        self.metrics = metrics
    }

    private init(
        _ name: String, _ description: String?, _ evaluationPeriods: Int, _ comparisonOperator: ComparisonOperator,
        _ threshold: Double
    ) {
        self.name = name
        self.description = description
        actionsEnabled = true
        alarmActions = []
        okActions = []
        insufficientDataActions = []
        dimensions = []
        metrics = []
        self.evaluationPeriods = evaluationPeriods
        self.comparisonOperator = comparisonOperator
        self.threshold = threshold
    }
}
