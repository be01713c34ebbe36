/// A report for a terminal: at most 100 columns, and nothing in it that a terminal would obey.
struct ReportText {
    static let width = 100

    let report: MonitorReport

    var text: String {
        let sections = [header, overview, comparisons, alerts, notes].filter { !$0.isEmpty }
        return sections.map { $0.map(Self.trimmed).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var header: [String] {
        let start = report.window.start(endingAt: report.date)
        return [
            InertText.line(report.title, limit: 96),
            "\(report.window.title), \(ReportTime(start).full) to \(ReportTime(report.date).full)",
        ] + Self.wrapped(report.summary)
    }

    private var overview: [String] {
        guard !report.sets.isEmpty else { return [] }
        let columns = [
            Column("Configuration set", 30), Column("Status", 9), Column("Sent", 11, right: true),
            Column("Delivered", 9, right: true), Column("Bounced", 9, right: true),
            Column("Complained", 10, right: true),
            Column("Opened", 8, right: true), Column("Clicked", 7, right: true),
        ]
        let rows = report.sets.prefix(ReportPage.maximumLines).map { set in
            let rates = [MonitorRate.delivery, .bounce, .complaint, .open, .click]
            return [set.subject.description, set.status.title, ReportNumber.count(set.figures.volume)]
                + rates.map { ReportNumber.percent(set.figures.rate($0)) }
        }
        let more = report.sets.count - rows.count
        return Self.table(columns, rows) + (more > 0 ? ["\(ReportNumber.count(more)) more sets aren't shown."] : [])
    }

    private var comparisons: [String] {
        let columns = [
            Column("Variant", 24), Column("Rate", 7, right: true), Column("Interval", 18, right: true),
            Column("Points", 7, right: true), Column("p", 6, right: true), Column("Verdict", 33),
        ]
        return Array(
            report.comparisons.map { item -> [String] in
                let comparison = item.comparison
                let rows = comparison.estimates.enumerated().map { index, estimate in
                    let known = [
                        estimate.name, ReportNumber.percent(estimate.rate), ComparisonWords.interval(estimate.interval),
                    ]
                    guard index > 0, index <= comparison.contrasts.count else { return known + ["–", "–", "Control"] }
                    let contrast = comparison.contrasts[index - 1]
                    return known + [
                        contrast.difference.map(ReportNumber.points) ?? "–",
                        ReportNumber.probability(contrast.correctedPValue), ComparisonWords.verdict(contrast),
                    ]
                }
                let title = "\(InertText.line(item.title, limit: 60)) - \(comparison.rate.words) rate"
                return [title] + Self.table(columns, rows)
            }.joined(separator: [""]))
    }

    private var alerts: [String] {
        guard !report.alerts.isEmpty else { return [] }
        let columns = [
            Column("Alert at, UTC", 13), Column("State", 9), Column("Of", 27), Column("Rule", 25),
            Column("Measured", 9, right: true), Column("Threshold", 9, right: true),
        ]
        return Self.table(
            columns,
            report.alerts.prefix(20).map { alert in
                let state = alert.state == .raised ? alert.rule.severity.title : "cleared"
                let condition = alert.rule.condition
                return [
                    ReportTime(alert.date).short, state, alert.subject.description, alert.rule.name,
                    condition.shown(alert.value), condition.shownThreshold(alert.threshold),
                ]
            })
    }

    private var notes: [String] { ReportNotes.paragraphs(report).flatMap(Self.wrapped) }
}

extension ReportText {
    /// A column and its breadth.
    private struct Column {
        var title: String
        var width: Int
        var right: Bool

        init(_ title: String, _ width: Int, right: Bool = false) {
            self.title = title
            self.width = width
            self.right = right
        }
    }

    private static func table(_ columns: [Column], _ rows: [[String]]) -> [String] {
        func line(_ cells: [String]) -> String {
            zip(columns, cells).map { InertText.padded($1, to: $0.width, right: $0.right) }.joined(separator: " ")
        }
        let breadth = columns.reduce(columns.count - 1) { $0 + $1.width }
        return [line(columns.map(\.title)), String(repeating: "-", count: breadth)] + rows.map(line)
    }

    /// A text in lines that fit.
    private static func wrapped(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if InertText.columns(last) + 1 + InertText.columns(String(word)) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }
}
