/// What a rate's chart draws, from the top: the alerts, the rate with its thresholds, the columns of how many, the times.
struct RateChartPlot {
    private static let height = 206.0
    private static let plotTop = 26.0
    private static let plotHeight = 128.0
    private static let columnsTop = 162.0
    private static let columnsHeight = 24.0
    /// The breadth that lines are drawn in, before they are stretched to the chart's.
    private static let breadth = 1000.0

    private let chart: RateChart
    private let scale: ChartScale
    private let wholes: [Int]
    private let rates: [Double?]

    init(_ chart: RateChart) {
        self.chart = chart
        wholes = chart.history.map { max(0, $0.figures.counts(for: chart.rate).whole) }
        rates = chart.history.map { $0.figures.rate(chart.rate) }
        let enough = Double(wholes.max() ?? 0) / 20
        let telling = zip(rates, wholes).compactMap { rate, whole in Double(whole) >= enough ? rate : nil }
        let highest = chart.thresholds.first?.value ?? 0
        scale = ChartScale(upTo: max(telling.max() ?? 0, highest * 1.15))
    }

    /// Its height in pixels.
    var height: Double { Self.height + (chart.thresholds.isEmpty ? 0 : 20) }

    var markup: Markup {
        .all([grid, columns, times, curve, single, clipped, ticks, thresholds, marks])
    }

    private func place(_ index: Int) -> Double { (Double(index) + 0.5) / Double(max(1, rates.count)) }
    private func y(_ rate: Double) -> Double { Self.plotTop + scale.y(rate, height: Self.plotHeight) }

    private var grid: Markup {
        .all(
            scale.ticks.map { tick in
                let y = text(y(tick))
                return .shape("line", ["class": "rule", "x1": "0", "x2": "100%", "y1": y, "y2": y])
            })
    }

    private var ticks: Markup {
        .all(
            scale.ticks.map { tick in
                ChartFrame.haloed(ReportNumber.shortPercent(tick)) { style, label in
                    .element("text", ["class": "tick \(style)", "x": "0", "y": text(y(tick) - 4)]) { label }
                }
            })
    }

    /// Dashed lines with their values at the end, and below the chart what they mean: there no curve is in the way.
    private var thresholds: Markup {
        guard !chart.thresholds.isEmpty else { return .empty }
        var above: Double?
        let lines = chart.thresholds.map { threshold in
            let y = y(threshold.value)
            let isClose = above.map { y - $0 < 12 } ?? false
            above = isClose ? nil : y
            return Markup.element("g", ["class": "limit \(threshold.severity.style)"]) {
                Markup.shape("line", ["x1": "0", "x2": "100%", "y1": text(y), "y2": text(y)])
                ChartFrame.haloed(ReportNumber.shortPercent(threshold.value)) { style, label in
                    .element(
                        "text",
                        [
                            "class": style, "x": "100%", "dx": isClose ? "-40" : "0", "y": text(y + 4),
                            "text-anchor": "end",
                        ]
                    ) { label }
                }
            }
        }
        return .all(lines + [meanings])
    }

    private var meanings: Markup {
        .element("text", ["class": "meaning", "x": "0", "y": text(Self.height + 10)]) {
            chart.thresholds.prefix(3).enumerated().map { index, threshold in
                .element("tspan", ["class": threshold.severity.style, "dx": index > 0 ? "12" : "0"]) {
                    "╌ \(threshold.severity.title) above \(ReportNumber.shortPercent(threshold.value))"
                }
            }
        }
    }

    private var curve: Markup {
        let (line, area) = paths
        guard !line.isEmpty else { return .empty }
        return .element(
            "svg",
            [
                "x": "0", "y": text(Self.plotTop), "width": "100%", "height": text(Self.plotHeight),
                "viewBox": "0 0 \(text(Self.breadth)) \(text(Self.plotHeight))", "preserveAspectRatio": "none",
                "overflow": "visible",
            ]
        ) {
            Markup.shape("path", ["class": "area", "d": area])
            Markup.shape("path", ["class": "curve", "d": line, "vector-effect": "non-scaling-stroke"])
        }
    }

    /// The stretches of steps that have a rate, as a line and as what is below it.
    private var paths: (line: String, area: String) {
        var (line, area) = ("", "")
        for stretch in stretches where stretch.count > 1 {
            let points = stretch.map { index in
                let y = scale.y(rates[index] ?? 0, height: Self.plotHeight)
                return "\(text(place(index) * Self.breadth)) \(text(y))"
            }
            let path = "M" + points.joined(separator: "L")
            line += path
            let ends = (place(stretch.lowerBound) * Self.breadth, place(stretch.upperBound - 1) * Self.breadth)
            area += "\(path)L\(text(ends.1)) \(text(Self.plotHeight))L\(text(ends.0)) \(text(Self.plotHeight))Z"
        }
        return (line, area)
    }

    private var stretches: [Range<Int>] {
        var found: [Range<Int>] = []
        for index in rates.indices where rates[index] != nil {
            if let last = found.last, last.upperBound == index {
                found[found.count - 1] = last.lowerBound..<index + 1
            } else {
                found.append(index..<index + 1)
            }
        }
        return found
    }

    /// Steps between two without a rate: no line holds them.
    private var single: Markup {
        .all(
            stretches.filter { $0.count == 1 }.map { stretch in
                let y = y(rates[stretch.lowerBound] ?? 0)
                return .shape("circle", ["class": "dot", "cx": share(stretch.lowerBound), "cy": text(y), "r": "3"])
            })
    }

    /// Arrows where a rate lies beyond the top.
    private var clipped: Markup {
        .all(
            rates.indices.filter { (rates[$0] ?? 0) > scale.top * (1 + 1e-9) }.map { index in
                .element("svg", ["x": share(index), "y": text(Self.plotTop), "overflow": "visible"]) {
                    Markup.element("path", ["class": "beyond", "d": "M-4 1L0 -5L4 1Z"]) {
                        Markup.element("title") {
                            "\(ReportNumber.percent(rates[index])) of \(ReportNumber.count(wholes[index]))"
                        }
                    }
                }
            })
    }

    private var columns: Markup {
        guard let most = wholes.max(), most > 0 else { return .empty }
        let width = 1 / Double(wholes.count)
        return .all(
            wholes.indices.filter { wholes[$0] > 0 }.map { index in
                let height = max(1, Double(wholes[index]) / Double(most) * Self.columnsHeight)
                return .shape(
                    "rect",
                    [
                        "class": "column", "x": ChartNumber.share((Double(index) + 0.12) * width),
                        "width": ChartNumber.share(width * 0.76),
                        "y": text(Self.columnsTop + Self.columnsHeight - height), "height": text(height),
                    ])
            })
    }

    /// At most five times, evenly spaced, none beyond an edge.
    private var times: Markup {
        let count = chart.history.count
        let stride = max(1, Int((Double(count) / 4).rounded(.up)))
        return .all(
            Swift.stride(from: 0, to: count, by: stride).map { index in
                let time = ReportTime(chart.history[index].start)
                let isNearEnd = place(index) > 0.9
                return .element(
                    "text",
                    [
                        "class": "tick", "x": isNearEnd ? "100%" : ChartNumber.share(Double(index) / Double(count)),
                        "y": text(Self.height - 6), "text-anchor": isNearEnd ? "end" : "start",
                    ]
                ) { chart.step == .day ? time.day : time.clock }
            })
    }

    private var marks: Markup {
        .all(
            chart.marks.map { mark in
                let isRaised = mark.alert.state == .raised
                return .element(
                    "svg", ["x": ChartNumber.share(mark.place), "y": "0", "overflow": "visible"]
                ) {
                    Markup.element("g", ["class": "mark \(mark.alert.rule.severity.style) \(isRaised ? "on" : "off")"])
                    {
                        Markup.shape(
                            "line", ["x1": "0", "x2": "0", "y1": "14", "y2": text(Self.plotTop + Self.plotHeight)])
                        Markup.shape(
                            "path", ["d": isRaised ? "M-6 13L0 2L6 13Z" : "M-5 8A5 5 0 1 0 5 8A5 5 0 1 0 -5 8Z"])
                        Markup.element("title") {
                            "\(mark.alert.state.title) \(ReportTime(mark.alert.date).full): "
                                + InertText.name(mark.alert.rule.name, limit: 80)
                        }
                    }
                }
            })
    }

    private func share(_ index: Int) -> String { ChartNumber.share(place(index)) }
    private func text(_ length: Double) -> String { ChartNumber.length(length) }
}
