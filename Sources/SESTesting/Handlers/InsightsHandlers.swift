import SESClient
import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SESSimulator {
    func batchGetMetricData(_ input: BatchGetMetricData) throws -> BatchGetMetricData.Output {
        try ServiceRules.checkRules(input)
        for (index, query) in input.queries.enumerated() {
            try ServiceRules.check(query, at: "queries.\(index + 1).member")
        }
        try checkVdm()
        var output = BatchGetMetricData.Output(results: [], errors: [])
        for query in input.queries {
            if let code = state.failingMetricQueries[query.id] {
                let words = "The query failed because the simulator was told so."
                output.errors?.append(MetricDataError(id: query.id, code: code, message: words))
            } else {
                output.results?.append(answer(query))
            }
        }
        return output
    }

    func getMessageInsights(_ input: GetMessageInsights) throws -> MessageInsights {
        try checkVdm()
        guard let history = state.histories[input.messageID] else {
            throw ServiceRefusal.notFound("Message <\(input.messageID)> does not exist.")
        }
        return history.insights
    }

    /// Begins to keep what happens to a mail, if the Virtual Deliverability Manager is on.
    func beginHistory(of mail: SimulatedMail) {
        guard state.isVdmEnabled else { return }
        let sender = SESEvent.Recipient(emailAddress: mail.from).address
        let set = mail.configurationSet.flatMap { state.sets[$0.rawValue] }?.configuration
        let engagement =
            set?.vdmOptions?.dashboardOptions?.engagementMetrics
            ?? state.account.vdmAttributes?.dashboardAttributes?.engagementMetrics
        state.histories[mail.messageID] = MailHistory(
            of: mail, identity: state.identity(of: sender) ?? sender, tags: eventTags(of: mail, sender: sender),
            countsEngagement: engagement == .enabled)
    }

    private func checkVdm() throws {
        guard state.isVdmEnabled else {
            throw ServiceRefusal.badRequest("Virtual Deliverability Manager is not enabled for this account.")
        }
    }

    /// The mails a query counts, by the day (UTC) of what it counts; days without any aren't there.
    private func answer(_ query: BatchGetMetricDataQuery) -> MetricDataResult {
        var counts: [Date: Int] = [:]
        for history in state.histories.values where history.matches(query.dimensions ?? [:]) {
            guard let date = history.date(of: query.metric), let start = query.startDate, let end = query.endDate,
                date >= start, date < end
            else { continue }
            let day = (date.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
            counts[Date(timeIntervalSince1970: day), default: 0] += 1
        }
        let days = counts.sorted { $0.key < $1.key }
        return MetricDataResult(id: query.id, timestamps: days.map(\.key), values: days.map(\.value))
    }
}

extension ServiceState {
    var isVdmEnabled: Bool { account.vdmAttributes?.vdmEnabled == .enabled }
}

extension ServiceRules {
    fileprivate static func check(_ query: BatchGetMetricDataQuery, at path: String) throws {
        try checkEnum(query.namespace, at: "\(path).namespace", in: [.vdm])
        try checkEnum(
            query.metric, at: "\(path).metric",
            in: [
                .send, .complaint, .permanentBounce, .transientBounce, .open, .click, .delivery, .deliveryOpen,
                .deliveryClick, .deliveryComplaint,
            ])
        for name in (query.dimensions ?? [:]).keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            try checkEnum(
                name, at: "\(path).dimensions", in: [.emailIdentity, .configurationSet, .isp, .tenantName])
        }
        if let start = query.startDate, let end = query.endDate, end < start {
            throw ServiceRefusal.badRequest("The end date of query <\(query.id)> is before its start date.")
        }
    }
}
