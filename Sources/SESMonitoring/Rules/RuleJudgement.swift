#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a rule finds in a subject's figures at a moment.
struct RuleJudgement: Hashable, Sendable {
    /// What was measured.
    var value: Double
    /// What it was compared with.
    var threshold: Double
    /// Whether an alert is to be raised.
    var isBroken: Bool
    /// Whether an alert that was raised is over; both can be false.
    var isOver: Bool

    /// A value that mustn't exceed a threshold.
    ///
    /// - Parameters:
    ///   - normal: What the value would be with nothing wrong: an alert is over when little of the excess above it is left.
    ///   - share: How much of it, as a share.
    init(_ value: Double, above threshold: Double, normal: Double = 0, clearingShare share: Double, isSure: Bool) {
        self.value = value
        self.threshold = threshold
        isBroken = isSure && value > threshold
        isOver = value <= normal + (threshold - normal) * share
    }

    private init(value: Double, threshold: Double, isBroken: Bool, isOver: Bool) {
        self.value = value
        self.threshold = threshold
        self.isBroken = isBroken
        self.isOver = isOver
    }

    /// Nothing is there that could be wrong.
    static func nothing(threshold: Double = 0) -> Self {
        Self(value: 0, threshold: threshold, isBroken: false, isOver: true)
    }
}

/// Judges rules for one subject at one moment; each window's figures are asked for once.
struct SubjectJudge<Reading: MonitorReading> {
    let reading: Reading
    let subject: MonitorSubject
    let now: Date
    private var known: [(window: MonitorWindow, figures: MonitorFigures)] = []

    init(_ reading: Reading, _ subject: MonitorSubject, at now: Date) {
        self.reading = reading
        self.subject = subject
        self.now = now
    }

    mutating func figures(in window: MonitorWindow) -> MonitorFigures {
        if let found = known.first(where: { $0.window == window }) { return found.figures }
        let figures = reading.figures(of: subject, in: window, endingAt: now)
        known.append((window, figures))
        return figures
    }

    /// Judges a rule.
    ///
    /// - Parameter isRaised: Whether its alert isn't over; what would end it is only calculated then.
    /// - Returns: nil if it can't be judged, and all stays as it is.
    mutating func judge(_ rule: MonitorRule, isRaised: Bool) -> RuleJudgement? {
        switch rule.condition {
        case .rate(let rate, let threshold):
            let (part, whole) = figures(in: rule.window).counts(for: rate)
            guard whole > 0 else { return .nothing(threshold: threshold) }
            return RuleJudgement(
                Double(part) / Double(whole), above: threshold, clearingShare: rule.clearingShare,
                isSure: whole >= rule.minimumVolume)
        case .count(let count, let threshold):
            return RuleJudgement(
                Double(figures(in: rule.window).count(count)), above: Double(threshold),
                clearingShare: rule.clearingShare, isSure: true)
        case .noEvents: return silence(rule)
        case .deliveryDrop(let share): return deliveryDrop(rule, toShare: share)
        case .anomaly(let rate, let falseAlarms): return anomaly(rule, rate, falseAlarms, isRaised)
        }
    }

    private func silence(_ rule: MonitorRule) -> RuleJudgement? {
        guard let last = reading.lastEvent(of: subject) else { return nil }
        // The whole length, not the window's: the present step of that has only begun.
        let length = Double(rule.window.step.seconds * rule.window.count)
        let silence = max(now.timeIntervalSince(last), 0)
        return RuleJudgement(silence, above: length, clearingShare: 1, isSure: true)
    }

    /// The earlier steps of a window's size that are kept, the earliest first.
    private func history(before window: MonitorWindow) -> [MonitorFigures] {
        let kept = MonitorWindow(window.step, count: window.step.kept)
        return reading.history(of: subject, in: kept, endingAt: now).dropLast(window.count).map(\.figures)
    }

    private mutating func deliveryDrop(_ rule: MonitorRule, toShare share: Double) -> RuleJudgement? {
        let present = figures(in: rule.window).counts(for: .delivery)
        guard present.whole > 0 else { return .nothing() }
        guard let before = BinomialSample(history(before: rule.window), .delivery).rate(ofAtLeast: rule.minimumVolume)
        else { return nil }
        // What may not exceed a threshold is the part of deliveries that is missing.
        let rate = Double(present.part) / Double(present.whole)
        var judgement = RuleJudgement(
            before - rate, above: before * (1 - share), clearingShare: rule.clearingShare,
            isSure: present.whole >= rule.minimumVolume)
        (judgement.value, judgement.threshold) = (rate, before * share)
        return judgement
    }

    private mutating func anomaly(
        _ rule: MonitorRule, _ rate: MonitorRate, _ falseAlarms: Double, _ isRaised: Bool
    ) -> RuleJudgement? {
        let (part, whole) = figures(in: rule.window).counts(for: rate)
        guard whole > 0 else { return .nothing() }
        guard isRaised || whole >= rule.minimumVolume else { return nil }
        let kept = MonitorWindow(rule.window.step, count: rule.window.step.kept)
        let steps = reading.history(of: subject, in: kept, endingAt: now).map { $0.figures.counts(for: rate) }
        let window = BinomialSample(steps.suffix(rule.window.count))
        let history = BinomialSample(steps.dropLast(rule.window.count))
        guard history.steps.count >= MonitorRule.anomalyHistory, history.rate(ofAtLeast: rule.minimumVolume) != nil
        else { return nil }
        let test = AnomalyTest(history: history, window: window.steps.map(\.whole), whole: whole)
        let isBroken = whole >= rule.minimumVolume && test.isUnusual(part, falseAlarms: falseAlarms)
        let value = Double(part) / Double(whole)
        // Where the threshold lies takes many tests to find.
        guard isBroken || isRaised else {
            return RuleJudgement(value, above: 1, clearingShare: rule.clearingShare, isSure: false)
        }
        var judgement = RuleJudgement(
            value, above: test.threshold(falseAlarms: falseAlarms), normal: test.expectedRate,
            clearingShare: rule.clearingShare, isSure: true)
        judgement.isBroken = isBroken
        return judgement
    }
}
