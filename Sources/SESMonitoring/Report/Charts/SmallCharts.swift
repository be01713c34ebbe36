/// Charts of a table's cell: what they show is written beside them, so those who don't see them miss nothing.
enum SmallCharts {
    /// How many were sent in each step.
    static func volumes(_ history: [MonitorPoint]) -> Markup {
        let volumes = history.map { max(0, $0.figures.volume) }
        guard let most = volumes.max(), most > 0 else { return .empty }
        return .element(
            "svg",
            [
                "class": "spark", "aria-hidden": "true", "width": "96", "height": "24",
                "viewBox": "0 0 \(volumes.count * 4) 24", "preserveAspectRatio": "none",
            ]
        ) {
            volumes.enumerated().filter { $0.element > 0 }.map { index, volume in
                let height = max(1, Double(volume) / Double(most) * 24)
                return Markup.shape(
                    "rect",
                    [
                        "class": "column", "x": "\(index * 4)", "width": "3", "y": ChartNumber.length(24 - height),
                        "height": ChartNumber.length(height),
                    ])
            }
        }
    }

    /// An interval of a difference beside zero, on a scale that other rows share.
    static func interval(_ contrast: VariantContrast, reach: Double, style: String) -> Markup {
        guard reach > 0, let difference = contrast.difference else { return .empty }
        func place(_ value: Double) -> String { ChartNumber.share(0.5 + min(max(value / reach, -1), 1) * 0.48) }
        return .element(
            "svg", ["class": "interval \(style)", "aria-hidden": "true", "width": "100%", "height": "22"]
        ) {
            Markup.shape("line", ["class": "rule", "x1": "0", "x2": "100%", "y1": "11", "y2": "11"])
            Markup.shape("line", ["class": "zero", "x1": "50%", "x2": "50%", "y1": "1", "y2": "21"])
            Markup.shape(
                "line",
                [
                    "class": "span", "x1": place(contrast.interval.lower), "x2": place(contrast.interval.upper),
                    "y1": "11", "y2": "11",
                ])
            Markup.shape("circle", ["cx": place(difference), "cy": "11", "r": "4.5"])
        }
    }
}
