/// Bars below one another, each with its name and its number above it.
struct BarRows {
    /// A bar.
    struct Row {
        var name: String
        var number: String
        /// Its length, 0 to 1.
        var share: Double
        /// What gives it its colour.
        var style: StaticString = "bar"
        /// Whether a line parts it from those above.
        var isApart = false
    }

    var rows: [Row]

    private static let pitch = 38.0
    private static let gap = 14.0

    var height: Double { Double(rows.count) * Self.pitch + Double(rows.count(where: \.isApart)) * Self.gap }

    var markup: Markup {
        var y = 0.0
        var pieces: [Markup] = []
        for row in rows {
            if row.isApart {
                y += Self.gap
                let line = ChartNumber.length(y - Self.gap / 2 - 2)
                pieces.append(.shape("line", ["class": "rule", "x1": "0", "x2": "100%", "y1": line, "y2": line]))
            }
            pieces.append(bar(row, y: y))
            y += Self.pitch
        }
        return .all(pieces)
    }

    private func bar(_ row: Row, y: Double) -> Markup {
        let share = row.share.isFinite ? min(max(row.share, 0), 1) : 0
        let (text, bar) = (ChartNumber.length(y + 15), ChartNumber.length(y + 22))
        return .all([
            // What is too long for a phone ends before the number; the whole name is in the chart's description.
            .element("svg", ["x": "0", "y": ChartNumber.length(y), "width": "68%", "height": "21"]) {
                Markup.element("text", ["class": "name", "x": "0", "y": "15"]) {
                    Markup.text(InertText.name(row.name, limit: 60))
                }
            },
            .element("text", ["class": "number", "x": "100%", "y": text, "text-anchor": "end"]) { row.number },
            .shape("rect", ["class": "track", "x": "0", "y": bar, "width": "100%", "height": "8", "rx": "4"]),
            share > 0
                ? .shape(
                    "rect",
                    [
                        "class": "\(row.style)", "x": "0", "y": bar, "width": ChartNumber.share(max(share, 0.006)),
                        "height": "8", "rx": "4",
                    ]) : .empty,
        ])
    }
}
