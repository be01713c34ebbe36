extension MonitorRule {
    /// Waits for a bounce rate above a threshold, by AWS's rule of which bounces count.
    ///
    /// AWS wants less than 5 %, and may pause an account at 10 %.
    ///
    /// - Parameters:
    ///   - threshold: The rate, 0 to 1: 0.05 is 5 %.
    ///   - set: The configuration set; nil for each set by itself.
    ///   - minimumVolume: How many recipients the rate must be of.
    ///   - window: The time that the rate is taken over.
    ///   - severity: How urgent its alert is.
    ///   - pausesSending: Whether a guard may pause the set; only if the severity is `.critical`.
    ///   - name: Its name; by default such as `bounce rate above 5 % in promo-may2025`.
    public static func bounceRate(
        above threshold: Double, in set: ConfigurationSetName? = nil, minimumVolume: Int = 100,
        window: MonitorWindow = .hours(24), severity: MonitorSeverity = .alert, pausesSending: Bool = false,
        name: String? = nil
    ) -> Self {
        rate(
            .bounce, above: threshold, in: set, minimumVolume: minimumVolume, window: window, severity: severity,
            pausesSending: pausesSending, name: name)
    }

    /// Waits for a complaint rate above a threshold, by AWS's rule of which complaints count.
    ///
    /// AWS wants less than 0.1 %, and may pause an account at 0.5 %. The minimum volume is 1,000, as one complaint of fewer
    /// recipients is above 0.1 % already.
    ///
    /// - Parameters:
    ///   - threshold: The rate, 0 to 1: 0.001 is 0.1 %.
    ///   - set: The configuration set; nil for each set by itself.
    ///   - minimumVolume: How many recipients the rate must be of.
    ///   - window: The time that the rate is taken over.
    ///   - severity: How urgent its alert is.
    ///   - pausesSending: Whether a guard may pause the set; only if the severity is `.critical`.
    ///   - name: Its name; by default such as `complaint rate above 0.1 % in promo-may2025`.
    public static func complaintRate(
        above threshold: Double, in set: ConfigurationSetName? = nil, minimumVolume: Int = 1000,
        window: MonitorWindow = .hours(24), severity: MonitorSeverity = .alert, pausesSending: Bool = false,
        name: String? = nil
    ) -> Self {
        rate(
            .complaint, above: threshold, in: set, minimumVolume: minimumVolume, window: window, severity: severity,
            pausesSending: pausesSending, name: name)
    }

    /// Waits for any rate above a threshold.
    ///
    /// - Parameters:
    ///   - rate: The rate.
    ///   - threshold: The threshold, 0 to 1.
    ///   - set: The configuration set; nil for each set by itself.
    ///   - minimumVolume: How many recipients, or e-mails, the rate must be of.
    ///   - window: The time that the rate is taken over.
    ///   - severity: How urgent its alert is.
    ///   - pausesSending: Whether a guard may pause the set; only if the severity is `.critical`.
    ///   - name: Its name; by default such as `soft bounce rate above 20 % in promo-may2025`.
    public static func rate(
        _ rate: MonitorRate, above threshold: Double, in set: ConfigurationSetName? = nil, minimumVolume: Int = 100,
        window: MonitorWindow = .hours(24), severity: MonitorSeverity = .alert, pausesSending: Bool = false,
        name: String? = nil
    ) -> Self {
        make(
            .rate(rate, above: threshold), "\(rate.words) rate above \(NumberText.exactPercent(threshold))", set,
            window, severity, minimumVolume: minimumVolume, pausesSending: pausesSending, name: name)
    }

    /// Waits for more events of a kind than a number, whatever the volume.
    ///
    /// - Parameters:
    ///   - count: What is counted.
    ///   - threshold: The number, from 0: with 0 the first event raises the alert.
    ///   - set: The configuration set; nil for each set by itself.
    ///   - window: The time that is counted over.
    ///   - severity: How urgent its alert is.
    ///   - name: Its name; by default such as `more than 10 rejects in promo-may2025`.
    public static func count(
        _ count: MonitorCount, above threshold: Int, in set: ConfigurationSetName? = nil,
        window: MonitorWindow = .hours(24), severity: MonitorSeverity = .alert, name: String? = nil
    ) -> Self {
        make(
            .count(count, above: threshold), "more than \(NumberText.grouped(threshold)) \(count.words)", set, window,
            severity, minimumVolume: 0, name: name)
    }

    /// Waits for silence: a subject that had events has none for the whole length of a window.
    ///
    /// Name the sets that always send: each campaign's set is silent one day.
    ///
    /// - Parameters:
    ///   - set: The configuration set; nil for each set by itself.
    ///   - window: For how long; up to 34 days, as after 35 nothing is known of a subject any more.
    ///   - severity: How urgent its alert is.
    ///   - name: Its name; by default such as `no events for 6h in receipts`.
    public static func noEvents(
        in set: ConfigurationSetName? = nil, for window: MonitorWindow = .hours(24),
        severity: MonitorSeverity = .alert, name: String? = nil
    ) -> Self {
        make(
            .noEvents, "no events for \(window)", set, window, severity, minimumVolume: 0, windowIsNamed: true,
            name: name)
    }

    /// Waits for a delivery rate below a share of what it was in the time before that is kept.
    ///
    /// With `toShare: 0.8`, a rate of 99 % before raises the alert below 79.2 %. Both times must have the minimum volume. The time
    /// before ends where the window begins and goes back as far as steps of the window's size are kept, so the window must leave one.
    /// In a window shorter than an hour, mail that is on its way looks like mail that isn't delivered.
    ///
    /// - Parameters:
    ///   - share: The share, more than 0 and less than 1.
    ///   - set: The configuration set; nil for each set by itself.
    ///   - minimumVolume: How many recipients the rates must be of.
    ///   - window: The time that the rate is taken over.
    ///   - severity: How urgent its alert is.
    ///   - name: Its name; by default such as `delivery rate below 80 % of before in promo-may2025`.
    public static func deliveryDrop(
        toShare share: Double, in set: ConfigurationSetName? = nil, minimumVolume: Int = 100,
        window: MonitorWindow = .hours(6), severity: MonitorSeverity = .alert, name: String? = nil
    ) -> Self {
        make(
            .deliveryDrop(toShare: share), "delivery rate below \(NumberText.exactPercent(share)) of before", set,
            window,
            severity, minimumVolume: minimumVolume, name: name)
    }

    /// Waits for a rate that is higher than the subject's own history explains.
    ///
    /// The history is the kept steps of the window's size before it, of which at least 12 must have mail; so the window is at most an
    /// hour in minutes, 36 hours, or 23 days.
    ///
    /// - Parameters:
    ///   - rate: The rate.
    ///   - falseAlarms: How probable an alarm may be at each judgement if nothing has changed: more than 0, up to 0.05.
    ///   - set: The configuration set; nil for each set by itself.
    ///   - minimumVolume: How many recipients, or e-mails, the rate must be of in the window, and before it.
    ///   - window: The time that the rate is taken over.
    ///   - severity: How urgent its alert is.
    ///   - name: Its name; by default such as `unusual bounce rate in promo-may2025`.
    public static func anomaly(
        _ rate: MonitorRate, falseAlarms: Double = 0.001, in set: ConfigurationSetName? = nil, minimumVolume: Int = 100,
        window: MonitorWindow = .hours(6), severity: MonitorSeverity = .warning, name: String? = nil
    ) -> Self {
        make(
            .anomaly(rate, falseAlarms: falseAlarms), "unusual \(rate.words) rate", set, window, severity,
            minimumVolume: minimumVolume, name: name)
    }

    /// The thresholds that AWS reviews accounts by, over 24 hours: bounces above 2 % (`.warning`), 5 % (`.alert`) and 10 %
    /// (`.critical`), complaints above 0.1 % (`.alert`) and 0.5 % (`.critical`).
    ///
    /// AWS: Amazon SES Developer Guide, "Reputation metrics messages".
    ///
    /// - Parameter set: The configuration set; nil for each set by itself.
    public static func standard(in set: ConfigurationSetName? = nil) -> [Self] {
        [
            .bounceRate(above: 0.02, in: set, severity: .warning),
            .bounceRate(above: 0.05, in: set, severity: .alert),
            .bounceRate(above: 0.1, in: set, severity: .critical),
            .complaintRate(above: 0.001, in: set, severity: .alert),
            .complaintRate(above: 0.005, in: set, severity: .critical),
        ]
    }

    private static func make(
        _ condition: MonitorCondition, _ words: String, _ set: ConfigurationSetName?, _ window: MonitorWindow,
        _ severity: MonitorSeverity, minimumVolume: Int, pausesSending: Bool = false, windowIsNamed: Bool = false,
        name: String?
    ) -> Self {
        // Rules that differ in nothing but the window have different names too.
        let time = windowIsNamed || window == .hours(24) ? "" : " over \(window)"
        let generated = "\(words)\(time) in \(set?.rawValue ?? "each set")"
        return Self(
            name: name ?? generated, scope: set.map { .subject(.set($0)) } ?? .everySet, condition: condition,
            window: window, severity: severity, minimumVolume: minimumVolume, pausesSending: pausesSending)
    }
}

extension MonitorRate {
    /// As it stands before the word "rate".
    var words: String {
        switch self {
        case .bounce: "bounce"
        case .softBounce: "soft bounce"
        case .complaint: "complaint"
        case .delivery: "delivery"
        case .delay: "delay"
        case .reject: "reject"
        case .renderingFailure: "rendering failure"
        case .open: "open"
        case .click: "click"
        case .unsubscribe: "unsubscribe"
        }
    }

    /// What it is of.
    var wholeWords: String {
        switch self {
        case .bounce, .softBounce, .complaint, .delivery, .delay: "recipients"
        case .reject, .renderingFailure: "e-mails"
        case .open, .click, .unsubscribe: "e-mails delivered"
        }
    }
}

extension MonitorCount {
    /// As it stands after a number.
    var words: String {
        switch self {
        case .sends: "sends"
        case .deliveries: "deliveries"
        case .bounces: "bounces"
        case .softBounces: "soft bounces"
        case .complaints: "complaints"
        case .rejects: "rejects"
        case .renderingFailures: "rendering failures"
        case .delays: "delays"
        case .unsubscribes: "unsubscribes"
        }
    }
}
