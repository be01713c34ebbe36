import Foundation
import SESClient
import SESCore
import SESTesting

extension Campaign {
    /// Midnight, UTC, of the day on which a simulator's clock begins.
    static let firstDay = Date(timeIntervalSince1970: 1_746_057_600)

    /// Turns the Virtual Deliverability Manager on.
    func enableVdm(engagement: FeatureStatus? = .enabled) async throws {
        try await client.putAccountVdmAttributes(
            VdmAttributes(
                vdmEnabled: .enabled,
                dashboardAttributes: engagement.map { DashboardAttributes(engagementMetrics: $0) }))
    }

    /// How many mails each metric counts in the ten days from the first.
    func counts(
        _ metrics: [VdmMetric], of dimensions: [MetricDimensionName: String]? = [.configurationSet: "promo"]
    ) async throws -> [Int] {
        let end = Self.firstDay.addingTimeInterval(10 * 86_400)
        let queries = metrics.map {
            BatchGetMetricDataQuery(
                id: $0.rawValue, metric: $0, dimensions: dimensions, startDate: Self.firstDay, endDate: end)
        }
        let results = try await client.batchGetMetricData(queries).results ?? []
        return metrics.map { metric in
            results.first { $0.id == metric.rawValue }?.values?.reduce(0, +) ?? 0
        }
    }
}
