#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A question for one metric over an interval of time.
///
/// AWS: `BatchGetMetricDataQuery`.
public struct BatchGetMetricDataQuery: Equatable, Sendable, Codable, SESValidatable {
    /// What the answer calls the query: 1 to 255 characters.
    @export(implementation) public var id: String
    /// Where the metric comes from.
    @export(implementation) public var namespace: MetricNamespace
    /// What is counted.
    @export(implementation) public var metric: VdmMetric
    /// What to narrow it to: 1 to 3 dimensions, each with a value.
    @export(implementation) public var dimensions: [MetricDimensionName: String]?
    /// Where the interval begins; must be there.
    @export(implementation) @WireTime public var startDate: Date?
    /// Where the interval ends; must be there.
    @export(implementation) @WireTime public var endDate: Date?

    /// Creates a query.
    ///
    /// - Parameters:
    ///   - id: What the answer calls the query: 1 to 255 characters.
    ///   - namespace: Where the metric comes from.
    ///   - metric: What is counted.
    ///   - dimensions: What to narrow it to: 1 to 3 dimensions, each with a value.
    ///   - startDate: Where the interval begins; must be there.
    ///   - endDate: Where the interval ends; must be there.
    public init(
        id: String, namespace: MetricNamespace = .vdm, metric: VdmMetric,
        dimensions: [MetricDimensionName: String]? = nil, startDate: Date, endDate: Date
    ) {
        self.id = id
        self.namespace = namespace
        self.metric = metric
        self.dimensions = dimensions
        _startDate = WireTime(wrappedValue: startDate)
        _endDate = WireTime(wrappedValue: endDate)
    }

    /// Decodes AWS's JSON form.
    public init(from decoder: any Decoder) throws {
        let container = try WireReader(decoder)
        id = try container.decode(String.self, forKey: "Id")
        namespace = try container.decode(MetricNamespace.self, forKey: "Namespace")
        metric = try container.decode(VdmMetric.self, forKey: "Metric")
        dimensions = try container.decodeIfPresent([MetricDimensionName: String].self, forKey: "Dimensions")
        _startDate = try container.decode(WireTime.self, forKey: "StartDate")
        _endDate = try container.decode(WireTime.self, forKey: "EndDate")
    }

    /// Encodes AWS's JSON form.
    public func encode(to encoder: any Encoder) throws {
        let container = WireWriter(encoder)
        try container.encode(id, forKey: "Id")
        try container.encode(namespace, forKey: "Namespace")
        try container.encode(metric, forKey: "Metric")
        try container.encodeIfPresent(dimensions, forKey: "Dimensions")
        try container.encode(_startDate, forKey: "StartDate")
        try container.encode(_endDate, forKey: "EndDate")
    }

    /// Checks the id's length, the number of dimensions, and that both ends of the interval are there.
    public func validate(at path: FieldPath) throws(SESValueError) {
        try TextRule.queryID.check(id, at: path.member("Id"))
        if let dimensions, !(1...3).contains(dimensions.count) {
            throw SESValueError(
                field: path.member("Dimensions"), rule: "must hold 1 to 3 dimensions", value: String(dimensions.count))
        }
        try TimeSpan.check(startDate, endDate, at: path)
    }
}

extension TextRule {
    fileprivate static let queryID = TextRule(1...255, of: "characters") { _ in true }
}
