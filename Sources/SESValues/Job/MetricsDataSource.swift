#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The metrics that a job exports.
///
/// AWS: `MetricsDataSource`.
public struct MetricsDataSource: Equatable, Sendable, Codable, SESValidatable {
    /// What to narrow them to: 1 to 3 dimensions, each with 1 to 10 values, or `*` for all.
    @export(implementation) public var dimensions: [MetricDimensionName: [String]]
    /// Where the metrics come from.
    @export(implementation) public var namespace: MetricNamespace
    /// The metrics, 1 to 10.
    @export(implementation) public var metrics: [ExportMetric]
    /// Where the interval begins; must be there.
    @export(implementation) @WireTime public var startDate: Date?
    /// Where the interval ends; must be there.
    @export(implementation) @WireTime public var endDate: Date?

    /// Creates a source.
    ///
    /// - Parameters:
    ///   - dimensions: What to narrow them to: 1 to 3 dimensions, each with 1 to 10 values, or `*` for all.
    ///   - namespace: Where the metrics come from.
    ///   - metrics: The metrics, 1 to 10.
    ///   - startDate: Where the interval begins; must be there.
    ///   - endDate: Where the interval ends; must be there.
    public init(
        dimensions: [MetricDimensionName: [String]], namespace: MetricNamespace = .vdm, metrics: [ExportMetric],
        startDate: Date, endDate: Date
    ) {
        self.dimensions = dimensions
        self.namespace = namespace
        self.metrics = metrics
        _startDate = WireTime(wrappedValue: startDate)
        _endDate = WireTime(wrappedValue: endDate)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        dimensions = try container.decode([MetricDimensionName: [String]].self, forKey: "Dimensions")
        namespace = try container.decode(MetricNamespace.self, forKey: "Namespace")
        metrics = try container.decode([ExportMetric].self, forKey: "Metrics")
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        _endDate = try container.decode(WireTime.self, forKey: "EndDate")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(dimensions, forKey: "Dimensions")
        try container.encode(namespace, forKey: "Namespace")
        try container.encode(metrics, forKey: "Metrics")
        try container.encode(_startDate, forKey: "StartDate")
        try container.encode(_endDate, forKey: "EndDate")
    }

    /// Checks the numbers of dimensions, values and metrics, and that both ends of the interval are there.
    ///
    /// Where one dimension takes all values (`*`), the others may name one each.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try checkDimensions(at: path.member("Dimensions"))
        if !(1...10).contains(metrics.count) {
            throw SESValueError(
                field: path.member("Metrics"), rule: "must hold 1 to 10 metrics", value: String(metrics.count))
        }
        try TimeSpan.check(startDate, endDate, at: path)
    }

    private func checkDimensions(at path: FieldPath) throws(SESValueError) {
        if !(1...3).contains(dimensions.count) {
            throw SESValueError(field: path, rule: "must hold 1 to 3 dimensions", value: String(dimensions.count))
        }
        let takesAll = dimensions.values.contains { $0.contains("*") }
        for (name, values) in dimensions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let field = path.member(name.rawValue)
            if !(1...10).contains(values.count) {
                throw SESValueError(field: field, rule: "must hold 1 to 10 values", value: String(values.count))
            }
            if takesAll, values.count > 1 {
                throw SESValueError(
                    field: field, rule: "must hold one value where a dimension takes all ('*')",
                    value: String(values.count))
            }
        }
    }
}

/// A metric to export.
///
/// AWS: `ExportMetric`.
public struct ExportMetric: Equatable, Sendable, Codable {
    /// What is counted.
    @export(implementation) public var name: VdmMetric?
    /// How it is given.
    @export(implementation) public var aggregation: MetricAggregation?

    /// Creates a metric.
    ///
    /// - Parameters:
    ///   - name: What is counted.
    ///   - aggregation: How it is given.
    @export(implementation) public init(name: VdmMetric? = nil, aggregation: MetricAggregation? = nil) {
        self.name = name
        self.aggregation = aggregation
    }

    /// Decodes AWS's JSON form.
    @export(implementation) public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        name = try container.decodeIfPresent(VdmMetric.self, forKey: "Name")
        aggregation = try container.decodeIfPresent(MetricAggregation.self, forKey: "Aggregation")
    }

    /// Encodes AWS's JSON form.
    @export(implementation) public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encodeIfPresent(name, forKey: "Name")
        try container.encodeIfPresent(aggregation, forKey: "Aggregation")
    }
}

/// How a metric is given.
///
/// AWS: `MetricAggregation`.
public struct MetricAggregation: OpenStringValue {
    /// The service's spelling.
    @export(implementation) public let rawValue: String

    /// Creates an aggregation from the service's spelling.
    @export(implementation) public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// As a share of the mails sent.
    @export(implementation) public static var rate: Self { Self(rawValue: "RATE") }
    /// As a number.
    @export(implementation) public static var volume: Self { Self(rawValue: "VOLUME") }
}
