import SESCore
import SESEvents

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The counts of one subject: steps of five minutes, hours and days, each kind for itself.
struct Series: Sendable {
    let subject: MonitorSubject
    /// When the latest event happened, in milliseconds from 1970.
    private(set) var latest: Int64
    /// The steps in which something happened, in ascending order, for each of ``MonitorWindow/Step``.
    private(set) var tiers: [[Bucket]]
    /// Whether something came since it was last asked; no part of what it says.
    var isChanged = false

    init(_ subject: MonitorSubject) {
        self.subject = subject
        latest = .min
        tiers = MonitorWindow.Step.allCases.map { _ in [] }
    }

    mutating func add(_ contribution: Contribution, _ event: SESEvent, _ horizon: Horizon) {
        let milliseconds = contribution.milliseconds
        isChanged = true
        latest = max(latest, milliseconds)
        for (tier, step) in Self.steps.enumerated() {
            let number = step.number(ofMilliseconds: milliseconds)
            guard number >= horizon.oldest[tier] else { continue }
            let place = Self.place(of: number, in: &tiers[tier], oldest: horizon.oldest[tier])
            tiers[tier][place].add(contribution, event)
        }
    }

    private static let steps = MonitorWindow.Step.allCases

    /// The place of a step, made if it isn't there; what is no longer kept goes then.
    @inline(__always)
    private static func place(of number: Int, in buckets: inout [Bucket], oldest: Int) -> Int {
        var place = buckets.count
        while place > 0, buckets[place - 1].number > number { place -= 1 }
        if place > 0, buckets[place - 1].number == number { return place - 1 }
        let old = buckets.prefix { $0.number < oldest }.count
        buckets.removeFirst(old)
        buckets.insert(Bucket(number: number), at: place - old)
        return place - old
    }

    mutating func merge(_ other: Self) {
        isChanged = true
        latest = max(latest, other.latest)
        for tier in tiers.indices {
            for bucket in other.tiers[tier] {
                let place = Self.place(of: bucket.number, in: &tiers[tier], oldest: .min)
                tiers[tier][place].merge(bucket)
            }
        }
    }

    /// Takes away what is ahead of time: a clock was wrong where it was counted.
    mutating func forgetFuture(_ horizon: Horizon) {
        latest = min(latest, horizon.latestMilliseconds)
        for (tier, step) in Self.steps.enumerated() {
            let last = step.number(ofMilliseconds: horizon.latestMilliseconds)
            while let bucket = tiers[tier].last, bucket.number > last { tiers[tier].removeLast() }
        }
    }

    /// Takes away what is no longer kept.
    ///
    /// - Returns: Whether anything is left.
    mutating func prune(_ horizon: Horizon) -> Bool {
        for tier in tiers.indices {
            let old = tiers[tier].prefix { $0.number < horizon.oldest[tier] }.count
            if old > 0 { tiers[tier].removeFirst(old) }
        }
        return tiers.contains { !$0.isEmpty }
    }
}

extension Series: Equatable {
    static func == (one: Self, other: Self) -> Bool {
        one.subject == other.subject && one.latest == other.latest && one.tiers == other.tiers
    }
}

extension Series: Codable {
    private enum CodingKeys: String, CodingKey {
        case subject, latest, steps
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        subject = try container.decode(MonitorSubject.self, forKey: .subject)
        latest = try container.decode(Int64.self, forKey: .latest)
        let steps = try container.decode([String: [Bucket]].self, forKey: .steps)
        tiers = MonitorWindow.Step.allCases.map { steps[$0.rawValue] ?? [] }
        // No more than can be counted with, nor than can be.
        let numbers = tiers.map { $0.map(\.number) }
        let limit = 1 << 40
        guard numbers.allSatisfy({ zip($0, $0.dropFirst()).allSatisfy { $0 < $1 } }),
            numbers.allSatisfy({ $0.allSatisfy { $0.magnitude < limit } }), latest.magnitude < 1 << 60
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .steps, in: container, debugDescription: "steps are out of order or beyond all calendars")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(latest, forKey: .latest)
        let steps = zip(MonitorWindow.Step.allCases.map(\.rawValue), tiers)
        try container.encode(Dictionary(uniqueKeysWithValues: steps.map { ($0, $1) }), forKey: .steps)
    }
}
