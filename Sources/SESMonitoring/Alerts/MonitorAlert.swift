#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// That a rule was broken, or that it is kept again.
public struct MonitorAlert: Sendable, Hashable, Codable, Identifiable {
    /// Whether it begins or is over.
    @nonexhaustive
    public enum State: String, Sendable, Hashable, Codable {
        /// The rule is broken.
        case raised
        /// The rule that was broken is kept again.
        case cleared
    }

    /// The same for one firing wherever it is found: the rule's name, the subject, when it was raised, and the state.
    public var id: String
    /// Whether it begins or is over.
    public var state: State
    /// The rule.
    public var rule: MonitorRule
    /// Whose mail it is about.
    public var subject: MonitorSubject
    /// When the rule was judged.
    public var date: Date
    /// When the window began.
    public var windowStart: Date
    /// What was measured: a rate, a number of events, or the seconds without any.
    public var value: Double
    /// What it was compared with, in the same unit.
    public var threshold: Double
    /// The window's figures.
    public var figures: MonitorFigures
    /// The domains with the most bounces that count, at most five.
    public var topDomains: [RankedName]
    /// The most frequent reasons of bounces that count, at most five.
    public var topReasons: [RankedName]

    /// Creates an alert.
    ///
    /// - Parameters:
    ///   - id: The same for one firing wherever it is found.
    ///   - state: Whether it begins or is over.
    ///   - rule: The rule.
    ///   - subject: Whose mail it is about.
    ///   - date: When the rule was judged.
    ///   - windowStart: When the window began.
    ///   - value: What was measured.
    ///   - threshold: What it was compared with.
    ///   - figures: The window's figures.
    ///   - topDomains: The domains with the most bounces.
    ///   - topReasons: The most frequent reasons of bounces.
    public init(
        id: String, state: State, rule: MonitorRule, subject: MonitorSubject, date: Date, windowStart: Date,
        value: Double, threshold: Double, figures: MonitorFigures, topDomains: [RankedName] = [],
        topReasons: [RankedName] = []
    ) {
        self.id = id
        self.state = state
        self.rule = rule
        self.subject = subject
        self.date = date
        self.windowStart = windowStart
        self.value = value
        self.threshold = threshold
        self.figures = figures
        self.topDomains = topDomains
        self.topReasons = topReasons
    }
}
