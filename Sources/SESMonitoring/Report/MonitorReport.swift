#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What became of the mail of configuration sets, as a page for people and as text for a terminal.
///
/// It is a value: what it shows was read when it was made, and the same contents give the same bytes. Times are UTC.
///
/// The page is one file of HTML without scripts, pictures and fonts of its own, so that it can be mailed, stored or served; its policy
/// forbids the browser to load anything. Names of sets, tags, links and domains come from mail that others had a part in: they are shown as text, with
/// control characters and marks of direction made visible, never as links.
public struct MonitorReport: Sendable {
    /// A comparison of variants and what it is called.
    public struct Comparison: Sendable, Hashable, Codable {
        /// What it is called, such as `Subject line, May`.
        public var title: String
        /// The comparison.
        public var comparison: VariantComparison

        /// Creates a named comparison.
        ///
        /// - Parameters:
        ///   - title: What it is called.
        ///   - comparison: The comparison.
        public init(title: String, comparison: VariantComparison) {
            self.title = title
            self.comparison = comparison
        }
    }

    /// Its title.
    public var title: String
    /// When it ends.
    public let date: Date
    /// The time that it is about.
    public let window: MonitorWindow
    /// The rules whose thresholds are drawn.
    public let rules: [MonitorRule]
    /// The alerts up to its end, the latest first.
    public let alerts: [MonitorAlert]
    /// The comparisons of variants, in the order they are shown.
    public let comparisons: [Comparison]
    /// The sets, those that need to be looked at first, then those with the most mail.
    let sets: [ReportedSet]

    /// Reads what a report shows.
    ///
    /// - Parameters:
    ///   - reading: What was counted.
    ///   - window: The time that it is about.
    ///   - now: When it ends.
    ///   - title: Its title.
    ///   - rules: The rules whose thresholds are drawn.
    ///   - alerts: The alerts so far, in any order.
    ///   - comparisons: The comparisons of variants.
    package init(
        of reading: some MonitorReading, window: MonitorWindow = .hours(24), endingAt now: Date,
        title: String = "Mail report", rules: [MonitorRule] = [], alerts: [MonitorAlert] = [],
        comparisons: [Comparison] = []
    ) {
        self.title = title
        date = now
        self.window = window
        self.rules = rules
        self.comparisons = comparisons
        // Equal dates keep their order, so that the later of two is the first here.
        let known = alerts.filter { $0.date <= now }.enumerated()
            .sorted { ($0.element.date, $0.offset) > ($1.element.date, $1.offset) }.map(\.element)
        self.alerts = known
        let open: [MonitorAlert] = known.reversed().open.reversed()
        let sets = Dictionary(grouping: reading.subjects, by: \.configurationSet).map { name, subjects in
            ReportedSet(
                name, parts: subjects.filter { $0.part != nil },
                alerts: open.filter { $0.subject.configurationSet == name },
                reading: reading, window: window, now: now)
        }
        self.sets = sets.sorted { $0.precedes($1) }
    }

    /// The page, in UTF-8.
    public func html() -> String { Markup.document(ReportPage(report: self).root) }

    /// The same for a terminal: lines of at most 100 columns, in plain text without colours.
    public func text() -> String { ReportText(report: self).text }
}
