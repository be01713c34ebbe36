import SESCore
import SESEvents

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The counts of one subject: steps of five minutes, hours and days, each kind for itself.
///
/// What is added goes into the shortest step alone that is kept of its time; ``settle()`` brings it to the longer ones. What is read,
/// compared or stored has to be settled.
struct Series: Sendable {
    let subject: MonitorSubject
    /// When the latest event happened, in milliseconds from 1970.
    private(set) var latest: Int64
    /// The steps in which something happened, in ascending order, for each of ``MonitorWindow/Step``.
    private(set) var tiers: [[Bucket]]
    /// Whether something came since it was last asked; no part of what it says.
    var isChanged = false
    /// Whether longer steps may lack what shorter ones have.
    private var isLoose = false

    init(_ subject: MonitorSubject) {
        self.subject = subject
        latest = .min
        tiers = MonitorWindow.Step.allCases.map { _ in [] }
    }

    mutating func add(_ notes: UnsafeBufferPointer<Note>, _ names: borrowing Notes.Names, _ horizon: Horizon) {
        var rest = notes[...]
        while let first = rest.first {
            guard let step = step(ofMilliseconds: first.milliseconds, horizon) else {
                rest = rest.dropFirst()
                continue
            }
            let run = rest.prefix { step.milliseconds.contains($0.milliseconds) }
            rest = rest.dropFirst(run.count)
            latest = run.reduce(latest) { max($0, $1.milliseconds) }
            isChanged = true
            isLoose = true
            let place = Self.place(of: step.number, in: tiers[step.tier])
            if !place.isThere { tiers[step.tier].insert(Bucket(number: step.number), at: place.index) }
            tiers[step.tier][place.index].add(UnsafeBufferPointer(rebasing: run), names)
        }
    }

    /// The shortest step that is kept of a moment, and all moments of which it is; nil if none is.
    @inline(__always)
    private func step(
        ofMilliseconds milliseconds: Int64, _ horizon: Horizon
    ) -> (tier: Int, number: Int, milliseconds: Range<Int64>)? {
        var shorter = Int64.max
        for (tier, step) in Self.steps.enumerated() {
            let number = step.number(ofMilliseconds: milliseconds)
            if number >= horizon.oldest[tier] {
                let whole = step.milliseconds(of: number)
                return (tier, number, whole.lowerBound..<min(whole.upperBound, shorter))
            }
            if tier + 1 < Self.steps.count { shorter = step.milliseconds(of: horizon.oldest[tier]).lowerBound }
        }
        return nil
    }

    private static let steps = MonitorWindow.Step.allCases

    /// The place of a step, or where it belongs.
    @inline(__always)
    private static func place(of number: Int, in buckets: [Bucket]) -> (index: Int, isThere: Bool) {
        var place = buckets.count
        // Most often all steps are there.
        if let last = buckets.last, last.number >= number, last.number - number < place {
            let guess = place - 1 - (last.number - number)
            if buckets[guess].number == number { return (guess, true) }
        }
        while place > 0, buckets[place - 1].number > number { place -= 1 }
        return place > 0 && buckets[place - 1].number == number ? (place - 1, true) : (place, false)
    }

    /// Brings what was added to the longer steps.
    mutating func settle() {
        guard isLoose else { return }
        isLoose = false
        for tier in tiers.indices.dropLast() {
            for place in tiers[tier].indices where tiers[tier][place].isLoose {
                tiers[tier][place].isLoose = false
                let bucket = tiers[tier][place]
                Self.merge(bucket, into: &tiers[tier + 1], as: Self.steps[tier].nextLonger(of: bucket.number))
            }
        }
    }

    /// Takes a bucket into those of its kind, or of longer steps.
    private static func merge(_ bucket: Bucket, into buckets: inout [Bucket], as number: Int) {
        let place = place(of: number, in: buckets)
        if place.isThere {
            buckets[place.index].merge(bucket)
        } else {
            buckets.insert(Bucket(number: number, bucket), at: place.index)
        }
        buckets[place.index].isLoose = true
    }

    mutating func merge(_ other: Self) {
        isChanged = true
        latest = max(latest, other.latest)
        for tier in tiers.indices {
            for bucket in other.tiers[tier] {
                Self.merge(bucket, into: &tiers[tier], as: bucket.number)
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
