import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("What CloudWatch gets")
struct CloudWatchTests {
    private static func dimension(_ name: String, _ source: DimensionValueSource) -> CloudWatchDimensionConfiguration {
        CloudWatchDimensionConfiguration(
            dimensionName: name, dimensionValueSource: source, defaultDimensionValue: "none")
    }

    private static let target = EventDestinationTarget.cloudWatch([
        dimension("campaign", .messageTag), dimension("ses:configuration-set", .messageTag),
        dimension("X-Kind", .emailHeader), dimension("Subject", .emailHeader), dimension("place", .linkTag),
    ])

    private func metrics(_ email: Email) async throws -> [CloudWatchDatum.Metric] {
        let campaign = try await Campaign(EngagementModel(openRate: 1, clickRate: 1), to: Self.target)
        try await campaign.send(email)
        await campaign.simulator.settle()
        return try await campaign.simulator.takeDeliveries().flatMap { delivery in
            let datum = try JSONDecoder().decode(CloudWatchDatum.self, from: delivery.body)
            #expect(datum.namespace == "AWS/SES")
            #expect(datum.metricData.map(\.timestamp) == [EventTimestamp(delivery.date)])
            return datum.metricData
        }
    }

    private func values(_ metric: CloudWatchDatum.Metric?) -> [String] {
        (metric?.dimensions ?? []).map { "\($0.name)=\($0.value)" }
    }

    @Test("Each event counts one, with dimensions from tags, headers and links")
    func dimensions() async throws {
        let html = #"<a ses:tags="place:top" href="https://example.com/">x</a>"#
        let email = Email(
            from: "shop@example.com", to: ["jane@example.org"], subject: "May", html: html,
            headers: [MessageHeader(name: "x-kind", value: "promo")], tags: ["campaign": "may"])
        let metrics = try await metrics(email)
        #expect(metrics.map(\.metricName) == ["Send", "Delivery", "Open", "Click"])
        #expect(metrics.allSatisfy { $0.value == 1 && $0.unit == "Count" })
        let common = ["campaign=may", "ses:configuration-set=promo", "X-Kind=promo", "Subject=May"]
        #expect(values(metrics.first) == common + ["place=none"])
        #expect(values(metrics.last) == common + ["place=top"])
    }

    @Test("What an event lacks has the dimension's default")
    func defaults() async throws {
        let email = Email(
            from: "shop@example.com", to: ["jane@example.org"], subject: "May",
            html: #"<a href="https://example.com/">x</a>"#)
        let metrics = try await metrics(email)
        #expect(
            values(metrics.last) == [
                "campaign=none", "ses:configuration-set=promo", "X-Kind=none", "Subject=May", "place=none",
            ])
    }

    @Test("Every type has its metric")
    func names() async throws {
        let campaign = try await Campaign(EnvelopeTests.busy, to: Self.target)
        try await campaign.sendEverything()
        await campaign.simulator.settle()
        let names = try await campaign.simulator.takeDeliveries().flatMap {
            try JSONDecoder().decode(CloudWatchDatum.self, from: $0.body).metricData.map(\.metricName)
        }
        #expect(
            Set(names) == [
                "Send", "Delivery", "Bounce", "Complaint", "Reject", "Open", "Click", "RenderingFailure",
                "DeliveryDelay", "Subscription",
            ])
    }
}
