#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a report shows of a configuration set.
struct ReportedSet: Sendable {
    /// A part of its mail.
    struct Part: Sendable {
        var subject: MonitorSubject
        var figures: MonitorFigures
    }

    let subject: MonitorSubject
    let figures: MonitorFigures
    let history: [MonitorPoint]
    let domains: [RankedName]
    let reasons: [RankedName]
    let links: [RankedName]
    /// Its tags with the most mail.
    let tags: [Part]
    /// Its recipients' domains with the most mail.
    let recipientDomains: [Part]
    let lastEvent: Date?
    /// The alerts about it, or a part of it, that aren't over.
    let openAlerts: [MonitorAlert]

    init(
        _ name: String?, parts: [MonitorSubject], alerts: [MonitorAlert], reading: some MonitorReading,
        window: MonitorWindow,
        now: Date
    ) {
        subject = MonitorSubject(configurationSet: name)
        figures = reading.figures(of: subject, in: window, endingAt: now)
        history = reading.history(of: subject, in: window, endingAt: now)
        domains = reading.topBouncingDomains(of: subject, in: window, endingAt: now, limit: 6)
        reasons = reading.topBounceReasons(of: subject, in: window, endingAt: now, limit: 6)
        links = reading.topLinks(of: subject, in: window, endingAt: now, limit: 12)
        lastEvent = reading.lastEvent(of: subject)
        openAlerts = alerts
        func largest(_ parts: [MonitorSubject]) -> [Part] {
            let all = parts.map { Part(subject: $0, figures: reading.figures(of: $0, in: window, endingAt: now)) }
            return Array(
                all.filter { $0.figures.volume > 0 }.sorted {
                    ($1.figures.volume, $0.subject) < ($0.figures.volume, $1.subject)
                }.prefix(8))
        }
        tags = largest(parts.filter { if case .tag = $0.part { true } else { false } })
        recipientDomains = largest(parts.filter { if case .recipientDomain = $0.part { true } else { false } })
    }

    /// How it fares.
    var status: ReportStatus {
        guard let worst = openAlerts.map(\.rule.severity).max() else {
            return figures.volume > 0 ? .fine : .quiet
        }
        return .open(worst)
    }

    /// The most urgent open alert about a rate of the whole set.
    func severity(of rate: MonitorRate) -> MonitorSeverity? {
        openAlerts.filter { $0.subject.part == nil && $0.rule.condition.rate == rate }.map(\.rule.severity).max()
    }

    /// Whether it comes before another one in a report.
    func precedes(_ other: Self) -> Bool {
        if status.rank != other.status.rank { return status.rank > other.status.rank }
        if figures.volume != other.figures.volume { return figures.volume > other.figures.volume }
        return subject < other.subject
    }
}

/// How a set fares.
enum ReportStatus: Sendable, Equatable {
    /// It has no mail in the window.
    case quiet
    /// No alert is open.
    case fine
    /// Alerts are open; the most urgent one's severity.
    case open(MonitorSeverity)

    var title: String {
        switch self {
        case .quiet: "No mail"
        case .fine: "Fine"
        case .open(let severity): severity.title
        }
    }

    /// The class that gives it its colour.
    var style: String {
        switch self {
        case .quiet: "quiet"
        case .fine: "fine"
        case .open(let severity): severity.style
        }
    }

    var rank: Int {
        switch self {
        case .quiet: 0
        case .fine: 1
        case .open(.warning): 2
        case .open(.alert): 3
        case .open(.critical): 4
        }
    }
}
