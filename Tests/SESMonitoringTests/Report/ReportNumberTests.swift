import Foundation
import Testing

@testable import SESMonitoring

@Suite("A report's numbers and texts")
struct ReportNumberTests {
    @Test("are grouped", arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "−1,234,567")])
    func counts(_ count: Int, _ text: String) { #expect(ReportNumber.count(count) == text) }

    @Test(
        "have as many places as tell something",
        arguments: [
            (0.0, "0%"), (0.000042, "0.004%"), (0.00099, "0.099%"), (0.000996, "0.10%"), (0.0561, "5.61%"),
            (0.0999, "9.99%"), (0.09996, "10.0%"), (0.936, "93.6%"), (1, "100%"), (1.234, "123.4%"), (.nan, "–"),
        ])
    func percents(_ rate: Double, _ text: String) { #expect(ReportNumber.percent(rate) == text) }

    @Test("of thresholds are short", arguments: [(0.05, "5%"), (0.001, "0.1%"), (0.125, "12.5%"), (1.0 / 3, "33.3%")])
    func short(_ rate: Double, _ text: String) { #expect(ReportNumber.shortPercent(rate) == text) }

    @Test("have signs where they are differences")
    func signs() {
        #expect(ReportNumber.points(0.0041) == "+0.41" && ReportNumber.points(-0.0041) == "−0.41")
        #expect(ReportNumber.points(0) == "0.000" && ReportNumber.points(0.00012) == "+0.012")
        #expect(ReportNumber.lift(0.211) == "+21.1%" && ReportNumber.lift(-0.5) == "−50.0%")
        #expect(ReportNumber.probability(0.00099) == "<0.001" && ReportNumber.probability(0.05) == "0.050")
    }

    @Test(
        "of times have a unit",
        arguments: [(0, "0 ms"), (999, "999 ms"), (4_210, "4.2 s"), (96_000, "1.6 min"), (7_560_000, "2.1 h")])
    func durations(_ milliseconds: Int, _ text: String) {
        #expect(ReportNumber.duration(milliseconds: milliseconds) == text)
    }

    @Test("are the calendar's days and times")
    func times() {
        // From 1583 on: Foundation's days before are Julian ones.
        for seconds in stride(from: -12_212_553_600.0, through: 253_402_300_799, by: 86_400 * 97.3) {
            let date = Date(timeIntervalSince1970: seconds)
            let expected = date.formatted(.iso8601).prefix(16) + "Z"
            #expect(ReportTime(date).machine == expected)
        }
        #expect(ReportTime(ExampleReports.now).full == "2 May 2025, 10:20 UTC")
        #expect(ReportTime(ExampleReports.now).short == "2 May 10:20")
        #expect(ReportTime(Date(timeIntervalSince1970: .infinity)).full == "31 Dec 9999, 23:59 UTC")
        #expect(ReportTime(Date(timeIntervalSince1970: .nan)).full == "1 Jan 1970, 00:00 UTC")
    }

    @Test("lose what acts on what stands around them")
    func inert() {
        #expect(InertText.line("a\u{0}\r\nb", limit: 9) == "a\u{FFFD}b")
        #expect(InertText.line("\u{202E}x\u{2069}\u{200E}", limit: 9) == "\u{FFFD}x\u{FFFD}")
        #expect(InertText.line("e\u{0301}", limit: 9).unicodeScalars.count == 2)
        let marks = "e" + String(repeating: "\u{0301}", count: 40)
        #expect(InertText.line(marks, limit: 99).unicodeScalars.count == 4)
        #expect(InertText.line("abcdef", limit: 3) == "abc…" && InertText.line("abc", limit: 3) == "abc")
        #expect(InertText.line("👩‍👩‍👧", limit: 9) == "👩‍👩‍👧")
        #expect(InertText.name(" \u{200B}\t", limit: 9) == "(blank)" && InertText.name("x ", limit: 9) == "x ")
    }

    @Test("take the columns they are given")
    func padded() {
        #expect(InertText.padded("abc", to: 5) == "abc  " && InertText.padded("abc", to: 5, right: true) == "  abc")
        #expect(InertText.padded("abcdef", to: 5) == "abcd…")
        #expect(InertText.padded("日本語です", to: 6) == "日本… ")
        #expect(InertText.columns("日本") == 4)
        #expect(InertText.padded("\u{1B}[2Jx", to: 6) == "\u{FFFD}[2Jx ")
    }

    @Test("are escaped in markup, in texts and attributes alike")
    func escaped() {
        let hostile = "<&>\"'\u{7}"
        let escaped = "&lt;&amp;&gt;&quot;&#39;\u{FFFD}"
        let piece = Markup.element("p", ["title": hostile]) { hostile }
        #expect(piece.source == "<p title=\"\(escaped)\">\(escaped)</p>")
        #expect(Markup.shape("rect", ["x": hostile]).source == "<rect x=\"\(escaped)\"/>")
    }
}
