// The JSON is for people: {"rate": "bounce", "above": 0.05}, not Swift's own form of an enumeration, {"rate": {"_0": …}}.

extension MonitorRule {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name, scope, condition, window, severity, minimumVolume, clearingShare, coolDown, pausesSending
    }

    /// Decodes a rule; only its name and its condition must be there, and a member that no rule has is an error.
    public init(from decoder: any Decoder) throws {
        try RuleMembers.check(decoder, allowed: CodingKeys.allCases.map(\.rawValue), of: "rule")
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try members.decode(String.self, forKey: .name),
            condition: try members.decode(MonitorCondition.self, forKey: .condition))
        scope = try members.decodeIfPresent(Scope.self, forKey: .scope) ?? scope
        window = try members.decodeIfPresent(MonitorWindow.self, forKey: .window) ?? window
        severity = try members.decodeIfPresent(MonitorSeverity.self, forKey: .severity) ?? severity
        minimumVolume = try members.decodeIfPresent(Int.self, forKey: .minimumVolume) ?? minimumVolume
        clearingShare = try members.decodeIfPresent(Double.self, forKey: .clearingShare) ?? clearingShare
        coolDown = try members.decodeIfPresent(Int.self, forKey: .coolDown) ?? coolDown
        pausesSending = try members.decodeIfPresent(Bool.self, forKey: .pausesSending) ?? pausesSending
    }

    /// Encodes all members.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(name, forKey: .name)
        try members.encode(scope, forKey: .scope)
        try members.encode(condition, forKey: .condition)
        try members.encode(window, forKey: .window)
        try members.encode(severity, forKey: .severity)
        try members.encode(minimumVolume, forKey: .minimumVolume)
        try members.encode(clearingShare, forKey: .clearingShare)
        try members.encode(coolDown, forKey: .coolDown)
        try members.encode(pausesSending, forKey: .pausesSending)
    }
}

extension MonitorRule.Scope {
    private static let everySetName = "everySet"
    private enum SubjectKeys: String, CodingKey, CaseIterable { case configurationSet, part }

    /// Decodes `"everySet"`, or a subject such as `{"configurationSet": "promo-may2025"}`; with null, mail without a set.
    ///
    /// A subject that names no set at all, or has a member that none has, is an error.
    public init(from decoder: any Decoder) throws {
        guard let name = try? decoder.singleValueContainer().decode(String.self) else {
            try RuleMembers.check(decoder, allowed: SubjectKeys.allCases.map(\.rawValue), of: "scope")
            let members = try decoder.container(keyedBy: SubjectKeys.self)
            guard members.contains(.configurationSet) else {
                throw RuleMembers.fault(decoder, "a scope has a configurationSet, null for mail without one")
            }
            self = .subject(
                MonitorSubject(
                    configurationSet: try members.decodeIfPresent(String.self, forKey: .configurationSet),
                    part: try members.decodeIfPresent(MonitorSubject.Part.self, forKey: .part)))
            return
        }
        guard name == Self.everySetName else {
            throw RuleMembers.fault(
                decoder, "'\(name.prefix(40))' is no scope: it is \"everySet\" or a subject with a configurationSet")
        }
        self = .everySet
    }

    /// Encodes `"everySet"`, or the subject.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .everySet:
            var container = encoder.singleValueContainer()
            try container.encode(Self.everySetName)
        case .subject(let subject):
            var members = encoder.container(keyedBy: SubjectKeys.self)
            // Null too: a scope without it is refused.
            try members.encode(subject.configurationSet, forKey: .configurationSet)
            try members.encodeIfPresent(subject.part, forKey: .part)
        }
    }
}

extension MonitorSubject.Part {
    private enum CodingKeys: String, CodingKey, CaseIterable { case tag, value, recipientDomain }

    /// Decodes `{"tag": "campaign", "value": "may"}` or `{"recipientDomain": "example.com"}`.
    public init(from decoder: any Decoder) throws {
        try RuleMembers.check(decoder, allowed: CodingKeys.allCases.map(\.rawValue), of: "part of a set's mail")
        let members = try decoder.container(keyedBy: CodingKeys.self)
        guard members.contains(.tag) != members.contains(.recipientDomain) else {
            throw RuleMembers.fault(decoder, "a part of a set's mail has a tag with a value, or a recipientDomain")
        }
        if members.contains(.tag) {
            self = .tag(
                name: try members.decode(String.self, forKey: .tag),
                value: try members.decode(String.self, forKey: .value))
        } else {
            self = .recipientDomain(try members.decode(String.self, forKey: .recipientDomain))
        }
    }

    /// Encodes the same form.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .tag(let name, let value):
            try members.encode(name, forKey: .tag)
            try members.encode(value, forKey: .value)
        case .recipientDomain(let domain): try members.encode(domain, forKey: .recipientDomain)
        }
    }
}

extension MonitorCondition {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case rate, count, above, deliveryDrop, toShare, anomaly, falseAlarms, noEvents
    }
    private static let kinds: [CodingKeys] = [.rate, .count, .noEvents, .deliveryDrop, .anomaly]

    /// Decodes a condition.
    ///
    /// | condition | JSON |
    /// |---|---|
    /// | rate | `{"rate": "bounce", "above": 0.05}` |
    /// | count | `{"count": "rejects", "above": 10}` |
    /// | no events | `{"noEvents": true}` |
    /// | delivery drop | `{"deliveryDrop": true, "toShare": 0.8}` |
    /// | anomaly | `{"anomaly": "bounce", "falseAlarms": 0.001}` |
    public init(from decoder: any Decoder) throws {
        try RuleMembers.check(decoder, allowed: CodingKeys.allCases.map(\.rawValue), of: "condition")
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let found = Self.kinds.filter(members.contains)
        guard let kind = found.first, found.count == 1 else {
            let names = Self.kinds.map(\.rawValue).joined(separator: ", ")
            throw RuleMembers.fault(decoder, "a condition has one of \(names)")
        }
        switch kind {
        case .rate:
            self = .rate(
                try members.decode(MonitorRate.self, forKey: .rate),
                above: try members.decode(Double.self, forKey: .above))
        case .count:
            self = .count(
                try members.decode(MonitorCount.self, forKey: .count),
                above: try members.decode(Int.self, forKey: .above))
        case .deliveryDrop:
            try Self.checkTrue(kind, members, decoder)
            self = .deliveryDrop(toShare: try members.decode(Double.self, forKey: .toShare))
        case .anomaly:
            self = .anomaly(
                try members.decode(MonitorRate.self, forKey: .anomaly),
                falseAlarms: try members.decode(Double.self, forKey: .falseAlarms))
        default:
            try Self.checkTrue(kind, members, decoder)
            self = .noEvents
        }
    }

    private static func checkTrue(
        _ key: CodingKeys, _ members: KeyedDecodingContainer<CodingKeys>, _ decoder: any Decoder
    ) throws {
        guard try members.decode(Bool.self, forKey: key) else {
            throw RuleMembers.fault(decoder, "\(key.rawValue) can only be true")
        }
    }

    /// Encodes the same form.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .rate(let rate, let above):
            try members.encode(rate, forKey: .rate)
            try members.encode(above, forKey: .above)
        case .count(let count, let above):
            try members.encode(count, forKey: .count)
            try members.encode(above, forKey: .above)
        case .noEvents: try members.encode(true, forKey: .noEvents)
        case .deliveryDrop(let share):
            try members.encode(true, forKey: .deliveryDrop)
            try members.encode(share, forKey: .toShare)
        case .anomaly(let rate, let falseAlarms):
            try members.encode(rate, forKey: .anomaly)
            try members.encode(falseAlarms, forKey: .falseAlarms)
        }
    }
}

/// The members that a person wrote: one that is misspelt must not count as left out.
private enum RuleMembers {
    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    static func check(_ decoder: any Decoder, allowed: [String], of what: String) throws {
        let names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
        guard let unknown = names.filter({ !allowed.contains($0) }).min() else { return }
        throw fault(
            decoder, "a \(what) has no member '\(unknown.prefix(40))'; there are \(allowed.joined(separator: ", "))")
    }

    static func fault(_ decoder: any Decoder, _ words: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: words))
    }
}
