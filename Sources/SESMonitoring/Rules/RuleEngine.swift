#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Judges rules, and knows which alerts were raised.
///
/// - Each rule is judged for itself: a critical alert doesn't silence the warning about the same rate.
/// - An alert is raised once, and is over when what is wrong has fallen to the rule's ``MonitorRule/clearingShare`` of the threshold,
///   or when the window has nothing left in it.
/// - After an alert was raised, the rule raises no other for the subject until its cool-down has passed, though the first may be over.
package struct RuleEngine: Sendable {
    /// The rules.
    package let rules: [MonitorRule]
    /// Which alerts were raised and are over.
    package private(set) var states: RuleStates

    /// How long it is remembered that an alert is over: as long as figures are kept.
    private static let memory = Double(MonitorWindow.Step.day.kept * MonitorWindow.Step.day.seconds)

    /// Creates an engine.
    ///
    /// - Parameters:
    ///   - rules: The rules; their names are unique.
    ///   - states: What was raised before.
    /// - Throws: ``SESMonitoringError`` with the code `invalidRule`.
    package init(rules: [MonitorRule], states: RuleStates = RuleStates()) throws(SESMonitoringError) {
        var names: Set<String> = []
        for rule in rules {
            try rule.validate()
            guard names.insert(rule.name).inserted else {
                throw SESMonitoringError(
                    .invalidRule, message: "rule '\(rule.name)': name must be unique; two rules have it")
            }
        }
        self.rules = rules
        self.states = states
    }

    /// Takes in what another machine, or this one before, knew.
    package mutating func merge(_ other: RuleStates) {
        states.merge(other)
    }

    /// Judges the rules.
    ///
    /// - Parameters:
    ///   - reading: The figures.
    ///   - changed: The subjects with new events; nil to judge all, which is needed from time to time: windows move, and silence
    ///     changes nothing.
    ///   - now: The moment.
    /// - Returns: What begins and what is over, by subject, then in the order of the rules.
    package mutating func judge(
        _ reading: some MonitorReading, changed: Set<MonitorSubject>? = nil, at now: Date
    ) -> [MonitorAlert] {
        if changed == nil {
            states.forget(
                before: now.addingTimeInterval(-Self.memory), known: Set(reading.subjects),
                rules: Set(rules.map(\.name)))
        }
        let rules = Dictionary(grouping: rules.indices, by: { self.rules[$0].named })
        let everySet = rules[nil] ?? []
        var alerts: [MonitorAlert] = []
        for subject in subjects(of: reading, changed) {
            let applying = (rules[subject] ?? []) + (subject.part == nil ? everySet : [])
            guard !applying.isEmpty else { continue }
            var judge = SubjectJudge(reading, subject, at: now)
            for index in applying.sorted() {
                if let alert = self.judge(self.rules[index], &judge) { alerts.append(alert) }
            }
        }
        return alerts
    }

    /// The subjects to be judged, sorted.
    private func subjects(of reading: some MonitorReading, _ changed: Set<MonitorSubject>?) -> [MonitorSubject] {
        if let changed { return changed.sorted() }
        // What has no figures any more may still have an alert that is over now.
        var subjects = Set(reading.subjects)
        for rule in rules {
            if let subject = rule.named { subjects.insert(subject) }
            subjects.formUnion(states.raisedSubjects(of: rule.name))
        }
        return subjects.sorted()
    }

    private mutating func judge(
        _ rule: MonitorRule, _ judge: inout SubjectJudge<some MonitorReading>
    ) -> MonitorAlert? {
        let key = RuleStates.Key(rule: rule.name, subject: judge.subject)
        let now = judge.now
        let state = states[key]
        let isRaised = state?.isRaised ?? false
        guard let judgement = judge.judge(rule, isRaised: isRaised) else { return nil }
        if let state, isRaised {
            guard judgement.isOver else { return nil }
            // A clock that was set back mustn't leave an alert raised for ever.
            states[key]?.cleared = max(now, state.raised)
            return alert(.cleared, rule, judgement, raised: state.raised, &judge)
        }
        guard judgement.isBroken else { return nil }
        // One that was raised in the future, by a clock that was wrong, silences nothing.
        if let state, (0..<max(Double(rule.coolDown), 0)).contains(now.timeIntervalSince(state.raised)) { return nil }
        let raised = state?.cleared.map { max(now, $0.addingTimeInterval(0.001)) } ?? now
        states[key] = RuleStates.State(raised: raised, cleared: state?.cleared)
        return alert(.raised, rule, judgement, raised: raised, &judge)
    }

    private func alert(
        _ state: MonitorAlert.State, _ rule: MonitorRule, _ judgement: RuleJudgement, raised: Date,
        _ judge: inout SubjectJudge<some MonitorReading>
    ) -> MonitorAlert {
        let (subject, now) = (judge.subject, judge.now)
        let milliseconds = raised.milliseconds
        return MonitorAlert(
            id: "\(rule.name) / \(subject) / \(milliseconds) / \(state.rawValue)", state: state, rule: rule,
            subject: subject, date: now, windowStart: rule.window.start(endingAt: now), value: judgement.value,
            threshold: judgement.threshold, figures: judge.figures(in: rule.window),
            topDomains: judge.reading.topBouncingDomains(of: subject, in: rule.window, endingAt: now, limit: 5),
            topReasons: judge.reading.topBounceReasons(of: subject, in: rule.window, endingAt: now, limit: 5))
    }
}

extension MonitorRule {
    /// The one subject it is about; nil for each set.
    fileprivate var named: MonitorSubject? {
        if case .subject(let subject) = scope { subject } else { nil }
    }
}
