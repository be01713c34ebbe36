/// How a set fares, told by a shape, a word and a colour.
enum StatusMark {
    static func markup(_ status: ReportStatus) -> Markup {
        .element("span", ["class": "status \(status.style)"]) {
            Markup.element("svg", ["aria-hidden": "true", "width": "12", "height": "12", "viewBox": "0 0 12 12"]) {
                Markup.shape("path", ["d": shape(status)])
            }
            status.title
        }
    }

    /// A ring, a disc, a triangle, a diamond or a square: the more urgent, the more corners or the heavier.
    private static func shape(_ status: ReportStatus) -> String {
        switch status {
        case .quiet: "M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1ZM6 3A3 3 0 1 1 6 9A3 3 0 1 1 6 3Z"
        case .fine: "M6 1A5 5 0 1 0 6 11A5 5 0 1 0 6 1Z"
        case .open(.warning): "M6 1L11.5 11H.5Z"
        case .open(.alert): "M6 0L12 6L6 12L0 6Z"
        case .open(.critical): "M1 1H11V11H1Z"
        }
    }
}

/// A rate in a table, marked if an alert about it is open.
enum RateMark {
    static func markup(_ rate: MonitorRate, of set: ReportedSet) -> Markup {
        let text = ReportNumber.percent(set.figures.rate(rate))
        guard let severity = set.severity(of: rate) else { return .text(text) }
        return .element("span", ["class": "over \(severity.style)"]) {
            Markup.element("span", ["aria-hidden": "true"]) { "▲ " }
            text
            Markup.element("span", ["class": "hidden"]) { ", \(severity.title.lowercased()) open" }
        }
    }
}
