/// What a page says of alerts and rules.
struct AlertSection {
    /// How many alerts are listed.
    static let maximum = 100

    let report: MonitorReport

    var markup: Markup {
        .element("section", ["aria-labelledby": "alerts"]) {
            Markup.element("div", ["class": "head"]) { Markup.element("h2", ["id": "alerts"]) { "Alerts" } }
            if report.alerts.isEmpty {
                Markup.element("p", ["class": "none"]) { "None was raised." }
            } else {
                Markup.element("div", ["class": "card stack"]) { alerts.markup }
            }
            if report.alerts.count > Self.maximum {
                Markup.element("p", ["class": "note"]) {
                    "\(ReportNumber.count(report.alerts.count - Self.maximum)) earlier ones aren't shown."
                }
            }
            if !report.rules.isEmpty {
                Markup.element("details") {
                    Markup.element("summary") { "Rules (\(ReportNumber.count(report.rules.count)))" }
                    Markup.element("div", ["class": "card stack"]) { rules.markup }
                }
            }
        }
    }

    private var alerts: TableMarkup {
        TableMarkup(
            caption: "Alerts, the latest first", isCaptionHidden: true,
            columns: [
                .words("Time, UTC"), .words("State"), .full("Of"), .full("Rule"),
                .number("Measured"), .number("Threshold"),
            ],
            rows: report.alerts.prefix(Self.maximum).map { alert in
                let condition = alert.rule.condition
                return [
                    .element("time", ["datetime": ReportTime(alert.date).machine]) { ReportTime(alert.date).short },
                    state(alert), .name(alert.subject.description),
                    .all([
                        .name(alert.rule.name),
                        .element("span", ["class": "note"]) { " \(condition.title), \(alert.rule.window.title)" },
                    ]), .text(condition.shown(alert.value)), .text(condition.shownThreshold(alert.threshold)),
                ]
            })
    }

    private func state(_ alert: MonitorAlert) -> Markup {
        switch alert.state {
        case .raised: StatusMark.markup(.open(alert.rule.severity))
        case .cleared: .element("span", ["class": "note"]) { "\(alert.rule.severity.title) cleared" }
        }
    }

    private var rules: TableMarkup {
        TableMarkup(
            caption: "Rules", isCaptionHidden: true,
            columns: [
                .words("Name"), .full("Of"), .full("Condition"), .words("Window"),
                .words("Severity"),
            ],
            rows: report.rules.prefix(Self.maximum).map { rule in
                let scope =
                    switch rule.scope {
                    case .everySet: "every set"
                    case .subject(let subject): subject.description
                    }
                return [
                    .name(rule.name),
                    .name(scope), .text(rule.condition.title),
                    .text(rule.window.title), .text(rule.severity.title),
                ]
            })
    }
}
