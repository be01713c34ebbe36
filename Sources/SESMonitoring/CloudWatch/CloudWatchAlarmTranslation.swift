/// The alarms that rules became, the rules that can't be alarms, and in what the alarms differ from their rules.
///
/// No rule is dropped without a word: each has an alarm or a refusal for every set it is about.
public struct CloudWatchAlarmTranslation: Sendable, Hashable {
    /// A rule that CloudWatch can't keep, for a subject or as a whole.
    public struct Refusal: Sendable, Hashable, CustomStringConvertible {
        /// The rule's name.
        public let rule: String
        /// The subject it is refused for; nil for all.
        public let subject: MonitorSubject?
        /// Why, in a sentence.
        public let reason: String

        /// A line that says so.
        public var description: String {
            "rule '\(rule)'\(subject.map { " for \($0)" } ?? ""): no alarm: \(reason)"
        }
    }

    /// In what an alarm is not its rule.
    @nonexhaustive
    public enum Difference: String, Sendable, Hashable, Codable, CaseIterable, Comparable, CustomStringConvertible {
        /// The alarm acts whenever it begins: CloudWatch knows no time of silence after it.
        case noCoolDown
        /// The alarm is over when the threshold is kept again, not when its clearing share is.
        case noClearingShare
        /// CloudWatch counts every bounce: soft bounces and those of suppression lists too.
        case countsAllBounces
        /// CloudWatch counts complaints that aren't: reports that an e-mail is no spam, and those of suppression lists.
        case countsAllComplaints
        /// The alarm doesn't pause the set: one of its actions must.
        case noPausing
        /// The alarm begins without any event, even if the set never had one.
        case needsNoEventBefore
        /// The rate is over AWS's representative volume, not over the rule's window and not from its minimum volume on.
        case representativeVolume

        /// Its order among others.
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// Whether one stands before the other.
        public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

        /// A few words.
        public var description: String {
            switch self {
            case .noCoolDown: "acts each time it begins, without the rule's cool-down"
            case .noClearingShare: "is over as soon as the threshold is kept, whatever the clearing share"
            case .countsAllBounces: "counts soft and suppressed bounces too"
            case .countsAllComplaints: "counts suppressed complaints and reports of no spam too"
            case .noPausing: "doesn't pause the set by itself"
            case .needsNoEventBefore: "begins even if there never was an event"
            case .representativeVolume: "is about AWS's representative volume, not the rule's window and minimum"
            }
        }
    }

    /// The alarms, in the order of the rules, then of the sets.
    public internal(set) var alarms: [CloudWatchAlarm] = []
    /// The rules that have no alarm.
    public internal(set) var refusals: [Refusal] = []
    /// In what alarms are not their rules, by the alarm's name; sorted.
    public internal(set) var differences: [String: [Difference]] = [:]
    /// The types of events that the sets' destinations must publish to CloudWatch; none for reputation metrics.
    public internal(set) var eventTypes: Set<EventType> = []
}

extension CloudWatchAlarmTranslation: CustomStringConvertible {
    /// A line for each alarm, for each of its differences, and for each refusal.
    public var description: String {
        let lines = alarms.flatMap { alarm in
            ["alarm '\(alarm.name)'"] + (differences[alarm.name] ?? []).map { "    \($0)" }
        }
        return (lines + refusals.map(\.description)).joined(separator: "\n")
    }
}

extension Collection<MonitorRule> {
    /// Turns rules into alarms of Amazon CloudWatch, which AWS keeps whether or not a monitor runs.
    ///
    /// A rate becomes an expression such as `IF(FILL(sends, 0) >= 100, FILL(bounces, 0) / FILL(sends, 0), 0)` over sums of the
    /// rule's window, which CloudWatch moves on all the time. What can't be an alarm is in the result's `refusals`:
    ///
    /// - parts of a set's mail by recipients' domain, or by a tag that isn't a dimension; mail without a set;
    /// - soft bounces, opens, clicks and unsubscribes: CloudWatch's metrics count other things under these names;
    /// - anomalies and falls of the delivery rate, which compare with a subject's own past;
    /// - windows that, times the evaluation periods, exceed 7 days, or one day if they are shorter than an hour.
    ///
    /// Each alarm's differences from its rule are in the result's `differences`.
    ///
    /// - Parameter options: Names, metrics, sets and actions.
    /// - Returns: The alarms, and what there is to know of them.
    /// - Throws: ``SESMonitoringError`` with the code `invalidSettings` if an option is out of its range.
    public func cloudWatchAlarms(
        _ options: CloudWatchAlarmOptions
    ) throws(SESMonitoringError) -> CloudWatchAlarmTranslation {
        try options.validate()
        var result = CloudWatchAlarmTranslation()
        var names: Set<String> = []
        for rule in self {
            let subjects = rule.alarmSubjects(options)
            if subjects.isEmpty {
                result.refuse(rule, nil, "it is about every set, and the options name none")
            }
            for subject in subjects {
                let translator = CloudWatchRuleTranslator(rule: rule, subject: subject, options: options)
                switch translator.outcome {
                case .refused(let reason): result.refuse(rule, subject, reason)
                case .alarm(let alarm, _, _) where !names.insert(alarm.name).inserted:
                    result.refuse(rule, subject, "there is an alarm of this name already")
                case .alarm(let alarm, let differences, let types):
                    result.alarms.append(alarm)
                    if !differences.isEmpty { result.differences[alarm.name] = differences.sorted() }
                    result.eventTypes.formUnion(types)
                }
            }
        }
        return result
    }
}

extension CloudWatchAlarmTranslation {
    fileprivate mutating func refuse(_ rule: MonitorRule, _ subject: MonitorSubject?, _ reason: String) {
        refusals.append(Refusal(rule: rule.name, subject: subject, reason: reason))
    }
}

extension MonitorRule {
    fileprivate func alarmSubjects(_ options: CloudWatchAlarmOptions) -> [MonitorSubject] {
        switch scope {
        case .everySet: options.configurationSets.map(MonitorSubject.set)
        case .subject(let subject): [subject]
        }
    }
}

extension CloudWatchAlarmOptions {
    fileprivate func validate() throws(SESMonitoringError) {
        func fault(_ text: String) -> SESMonitoringError { SESMonitoringError(.invalidSettings, message: text) }
        guard (1...100).contains(namePrefix.unicodeScalars.count),
            !namePrefix.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { throw fault("namePrefix must be 1 to 100 characters without ASCII control characters") }
        guard (1...10_080).contains(evaluationPeriods) else {
            throw fault("evaluationPeriods must be 1 to 10080, not \(evaluationPeriods)")
        }
        if case .eventDestination(let dimensions) = metricSource {
            guard !dimensions.isEmpty, Set(dimensions).count == dimensions.count else {
                throw fault("an event destination must have dimensions, each once")
            }
        }
        for name in configurationSets {
            do throws(SESValueError) { try name.validate(at: FieldPath("configurationSets")) } catch {
                throw fault("\(error)")
            }
        }
        if Set(configurationSets).count != configurationSets.count {
            throw fault("configurationSets must name each set once")
        }
        for (member, actions) in [("alarmActions", alarmActions), ("okActions", okActions)] {
            if actions.count > 5 { throw fault("\(member) must be at most 5 ARNs, not \(actions.count)") }
            for action in actions {
                do throws(SESValueError) { try action.validate(at: FieldPath(member)) } catch {
                    throw fault("\(error.field) \(error.rule)")
                }
            }
        }
    }
}
