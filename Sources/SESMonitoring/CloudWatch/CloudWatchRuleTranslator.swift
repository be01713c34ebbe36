/// Turns one rule into the alarm of one subject.
struct CloudWatchRuleTranslator {
    typealias Difference = CloudWatchAlarmTranslation.Difference

    enum Outcome {
        case alarm(CloudWatchAlarm, [Difference], [EventType])
        case refused(String)
    }

    /// Why a rule can't be an alarm, in words for people.
    struct Refused: Error {
        let reason: String
    }

    let rule: MonitorRule
    let subject: MonitorSubject
    let options: CloudWatchAlarmOptions

    var outcome: Outcome {
        do throws(Refused) {
            try checkRule()
            var (alarm, differences, types) = try core()
            alarm.alarmActions = options.alarmActions
            alarm.okActions = options.okActions
            if let fault = alarm.fault { throw Refused(reason: fault.text) }
            if rule.coolDown > 0 { differences.append(.noCoolDown) }
            if rule.pausesSending { differences.append(.noPausing) }
            return .alarm(alarm, differences, types)
        } catch {
            return .refused(error.reason)
        }
    }

    private func checkRule() throws(Refused) {
        guard (1...128).contains(rule.name.unicodeScalars.count) else {
            throw Refused(reason: "its name must have 1 to 128 characters")
        }
        guard rule.window.isKept else { throw Refused(reason: "its window \(rule.window) is none that is kept") }
        guard rule.minimumVolume >= 0 else { throw Refused(reason: "its minimum volume must be 0 at least") }
    }

    private func core() throws(Refused) -> (CloudWatchAlarm, [Difference], [EventType]) {
        if case .reputation = options.metricSource { return try reputation() }
        switch rule.condition {
        case .rate(let rate, let threshold): return try rateAlarm(rate, above: threshold)
        case .count(let count, let threshold): return try countAlarm(count, above: threshold)
        case .noEvents: return try silenceAlarm()
        case .deliveryDrop:
            throw Refused(
                reason: "a fall of the delivery rate is seen by comparing with the time before, which an alarm can't")
        case .anomaly:
            throw Refused(
                reason:
                    "CloudWatch's bands of anomalies know no probability of a false alarm, so the rule would be another"
            )
        }
    }

    // MARK: Metrics

    private var period: Int { rule.window.step.seconds * rule.window.count }
    private var name: String { "\(options.namePrefix)\(rule.name): \(subject)" }

    private func dimensions() throws(Refused) -> [CloudWatchAlarm.Dimension] {
        guard let set = subject.configurationSet else {
            throw Refused(reason: "mail without a configuration set publishes no metrics")
        }
        let setDimension = "ses:configuration-set"
        guard case .eventDestination(let names) = options.metricSource else {
            guard subject.part == nil else { throw Refused(reason: "SES works out reputation for whole sets only") }
            return [CloudWatchAlarm.Dimension(name: setDimension, value: set)]
        }
        var values = [setDimension: set]
        switch subject.part {
        case nil: break
        case .tag(let name, let value):
            guard names.contains(name) else {
                throw Refused(reason: "tag '\(name)' isn't among the event destination's dimensions")
            }
            if name == setDimension, value != set { throw Refused(reason: "the tag names another set") }
            values[name] = value
        case .recipientDomain:
            throw Refused(reason: "SES publishes no metrics by recipients' domains")
        }
        guard names.contains(setDimension) else {
            throw Refused(reason: "without the dimension '\(setDimension)' the metrics of several sets are one")
        }
        var dimensions: [CloudWatchAlarm.Dimension] = []
        for name in names {
            guard let value = values[name] else {
                throw Refused(
                    reason: "the metrics are apart by dimension '\(name)', and an alarm can't add up all of its values")
            }
            dimensions.append(CloudWatchAlarm.Dimension(name: name, value: value))
        }
        return dimensions
    }

    private func query(_ metric: Metric, _ dimensions: [CloudWatchAlarm.Dimension]) -> CloudWatchMetricQuery {
        CloudWatchMetricQuery(
            id: metric.id,
            metricStat: CloudWatchMetricQuery.MetricStat(
                metric: CloudWatchMetricQuery.MetricStat.Metric(
                    namespace: Self.namespace, metricName: metric.name, dimensions: dimensions),
                period: period, stat: "Sum"))
    }

    private static let namespace = "AWS/SES"

    // MARK: Alarms

    private func rateAlarm(
        _ rate: MonitorRate, above threshold: Double
    ) throws(Refused) -> (CloudWatchAlarm, [Difference], [EventType]) {
        guard (0...1).contains(threshold) else { throw Refused(reason: "its threshold must be 0 to 1") }
        let part = try Self.part(of: rate)
        let dimensions = try dimensions()
        // A metric has no data of a period without events: FILL makes it 0.
        let sends = Metric.send.filled
        let whole = rate == .renderingFailure ? "(\(sends) + \(part.filled))" : sends
        let expression = "IF(\(whole) >= \(max(rule.minimumVolume, 1)), \(part.filled) / \(whole), 0)"
        var alarm = CloudWatchAlarm(
            name,
            description: "Rule '\(rule.name)' (\(rule.severity)): \(rate) rate of \(subject) above \(threshold) in "
                + "\(rule.window), of \(rule.minimumVolume) sends at least",
            metrics: [CloudWatchMetricQuery(id: "rate", expression: expression, label: "\(rate) rate")]
                + [part, .send].map { query($0, dimensions) },
            evaluationPeriods: options.evaluationPeriods, comparisonOperator: .greaterThanThreshold,
            threshold: threshold)
        alarm.treatMissingData = .notBreaching
        return (alarm, Self.differences(of: part) + clearing, [part.type, .send])
    }

    private func countAlarm(
        _ count: MonitorCount, above threshold: Int
    ) throws(Refused) -> (CloudWatchAlarm, [Difference], [EventType]) {
        guard threshold >= 0 else { throw Refused(reason: "its threshold must be 0 at least") }
        let metric = try Self.metric(of: count)
        var alarm = CloudWatchAlarm(
            name,
            description: "Rule '\(rule.name)' (\(rule.severity)): more than \(threshold) \(count) of \(subject) in "
                + "\(rule.window)",
            namespace: Self.namespace, metricName: metric.name, dimensions: try dimensions(), statistic: "Sum",
            period: period, evaluationPeriods: options.evaluationPeriods, comparisonOperator: .greaterThanThreshold,
            threshold: Double(threshold))
        alarm.treatMissingData = .notBreaching
        return (alarm, Self.differences(of: metric) + clearing, [metric.type])
    }

    private func silenceAlarm() throws(Refused) -> (CloudWatchAlarm, [Difference], [EventType]) {
        let dimensions = try dimensions()
        let metrics: [Metric] = [.send, .delivery, .bounce, .complaint]
        var alarm = CloudWatchAlarm(
            name,
            description: "Rule '\(rule.name)' (\(rule.severity)): nothing came of \(subject) in \(rule.window)",
            metrics: [
                CloudWatchMetricQuery(
                    id: "events", expression: "SUM([\(metrics.map(\.filled).joined(separator: ", "))])",
                    label: "events")
            ] + metrics.map { query($0, dimensions) },
            evaluationPeriods: options.evaluationPeriods, comparisonOperator: .lessThanThreshold, threshold: 1)
        // No data is just what the rule waits for.
        alarm.treatMissingData = .breaching
        return (alarm, [.needsNoEventBefore], metrics.map(\.type))
    }

    private func reputation() throws(Refused) -> (CloudWatchAlarm, [Difference], [EventType]) {
        guard case .rate(let rate, let threshold) = rule.condition, rate == .bounce || rate == .complaint else {
            throw Refused(reason: "SES works out reputation for rates of bounces and of complaints only")
        }
        guard (0...1).contains(threshold) else { throw Refused(reason: "its threshold must be 0 to 1") }
        var alarm = CloudWatchAlarm(
            name,
            description:
                "Rule '\(rule.name)' (\(rule.severity)): \(rate) rate of \(subject) above \(threshold), as SES "
                + "works it out",
            namespace: Self.namespace,
            metricName: rate == .bounce ? "Reputation.BounceRate" : "Reputation.ComplaintRate",
            dimensions: try dimensions(), statistic: "Average", period: 3600,
            evaluationPeriods: options.evaluationPeriods, comparisonOperator: .greaterThanThreshold,
            threshold: threshold)
        // SES publishes it now and then: between, the rate is what it was.
        alarm.treatMissingData = .ignore
        return (alarm, [.representativeVolume] + clearing, [])
    }

    private var clearing: [Difference] { rule.clearingShare < 1 ? [.noClearingShare] : [] }
}

extension CloudWatchRuleTranslator {
    /// A metric that an event destination publishes.
    fileprivate enum Metric: String {
        case send = "Send"
        case delivery = "Delivery"
        case bounce = "Bounce"
        case complaint = "Complaint"
        case reject = "Reject"
        case renderingFailure = "RenderingFailure"
        case deliveryDelay = "DeliveryDelay"

        var name: String { rawValue }

        /// What expressions call it.
        var id: String {
            switch self {
            case .send: "sends"
            case .delivery: "deliveries"
            case .bounce: "bounces"
            case .complaint: "complaints"
            case .reject: "rejects"
            case .renderingFailure: "failures"
            case .deliveryDelay: "delays"
            }
        }

        var filled: String { "FILL(\(id), 0)" }

        var type: EventType {
            switch self {
            case .send: .send
            case .delivery: .delivery
            case .bounce: .bounce
            case .complaint: .complaint
            case .reject: .reject
            case .renderingFailure: .renderingFailure
            case .deliveryDelay: .deliveryDelay
            }
        }
    }

    fileprivate static func part(of rate: MonitorRate) throws(Refused) -> Metric {
        switch rate {
        case .bounce: return .bounce
        case .complaint: return .complaint
        case .delivery: return .delivery
        case .delay: return .deliveryDelay
        case .reject: return .reject
        case .renderingFailure: return .renderingFailure
        case .softBounce: throw softBounces
        case .open, .click:
            throw Refused(
                reason: "CloudWatch counts each \(rate), machines' and repeated ones too, where the rule counts e-mails"
            )
        case .unsubscribe: throw unsubscribes
        }
    }

    fileprivate static func metric(of count: MonitorCount) throws(Refused) -> Metric {
        switch count {
        case .sends: return .send
        case .deliveries: return .delivery
        case .bounces: return .bounce
        case .complaints: return .complaint
        case .rejects: return .reject
        case .renderingFailures: return .renderingFailure
        case .delays: return .deliveryDelay
        case .softBounces: throw softBounces
        case .unsubscribes: throw unsubscribes
        }
    }

    private static var softBounces: Refused { Refused(reason: "CloudWatch's bounces aren't told apart by kind") }
    private static var unsubscribes: Refused {
        Refused(reason: "CloudWatch counts every change of a subscription, a return too, as one")
    }

    fileprivate static func differences(of metric: Metric) -> [Difference] {
        switch metric {
        case .bounce: [.countsAllBounces]
        case .complaint: [.countsAllComplaints]
        default: []
        }
    }
}
