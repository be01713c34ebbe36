/// What a rate's chart draws, from the top: the alerts, the rate with its thresholds, the columns of how many, the times.
struct RateChartPlot {
    static let height = 214.0
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

    var markup: Markup {
        .all([grid, columns, times, thresholds, curve, single, clipped, marks])
    }

    private func place(_ index: Int) -> Double { (Double(index) + 0.5) / Double(max(1, rates.count)) }
    private func y(_ rate: Double) -> Double { Self.plotTop + scale.y(rate, height: Self.plotHeight) }

    private var grid: Markup {
        .all(
            scale.ticks.map { tick in
                let y = y(tick)
                return .all([
                    .shape("line", ["class": "rule", "x1": "0", "x2": "100%", "y1": text(y), "y2": text(y)]),
                    .element("text", ["class": "tick", "x": "0", "y": text(y - 4)]) {
                        ReportNumber.shortPercent(tick)
                    },
                ])
            })
    }

    /// Dashed lines, each with what it means, where the curve leaves most room for it.
    private var thresholds: Markup {
        var above: Double?
        return .all(
            chart.thresholds.map { threshold in
                let y = y(threshold.value)
                // One right below another is written under its line.
                let isClose = above.map { y - $0 < 15 } ?? false
                above = isClose ? y + 15 : y
                let top = isClose ? y + 2 : y - 16
                let label = Label.allCases.min { hits($0, top: top) < hits($1, top: top) } ?? .right
                return .element("g", ["class": "limit \(threshold.severity.style)"]) {
                    Markup.shape("line", ["x1": "0", "x2": "100%", "y1": text(y), "y2": text(y)])
                    Markup.element(
                        "text", ["x": label.x, "y": text(top + (isClose ? 11 : 12)), "text-anchor": label.anchor]
                    ) { "\(threshold.severity.title) above \(ReportNumber.shortPercent(threshold.value))" }
                }
            })
    }

    /// Where a threshold's text may be, the first if all are as good.
    private enum Label: CaseIterable {
        case right, middle, left

        var x: String {
            switch self {
            case .right: "100%"
            case .middle: "50%"
            case .left: "11%"
            }
        }
        var anchor: String {
            switch self {
            case .right: "end"
            case .middle: "middle"
            case .left: "start"
            }
        }
        /// What it takes of a phone's width.
        var extent: ClosedRange<Double> {
            switch self {
            case .right: 0.58...1
            case .middle: 0.3...0.7
            case .left: 0.1...0.52
            }
        }
    }

    /// How much of the curve goes through a text of 15 pixels' height.
    private func hits(_ label: Label, top: Double) -> Int {
        // Between two points the curve takes all heights between theirs.
        zip(rates.indices, rates.indices.dropFirst()).count { index, next in
            guard let rate = rates[index], let nextRate = rates[next] else { return false }
            let ends = (y(rate), y(nextRate))
            return label.extent.overlaps(place(index)...place(next))
                && min(ends.0, ends.1) < top + 15 && max(ends.0, ends.1) > top
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
                        "y": text(Self.height - 8), "text-anchor": isNearEnd ? "end" : "start",
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
                    Markup.element("g", ["class": "mark \(mark.alert.rule.severity.style) \(isRaised ? "on" : "off")"]) {
                        Markup.shape("line", ["x1": "0", "x2": "0", "y1": "14", "y2": text(Self.plotTop + Self.plotHeight)])
                        Markup.shape("path", ["d": isRaised ? "M-6 13L0 2L6 13Z" : "M-5 8A5 5 0 1 0 5 8A5 5 0 1 0 -5 8Z"])
                        Markup.element("title") {
                            "\(mark.alert.state.title) \(ReportTime(mark.alert.date).full): \(mark.alert.rule.name)"
                        }
                    }
                }
            })
    }

    private func share(_ index: Int) -> String { ChartNumber.share(place(index)) }
    private func text(_ length: Double) -> String { ChartNumber.length(length) }
}
