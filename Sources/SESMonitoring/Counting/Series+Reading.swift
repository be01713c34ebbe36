#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Series {
    private func buckets(_ step: MonitorWindow.Step, _ numbers: Range<Int>) -> ArraySlice<Bucket> {
        guard let tier = MonitorWindow.Step.allCases.firstIndex(of: step) else { return [] }
        let buckets = tiers[tier]
        let start = buckets.firstIndex { $0.number >= numbers.lowerBound } ?? buckets.endIndex
        let end = buckets[start...].firstIndex { $0.number >= numbers.upperBound } ?? buckets.endIndex
        return buckets[start..<end]
    }

    func figures(in window: MonitorWindow, endingAt now: Date) -> MonitorFigures {
        Self.figures(of: buckets(window.step, window.numbers(endingAt: now)))
    }

    func history(in window: MonitorWindow, endingAt now: Date) -> [MonitorPoint] {
        let numbers = window.numbers(endingAt: now)
        let buckets = buckets(window.step, numbers)
        return numbers.map { number in
            MonitorPoint(
                start: window.step.start(of: number),
                figures: Self.figures(of: buckets[...].drop { $0.number < number }.prefix { $0.number == number }))
        }
    }

    private static func figures(of buckets: ArraySlice<Bucket>) -> MonitorFigures {
        var figures = MonitorFigures()
        guard !buckets.isEmpty else { return figures }
        for counter in Counter.allCases {
            let tallies = buckets.lazy.map { $0[counter] }
            if counter.isOfMessages {
                let (estimate, isExact) = Tally.union(of: Array(tallies))
                figures[counter] = whole(estimate)
                figures.isExact = figures.isExact && isExact
            } else {
                figures[counter] = whole(tallies.reduce(0) { $0 + $1.estimate })
                figures.isExact = figures.isExact && tallies.allSatisfy(\.isExact)
            }
        }
        figures.deliveryTime = deliveryTime(in: buckets)
        return figures
    }

    /// Registers that nobody counted, as of a damaged snapshot, may give any estimate, none and infinity among them.
    static func whole(_ estimate: Double) -> Int {
        estimate < 1e15 ? Int(max(estimate, 0).rounded()) : 1_000_000_000_000_000
    }

    /// Weighs each of a step's sampled deliveries by how many of the step it stands for.
    private static func deliveryTime(in buckets: ArraySlice<Bucket>) -> MonitorFigures.DeliveryTime? {
        var durations: [(milliseconds: Int32, weight: Double)] = []
        for bucket in buckets {
            let entries = bucket.durations.entries
            let weight =
                bucket.durations.isFull ? max(1, bucket[.deliveries].estimate / Double(max(1, entries.count))) : 1
            durations += entries.map { ($0.item.milliseconds, weight) }
        }
        guard !durations.isEmpty else { return nil }
        durations.sort { ($0.milliseconds, $0.weight) < ($1.milliseconds, $1.weight) }
        let total = durations.reduce(0) { $0 + $1.weight }
        func percentile(_ share: Double) -> Int {
            var sum = 0.0
            for (milliseconds, weight) in durations {
                sum += weight
                if sum >= share * total { return Int(milliseconds) }
            }
            return Int(durations.last?.milliseconds ?? 0)
        }
        return .init(median: percentile(0.5), percentile90: percentile(0.9), percentile99: percentile(0.99))
    }
}

extension Series {
    func topBounces(
        in window: MonitorWindow, endingAt now: Date, limit: Int, by name: (BounceNote) -> String
    ) -> [RankedName] {
        let buckets = buckets(window.step, window.numbers(endingAt: now))
        return Self.top(buckets.map { ($0.bounces.entries.map { name($0.item) }, $0[.bounces].estimate) }, limit)
    }

    func topLinks(in window: MonitorWindow, endingAt now: Date, limit: Int) -> [RankedName] {
        let buckets = buckets(window.step, window.numbers(endingAt: now))
        return Self.top(buckets.map { ($0.links.entries.map(\.item.link), $0[.clicks].estimate) }, limit)
    }

    /// The most frequent names: of each step their share in its sample times its count.
    private static func top(_ samples: [(names: [String], count: Double)], _ limit: Int) -> [RankedName] {
        var counts: [String: Double] = [:]
        for (names, count) in samples where !names.isEmpty {
            let weight = count / Double(names.count)
            var numbers: [String: Int] = [:]
            for name in names where !name.isEmpty { numbers[name, default: 0] += 1 }
            for (name, number) in numbers { counts[name, default: 0] += Double(number) * weight }
        }
        let ranked = counts.map { RankedName(name: $0.key, count: max(1, whole($0.value))) }
        return Array(
            ranked.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }.prefix(max(0, limit)))
    }
}
