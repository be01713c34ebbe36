import Foundation
import SESMonitoring

/// Figures as a test says they are, step by step; the same for every size of step.
struct RuleReading: MonitorReading {
    /// What a subject's steps are, the last one the present.
    var steps: [MonitorSubject: [MonitorFigures]] = [:]
    var last: [MonitorSubject: Date] = [:]
    var domains: [RankedName] = []
    var reasons: [RankedName] = []

    var subjects: [MonitorSubject] { Set(steps.keys).union(last.keys).sorted() }

    func figures(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> MonitorFigures {
        (steps[subject] ?? []).suffix(window.count).reduce(into: MonitorFigures()) { sum, step in
            sum.sends += step.sends
            sum.deliveries += step.deliveries
            sum.bounces += step.bounces
            sum.complaints += step.complaints
            sum.rejects += step.rejects
        }
    }

    func history(of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date) -> [MonitorPoint] {
        let known = (steps[subject] ?? []).suffix(window.count)
        let all = Array(repeating: MonitorFigures(), count: window.count - known.count) + known
        let start = window.start(endingAt: now)
        return all.enumerated().map { index, figures in
            MonitorPoint(
                start: start.addingTimeInterval(Double(index * window.step.seconds)), figures: figures)
        }
    }

    func topBouncingDomains(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { Array(domains.prefix(limit)) }

    func topBounceReasons(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { Array(reasons.prefix(limit)) }

    func topLinks(
        of subject: MonitorSubject, in window: MonitorWindow, endingAt now: Date, limit: Int
    ) -> [RankedName] { [] }

    func lastEvent(of subject: MonitorSubject) -> Date? { last[subject] }
}

extension RuleReading {
    static let now = Date(timeIntervalSince1970: 1_746_181_230)  // 2 May 2025, 10:20:30 UTC

    /// One subject with so many bounces and complaints of so many sends, all in the present step.
    init(
        _ subject: MonitorSubject = .set("promo"), bounces: Int = 0, complaints: Int = 0, rejects: Int = 0,
        of sends: Int
    ) {
        var figures = MonitorFigures()
        (figures.sends, figures.bounces, figures.complaints) = (sends, bounces, complaints)
        figures.deliveries = max(sends - bounces, 0)
        figures.rejects = rejects
        steps[subject] = [figures]
    }
}

extension MonitorAlert {
    /// An alert of a bounce rate of 6.2 %.
    static func example(
        state: State = .raised, severity: MonitorSeverity = .alert, set: String? = "promo-may2025",
        part: MonitorSubject.Part? = nil, pausesSending: Bool = false, name: String? = nil,
        id: String = "rule / promo / 1",
        domains: [RankedName] = [RankedName(name: "example.com", count: 40)],
        reasons: [RankedName] = [RankedName(name: "5.1.1 General", count: 50)]
    ) -> MonitorAlert {
        var figures = MonitorFigures()
        (figures.sends, figures.bounces, figures.deliveries) = (1000, 62, 938)
        var rule = MonitorRule.bounceRate(
            above: 0.05, in: "promo-may2025", severity: severity, pausesSending: pausesSending)
        if let name { rule.name = name }
        return MonitorAlert(
            id: id, state: state, rule: rule, subject: MonitorSubject(configurationSet: set, part: part),
            date: RuleReading.now, windowStart: rule.window.start(endingAt: RuleReading.now), value: 0.062,
            threshold: 0.05, figures: figures, topDomains: domains, topReasons: reasons)
    }
}
