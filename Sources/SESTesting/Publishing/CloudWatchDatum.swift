public import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The metric data an event becomes on its way to CloudWatch.
///
/// The service hands it over inside AWS; this is the input that CloudWatch's `PutMetricData` would take for it.
public struct CloudWatchDatum: Codable, Hashable, Sendable {
    /// One metric's value.
    public struct Metric: Codable, Hashable, Sendable {
        /// The metric's name, such as `Bounce`.
        public var metricName: String
        /// The dimensions in the order the event destination gives them.
        public var dimensions: [Dimension]
        /// When it happened.
        public var timestamp: EventTimestamp
        /// How many events it stands for.
        public var value: Double
        /// What is counted.
        public var unit: String

        private enum CodingKeys: String, CodingKey {
            case metricName = "MetricName"
            case dimensions = "Dimensions"
            case timestamp = "Timestamp"
            case value = "Value"
            case unit = "Unit"
        }
    }

    /// One dimension of a metric.
    public struct Dimension: Codable, Hashable, Sendable {
        /// The dimension's name.
        public var name: String
        /// The dimension's value for this event.
        public var value: String

        private enum CodingKeys: String, CodingKey {
            case name = "Name"
            case value = "Value"
        }
    }

    /// Always `AWS/SES`.
    public var namespace: String
    /// The metrics; one for each event.
    public var metricData: [Metric]

    private enum CodingKeys: String, CodingKey {
        case namespace = "Namespace"
        case metricData = "MetricData"
    }
}

extension SESSimulator {
    func cloudWatchDatum(
        _ scheduled: ScheduledEvent, dimensions: [CloudWatchDimensionConfiguration], at date: Date
    ) -> CloudWatchDatum {
        let metric = CloudWatchDatum.Metric(
            metricName: scheduled.event.type.cloudWatchMetricName ?? scheduled.event.type.rawValue,
            dimensions: dimensions.map {
                CloudWatchDatum.Dimension(name: $0.dimensionName, value: value(of: $0, in: scheduled))
            },
            timestamp: EventTimestamp(date), value: 1, unit: "Count")
        return CloudWatchDatum(namespace: "AWS/SES", metricData: [metric])
    }

    private func value(of dimension: CloudWatchDimensionConfiguration, in scheduled: ScheduledEvent) -> String {
        let name = dimension.dimensionName
        let found: String? =
            switch dimension.dimensionValueSource {
            case .messageTag: scheduled.event.mail.tags[name]?.first
            case .emailHeader:
                headers(of: scheduled.mail, isRendered: true).first { $0.name.lowercased() == name.lowercased() }?.value
            case .linkTag: linkTags(of: scheduled.event)[name]?.first
            default: nil
            }
        return found ?? dimension.defaultDimensionValue
    }

    private func linkTags(of event: SESEvent) -> [String: [String]] {
        guard case .click(let click) = event.kind else { return [:] }
        return click.linkTags
    }
}
