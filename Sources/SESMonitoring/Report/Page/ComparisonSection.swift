/// What a page says of variants.
struct ComparisonSection {
    let comparisons: [MonitorReport.Comparison]

    var markup: Markup {
        guard !comparisons.isEmpty else { return .empty }
        return .element("section", ["aria-labelledby": "variants"]) {
            Markup.element("div", ["class": "head"]) { Markup.element("h2", ["id": "variants"]) { "Variants" } }
            Markup.element("div", ["class": "cards"]) {
                comparisons.map { item in
                    .element("div", ["class": "card wide stack"]) {
                        table(item).markup
                        Markup.element("p", ["class": "note"]) { ComparisonWords.note(item.comparison) }
                    }
                }
            }
        }
    }

    private func table(_ item: MonitorReport.Comparison) -> TableMarkup {
        let comparison = item.comparison
        let reach =
            comparison.contrasts.flatMap { [$0.interval.lower.magnitude, $0.interval.upper.magnitude] }.max() ?? 0
        let percent = ReportNumber.shortPercent(comparison.settings.confidence)
        return TableMarkup(
            caption: "\(item.title) · \(comparison.rate.words) rate",
            columns: [
                .words("Variant"), .number("Count"), .number("Rate (\(percent) interval)"),
                .number("Difference, points"), .full("Less or more than the first"),
                .number("p"), .full("Verdict"),
            ],
            rows: comparison.estimates.enumerated().map { index, estimate in
                let contrast = index > 0 && index <= comparison.contrasts.count ? comparison.contrasts[index - 1] : nil
                return [
                    .name(estimate.name),
                    .text("\(ReportNumber.count(estimate.part)) of \(ReportNumber.count(estimate.whole))"),
                    rate(estimate),
                ] + (contrast.map { cells($0, reach: reach, comparison: comparison) } ?? control)
            })
    }

    private var control: [Markup] { [.text("–"), .text("–"), .text("–"), .text("Control")] }

    private func rate(_ estimate: VariantEstimate) -> Markup {
        .all([
            .text(ReportNumber.percent(estimate.rate)),
            .element("span", ["class": "sub"]) { ComparisonWords.interval(estimate.interval) },
        ])
    }

    private func cells(_ contrast: VariantContrast, reach: Double, comparison: VariantComparison) -> [Markup] {
        let style =
            switch contrast.verdict {
            case .better: "fine"
            case .worse: "bad"
            case .noDifference, .tooSmall: "undecided"
            }
        return [
            .all([
                .text(contrast.difference.map(ReportNumber.points) ?? "–"),
                .element("span", ["class": "sub"]) { ComparisonWords.points(contrast.interval) },
            ]),
            SmallCharts.interval(contrast, reach: reach, style: style),
            .text(ReportNumber.probability(contrast.correctedPValue)),
            .element("span", ["class": "verdict \(style)"]) { ComparisonWords.verdict(contrast) },
        ]
    }
}

/// What is said of comparisons, on the page and in the terminal.
enum ComparisonWords {
    static func interval(_ interval: RateInterval) -> String {
        "\(ReportNumber.percent(interval.lower)) to \(ReportNumber.percent(interval.upper))"
    }

    static func points(_ interval: RateInterval) -> String {
        "\(ReportNumber.points(interval.lower)) to \(ReportNumber.points(interval.upper))"
    }

    static func verdict(_ contrast: VariantContrast) -> String {
        let lift = contrast.lift.map { ", " + ReportNumber.lift($0) } ?? ""
        return switch contrast.verdict {
        case .tooSmall(.max): "Too few to say"
        case .tooSmall(let required): "Too few: needs \(ReportNumber.count(required)) each"
        case .noDifference: "No difference shown"
        case .better: "Better" + lift
        case .worse: "Worse" + lift
        }
    }

    static func note(_ comparison: VariantComparison) -> String {
        let tests = Set(comparison.contrasts.map(\.test))
        let test =
            if tests == [.fisherExact] {
                "Fisher’s exact test"
            } else if tests == [.pooledZ] {
                "the z test of two proportions"
            } else {
                "the z test of two proportions, or Fisher’s exact test where few were expected"
            }
        let settings = comparison.settings
        let correction = comparison.contrasts.count > 1 ? ", corrected by Holm’s method" : ""
        return "Intervals by Wilson’s and Newcombe’s methods; p by \(test)\(correction). "
            + "A verdict needs a sample that finds a change of \(ReportNumber.shortPercent(settings.minimumLift)) of the "
            + "rate with a probability of \(ReportNumber.shortPercent(settings.power))."
    }
}
