import Foundation
import Testing

@testable import SESMonitoring

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Charts")
struct ChartTests {
    private let start = Date(timeIntervalSince1970: 1_746_057_600)

    private func history(_ counts: [(bounces: Int, sends: Int)]) -> [MonitorPoint] {
        counts.enumerated().map { index, count in
            var figures = MonitorFigures()
            (figures.bounces, figures.sends) = count
            return MonitorPoint(start: start.addingTimeInterval(Double(index) * 3600), figures: figures)
        }
    }

    private func chart(_ counts: [(Int, Int)], alerts: [MonitorAlert] = []) -> RateChart {
        RateChart(
            .bounce, history: history(counts.map { (bounces: $0.0, sends: $0.1) }), step: .hour,
            rules: ExampleReports.rules, alerts: alerts)
    }

    private func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

    @Test("alone are XML that needs nothing else, whatever the names are", arguments: ExampleReports.hostileTexts)
    func alone(_ text: String) throws {
        let rule = MonitorRule(name: text, condition: .rate(.bounce, above: 0.05))
        let alert = MonitorAlert(
            id: text, state: .raised, rule: rule, subject: MonitorSubject(configurationSet: text),
            date: start.addingTimeInterval(60), windowStart: start, value: 1, threshold: 0, figures: MonitorFigures())
        let rate = RateChart(
            .bounce, history: history([(1, 10), (2, 10)]), step: .hour, rules: [rule], alerts: [alert], title: text)
        let names = [RankedName(name: text, count: 3), RankedName(name: "b", count: 0)]
        let charts = [
            rate.svg(), FunnelChart(ExampleReports.figures(sends: 100, bounces: 0.1), title: text).svg(),
            BarChart(title: text, names: names).svg(),
        ]
        for chart in charts {
            #expect(isXML(chart))
            let tags = try PageStructure(chart).tags
            #expect(tags.first?.name == "svg" && tags.first?.attributes["role"] == "img")
            #expect(!tags.contains { ["script", "image", "foreignObject", "use", "a"].contains($0.name) })
            #expect(!tags.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0.hasSuffix("href") } })
            #expect(tags.filter { $0.name == "style" }.count == 1)
        }
    }

    @Test("of nothing, of one point and of what can't be drawn are charts too")
    func odd() throws {
        #expect(isXML(chart([]).svg()))
        #expect(chart([]).description == "No figures.")
        #expect(chart([(0, 0)]).description.hasSuffix("nothing to take a rate of."))
        #expect(isXML(chart([(1, 2)]).svg()) && isXML(chart([(5, 0), (0, 0), (-3, -9), (.max, 1)]).svg()))
        #expect(isXML(BarChart(title: "", names: []).svg()) && isXML(FunnelChart(MonitorFigures()).svg()))
        let points = [MonitorPoint(start: .distantPast, figures: MonitorFigures())]
        #expect(isXML(RateChart(.click, history: points, step: .day).svg()))
    }

    @Test("draw a line for each threshold of their rate, the most urgent rule's")
    func thresholds() throws {
        var rules = ExampleReports.rules
        rules.append(MonitorRule(name: "same", condition: .rate(.bounce, above: 0.03), severity: .critical))
        let chart = RateChart(.bounce, history: history([(1, 100)]), step: .hour, rules: rules)
        #expect(chart.thresholds.map(\.value) == [0.05, 0.03])
        #expect(chart.thresholds.map(\.severity) == [.alert, .critical])
        let limits = try PageStructure(chart.svg()).tags.filter { $0.attributes["class"]?.hasPrefix("limit ") == true }
        #expect(limits.map { $0.attributes["class"] } == ["limit alert", "limit critical"])
        #expect(chart.svg().contains("Alert above 5%") && chart.svg().contains("Critical above 3%"))
        #expect(chart.description.contains("Thresholds: alert above 5%, critical above 3%."))
    }

    @Test("mark the alerts of their rate and time")
    func marks() throws {
        func alert(_ rule: Int, _ state: MonitorAlert.State, after hours: Double) -> MonitorAlert {
            var alert = ExampleReports.alert(state, rule, hoursAgo: 0, value: 0.1, threshold: 0.05)
            alert.date = start.addingTimeInterval(hours * 3600)
            return alert
        }
        let alerts = [
            alert(1, .cleared, after: 3), alert(1, .raised, after: 1), alert(2, .raised, after: 1),
            alert(1, .raised, after: -0.1), alert(1, .raised, after: 4.1),
        ]
        let chart = chart([(1, 100), (8, 100), (9, 100), (1, 100)], alerts: alerts)
        #expect(chart.marks.map(\.place) == [0.25, 0.75])
        let marks = try PageStructure(chart.svg()).tags.filter { $0.attributes["class"]?.hasPrefix("mark ") == true }
        #expect(marks.map { $0.attributes["class"] } == ["mark alert on", "mark alert off"])
        #expect(chart.description.contains("Alerts: raised 1 May 01:00, cleared 1 May 03:00."))
    }

    @Test("leave a gap where there is no rate, and mark what lies beyond the top")
    func gaps() throws {
        let svg = chart([(1, 100), (2, 100), (0, 0), (3, 100), (0, 0), (1, 1), (2, 100)]).svg()
        let path = try #require(svg.firstMatch(of: /class="curve" d="([^"]*)"/)?.1)
        #expect(path.count { $0 == "M" } == 2)
        #expect(svg.count(of: "class=\"dot\"") == 1)
        #expect(svg.count(of: "class=\"beyond\"") == 1 && svg.contains("100% of 1"))
        #expect(svg.count(of: "class=\"column\"") == 5)
    }

    @Test("have lengths of what was counted")
    func lengths() throws {
        var figures = MonitorFigures()
        (figures.sends, figures.deliveries, figures.bounces) = (200, 150, 50)
        (figures.messages, figures.deliveredMessages, figures.uniqueOpens, figures.uniqueClicks) = (100, 80, 40, 8)
        let chart = FunnelChart(figures)
        let bars = try PageStructure(chart.svg()).tags.filter { $0.attributes["class"]?.hasPrefix("bar") == true }
        // Half of the e-mails that arrived are half of the bar of what was delivered.
        #expect(bars.compactMap { $0.attributes["width"] } == ["100%", "75%", "37.5%", "7.5%", "25%"])
        #expect(chart.description.contains("Opened: 40 (50.0%), Clicked: 8 (10.0%), Bounced: 50 (25.0%)"))
        let names = [RankedName(name: "a", count: 40), RankedName(name: "b", count: 10)]
        let ranked = try PageStructure(BarChart(title: "", names: names).svg()).tags.filter {
            $0.attributes["class"] == "bar"
        }
        #expect(ranked.compactMap { $0.attributes["width"] } == ["100%", "25%"])
    }

    @Test(
        "have scales with a round top that holds all",
        arguments: [
            (0.0, 0.01), (0.047, 0.05), (0.05, 0.05), (0.0011, 0.0012), (0.9, 1), (1.0, 1), (.infinity, 0.01),
            (0.13, 0.16), (-1, 0.01),
        ])
    func scales(_ greatest: Double, _ top: Double) {
        let scale = ChartScale(upTo: greatest)
        #expect((scale.top - top).magnitude < 1e-12)
        #expect(scale.y(0, height: 100) == 100 && scale.y(scale.top, height: 100) == 0)
        #expect(scale.y(scale.top * 9, height: 100) == 0 && scale.y(.nan, height: 100) == 100)
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
