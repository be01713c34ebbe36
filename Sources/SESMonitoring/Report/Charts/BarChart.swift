/// The most frequent of something, as bars: domains, reasons or links.
public struct BarChart: Sendable {
    /// Its name.
    public var title: String
    /// What is shown, the most frequent first.
    public var names: [RankedName]

    /// Creates a chart.
    ///
    /// - Parameters:
    ///   - title: Its name.
    ///   - names: What is shown, the most frequent first; long names are cut.
    public init(title: String, names: [RankedName]) {
        self.title = title
        self.names = names
    }

    /// The chart as a document of SVG, 720 pixels wide: without scripts, references and fonts of its own, dark where that is liked.
    public func svg() -> String {
        ChartFrame.alone(title: title, description: description, height: rows.height, content: rows.markup)
    }

    /// The chart in a page.
    func embedded(id: String) -> Markup {
        ChartFrame.embedded(
            id: id, title: title, description: description, height: rows.height, content: rows.markup)
    }

    private var rows: BarRows {
        let most = Double(names.map(\.count).max() ?? 0)
        return BarRows(
            rows: names.map { line in
                BarRows.Row(
                    name: line.name, number: ReportNumber.count(line.count),
                    share: most > 0 ? Double(line.count) / most : 0)
            })
    }

    var description: String {
        guard !names.isEmpty else { return "None." }
        return names.map { "\(InertText.line($0.name, limit: 120)): \(ReportNumber.count($0.count))" }
            .joined(separator: "; ") + "."
    }
}
