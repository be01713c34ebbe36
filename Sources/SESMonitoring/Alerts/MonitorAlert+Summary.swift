extension MonitorAlert {
    /// What happened, in a few sentences of plain text.
    ///
    /// Such as `Bounce rate of promo-may2025: 6.2 % (62 of 1,000 recipients in 24h), above 5 %. Most: example.com (40).` It is one line, and
    /// names as they are: escape them where the text goes into markup.
    public var summary: String {
        var sentences = [headline + "."]
        if state == .raised, rule.condition.isAboutBounces {
            if let names = Self.list(topDomains) { sentences.append("Most: \(names).") }
            if let reasons = Self.list(topReasons) { sentences.append("Why: \(reasons).") }
        }
        return sentences.joined(separator: " ").onOneLine
    }

    /// What happened in one sentence, without the full stop.
    var headline: String {
        switch (state, rule.condition) {
        case (.raised, .noEvents):
            "No events of \(subject) for \(measured), more than \(limit)"
        case (_, .noEvents): "Events of \(subject) again"
        case (.raised, _): "\(topic): \(measured)\(counts), \(comparison)"
        default: "\(topic) is back at \(measured)\(counts); the limit is \(limit)"
        }
    }

    /// What was measured, with its unit.
    var measured: String { text(of: value) }

    /// What it was compared with, with its unit.
    var limit: String {
        if case .rate = rule.condition { return NumberText.exactPercent(threshold) }
        return text(of: threshold)
    }

    /// What the rule is about, such as `Bounce rate of promo-may2025`.
    private var topic: String {
        switch rule.condition {
        case .rate(let rate, _), .anomaly(let rate, _): "\(rate.title) of \(subject)"
        case .count(let count, _): "\(count.words.capitalizedWord) of \(subject)"
        case .deliveryDrop: "Delivery rate of \(subject)"
        case .noEvents: "Events of \(subject)"
        }
    }

    private var comparison: String {
        switch rule.condition {
        case .deliveryDrop(let share):
            "below \(limit), which is \(NumberText.exactPercent(share)) of what it was before"
        case .anomaly: "above \(limit), the most that its history explains"
        default: "above \(limit)"
        }
    }

    /// What the rate is of, and in what time.
    private var counts: String {
        let rate: MonitorRate
        switch rule.condition {
        case .rate(let of, _), .anomaly(let of, _): rate = of
        case .deliveryDrop: rate = .delivery
        case .count, .noEvents: return " in \(rule.window)"
        }
        let (part, whole) = figures.counts(for: rate)
        return " (\(NumberText.grouped(part)) of \(NumberText.grouped(whole)) \(rate.wholeWords) in \(rule.window))"
    }

    private func text(of number: Double) -> String {
        switch rule.condition {
        case .rate, .anomaly, .deliveryDrop: NumberText.percent(number)
        case .count: Int(exactly: number.rounded()).map(NumberText.grouped) ?? "\(number)"
        case .noEvents: NumberText.duration(number)
        }
    }

    private static func list(_ names: [RankedName]) -> String? {
        guard !names.isEmpty else { return nil }
        return names.prefix(5).map { "\($0.name.prefix(100)) (\(NumberText.grouped($0.count)))" }
            .joined(separator: ", ")
    }
}

extension MonitorCondition {
    /// Whether the domains and reasons of bounces say why.
    var isAboutBounces: Bool {
        switch self {
        case .rate(.bounce, _), .anomaly(.bounce, _), .count(.bounces, _), .deliveryDrop: true
        default: false
        }
    }
}

extension String {
    /// The text with a space for each control character, line break and mark of writing direction: what comes from outside can neither
    /// begin a line of its own nor turn one around.
    var onOneLine: String {
        String(
            unicodeScalars.map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: " "
                default: Character(scalar)
                }
            })
    }

}
