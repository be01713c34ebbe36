import Foundation
import SESSigning
import Testing

@testable import SESMonitoring

@Suite("A report's page")
struct MonitorReportTests {
    private static let names = ["shop", "hostile", "fortnight", "empty"]

    private func report(_ name: String) throws -> MonitorReport {
        switch name {
        case "shop": try ExampleReports.shop()
        case "hostile": try ExampleReports.hostile()
        case "fortnight": try ExampleReports.fortnight()
        default: ExampleReports.empty
        }
    }

    @Test("is well-formed, loads nothing and runs nothing", arguments: Self.names)
    func inert(_ name: String) throws {
        let html = try report(name).html()
        let page = try PageStructure(html)
        let elements = Set(page.tags.map(\.name))
        #expect(
            elements.isSubset(of: [
                "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div", "h1",
                "h2",
                "h3", "p", "span", "bdi", "time", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "dl",
                "dt",
                "dd", "ol", "li", "figure", "details", "summary", "svg", "desc", "g", "path", "line", "rect", "circle",
                "text", "tspan",
            ]), "\(elements)")
        let attributes = page.tags.flatMap(\.attributes)
        let acting = attributes.filter {
            $0.key.hasPrefix("on") || ["style", "src", "srcset", "action"].contains($0.key)
        }
        #expect(acting.isEmpty)
        #expect(attributes.allSatisfy { $0.key != "href" || $0.value.hasPrefix("#set-") })
        #expect(page.all("style").count == 1)
        #expect(!html.contains("url(") && !html.contains("@import"))
    }

    @Test("forbids all but its own stylesheet", arguments: Self.names)
    func policy(_ name: String) throws {
        let html = try report(name).html()
        let sheet = try #require(html.firstMatch(of: /<style>((?s:.)*?)<\/style>/)?.1)
        let hash = SHA256Hasher.hash(sheet.utf8).withBytes { Data($0).base64EncodedString() }
        let policy = "default-src &#39;none&#39;; style-src &#39;sha256-\(hash)&#39;"
        #expect(html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"))
    }

    @Test("can be read by who doesn't see it", arguments: Self.names)
    func accessible(_ name: String) throws {
        let page = try PageStructure(report(name).html())
        let list = page.tags.compactMap { $0.attributes["id"] }
        let ids = Set(list)
        #expect(ids.count == list.count)
        let named = page.tags.compactMap { $0.attributes["aria-labelledby"] }.flatMap { $0.split(separator: " ") }
        #expect(named.allSatisfy { ids.contains(String($0)) })
        let targets = page.all("a").map { String(($0.attributes["href"] ?? "").dropFirst()) }
        #expect(targets.allSatisfy(ids.contains))
        let charts = page.all("svg").filter { !$0.path.contains("svg") }
        let unclear = charts.filter { chart in
            let isNamed = chart.attributes["role"] == "img" && chart.attributes["aria-labelledby"] != nil
            return isNamed == (chart.attributes["aria-hidden"] == "true")
        }
        #expect(unclear.isEmpty)
        #expect(page.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
        var level = 0
        for heading in page.tags where ["h1", "h2", "h3"].contains(heading.name) {
            let next = Int(heading.name.suffix(1)) ?? 0
            #expect(next <= level + 1, "\(heading.name) after h\(level)")
            level = next
        }
        #expect(page.all("h1").count == 1)
        for landmark in ["header", "main", "footer"] { #expect(page.all(landmark).count == 1) }
        #expect(page.all("caption").count == page.all("table").count)
        #expect(page.all("html").first?.attributes["lang"] == "en")
    }

    @Test("shows hostile names as text, without anything invisible in them")
    func hostile() throws {
        for text in [try ExampleReports.hostile().html(), try ExampleReports.hostile().text()] {
            let invisible = text.unicodeScalars.filter { scalar in
                let categories: [Unicode.GeneralCategory] = [
                    .control, .format, .lineSeparator, .privateUse, .unassigned,
                ]
                return scalar != "\n" && categories.contains(scalar.properties.generalCategory)
            }
            #expect(invisible.isEmpty, "\(invisible.prefix(5).map(\.value))")
        }
        let html = try ExampleReports.hostile().html()
        #expect(html.contains("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(html.contains("&quot; onload=&quot;alert(1)"))
        #expect(html.contains("&amp;lt;b&amp;gt; &amp;amp;amp; {{7*7}}"))
        #expect(html.contains("\u{FFFD}gpj.exe"))
        #expect(html.contains("مرحبا بالعالم"))
        #expect(html.contains("(blank)"))
        #expect(!html.contains(String(repeating: "W", count: 161)))
        #expect(!html.contains("<script"))
    }

    @Test("has the sets that need a look first, then those with the most mail")
    func order() throws {
        let report = try ExampleReports.shop()
        let names = report.sets.map(\.subject.configurationSet)
        #expect(names == ["promo-may2025", "newsletter", "receipts", nil, "invites-2023"])
        #expect(report.sets.map(\.status.title) == ["Alert", "Warning", "Fine", "Fine", "No mail"])
        #expect(
            report.summary.hasPrefix("Mail to 204,104 recipients went through five configuration sets. Two need a look")
        )
    }

    @Test("knows which alerts are open")
    func open() throws {
        let warning = ExampleReports.alert(.raised, 0, hoursAgo: 3, value: 0.04, threshold: 0.03)
        let cleared = ExampleReports.alert(.cleared, 0, hoursAgo: 2, value: 0.02, threshold: 0.03)
        let later = ExampleReports.alert(.raised, 1, hoursAgo: -1, value: 0.06, threshold: 0.05)
        var other = cleared
        other.subject = MonitorSubject(configurationSet: "newsletter")
        func status(_ alerts: [MonitorAlert]) -> String? {
            let report = MonitorReport(of: ExampleReports.reading, endingAt: ExampleReports.now, alerts: alerts)
            return report.sets.first { $0.subject == ExampleReports.promo }?.status.title
        }
        #expect(status([]) == "Fine")
        #expect(status([warning]) == "Warning")
        #expect(status([warning, cleared]) == "Fine")
        #expect(status([cleared, warning]) == "Fine")
        #expect(status([warning, other]) == "Warning")
        #expect(status([later]) == "Fine")
        var part = warning
        part.subject = .recipientDomain("example.com", in: "promo-may2025")
        #expect(status([part]) == "Warning")
    }

    @Test("holds a section for each set with all that is known of it")
    func sections() throws {
        let html = try ExampleReports.shop().html()
        let page = try PageStructure(html)
        let charts = page.all("svg").compactMap { $0.attributes["aria-labelledby"] }.filter { $0.hasPrefix("set-1-") }
        let names = charts.compactMap { $0.split(separator: " ").first.map(String.init) }
        let parts = ["funnel", "bounce", "complaint", "click", "reasons", "domains"]
        #expect(names == parts.map { "set-1-\($0)-t" })
        for text in [
            "https://shop.example/may?utm_source=mail&amp;utm_campaign=promo-may2025", "4,102 · 63.1%", "5.1.1 General",
            "subject=short-subject", "oldmail.example", "124,080 e-mails", "5.61%", "0.067%", "p90 4.2 s",
            "p99 1.6 min",
            "Better, +21.1%", "No difference shown", "Too few: needs", "Control", "1 May 17:50", "Warning cleared",
            "All numbers are exact", "1 May 2025, 11:00 UTC", "2 May 2025, 10:20 UTC", "bounces, AWS reviews",
        ] { #expect(html.contains(text), "\(text)") }
    }

    @Test("says if numbers are estimates, also of a part")
    func estimates() {
        var entries = ExampleReports.reading.entries
        let part = MonitorSubject.recipientDomain("example.com", in: "promo-may2025")
        entries[part]?.figures.isExact = false
        let report = MonitorReport(of: FakeReading(entries: entries), endingAt: ExampleReports.now)
        #expect(report.html().contains("Some numbers are estimates"))
        #expect(!report.html().contains("All numbers are exact"))
    }

    @Test("stays of a size where there are very many sets")
    func many() throws {
        var entries: [MonitorSubject: FakeReading.Entry] = [:]
        for index in 1...230 {
            let figures = ExampleReports.figures(sends: index * 10, bounces: 0.01)
            entries[MonitorSubject(configurationSet: "set \(index)")] = .init(figures: figures)
        }
        let report = MonitorReport(of: FakeReading(entries: entries), endingAt: ExampleReports.now)
        let html = report.html()
        let page = try PageStructure(html)
        #expect(page.all("a").count == ReportPage.maximumSections)
        #expect(page.all("section").count == ReportPage.maximumSections + 2)
        #expect(html.contains("30 more sets with less mail aren&#39;t shown."))
        #expect(report.text().contains("30 more sets aren't shown."))
        #expect(html.contains(">set 31<") && !html.contains(">set 30<"))
    }

    @Test("is the same each time")
    func deterministic() throws {
        #expect(try ExampleReports.shop().html() == ExampleReports.shop().html())
        #expect(try ExampleReports.shop().text() == ExampleReports.shop().text())
    }

    @Test("fits a terminal as text", arguments: Self.names)
    func text(_ name: String) throws {
        let text = try report(name).text()
        for line in text.split(separator: "\n") { #expect(InertText.columns(String(line)) <= 100, "\(line)") }
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        guard name == "shop" else { return }
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("promo-may2025 ") })
        let cells = row.split(separator: " ").map(String.init)
        #expect(cells == ["promo-may2025", "Alert", "124,080", "93.6%", "5.61%", "0.067%", "31.0%", "4.20%"])
        #expect(text.contains("Better, +21.1%") && text.contains("2 May 05:56   Alert"))
    }

    @Test("has colours whose texts stand out, in the light, the dark and in print")
    func contrast() throws {
        let sheets = "\(ReportStyle.palette)\(ReportStyle.page)".components(separatedBy: ":root{").dropFirst()
        #expect(sheets.count == 3)
        for sheet in sheets {
            var colours: [String: Double] = [:]
            for match in sheet.prefix(while: { $0 != "}" }).matches(of: /--([a-z]+):#([0-9a-f]{3,6})\b/) {
                colours[String(match.1)] = luminance(String(match.2))
            }
            for ground in ["paper", "card"] {
                for text in ["ink", "muted", "fine", "warning", "alert", "critical", "bad", "accent"] {
                    let (one, other) = (try #require(colours[ground]), try #require(colours[text]))
                    let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
                    #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
                }
            }
        }
    }

    /// WCAG's relative luminance.
    private func luminance(_ hexadecimal: String) -> Double {
        let digits = hexadecimal.count == 3 ? hexadecimal.map { "\($0)\($0)" }.joined() : hexadecimal
        let number = Int(digits, radix: 16) ?? 0
        let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
