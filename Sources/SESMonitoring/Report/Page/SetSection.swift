#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a page says of a set.
struct SetSection {
    let report: MonitorReport
    let set: ReportedSet
    let index: Int

    private var id: String { "set-\(index + 1)" }

    var markup: Markup {
        .element("section", ["aria-labelledby": id]) {
            Markup.element("div", ["class": "head"]) {
                Markup.element("h2", ["id": id]) { Markup.name(set.subject.description) }
                StatusMark.markup(set.status)
                if let lastEvent = set.lastEvent {
                    Markup.element("span", ["class": "note"]) { "Latest event \(ReportTime(lastEvent).full)" }
                }
            }
            figures
            Markup.element("div", ["class": "cards"]) {
                card("What became of it") { FunnelChart(set.figures).embedded(id: "\(id)-funnel") }
                rates
                bars("Reasons of bounces", set.reasons, id: "reasons")
                bars("Domains with bounces", set.domains, id: "domains")
                links
                parts("Tags", set.tags)
                parts("Recipients’ domains", set.recipientDomains)
            }
            SetHistory(set: set, step: report.window.step).markup
        }
    }

    private func card(_ title: String, style: String = "card", @MarkupBuilder _ content: () -> Markup) -> Markup {
        .element("div", ["class": style]) {
            Markup.element("h3") { title }
            content()
        }
    }

    // MARK: - Figures

    private var figures: Markup {
        let figures = set.figures
        var lines: [(name: String, value: String, sub: [String])] = [
            ("Sent", ReportNumber.count(figures.volume), [mails(figures.messages)]),
            ("Delivered", ReportNumber.percent(figures.rate(.delivery)), [ReportNumber.count(figures.deliveries)]),
            ("Bounced", ReportNumber.percent(figures.rate(.bounce)), [ReportNumber.count(figures.bounces)]),
            ("Complained", ReportNumber.percent(figures.rate(.complaint)), [ReportNumber.count(figures.complaints)]),
            (
                "Soft bounces", ReportNumber.percent(figures.rate(.softBounce)),
                [ReportNumber.count(figures.softBounces)]
            ),
            (
                "Unsubscribed", ReportNumber.percent(figures.rate(.unsubscribe)),
                [ReportNumber.count(figures.unsubscribes)]
            ),
        ]
        if let time = figures.deliveryTime {
            let others = [time.percentile90, time.percentile99].map(ReportNumber.duration(milliseconds:))
            lines.append(
                (
                    "Delivery time", ReportNumber.duration(milliseconds: time.median),
                    ["p90 \(others[0])", "p99 \(others[1])"]
                ))
        }
        return .element("dl", ["class": "figures card"]) {
            lines.map { line in
                .element("div") {
                    Markup.element("dt") { line.name }
                    Markup.element("dd") {
                        line.value
                        line.sub.map { sub in .element("span", ["class": "sub"]) { sub } }
                    }
                }
            }
        }
    }

    private func mails(_ count: Int) -> String { count == 1 ? "1 e-mail" : "\(ReportNumber.count(count)) e-mails" }

    // MARK: - Charts

    /// Bounces and complaints always, and whatever else a rule is about.
    private var rates: Markup {
        let rules = report.rules.filter { applies($0.scope) }
        let alerts = report.alerts.filter { $0.subject == set.subject }
        let others = Set(rules.compactMap(\.condition.rate))
        let shown = MonitorRate.allCases.filter { [.bounce, .complaint].contains($0) || others.contains($0) }
        return .all(
            shown.map { rate in
                let chart = RateChart(
                    rate, history: set.history, step: report.window.step, rules: rules, alerts: alerts)
                return .element("figure", ["class": "card"]) {
                    Markup.element("h3") {
                        chart.title
                        Markup.element("span", ["class": "value"]) { ReportNumber.percent(set.figures.rate(rate)) }
                    }
                    chart.embedded(id: "\(id)-\(rate.rawValue)")
                }
            })
    }

    private func applies(_ scope: MonitorRule.Scope) -> Bool {
        switch scope {
        case .everySet: true
        case .subject(let subject): subject == set.subject
        }
    }

    private func bars(_ title: String, _ names: [RankedName], id suffix: String) -> Markup {
        guard !names.isEmpty else { return .empty }
        return card(title) { BarChart(title: title, names: names).embedded(id: "\(id)-\(suffix)") }
    }

    // MARK: - Links and parts

    private var links: Markup {
        guard let most = set.links.map(\.count).max(), most > 0 else { return .empty }
        let all = max(1, set.figures.clicks)
        return card("Clicks by link", style: "card wide") {
            Markup.element("ol", ["class": "links"]) {
                set.links.map { link in
                    .element("li") {
                        Markup.element("div", ["class": "line"]) {
                            Markup.name(link.name, limit: 160)
                            Markup.element("span") {
                                "\(ReportNumber.count(link.count)) · "
                                    + ReportNumber.percent(min(1, Double(link.count) / Double(all)))
                            }
                        }
                        bar(Double(link.count) / Double(most))
                    }
                }
            }
        }
    }

    private func bar(_ share: Double) -> Markup {
        .element("svg", ["aria-hidden": "true", "width": "100%", "height": "6"]) {
            Markup.shape("rect", ["class": "track", "width": "100%", "height": "6", "rx": "3"])
            Markup.shape(
                "rect",
                ["class": "bar", "width": ChartNumber.share(min(max(share, 0.006), 1)), "height": "6", "rx": "3"])
        }
    }

    private func parts(_ title: String, _ parts: [ReportedSet.Part]) -> Markup {
        guard !parts.isEmpty else { return .empty }
        let columns = ["Sent", "Delivered", "Bounced", "Complained", "Opened", "Clicked"]
        let table = TableMarkup(
            caption: title, columns: [.words("Name")] + columns.map { .number($0) },
            rows: parts.map { part in
                let rates = [MonitorRate.delivery, .bounce, .complaint, .open, .click]
                return [.name(part.subject.partTitle)]
                    + [.text(ReportNumber.count(part.figures.volume))]
                    + rates.map { .text(ReportNumber.percent(part.figures.rate($0))) }
            })
        return .element("div", ["class": "card wide stack"]) { table.markup }
    }
}
