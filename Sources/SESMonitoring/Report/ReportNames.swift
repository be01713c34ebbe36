/// What a report calls things.
extension MonitorRate {
    /// Such as `Soft bounce rate`.
    var title: String { "\(words.capitalizedWord) rate" }
}

extension MonitorWindow.Step {
    var title: String {
        switch self {
        case .fiveMinutes: "five minutes"
        case .hour: "hour"
        case .day: "day"
        }
    }
}

extension MonitorWindow {
    /// Such as `24 hours`.
    var title: String {
        switch step {
        case .fiveMinutes: "\(count * 5) minutes"
        case .hour: count == 1 ? "1 hour" : "\(count) hours"
        case .day: count == 1 ? "1 day" : "\(count) days"
        }
    }
}

extension MonitorSeverity {
    var title: String {
        switch self {
        case .warning: "Warning"
        case .alert: "Alert"
        case .critical: "Critical"
        }
    }

    /// The class that gives it its colour.
    var style: String { rawValue }
}

extension MonitorAlert.State {
    var title: String {
        switch self {
        case .raised: "Raised"
        case .cleared: "Cleared"
        }
    }
}

extension MonitorCondition {
    /// The rate that it is about, if it is about one.
    var rate: MonitorRate? {
        switch self {
        case .rate(let rate, _), .anomaly(let rate, _): rate
        case .deliveryDrop: .delivery
        case .count, .noEvents: nil
        }
    }

    /// Such as `bounce rate above 5%`.
    var title: String {
        switch self {
        case .rate(let rate, let value): "\(rate.words) rate above \(ReportNumber.shortPercent(value))"
        case .count(let count, let value): "more than \(ReportNumber.count(value)) \(count.words)"
        case .noEvents: "no events"
        case .deliveryDrop(let share): "delivery rate below \(ReportNumber.shortPercent(share)) of what it was"
        case .anomaly(let rate, _): "\(rate.words) rate unlike its history"
        }
    }

    /// A measured value in the condition's unit.
    func shown(_ value: Double) -> String {
        switch self {
        case .rate, .deliveryDrop, .anomaly: ReportNumber.percent(value)
        case .count: ReportNumber.decimal(value, places: 0)
        case .noEvents: "\(ReportNumber.decimal(value / 3600, places: 1)) h"
        }
    }

    /// A threshold in the condition's unit.
    func shownThreshold(_ value: Double) -> String {
        switch self {
        case .rate, .deliveryDrop: ReportNumber.shortPercent(value)
        default: shown(value)
        }
    }
}

extension MonitorSubject {
    /// What the part of a set is called: `campaign=may`, `example.com`; the set's name for the whole.
    var partTitle: String {
        switch part {
        case .tag(let name, let value): "\(name)=\(value)"
        case .recipientDomain(let domain): domain
        case nil: description
        }
    }
}
