/// A table whose rows' first cell is their heading.
///
/// On a phone a row becomes a block, each cell below its column's name.
struct TableMarkup {
    /// A column.
    struct Column {
        var title: String
        /// The class that gives it its place.
        var style: String

        private init(_ title: String, style: String) {
            self.title = title
            self.style = style
        }

        /// Of words; a third of a phone's width.
        static func words(_ title: String) -> Self { Self(title, style: "t") }
        /// Of words; a phone's whole width.
        static func full(_ title: String) -> Self { Self(title, style: "full") }
        /// Of numbers; a third of a phone's width.
        static func number(_ title: String) -> Self { Self(title, style: "n") }
    }

    var caption: String
    var isCaptionHidden = false
    var columns: [Column]
    var rows: [[Markup]]

    var markup: Markup {
        .element("table") {
            Markup.element("caption") {
                if isCaptionHidden {
                    Markup.element("span", ["class": "hidden"]) { caption }
                } else {
                    Markup.text(caption, limit: 120)
                }
            }
            Markup.element("thead") {
                Markup.element("tr") {
                    columns.map { column in
                        .element("th", ["scope": "col", "class": column.style]) { column.title }
                    }
                }
            }
            Markup.element("tbody") {
                rows.map { row in .element("tr") { zip(columns, row).enumerated().map(cell) } }
            }
        }
    }

    private func cell(_ index: Int, _ cell: (column: Column, content: Markup)) -> Markup {
        guard index > 0 else {
            return .element("th", ["scope": "row"]) { cell.content }
        }
        // On a phone there is no column to keep in line.
        let style = cell.column.style + (["", "–"].contains(cell.content.source) ? " gap" : "")
        return .element("td", ["class": style, "data-label": cell.column.title]) { cell.content }
    }
}
