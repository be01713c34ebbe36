/// A metric that an expression refers to, or an expression (AWS: `MetricDataQuery`).
public struct CloudWatchMetricQuery: Sendable, Hashable, Codable {
    /// A metric and how its data of a period is combined (AWS: `MetricStat`).
    public struct MetricStat: Sendable, Hashable, Codable {
        /// A metric, as CloudWatch finds it.
        public struct Metric: Sendable, Hashable, Codable {
            /// Its namespace, such as `AWS/SES`.
            public var namespace: String
            /// Its name, such as `Bounce`.
            public var metricName: String
            /// Its dimensions, all that it is published with.
            public var dimensions: [CloudWatchAlarm.Dimension]

            /// Creates a metric.
            public init(namespace: String, metricName: String, dimensions: [CloudWatchAlarm.Dimension]) {
                self.namespace = namespace
                self.metricName = metricName
                self.dimensions = dimensions
            }

            private enum CodingKeys: String, CodingKey {
                case namespace = "Namespace"
                case metricName = "MetricName"
                case dimensions = "Dimensions"
            }

            /// Decodes AWS's JSON form, in which everything may be left out: then it is empty, as in no alarm of this library.
            public init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                namespace = try container.decodeIfPresent(String.self, forKey: .namespace) ?? ""
                metricName = try container.decodeIfPresent(String.self, forKey: .metricName) ?? ""
                dimensions =
                    try container.decodeIfPresent([CloudWatchAlarm.Dimension].self, forKey: .dimensions) ?? []
            }
        }

        /// The metric.
        public var metric: Metric
        /// A period in seconds: a multiple of 60.
        public var period: Int
        /// How the data of a period is combined, such as `Sum`.
        public var stat: String

        /// Creates a metric with its statistic.
        public init(metric: Metric, period: Int, stat: String) {
            self.metric = metric
            self.period = period
            self.stat = stat
        }

        private enum CodingKeys: String, CodingKey {
            case metric = "Metric"
            case period = "Period"
            case stat = "Stat"
        }
    }

    /// What expressions call it: a lower-case letter, then letters, digits and `_`, up to 255.
    public var id: String
    /// The metric; nil for an expression.
    public var metricStat: MetricStat?
    /// The expression, up to 2048 characters; nil for a metric.
    public var expression: String?
    /// What charts call it; nil for what AWS makes up.
    public var label: String?
    /// Whether the alarm watches it; true for one of an alarm's queries.
    public var returnData: Bool

    /// Creates a query for a metric, which an expression refers to.
    public init(id: String, metricStat: MetricStat) {
        self.id = id
        self.metricStat = metricStat
        returnData = false
    }

    /// Creates a query for the expression that an alarm watches.
    public init(id: String, expression: String, label: String? = nil) {
        self.id = id
        self.expression = expression
        self.label = label
        returnData = true
    }

    private enum CodingKeys: String, CodingKey {
        case id = "Id"
        case metricStat = "MetricStat"
        case expression = "Expression"
        case label = "Label"
        case returnData = "ReturnData"
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        metricStat = try container.decodeIfPresent(MetricStat.self, forKey: .metricStat)
        expression = try container.decodeIfPresent(String.self, forKey: .expression)
        label = try container.decodeIfPresent(String.self, forKey: .label)
        // AWS: true if it is left out.
        returnData = try container.decodeIfPresent(Bool.self, forKey: .returnData) ?? true
    }
}
