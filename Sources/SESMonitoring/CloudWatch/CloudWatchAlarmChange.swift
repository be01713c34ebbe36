/// One change that brings an account's alarms nearer to what is wanted, and why it is needed.
public struct CloudWatchAlarmChange: Sendable, Equatable {
    /// What is to be done, by the operation that does it.
    @nonexhaustive
    public enum Action: Sendable, Hashable {
        /// `PutMetricAlarm`, of an alarm that isn't there.
        case create(CloudWatchAlarm)
        /// `PutMetricAlarm`, of an alarm that is there and other than wanted; its state stays.
        case update(CloudWatchAlarm)
        /// `DeleteAlarms`.
        case delete
    }

    /// The alarm's name.
    public let alarmName: String
    /// What is to be done.
    public let action: Action
    /// What is not as wanted; empty for what is created or deleted.
    public let drift: [ConfigurationSetChange.Drift]

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - alarmName: The alarm's name.
    ///   - action: What is to be done.
    ///   - drift: What is not as wanted.
    public init(alarmName: String, action: Action, drift: [ConfigurationSetChange.Drift] = []) {
        self.alarmName = alarmName
        self.action = action
        self.drift = drift
    }
}

extension CloudWatchAlarmChange: CustomStringConvertible {
    /// What is done, and below it a line for each drift.
    public var description: String {
        let verb =
            switch action {
            case .create: "create"
            case .update: "update"
            case .delete: "delete"
            }
        return (["\(verb) alarm '\(alarmName)'"] + drift.map { "    \($0)" }).joined(separator: "\n")
    }
}

/// The changes that bring an account's alarms to what is wanted, to be read before they are applied.
public struct CloudWatchAlarmPlan: Sendable, Equatable {
    /// The beginning of the names it is about.
    public let namePrefix: String
    /// What is to be done: what is created and updated first, in the order given; then what is deleted, sorted.
    public let changes: [CloudWatchAlarmChange]
    /// The wanted alarms that are there as wanted, in the order given.
    public let unchanged: [String]
    /// Alarms whose names begin so, that this library didn't make under this prefix and that aren't wanted, sorted; they stay.
    public let leftAlone: [String]
    /// Wanted alarms whose name has one that this library didn't make under this prefix, in the order given; nothing is applied while
    /// there are any.
    ///
    /// `PutMetricAlarm` would overwrite them without a word. Rename or delete them, or choose another prefix.
    public let conflicts: [String]

    /// Whether all alarms are as wanted.
    public var isEmpty: Bool { changes.isEmpty && conflicts.isEmpty }

    /// Compares what is wanted with what there is.
    ///
    /// - Parameters:
    ///   - wanted: The alarms; names under the prefix, each once.
    ///   - found: What the account has under the prefix.
    init(_ wanted: [CloudWatchAlarm], found: [CloudWatchWire.FoundAlarm], namePrefix: String) {
        let there = Dictionary(found.map { ($0.alarm.name, $0) }) { first, _ in first }
        var changes: [CloudWatchAlarmChange] = []
        var unchanged: [String] = []
        var conflicts: [String] = []
        for alarm in wanted {
            guard let found = there[alarm.name] else {
                changes.append(CloudWatchAlarmChange(alarmName: alarm.name, action: .create(alarm)))
                continue
            }
            let drift = found.drift(from: alarm, namePrefix)
            if !found.isOwned(under: namePrefix) {
                conflicts.append(alarm.name)
            } else if drift.isEmpty {
                unchanged.append(alarm.name)
            } else {
                changes.append(CloudWatchAlarmChange(alarmName: alarm.name, action: .update(alarm), drift: drift))
            }
        }
        let names = Set(wanted.map(\.name))
        let others = there.values.filter { !names.contains($0.alarm.name) }
        let obsolete = others.filter { $0.isOwned(under: namePrefix) }.map(\.alarm.name).sorted()
        self.namePrefix = namePrefix
        self.changes = changes + obsolete.map { CloudWatchAlarmChange(alarmName: $0, action: .delete) }
        self.unchanged = unchanged
        self.conflicts = conflicts
        leftAlone = others.filter { !$0.isOwned(under: namePrefix) }.map(\.alarm.name).sorted()
    }
}

extension CloudWatchAlarmPlan: CustomStringConvertible {
    /// A line for each change and each drift, for what is left alone, and for each conflict.
    public var description: String {
        let lines =
            changes.map(\.description) + leftAlone.map { "alarm '\($0)' is left alone" }
            + conflicts.map { "conflict: alarm '\($0)' is there and was made by others" }
        return lines.isEmpty ? "nothing to change" : lines.joined(separator: "\n")
    }
}
