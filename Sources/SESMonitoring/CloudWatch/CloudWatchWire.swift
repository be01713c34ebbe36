#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is said to Amazon CloudWatch and answered, in its JSON protocol.
///
/// AWS: Amazon CloudWatch API Reference, version 2010-08-01.
enum CloudWatchWire {
    struct Describe: Encodable {
        var namePrefix: String
        var maxRecords = 100
        var nextToken: String?

        enum CodingKeys: String, CodingKey {
            case namePrefix = "AlarmNamePrefix"
            case maxRecords = "MaxRecords"
            case nextToken = "NextToken"
        }
    }

    struct Described: Decodable {
        var alarms: [FoundAlarm]?
        var nextToken: String?

        enum CodingKeys: String, CodingKey {
            case alarms = "MetricAlarms"
            case nextToken = "NextToken"
        }
    }

    struct Delete: Encodable {
        /// How many alarms one call deletes at most.
        static let batchSize = 100

        var names: [String]

        enum CodingKeys: String, CodingKey { case names = "AlarmNames" }
    }

    /// An alarm as the account has it.
    struct FoundAlarm: Decodable {
        var alarm: CloudWatchAlarm
        /// What else changes what an alarm does; nothing here makes such a one.
        private var others: [String: JSONValue] = [:]

        /// Members that none of this library's alarms has.
        private static let otherMembers = [
            "EvaluateLowSampleCountPercentile", "EvaluationCriteria", "ExtendedStatistic", "ThresholdMetricId", "Unit",
        ]

        init(from decoder: any Decoder) throws {
            alarm = try CloudWatchAlarm(from: decoder)
            let container = try decoder.container(keyedBy: WireKey.self)
            for member in Self.otherMembers {
                others[member] = try container.decodeIfPresent(JSONValue.self, forKey: WireKey(stringLiteral: member))
            }
            if case .object(let window) = try container.decodeIfPresent(JSONValue.self, forKey: "EvaluationWindow"),
                let clock = window["WallClockWindow"], clock != .null
            {
                others["EvaluationWindow"] = .object(window)
            }
            for query in try container.decodeIfPresent([[String: JSONValue]].self, forKey: "Metrics") ?? [] {
                others.merge(Self.others(of: query)) { _, last in last }
            }
        }

        /// What changes what a query looks at, by its path: nothing here makes a query with these, but AWS's console does.
        private static func others(of query: [String: JSONValue]) -> [String: JSONValue] {
            guard case .string(let id) = query["Id"] else { return [:] }
            var others = ["Period": query["Period"], "AccountId": query["AccountId"]]
            if case .object(let stat) = query["MetricStat"] { others["MetricStat.Unit"] = stat["Unit"] }
            return others.reduce(into: [:]) { found, other in
                if let value = other.value, value != .null { found["Metrics.\(id).\(other.key)"] = value }
            }
        }
    }

    /// The last line of the description of alarms that this library made under a prefix.
    ///
    /// The prefix is in it as another may begin like it: who manages `shop` has no say over the alarms of `shop-eu/`. A tag would do
    /// as well, but `DescribeAlarms` doesn't tell tags, and asking for each alarm's costs a call.
    static func mark(_ namePrefix: String) -> String { "[managed by swift-ses: \(namePrefix)]" }

    static func marked(_ alarm: CloudWatchAlarm, _ namePrefix: String) -> CloudWatchAlarm {
        var alarm = alarm
        alarm.description = (alarm.description.map { $0 + "\n" } ?? "") + mark(namePrefix)
        return alarm
    }

    static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}

extension CloudWatchWire.FoundAlarm {
    /// Whether this library made it under a prefix.
    func isOwned(under namePrefix: String) -> Bool {
        guard let text = alarm.description else { return false }
        let mark = CloudWatchWire.mark(namePrefix)
        return text == mark || text.hasSuffix("\n\(mark)")
    }

    /// What of it is not as wanted, member by member in AWS's spelling.
    func drift(from wanted: CloudWatchAlarm, _ namePrefix: String) -> [ConfigurationSetChange.Drift] {
        let found = Self.members(of: alarm).merging(others) { member, _ in member }
        let wanted = Self.members(of: CloudWatchWire.marked(wanted, namePrefix))
        return Set(found.keys).union(wanted.keys).sorted().compactMap { member in
            found[member] == wanted[member]
                ? nil
                : ConfigurationSetChange.Drift(
                    field: member, found: found[member].map(Self.text), wanted: wanted[member].map(Self.text))
        }
    }

    /// The members that an alarm has, in a form in which equal alarms are equal: what AWS may sort is sorted.
    private static func members(of alarm: CloudWatchAlarm) -> [String: JSONValue] {
        var alarm = alarm
        alarm.alarmActions.sort { $0.rawValue < $1.rawValue }
        alarm.okActions.sort { $0.rawValue < $1.rawValue }
        alarm.insufficientDataActions.sort { $0.rawValue < $1.rawValue }
        alarm.dimensions.sort { $0.name < $1.name }
        alarm.metrics.sort { $0.id < $1.id }
        for index in alarm.metrics.indices {
            alarm.metrics[index].metricStat?.metric.dimensions.sort { $0.name < $1.name }
        }
        alarm.treatMissingData = alarm.treatMissingData ?? .missing
        // AWS: without it, all periods count.
        alarm.datapointsToAlarm = alarm.datapointsToAlarm ?? alarm.evaluationPeriods
        guard let data = try? CloudWatchWire.encoded(alarm),
            case .object(let members) = try? JSONDecoder().decode(JSONValue.self, from: data)
        else { return [:] }
        return members
    }

    private static func text(_ value: JSONValue) -> String {
        (try? CloudWatchWire.encoded(value)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
    }
}
