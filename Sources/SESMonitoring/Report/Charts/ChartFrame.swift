/// What all charts have around them: a name and a description for those who don't see them, and a form that stands alone.
///
/// A chart has a height in pixels and the width of where it is shown: places along it are shares of the width, so that its texts keep
/// their size on a phone.
enum ChartFrame {
    /// A chart in a page, whose stylesheet gives it its colours.
    ///
    /// - Parameters:
    ///   - id: What the ids of its parts begin with, unique in the page.
    ///   - title: Its name.
    ///   - description: What it shows, in a sentence or two.
    ///   - height: Its height in pixels.
    ///   - content: What is drawn.
    static func embedded(
        id: String, title: String, description: String, height: Double, content: Markup
    ) -> Markup {
        .element(
            "svg",
            [
                "class": "chart", "role": "img", "aria-labelledby": "\(id)-t \(id)-d", "width": "100%",
                "height": ChartNumber.length(height),
            ]
        ) {
            Markup.element("title", ["id": "\(id)-t"]) { title }
            Markup.element("desc", ["id": "\(id)-d"]) { Markup.text(description, limit: 2_000) }
            content
        }
    }

    /// A chart as a document of its own: with its colours, its name written above it, and a width of 720 pixels.
    static func alone(title: String, description: String, height: Double, content: Markup) -> String {
        let (margin, head) = (20.0, 44.0)
        let root = Markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img", "aria-labelledby": "t d",
                "width": "720", "height": ChartNumber.length(height + head + margin),
                "viewBox": "0 0 720 \(ChartNumber.length(height + head + margin))",
            ]
        ) {
            Markup.element("title", ["id": "t"]) { title }
            Markup.element("desc", ["id": "d"]) { Markup.text(description, limit: 2_000) }
            Markup.style([ReportStyle.palette, ReportStyle.charts])
            Markup.shape("rect", ["class": "ground", "width": "100%", "height": "100%"])
            Markup.element("text", ["class": "heading", "x": "20", "y": "30"]) { Markup.text(title, limit: 60) }
            Markup.element(
                "svg",
                [
                    "x": "20", "y": ChartNumber.length(head), "width": "680", "height": ChartNumber.length(height),
                    "overflow": "visible",
                ]
            ) { content }
        }
        return root.source + "\n"
    }

    /// A text that stays readable on lines: first its outline in the ground's colour, which isn't read out, then itself.
    static func haloed(_ text: String, _ element: (_ style: String, _ text: String) -> Markup) -> Markup {
        .all([.element("g", ["aria-hidden": "true"]) { element("halo", text) }, element("label", text)])
    }
}
