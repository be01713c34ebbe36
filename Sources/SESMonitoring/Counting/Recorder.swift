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
    private var notes = Notes()
    private var knownSets = KnownSets()
    private var prunedStep = Int.min

    init(_ options: MonitorOptions) {
        self.options = options
        tags = options.tags.sorted()
    }

    private var hasParts: Bool { options.countsRecipientDomains || !tags.isEmpty }

    mutating func record(_ events: UnsafeBufferPointer<SESEvent>, at now: Date) {
        let horizon = Horizon(now: now)
        prune(horizon)
        for place in events.indices { read(events[place], horizon) }
    }

    private mutating func read(_ event: SESEvent, _ horizon: Horizon) {
        let (digest, kind) = event.digestAndKind
        guard digest.kind != .unknown else { return ignored.unknownTypes += 1 }
        guard let milliseconds = digest.milliseconds else { return ignored.undated += 1 }
        guard milliseconds <= horizon.latestMilliseconds else { return ignored.future += 1 }
        // Days are kept longest; what is too old for them is for all.
        guard MonitorWindow.Step.day.number(ofMilliseconds: milliseconds) >= horizon.oldest[2] else {
            return ignored.old += 1
        }
        guard let set = setIndex(of: event) else { return ignored.setsBeyondMaximum += 1 }
        let contribution = Contribution(event, digest, kind, at: milliseconds)
        add(contribution, to: set, horizon)
        if hasParts { addParts(of: event, contribution, ledger.series[set].subject.configurationSet, horizon) }
    }

    private mutating func add(_ contribution: Contribution, to index: Int, _ horizon: Horizon) {
        notes.add(contribution, to: index)
        if notes.isFull { count(horizon) }
    }

    /// Counts what is only noted.
    private mutating func count(_ horizon: Horizon) {
        notes.takeAll(subjectCount: ledger.series.count) { ledger.add($0, $1, horizon) }
    }

    /// Counts what is only noted and brings it to all steps of time.
    private mutating func settle(_ horizon: Horizon) {
        count(horizon)
        ledger.settle()
    }

    @inline(__always)
    private mutating func setIndex(of event: SESEvent) -> Int? {
        let (key, index) = event.withConfigurationSet { bytes in
            let key = KnownSets.key(of: bytes)
            return (key, knownSets.index(key, bytes))
        }
        if let index { return index }
        let whole = event.mail.configurationSet?.rawValue
        let name = whole?.cut(toByteCount: Self.maximumNameByteCount)
        let found = ledger.index(ofSet: name, maximumSets: options.maximumSets)
        // Names that are cut have no end: each would take room.
        if let found, name == whole { knownSets.add(key, name: name, index: found) }
        return found
    }

    /// Takes away what is no longer kept, once in each of the shortest steps: all others begin with one of them.
    private mutating func prune(_ horizon: Horizon) {
        let step = horizon.oldest[0]
        guard step != prunedStep else { return }
        prunedStep = step
        settle(horizon)
        if ledger.prune(horizon) { knownSets = KnownSets() }
    }

    /// What was counted, without what is no longer kept.
    mutating func snapshot(at now: Date) -> MonitorSnapshot {
        let horizon = Horizon(now: now)
        prune(horizon)
        settle(horizon)
        return MonitorSnapshot(date: now, ledger: ledger)
    }

    mutating func merge(_ other: Ledger, at now: Date) {
        let horizon = Horizon(now: now)
        settle(horizon)
        ignored.setsBeyondMaximum += ledger.merge(
            other, maximumSets: options.maximumSets, maximumParts: options.maximumPartsPerSet)
        // It may hold what is older.
        prunedStep = .min
        ledger.forgetFuture(horizon)
        prune(horizon)
    }

    mutating func removeAll() {
        ledger = Ledger()
        notes = Notes()
        knownSets = KnownSets()
    }

    /// The subjects of which something came since this was last called.
    mutating func takeChanged(at now: Date) -> Set<MonitorSubject> {
        count(Horizon(now: now))
        return ledger.takeChanged()
    }
}

extension Recorder {
    private mutating func addParts(of event: SESEvent, _ contribution: Contribution, _ set: String?, _ horizon: Horizon)
    {
        for name in tags {
            guard let values = event.mail.tags[name] else { continue }
            var indexes: Set<Int> = []
            for value in values {
                let value = value.cut(toByteCount: Self.maximumNameByteCount)
                indexes.insert(index(ofPart: .tag(name: name, value: value), set))
            }
            for index in indexes { add(contribution, to: index, horizon) }
        }
        if options.countsRecipientDomains { addDomains(of: event, contribution, set, horizon) }
    }

    private mutating func index(ofPart part: MonitorSubject.Part, _ set: String?) -> Int {
        ledger.index(
            ofPart: MonitorSubject(configurationSet: set, part: part), maximumParts: options.maximumPartsPerSet)
    }

    private mutating func addDomains(
        of event: SESEvent, _ contribution: Contribution, _ set: String?, _ horizon: Horizon
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
            add(part, to: index, horizon)
        }
    }
}
