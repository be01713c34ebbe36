import SESCore
import SESEvents

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Counts events into a ledger that stays bounded.
struct Recorder: Sendable {
    /// The longest name of a set, or value of a tag, that is kept; AWS allows 64 and 256.
    static let maximumNameByteCount = 256

    private let options: MonitorOptions
    private let tags: [String]
    private(set) var ledger = Ledger()
    private(set) var ignored = MonitorIgnored()
    /// The index of each set by the fingerprint of its name, to find one without making its name.
    private var setIndexes: [UInt64: Int] = [:]
    private var prunedStep = Int.min
    /// Events that are read and not yet counted; kept for its memory.
    private var pending: [Pending] = []

    /// An event that is to be counted.
    private struct Pending {
        let set: Int
        let event: Int
        let digest: EventDigest
        let milliseconds: Int64
    }

    /// How many events are read before they are counted.
    private static let chunkSize = 4096
    /// How many are worth the grouping.
    private static let leastGrouped = 64

    init(_ options: MonitorOptions) {
        self.options = options
        tags = options.tags.sorted()
    }

    private var hasParts: Bool { options.countsRecipientDomains || !tags.isEmpty }

    mutating func record(_ events: UnsafeBufferPointer<SESEvent>, at now: Date) {
        let horizon = Horizon(now: now)
        prune(horizon)
        var rest = events[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(Self.chunkSize)
            rest = rest.dropFirst(chunk.count)
            pending.removeAll(keepingCapacity: true)
            for index in chunk.indices { prepare(events[index], index, horizon) }
            // What is counted of one set in a row is in the processor's cache.
            if pending.count >= Self.leastGrouped, pending.count * 8 >= ledger.series.count {
                for place in orderBySet() { count(pending[place], events, horizon) }
            } else {
                for one in pending { count(one, events, horizon) }
            }
        }
    }

    private mutating func prepare(_ event: SESEvent, _ index: Int, _ horizon: Horizon) {
        let digest = event.digest
        guard digest.kind != .unknown else { return ignored.unknownTypes += 1 }
        guard let milliseconds = digest.milliseconds else { return ignored.undated += 1 }
        guard milliseconds <= horizon.latestMilliseconds else { return ignored.future += 1 }
        // Days are kept longest; what is too old for them is for all.
        guard MonitorWindow.Step.day.number(ofMilliseconds: milliseconds) >= horizon.oldest[2] else {
            return ignored.old += 1
        }
        guard let set = setIndex(of: event) else { return ignored.setsBeyondMaximum += 1 }
        pending.append(Pending(set: set, event: index, digest: digest, milliseconds: milliseconds))
    }

    private func orderBySet() -> [Int] {
        var places = [Int](repeating: 0, count: ledger.series.count + 1)
        for one in pending { places[one.set + 1] += 1 }
        for index in 1..<places.count { places[index] += places[index - 1] }
        var order = [Int](repeating: 0, count: pending.count)
        for (index, one) in pending.enumerated() {
            order[places[one.set]] = index
            places[one.set] += 1
        }
        return order
    }

    private mutating func count(_ one: Pending, _ events: UnsafeBufferPointer<SESEvent>, _ horizon: Horizon) {
        let event = events[one.event]
        let contribution = Contribution(event, one.digest, at: one.milliseconds)
        ledger.add(contribution, event, to: one.set, horizon)
        if hasParts { recordParts(event, contribution, ledger.series[one.set].subject.configurationSet, horizon) }
    }

    @inline(__always)
    private mutating func setIndex(of event: SESEvent) -> Int? {
        let (key, index) = event.withConfigurationSet { bytes in
            guard let bytes else {
                let index = setIndexes[0].flatMap { ledger.series[$0].subject.configurationSet == nil ? $0 : nil }
                return (UInt64(0), index)
            }
            var name = Fingerprint()
            name.combine(bytes)
            let key = name.value
            // Fingerprints can be made to collide; a name can't.
            guard let index = setIndexes[key], ledger.series[index].isNamed(bytes) else { return (key, nil) }
            return (key, index)
        }
        if let index { return index }
        let whole = event.mail.configurationSet?.rawValue
        let name = whole?.cut(toByteCount: Self.maximumNameByteCount)
        let found = ledger.index(ofSet: name, maximumSets: options.maximumSets)
        // Names that are cut have no end: each would take room.
        if let found, name == whole { setIndexes[key] = found }
        return found
    }

    /// Takes away what is no longer kept, once in each of the shortest steps: all others begin with one of them.
    private mutating func prune(_ horizon: Horizon) {
        let step = horizon.oldest[0]
        guard step != prunedStep else { return }
        prunedStep = step
        if ledger.prune(horizon) { setIndexes = [:] }
    }

    /// What was counted, without what is no longer kept.
    mutating func snapshot(at now: Date) -> MonitorSnapshot {
        prune(Horizon(now: now))
        return MonitorSnapshot(date: now, ledger: ledger)
    }

    mutating func merge(_ other: Ledger, at now: Date) {
        ignored.setsBeyondMaximum += ledger.merge(
            other, maximumSets: options.maximumSets, maximumParts: options.maximumPartsPerSet)
        // It may hold what is older.
        prunedStep = .min
        let horizon = Horizon(now: now)
        ledger.forgetFuture(horizon)
        prune(horizon)
    }

    mutating func removeAll() {
        ledger = Ledger()
        setIndexes = [:]
    }

    mutating func takeChanged() -> Set<MonitorSubject> { ledger.takeChanged() }
}

extension Recorder {
    private mutating func recordParts(
        _ event: SESEvent, _ contribution: Contribution, _ set: String?, _ horizon: Horizon
    ) {
        for name in tags {
            guard let values = event.mail.tags[name] else { continue }
            var indexes: Set<Int> = []
            for value in values {
                let value = value.cut(toByteCount: Self.maximumNameByteCount)
                indexes.insert(index(ofPart: .tag(name: name, value: value), set))
            }
            for index in indexes { ledger.add(contribution, event, to: index, horizon) }
        }
        if options.countsRecipientDomains { recordDomains(event, contribution, set, horizon) }
    }

    private mutating func index(ofPart part: MonitorSubject.Part, _ set: String?) -> Int {
        ledger.index(
            ofPart: MonitorSubject(configurationSet: set, part: part), maximumParts: options.maximumPartsPerSet)
    }

    private mutating func recordDomains(
        _ event: SESEvent, _ contribution: Contribution, _ set: String?, _ horizon: Horizon
    ) {
        var recipients: [Int: Int] = [:]
        for address in event.recipientAddresses {
            let domain = RecipientDomain.of(address)
            if !domain.isEmpty { recipients[index(ofPart: .recipientDomain(domain), set), default: 0] += 1 }
        }
        var notes: [Int: [BounceNote]] = [:]
        for note in contribution.bounces where !note.domain.isEmpty {
            notes[index(ofPart: .recipientDomain(note.domain), set), default: []].append(note)
        }
        for (index, count) in recipients {
            let part = contribution.limited(toRecipients: count, bounces: notes[index] ?? [])
            ledger.add(part, event, to: index, horizon)
        }
    }
}

extension Series {
    /// Whether its set has a name of these bytes.
    fileprivate func isNamed(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let name = subject.configurationSet, name.utf8.count == bytes.count else { return false }
        return name.utf8.withContiguousStorageIfAvailable { name in name.elementsEqual(bytes) } ?? false
    }
}
