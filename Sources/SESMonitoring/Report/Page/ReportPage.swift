import SESSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A report as a page.
struct ReportPage {
    /// How many sets have a line in the overview, and how many a section: a page of more would be slow to open.
    static let maximumLines = 200
    static let maximumSections = 40

    let report: MonitorReport

    var root: Markup {
        .element("html", ["lang": "en"]) {
            head
            Markup.element("body") {
                header
                Markup.element("main") {
                    overview
                    report.sets.prefix(Self.maximumSections).enumerated().map { index, set in
                        SetSection(report: report, set: set, index: index).markup
                    }
                    ComparisonSection(comparisons: report.comparisons).markup
                    AlertSection(report: report).markup
                }
                footer
            }
        }
    }

    private var head: Markup {
        let sheets = [ReportStyle.palette, ReportStyle.charts, ReportStyle.page]
        let sheet = sheets.map(\.description).joined()
        let hash = SHA256Hasher.hash(sheet.utf8).withBytes { Data($0).base64EncodedString() }
        let policy = "default-src 'none'; style-src 'sha256-\(hash)'"
        return .element("head") {
            Markup.void("meta", ["charset": "utf-8"])
            Markup.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
            Markup.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            Markup.void("meta", ["name": "color-scheme", "content": "light dark"])
            Markup.void("meta", ["name": "referrer", "content": "no-referrer"])
            Markup.element("title") { Markup.text(report.title, limit: 120) }
            Markup.style(sheets)
        }
    }

    private var header: Markup {
        let start = report.window.start(endingAt: report.date)
        return .element("header") {
            Markup.element("p", ["class": "eyebrow"]) { "Amazon SES · configuration sets" }
            Markup.element("h1") { Markup.name(report.title, limit: 120) }
            Markup.element("p", ["class": "when"]) {
                "\(report.window.title), "
                time(start)
                " to "
                time(report.date)
            }
            Markup.element("p", ["class": "lead"]) { report.summary }
        }
    }

    private func time(_ date: Date) -> Markup {
        let time = ReportTime(date)
        return .element("time", ["datetime": time.machine]) { time.full }
    }

    private var overview: Markup {
        .element("section", ["aria-labelledby": "overview"]) {
            Markup.element("div", ["class": "head"]) { Markup.element("h2", ["id": "overview"]) { "Overview" } }
            if report.sets.isEmpty {
                Markup.element("p", ["class": "none"]) { "No mail was counted." }
            } else {
                Markup.element("div", ["class": "card stack"]) { overviewTable.markup }
            }
            if report.sets.count > Self.maximumLines {
                Markup.element("p", ["class": "note"]) {
                    "\(ReportNumber.count(report.sets.count - Self.maximumLines)) more sets with less mail aren't shown."
                }
            }
        }
    }

    private var overviewTable: TableMarkup {
        TableMarkup(
            caption: "Sets, those with open alerts first", isCaptionHidden: true,
            columns: [
                .words("Configuration set"), .words("Status"), .number("Sent"),
                .words("By \(report.window.step.title)"), .number("Delivered"),
                .number("Bounced"), .number("Complained"), .number("Opened"),
                .number("Clicked"),
            ],
            rows: report.sets.prefix(Self.maximumLines).enumerated().map { index, set in
                let name = Markup.name(set.subject.description)
                return [
                    index < Self.maximumSections ? .element("a", ["href": "#set-\(index + 1)"]) { name } : name,
                    StatusMark.markup(set.status), .text(ReportNumber.count(set.figures.volume)),
                    SmallCharts.volumes(set.history), RateMark.markup(.delivery, of: set),
                    RateMark.markup(.bounce, of: set), RateMark.markup(.complaint, of: set),
                    RateMark.markup(.open, of: set), RateMark.markup(.click, of: set),
                ]
            })
    }

    private var footer: Markup {
        .element("footer") {
            ReportNotes.paragraphs(report).map { text in .element("p") { Markup.text(text, limit: 2_000) } }
        }
    }
}
