#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A rate over time, with the thresholds of rules and the alerts they raised.
///
/// Each point is the rate of one step, the grey columns below say of how many it is. A step of few is drawn, but doesn't set the
/// scale: one beyond it lies at the top.
public struct RateChart: Sendable {
    /// What is drawn.
    public var rate: MonitorRate
    /// The figures of each step, the earliest first.
    public var history: [MonitorPoint]
    /// How long a step is.
    public var step: MonitorWindow.Step
    /// The rules whose thresholds are drawn: those about this rate.
    public var rules: [MonitorRule]
    /// The alerts that are drawn: those about this rate, in the time of the history.
    public var alerts: [MonitorAlert]
    /// Its name; such as `Bounce rate by hour` by default.
    public var title: String

    /// Creates a chart.
    ///
    /// - Parameters:
    ///   - rate: What is drawn.
    ///   - history: The figures of each step, the earliest first.
    ///   - step: How long a step is.
    ///   - rules: The rules whose thresholds are drawn.
    ///   - alerts: The alerts that are drawn.
    ///   - title: Its name; nil for one such as `Bounce rate by hour`.
    public init(
        _ rate: MonitorRate, history: [MonitorPoint], step: MonitorWindow.Step, rules: [MonitorRule] = [],
        alerts: [MonitorAlert] = [], title: String? = nil
    ) {
        self.rate = rate
        self.history = history
        self.step = step
        self.rules = rules
        self.alerts = alerts
        self.title = title ?? "\(rate.title) by \(step.title)"
    }

    /// The chart as a document of SVG, 720 pixels wide: without scripts, references and fonts of its own, dark where that is liked.
    public func svg() -> String {
        let plot = RateChartPlot(self)
        return ChartFrame.alone(title: title, description: description, height: plot.height, content: plot.markup)
    }

    /// The chart in a page.
    func embedded(id: String) -> Markup {
        let plot = RateChartPlot(self)
        return ChartFrame.embedded(
            id: id, title: title, description: description, height: plot.height, content: plot.markup)
    }

    /// The thresholds that are drawn, the highest first; one for each value, of the most urgent rule.
    var thresholds: [(value: Double, severity: MonitorSeverity)] {
        var found: [Double: MonitorSeverity] = [:]
        for rule in rules {
            guard case .rate(rate, let value) = rule.condition, value.isFinite, value >= 0 else { continue }
            found[value] = max(found[value] ?? rule.severity, rule.severity)
        }
        return found.sorted { $0.key > $1.key }.map { (value: $0.key, severity: $0.value) }
    }

    /// The alerts that are drawn, the earliest first, with where they lie along the time, 0 to 1.
    var marks: [(place: Double, alert: MonitorAlert)] {
        guard let start = history.first?.start, !history.isEmpty else { return [] }
        let length = Double(step.seconds * history.count)
        return
            alerts
            .filter { $0.rule.condition.rate == rate }
            .map { (place: $0.date.timeIntervalSince(start) / length, alert: $0) }
            .filter { (0...1).contains($0.place) }
            .sorted { $0.place < $1.place }
    }

    /// What those are told who don't see it.
    var description: String {
        let rates = history.compactMap { point in point.figures.rate(rate).map { (point.start, $0) } }
        guard let first = history.first, let last = history.last else { return "No figures." }
        let span = "\(ReportTime(first.start).full) to \(ReportTime(last.start).full)"
        guard let highest = rates.max(by: { $0.1 < $1.1 }), let latest = rates.last else {
            return "\(span): nothing to take a rate of."
        }
        var sentences = [
            "\(span): the highest is \(ReportNumber.percent(highest.1)) at \(ReportTime(highest.0).short), "
                + "the latest \(ReportNumber.percent(latest.1))."
        ]
        if !thresholds.isEmpty {
            let list = thresholds.map {
                "\($0.severity.title.lowercased()) above \(ReportNumber.shortPercent($0.value))"
            }
            sentences.append("Thresholds: \(list.joined(separator: ", ")).")
        }
        if !marks.isEmpty {
            let list = marks.suffix(20).map {
                "\($0.alert.state.title.lowercased()) \(ReportTime($0.alert.date).short)"
            }
            sentences.append("Alerts: \(list.joined(separator: ", ")).")
        }
        return sentences.joined(separator: " ")
    }
}
