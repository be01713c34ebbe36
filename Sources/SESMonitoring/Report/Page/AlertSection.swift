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
                .init("Time, UTC"), .init("State"), .init("Of", isFull: true), .init("Rule", isFull: true),
                .init("Measured", isNumber: true), .init("Threshold", isNumber: true),
            ],
            rows: report.alerts.prefix(Self.maximum).map { alert in
                let condition = alert.rule.condition
                return [
                    .element("time", ["datetime": ReportTime(alert.date).machine]) { ReportTime(alert.date).short },
                    state(alert), .element("bdi") { Markup.text(alert.subject.description, limit: 80) },
                    .all([
                        .element("bdi") { Markup.text(alert.rule.name, limit: 80) },
                        .element("span", ["class": "note"]) { " \(condition.title), \(alert.rule.window.title)" },
                    ]), .text(condition.shown(alert.value)), .text(condition.shown(alert.threshold)),
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
                .init("Name"), .init("Of", isFull: true), .init("Condition", isFull: true), .init("Window"),
                .init("Severity"),
            ],
            rows: report.rules.prefix(Self.maximum).map { rule in
                let scope =
                    switch rule.scope {
                    case .everySet: "every set"
                    case .subject(let subject): subject.description
                    }
                return [
                    .element("bdi") { Markup.text(rule.name, limit: 80) },
                    .element("bdi") { Markup.text(scope, limit: 80) }, .text(rule.condition.title),
                    .text(rule.window.title), .text(rule.severity.title),
                ]
            })
    }
}
