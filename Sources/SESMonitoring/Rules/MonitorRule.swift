/// When somebody is to be told.
///
/// Rules are values: they can be stored as JSON, changed while a service runs, and deployed as CloudWatch alarms.
///
/// ```swift
/// let rule = MonitorRule.bounceRate(above: 0.05, in: "promo-may2025")
/// ```
public struct MonitorRule: Sendable, Hashable, Codable {
    /// Whose mail a rule is about.
    ///
    /// In JSON `"everySet"`, or a subject such as `{"configurationSet": "promo-may2025"}` or
    /// `{"configurationSet": "promo-may2025", "part": {"recipientDomain": "example.com"}}`. The set must be there:
    /// `{"configurationSet": null}` is mail without a set.
    @nonexhaustive
    public enum Scope: Sendable, Hashable, Codable {
        /// Each configuration set by itself, mail without one too.
        case everySet
        /// One subject.
        case subject(MonitorSubject)
    }

    /// Its name, unique among a monitor's rules, 1 to 128 characters.
    public var name: String
    /// Whose mail it is about; each configuration set by itself by default.
    public var scope: Scope
    /// What it waits for.
    public var condition: MonitorCondition
    /// The time that figures are taken over; 24 hours by default.
    public var window: MonitorWindow
    /// How urgent its alert is.
    public var severity: MonitorSeverity
    /// How many recipients, or e-mails if the rate is of these, there must be in the window before a rate is judged; 100 by
    /// default, from 0.
    ///
    /// One bounce of five mails is 20 %, and says nothing. For numbers of events and for silence it doesn't count.
    public var minimumVolume: Int
    /// Below what share of the threshold an alert is over, more than 0, up to 1; 0.8 by default.
    ///
    /// A rate that goes up and down about its threshold so raises one alert, not many. Of a drop it is the share of what was
    /// missing, of an anomaly of what was more than expected. For silence it doesn't count: one event ends it.
    public var clearingShare: Double
    /// How long the rule is silent about a subject after it raised an alert, in seconds, from 0; one hour by default.
    public var coolDown: Int
    /// Whether ``SendingGuard`` may pause the set; false by default.
    public var pausesSending: Bool

    /// Creates a rule; it is checked when a monitor takes it.
    ///
    /// - Parameters:
    ///   - name: Its name, unique among a monitor's rules.
    ///   - scope: Whose mail it is about.
    ///   - condition: What it waits for.
    ///   - window: The time that figures are taken over.
    ///   - severity: How urgent its alert is.
    ///   - minimumVolume: How many recipients a rate must be of.
    ///   - clearingShare: Below what share of the threshold an alert is over.
    ///   - coolDown: How long the rule is silent after an alert, in seconds.
    ///   - pausesSending: Whether a guard may pause the set.
    public init(
        name: String, scope: Scope = .everySet, condition: MonitorCondition, window: MonitorWindow = .hours(24),
        severity: MonitorSeverity = .alert, minimumVolume: Int = 100, clearingShare: Double = 0.8, coolDown: Int = 3600,
        pausesSending: Bool = false
    ) {
        self.name = name
        self.scope = scope
        self.condition = condition
        self.window = window
        self.severity = severity
        self.minimumVolume = minimumVolume
        self.clearingShare = clearingShare
        self.coolDown = coolDown
        self.pausesSending = pausesSending
    }
}
