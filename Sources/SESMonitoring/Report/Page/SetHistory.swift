/// The numbers that a set's charts are drawn from, for who wants or needs to read them.
struct SetHistory {
    let set: ReportedSet
    let step: MonitorWindow.Step

    var markup: Markup {
        guard !set.history.isEmpty else { return .empty }
        let name = "Figures by \(step.title)"
        return .element("details") {
            Markup.element("summary") { name }
            Markup.element(
                "div",
                [
                    "class": "scroll", "role": "region", "tabindex": "0",
                    "aria-label": "\(name) of \(InertText.line(set.subject.description, limit: 80))",
                ]
            ) { table.markup }
        }
    }

    private var table: TableMarkup {
        let columns = [
            "Sent", "Delivered", "Bounced", "Soft bounces", "Complained", "Opened", "Clicked", "Unsubscribed",
        ]
        return TableMarkup(
            caption: "Figures by \(step.title), UTC", isCaptionHidden: true,
            columns: [.words("From")] + columns.map { .number($0) },
            rows: set.history.map { point in
                let figures = point.figures
                let counts = [
                    figures.volume, figures.deliveries, figures.bounces, figures.softBounces, figures.complaints,
                    figures.uniqueOpens, figures.uniqueClicks, figures.unsubscribes,
                ]
                let time = ReportTime(point.start)
                return [.text(step == .day ? time.day : time.short)] + counts.map { .text(ReportNumber.count($0)) }
            })
    }
}
