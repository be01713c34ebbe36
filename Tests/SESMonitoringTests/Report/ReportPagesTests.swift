import Foundation
import Testing

@testable import SESMonitoring

/// Writes what `.ci/report.sh` looks at.
@Suite("Report pages for the browser")
struct ReportPagesTests {
    @Test("are written", .enabled(if: ProcessInfo.processInfo.environment["SES_REPORT_OUT"] != nil))
    func write() throws {
        let path = try #require(ProcessInfo.processInfo.environment["SES_REPORT_OUT"])
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path).appending(path: name))
        }
        let shop = try ExampleReports.shop()
        let hostile = try ExampleReports.hostile()
        try write("shop.html", shop.html())
        try write("shop.txt", shop.text())
        try write("hostile.html", hostile.html())
        try write("hostile.txt", hostile.text())
        try write("fortnight.html", try ExampleReports.fortnight().html())
        try write("empty.html", ExampleReports.empty.html())
        for (name, report) in [("shop", shop), ("hostile", hostile)] {
            let set = try #require(report.sets.first)
            let rate = RateChart(
                .bounce, history: set.history, step: .hour, rules: report.rules, alerts: report.alerts,
                title: report.title)
            try write("\(name)-rate.svg", rate.svg())
            try write("\(name)-funnel.svg", FunnelChart(set.figures, title: report.title).svg())
            try write("\(name)-bars.svg", BarChart(title: report.title, names: set.links).svg())
        }
    }
}
