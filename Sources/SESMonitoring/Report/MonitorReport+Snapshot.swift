extension MonitorReport {
    /// Makes a report of what was counted.
    ///
    /// - Parameters:
    ///   - snapshot: What was counted.
    ///   - window: The time that it is about.
    ///   - title: Its title.
    ///   - rules: The rules whose thresholds are drawn.
    ///   - alerts: The alerts so far, in any order.
    ///   - comparisons: The comparisons of variants.
    public init(
        of snapshot: MonitorSnapshot, window: MonitorWindow = .hours(24), title: String = "Mail report",
        rules: [MonitorRule] = [], alerts: [MonitorAlert] = [], comparisons: [Comparison] = []
    ) {
        self.init(
            of: snapshot, window: window, endingAt: snapshot.date, title: title, rules: rules, alerts: alerts,
            comparisons: comparisons)
    }
}

extension SESMonitor {
    /// A report of what was counted, with this monitor's rules and the latest alerts.
    ///
    /// - Parameters:
    ///   - window: The time that it is about.
    ///   - title: Its title.
    ///   - comparisons: The comparisons of variants.
    public func report(
        over window: MonitorWindow = .hours(24), title: String = "Mail report",
        comparisons: [MonitorReport.Comparison] = []
    ) -> MonitorReport {
        MonitorReport(
            of: snapshot, window: window, title: title, rules: rules, alerts: recentAlerts, comparisons: comparisons)
    }
}
