import Foundation
import Testing

@testable import SESMonitoring

@Suite("An alert's summary")
struct MonitorAlertSummaryTests {
    @Test("says what was measured, of what, and what the limit is")
    func sentences() {
        #expect(
            MonitorAlert.example().summary
                == "Bounce rate of promo-may2025: 6.2 % (62 of 1,000 recipients in 24h), above 5 %. "
                + "Most: example.com (40). Why: 5.1.1 General (50).")
        var over = MonitorAlert.example(state: .cleared)
        (over.value, over.figures.bounces) = (0.031, 31)
        #expect(
            over.summary
                == "Bounce rate of promo-may2025 is back at 3.1 % (31 of 1,000 recipients in 24h); the limit is 5 %.")
        var count = MonitorAlert.example()
        count.rule = .count(.rejects, above: 10, in: "promo-may2025")
        (count.value, count.threshold) = (1234, 10)
        #expect(count.summary == "Rejects of promo-may2025: 1,234 in 24h, above 10.")
    }

    @Test("is one line, whatever the names are")
    func oneLine() {
        let nasty = "a\r\nb\u{2028}c\u{202E}d\u{0}"
        let alert = MonitorAlert.example(
            set: nasty, domains: [RankedName(name: nasty, count: 1)], reasons: [RankedName(name: nasty, count: 1)])
        #expect(alert.summary.contains("Bounce rate of a  b c d : 6.2 %"))
        #expect(alert.summary.split(whereSeparator: \.isNewline).count == 1)
    }

    @Test(
        "has percentages that say something",
        arguments: [
            (0.0, "0 %"), (0.062, "6.2 %"), (0.0615, "6.2 %"), (0.5, "50 %"), (0.0012, "0.12 %"), (0.00012, "0.012 %"),
            (1, "100 %"), (0.0999, "10 %"), (.nan, "nan"),
        ])
    func percent(_ share: Double, _ text: String) {
        #expect(NumberText.percent(share) == text)
    }

    @Test(
        "has times in their two largest units",
        arguments: [
            (0.0, "0 s"), (59, "59 s"), (60, "1 min"), (3600, "1 h"), (3660, "1 h 1 min"), (90_000, "1 d 1 h"),
            (-5, "0 s"),
        ])
    func duration(_ seconds: Double, _ text: String) {
        #expect(NumberText.duration(seconds) == text)
    }
}
