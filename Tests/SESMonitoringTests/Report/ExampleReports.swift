import Foundation
import SESMonitoring

/// Reports of made-up mail.
enum ExampleReports {
    /// 2 May 2025, 10:20 UTC.
    static let now = Date(timeIntervalSince1970: 1_746_181_200)

    static let promo = MonitorSubject(configurationSet: "promo-may2025")

    static let rules = [
        MonitorRule(name: "bounces, look", condition: .rate(.bounce, above: 0.03), severity: .warning),
        MonitorRule(name: "bounces, AWS reviews", condition: .rate(.bounce, above: 0.05), pausesSending: true),
        MonitorRule(name: "complaints, AWS reviews", condition: .rate(.complaint, above: 0.001)),
        MonitorRule(
            name: "clicks fell", scope: .subject(promo), condition: .anomaly(.click, falseAlarms: 0.001),
            severity: .warning),
        MonitorRule(name: "silence", condition: .noEvents, window: .hours(6), severity: .critical),
    ]

    static func figures(
        sends: Int, bounces: Double, complaints: Double = 0.0002, opens: Double = 0.31, clicks: Double = 0.042,
        soft: Double = 0.008
    ) -> MonitorFigures {
        var figures = MonitorFigures()
        func part(_ rate: Double) -> Int { Int((Double(sends) * rate).rounded()) }
        figures.sends = sends
        figures.messages = sends
        (figures.bounces, figures.softBounces) = (part(bounces), part(soft))
        figures.complaints = part(complaints)
        figures.deliveries = sends - figures.bounces - figures.softBounces
        figures.deliveredMessages = figures.deliveries
        figures.uniqueOpens = Int(Double(figures.deliveries) * opens)
        figures.uniqueClicks = Int(Double(figures.deliveries) * clicks)
        figures.opens = figures.uniqueOpens * 3 / 2
        figures.clicks = figures.uniqueClicks * 4 / 3
        figures.unsubscribes = part(0.0013)
        figures.deliveryTime = .init(median: 840, percentile90: 4_210, percentile99: 96_000)
        return figures
    }

    static let reading: FakeReading = {
        var entries: [MonitorSubject: FakeReading.Entry] = [:]
        entries[promo] = .init(
            figures: figures(sends: 124_080, bounces: 0.0561, complaints: 0.00067),
            domains: [
                .init(name: "oldmail.example", count: 3_911), .init(name: "example.net", count: 1_204),
                .init(name: "mail.example.org", count: 820), .init(name: "example.com", count: 377),
                .init(name: "post.example", count: 90),
            ],
            reasons: [
                .init(name: "5.1.1 General", count: 5_210), .init(name: "5.1.10 NoEmail", count: 1_033),
                .init(name: "5.7.1 General", count: 412), .init(name: "5.4.4 General", count: 106),
            ],
            links: [
                .init(name: "https://shop.example/may?utm_source=mail&utm_campaign=promo-may2025", count: 4_102),
                .init(name: "https://shop.example/may/garden-chairs", count: 1_390),
                .init(name: "https://shop.example/account", count: 511),
                .init(name: "https://shop.example/imprint", count: 37),
            ], lateBounces: 1.1)
        entries[MonitorSubject(configurationSet: "receipts")] = .init(
            figures: figures(sends: 48_212, bounces: 0.0034, complaints: 0.00004, opens: 0.62, clicks: 0.11),
            domains: [.init(name: "example.net", count: 88), .init(name: "example.com", count: 61)],
            reasons: [.init(name: "5.1.1 General", count: 150), .init(name: "5.2.1 General", count: 14)],
            links: [.init(name: "https://shop.example/orders", count: 7_003)])
        entries[MonitorSubject(configurationSet: "newsletter")] = .init(
            figures: figures(sends: 31_500, bounces: 0.0352, complaints: 0.0004, opens: 0.27, clicks: 0.028),
            domains: [.init(name: "example.org", count: 904)], reasons: [.init(name: "5.1.1 General", count: 1_109)])
        entries[MonitorSubject(configurationSet: nil)] = .init(figures: figures(sends: 312, bounces: 0))
        entries[MonitorSubject(configurationSet: "invites-2023")] = .init(figures: MonitorFigures())
        for (value, sends, clicks) in [("short-subject", 62_110, 0.046), ("long-subject", 61_970, 0.038)] {
            let subject = MonitorSubject(configurationSet: "promo-may2025", part: .tag(name: "subject", value: value))
            entries[subject] = .init(figures: figures(sends: sends, bounces: 0.056, clicks: clicks))
        }
        for (domain, sends) in [("example.com", 50_210), ("example.net", 31_806), ("oldmail.example", 9_122)] {
            let subject = MonitorSubject(configurationSet: "promo-may2025", part: .recipientDomain(domain))
            entries[subject] = .init(
                figures: figures(sends: sends, bounces: domain == "oldmail.example" ? 0.41 : 0.02))
        }
        return FakeReading(entries: entries)
    }()

    static func alert(
        _ state: MonitorAlert.State, _ rule: Int, _ subject: MonitorSubject = promo, hoursAgo: Double, value: Double,
        threshold: Double
    ) -> MonitorAlert {
        let date = now.addingTimeInterval(-hoursAgo * 3600)
        return MonitorAlert(
            id: "\(rule)-\(hoursAgo)-\(state.rawValue)", state: state, rule: rules[rule], subject: subject, date: date,
            windowStart: rules[rule].window.start(endingAt: date), value: value, threshold: threshold,
            figures: MonitorFigures())
    }

    static let alerts = [
        alert(.raised, 0, hoursAgo: 16.5, value: 0.0312, threshold: 0.03),
        alert(.cleared, 0, hoursAgo: 13, value: 0.0233, threshold: 0.03),
        alert(.raised, 0, hoursAgo: 7.2, value: 0.0341, threshold: 0.03),
        alert(.raised, 1, hoursAgo: 4.4, value: 0.0507, threshold: 0.05),
        alert(
            .raised, 0, MonitorSubject(configurationSet: "newsletter"), hoursAgo: 2.1, value: 0.0352, threshold: 0.03),
        alert(
            .raised, 4, MonitorSubject(configurationSet: "invites-2023"), hoursAgo: 50, value: 21_600, threshold: 21_600
        ),
        alert(
            .cleared, 4, MonitorSubject(configurationSet: "invites-2023"), hoursAgo: 30, value: 0, threshold: 21_600),
    ]

    static func comparisons() throws -> [MonitorReport.Comparison] {
        [
            .init(
                title: "Subject line, May",
                comparison: try VariantComparison(
                    .click,
                    [
                        .init("long-subject", part: 2_205, of: 58_004), .init("short-subject", part: 2_677, of: 58_135),
                        .init("no-emoji", part: 2_266, of: 58_090),
                    ])),
            .init(
                title: "Sender’s name",
                comparison: try VariantComparison(
                    .unsubscribe, [.init("Shop", part: 3, of: 1_020), .init("Ada of Shop", part: 9, of: 998)])),
        ]
    }

    /// A day of a shop's mail.
    static func shop() throws -> MonitorReport {
        MonitorReport(
            of: reading, endingAt: now, title: "The shop’s mail", rules: rules, alerts: alerts,
            comparisons: try comparisons())
    }

    /// The same, of 14 days.
    static func fortnight() throws -> MonitorReport {
        MonitorReport(of: reading, window: .days(14), endingAt: now, title: "Fourteen days", rules: rules)
    }

    /// Nothing at all.
    static let empty = MonitorReport(of: FakeReading(entries: [:]), endingAt: now, title: "Nothing")

    /// What somebody would write who wants to harm a page or its reader.
    static let hostileTexts = [
        "</style><script>alert(1)</script>", "</title></svg><img src=x onerror=alert(1)>", "\" onload=\"alert(1)",
        "' onmouseover='alert(1)", "]]><!--<script>--", "javascript:alert(1)//https://example.com/",
        "\u{202E}gpj.exe", "\u{2066}a\u{2069}\u{200B}b\u{FEFF}", "\u{1B}[2J\u{1B}]0;title\u{7}\u{0}\r\n\u{85}\u{2028}",
        "&lt;b&gt; &amp;amp; {{7*7}} ${7*7}", String(repeating: "W", count: 5_000),
        "a" + String(repeating: "\u{0301}", count: 3_000), "مرحبا بالعالم", "日本語のとても長い件名テスト日本語のとても長い件名テスト",
        String(
            String.UnicodeScalarView(
                ([0xFFFE, 0xFFFF, 0xFDD0, 0xE000, 0xE0041] as [UInt32]).compactMap(Unicode.Scalar.init))),
        "",
    ]

    /// A report all of whose texts are such.
    static func hostile() throws -> MonitorReport {
        let texts = hostileTexts
        let names = texts.enumerated().map { RankedName(name: $1, count: 100 - $0) }
        var (entries, rules, alerts) = ([MonitorSubject: FakeReading.Entry](), [MonitorRule](), [MonitorAlert]())
        for (index, text) in texts.enumerated() {
            let set = MonitorSubject(configurationSet: text)
            let figures = figures(sends: 1_000 + index, bounces: 0.02 * Double(index))
            entries[set] = .init(figures: figures, domains: names, reasons: names.reversed(), links: names)
            entries[MonitorSubject(configurationSet: text, part: .tag(name: text, value: text))] = .init(
                figures: figures)
            entries[MonitorSubject(configurationSet: text, part: .recipientDomain(text))] = .init(figures: figures)
            let rule = MonitorRule(name: text, scope: .subject(set), condition: .rate(.bounce, above: 0.05))
            rules.append(rule)
            alerts.append(
                MonitorAlert(
                    id: text, state: .raised, rule: rule, subject: set, date: now.addingTimeInterval(-3_600 * 3),
                    windowStart: now, value: 0.1, threshold: 0.05, figures: figures))
        }
        let variants = texts.enumerated().map { VariantComparison.Variant($1, part: 10 + $0, of: 5_000) }
        let comparison = try VariantComparison(.click, variants)
        return MonitorReport(
            of: FakeReading(entries: entries), endingAt: now, title: texts.joined(), rules: rules, alerts: alerts,
            comparisons: texts.map { .init(title: $0, comparison: comparison) })
    }
}
