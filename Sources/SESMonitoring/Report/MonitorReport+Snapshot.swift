extension MonitorReport {
    /// Makes a report of what was counted.
    ///
    /// - Parameters:
    ///   - snapshot: What was counted.
    ///   - window: The time that it is about.
    ///   - title: Its title.
    ///   - rules: The rules whose thresholds are drawn.
    ///   - alerts: The alerts so far, in any order; nil for those that the snapshot has.
    ///   - comparisons: The comparisons of variants.
    public init(
        of snapshot: MonitorSnapshot, window: MonitorWindow = .hours(24), title: String = "Mail report",
        rules: [MonitorRule] = [], alerts: [MonitorAlert]? = nil, comparisons: [Comparison] = []
    ) {
        self.init(
            of: snapshot, window: window, endingAt: snapshot.date, title: title, rules: rules,
            alerts: alerts ?? snapshot.recentAlerts, comparisons: comparisons)
    }
}

extension SESMonitor {
    /// A report of what was counted, with this monitor's rules and the latest alerts.
    ///
    /// - Parameters:
    ///   - window: The time that it is about.
    ///   - title: Its title.
    ///   - comparisons: The comparisons of variants.
    public nonisolated func report(
        over window: MonitorWindow = .hours(24), title: String = "Mail report",
        comparisons: [MonitorReport.Comparison] = []
    ) async -> MonitorReport {
        // Outside of the actor: what is counted doesn't wait for a page of a thousand sets.
        MonitorReport(of: await snapshot, window: window, title: title, rules: rules, comparisons: comparisons)
    }
}
