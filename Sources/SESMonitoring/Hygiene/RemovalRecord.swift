#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// What a list keeps of an address. All of it merges by least, greatest and union: in whatever order events come, however often,
// and however lists are put together, the result is the same.

/// That something happened to an address, at least once.
struct RemovalOccurrence: Sendable, Hashable, Codable {
    var isCertain: Bool
    var first: RemovalMoment
    var last: RemovalMoment
    var configurationSets: Set<String>

    mutating func merge(_ other: Self) {
        isCertain = isCertain || other.isCertain
        first = min(first, other.first)
        last = max(last, other.last)
        configurationSets.formUnion(other.configurationSets)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isCertain, forKey: .isCertain)
        try container.encode(first, forKey: .first)
        try container.encode(last, forKey: .last)
        // A set's order changes from run to run.
        try container.encode(configurationSets.sorted(), forKey: .configurationSets)
    }

    private enum CodingKeys: String, CodingKey { case isCertain, first, last, configurationSets }
}

/// Whether an address wants the mail of a contact list, or of one of its topics: every refusal since it last agreed.
struct RemovalSubscription: Sendable, Hashable, Codable {
    private(set) var lastOptIn: RemovalMoment?
    private(set) var optOuts: [RemovalMoment: RemovalOccurrence] = [:]

    mutating func optIn(at moment: RemovalMoment) {
        lastOptIn = max(lastOptIn ?? moment, moment)
        prune()
    }

    mutating func optOut(_ occurrence: RemovalOccurrence) {
        if optOuts[occurrence.last]?.merge(occurrence) == nil { optOuts[occurrence.last] = occurrence }
        prune()
    }

    mutating func merge(_ other: Self) {
        for occurrence in other.optOuts.values { optOut(occurrence) }
        if let moment = other.lastOptIn { optIn(at: moment) }
    }

    /// All refusals since the last agreement in one; nil if there is none.
    var refusal: RemovalOccurrence? {
        guard var all = optOuts.values.first else { return nil }
        for occurrence in optOuts.values.dropFirst() { all.merge(occurrence) }
        return all
    }

    /// Forgets what came before the last agreement.
    ///
    /// At one moment the refusal counts: to write too little can be put right. So does one that nobody knows the time of.
    private mutating func prune() {
        guard let lastOptIn else { return }
        optOuts = optOuts.filter { $0.key >= lastOptIn || $0.key == .undated }
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        lastOptIn = try container.decodeIfPresent(RemovalMoment.self, forKey: .lastOptIn)
        for occurrence in try container.decode([RemovalOccurrence].self, forKey: .optOuts) { optOut(occurrence) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(lastOptIn, forKey: .lastOptIn)
        try container.encode(optOuts.sorted { $0.key < $1.key }.map(\.value), forKey: .optOuts)
    }

    private enum CodingKeys: String, CodingKey { case lastOptIn, optOuts }
}

/// What a list knows of one address.
struct RemovalRecord: Sendable, Hashable, Codable {
    var bounce: RemovalOccurrence?
    var complaint: RemovalOccurrence?
    /// By contact list.
    var wholeLists: [String: RemovalSubscription] = [:]
    /// By contact list, then by topic.
    var topics: [String: [String: RemovalSubscription]] = [:]

    mutating func merge(_ other: Self) {
        if let occurrence = other.bounce { add(occurrence, to: \.bounce) }
        if let occurrence = other.complaint { add(occurrence, to: \.complaint) }
        for (list, subscription) in other.wholeLists { wholeLists[list, default: .init()].merge(subscription) }
        for (list, others) in other.topics {
            for (topic, subscription) in others {
                topics[list, default: [:]][topic, default: .init()].merge(subscription)
            }
        }
    }

    mutating func add(_ occurrence: RemovalOccurrence, to member: WritableKeyPath<Self, RemovalOccurrence?>) {
        if self[keyPath: member]?.merge(occurrence) == nil { self[keyPath: member] = occurrence }
    }

    /// Why the address is to be removed, sorted.
    var reasons: [(reason: Removal.Reason, occurrence: RemovalOccurrence)] {
        var reasons: [(reason: Removal.Reason, occurrence: RemovalOccurrence)] = []
        if let bounce { reasons.append((.hardBounce, bounce)) }
        if let complaint { reasons.append((.complaint, complaint)) }
        for (list, subscription) in wholeLists {
            guard let refusal = subscription.refusal else { continue }
            reasons.append((.unsubscribedFromAll(contactList: list), refusal))
        }
        for (list, topics) in topics {
            for (topic, subscription) in topics {
                guard let refusal = subscription.refusal else { continue }
                reasons.append((.unsubscribedFromTopic(contactList: list, topic: topic), refusal))
            }
        }
        return reasons.sorted { $0.reason < $1.reason }
    }
}

/// A moment to the millisecond, as events have it, which in JSON is the text that events have.
struct RemovalMoment: Sendable, Hashable, Comparable, Codable {
    let date: Date

    /// That of an event whose time can't be read.
    static let undated = Self(nil)

    /// - Parameter date: The moment; 1970 for an event whose time can't be read, so that anything dated comes after it.
    init(_ date: Date?) {
        self.date = EventTimestamp(date ?? Date(timeIntervalSince1970: 0)).date ?? Date(timeIntervalSince1970: 0)
    }

    static func < (one: Self, other: Self) -> Bool { one.date < other.date }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = EventTimestamp(text: try container.decode(String.self)).date else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no date and time such as 2025-05-04T07:08:09.123Z")
        }
        self.init(date)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(EventTimestamp(date).text)
    }
}
