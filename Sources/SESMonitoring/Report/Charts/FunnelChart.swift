/// What became of a subject's mail: sent, delivered, opened, clicked; and what went wrong.
///
/// Sent, delivered, bounced and complained are recipients; opened and clicked are e-mails, as shares of the e-mails delivered. What machines
/// opened and clicked is left out.
public struct FunnelChart: Sendable {
    /// What became of the mail.
    public var figures: MonitorFigures
    /// Its name.
    public var title: String

    /// Creates a chart.
    ///
    /// - Parameters:
    ///   - figures: What became of the mail.
    ///   - title: Its name.
    public init(_ figures: MonitorFigures, title: String = "What became of it") {
        self.figures = figures
        self.title = title
    }

    /// The chart as a document of SVG, 720 pixels wide: without scripts, references and fonts of its own, dark where that is liked.
    public func svg() -> String {
        ChartFrame.alone(title: title, description: description, height: rows.height, content: rows.markup)
    }

    /// The chart in a page.
    func embedded(id: String) -> Markup {
        ChartFrame.embedded(
            id: id, title: title, description: description, height: rows.height, content: rows.markup)
    }

    private var steps: [(name: String, count: Int, rate: Double?, share: Double, isBad: Bool)] {
        let delivered = figures.rate(.delivery)
        // Of the e-mails that arrived, drawn as so much of the bar of those.
        func share(_ rate: MonitorRate) -> Double { (figures.rate(rate) ?? 0) * min(delivered ?? 1, 1) }
        return [
            ("Sent", figures.volume, nil, figures.volume > 0 ? 1 : 0, false),
            ("Delivered", figures.deliveries, delivered, delivered ?? 0, false),
            ("Opened", figures.uniqueOpens, figures.rate(.open), share(.open), false),
            ("Clicked", figures.uniqueClicks, figures.rate(.click), share(.click), false),
            ("Bounced", figures.bounces, figures.rate(.bounce), figures.rate(.bounce) ?? 0, true),
            ("Complained", figures.complaints, figures.rate(.complaint), figures.rate(.complaint) ?? 0, true),
        ]
    }

    private var rows: BarRows {
        BarRows(
            rows: steps.map { step in
                let rate = step.rate.map { " · " + ReportNumber.percent($0) } ?? ""
                return BarRows.Row(
                    name: step.name, number: ReportNumber.count(step.count) + rate, share: step.share,
                    style: step.isBad ? "bar bad" : "bar", isApart: step.name == "Bounced")
            })
    }

    var description: String {
        steps.map { step in
            let rate = step.rate.map { " (\(ReportNumber.percent($0)))" } ?? ""
            return "\(step.name): \(ReportNumber.count(step.count))\(rate)"
        }.joined(separator: ", ") + "."
    }
}
