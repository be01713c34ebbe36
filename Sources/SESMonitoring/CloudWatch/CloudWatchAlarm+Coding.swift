extension CloudWatchAlarm {
    private enum CodingKeys: String, CodingKey {
        case name = "AlarmName"
        case description = "AlarmDescription"
        case actionsEnabled = "ActionsEnabled"
        case alarmActions = "AlarmActions"
        case okActions = "OKActions"
        case insufficientDataActions = "InsufficientDataActions"
        case namespace = "Namespace"
        case metricName = "MetricName"
        case dimensions = "Dimensions"
        case statistic = "Statistic"
        case period = "Period"
        case metrics = "Metrics"
        case evaluationPeriods = "EvaluationPeriods"
        case datapointsToAlarm = "DatapointsToAlarm"
        case threshold = "Threshold"
        case comparisonOperator = "ComparisonOperator"
        case treatMissingData = "TreatMissingData"
    }

    /// Decodes AWS's JSON form: the input of `PutMetricAlarm`, or an alarm in the answer of `DescribeAlarms`.
    ///
    /// An alarm of another kind, such as one on a band of anomalies, may lack what is required here; then it has 0 periods, the
    /// threshold 0 and an empty operator, which no alarm of this library has.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
            try container.decodeIfPresent([Element].self, forKey: key) ?? []
        }
        name = try container.decode(String.self, forKey: .name)
        description = try container.decodeIfPresent(String.self, forKey: .description)
        actionsEnabled = try container.decodeIfPresent(Bool.self, forKey: .actionsEnabled) ?? true
        alarmActions = try list(.alarmActions)
        okActions = try list(.okActions)
        insufficientDataActions = try list(.insufficientDataActions)
        namespace = try container.decodeIfPresent(String.self, forKey: .namespace)
        metricName = try container.decodeIfPresent(String.self, forKey: .metricName)
        dimensions = try list(.dimensions)
        statistic = try container.decodeIfPresent(String.self, forKey: .statistic)
        period = try container.decodeIfPresent(Int.self, forKey: .period)
        metrics = try list(.metrics)
        evaluationPeriods = try container.decodeIfPresent(Int.self, forKey: .evaluationPeriods) ?? 0
        datapointsToAlarm = try container.decodeIfPresent(Int.self, forKey: .datapointsToAlarm)
        threshold = try container.decodeIfPresent(Double.self, forKey: .threshold) ?? 0
        comparisonOperator =
            try container.decodeIfPresent(ComparisonOperator.self, forKey: .comparisonOperator)
            ?? ComparisonOperator(rawValue: "")
        treatMissingData = try container.decodeIfPresent(MissingData.self, forKey: .treatMissingData)
    }

    /// Encodes the input of `PutMetricAlarm`; what is nil or empty is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        func encode(_ list: [some Encodable], _ key: CodingKeys) throws {
            if !list.isEmpty { try container.encode(list, forKey: key) }
        }
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encode(actionsEnabled, forKey: .actionsEnabled)
        try encode(alarmActions, .alarmActions)
        try encode(okActions, .okActions)
        try encode(insufficientDataActions, .insufficientDataActions)
        try container.encodeIfPresent(namespace, forKey: .namespace)
        try container.encodeIfPresent(metricName, forKey: .metricName)
        try encode(dimensions, .dimensions)
        try container.encodeIfPresent(statistic, forKey: .statistic)
        try container.encodeIfPresent(period, forKey: .period)
        try encode(metrics, .metrics)
        try container.encode(evaluationPeriods, forKey: .evaluationPeriods)
        try container.encodeIfPresent(datapointsToAlarm, forKey: .datapointsToAlarm)
        try container.encode(threshold, forKey: .threshold)
        try container.encode(comparisonOperator, forKey: .comparisonOperator)
        try container.encodeIfPresent(treatMissingData, forKey: .treatMissingData)
    }
}
