import SESCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The counts of all subjects.
///
/// What it says doesn't depend on the order in which it came to know them.
struct Ledger: Sendable {
    private(set) var series: [Series] = []
    private(set) var indexes: [MonitorSubject: Int] = [:]
    /// How many parts each set has, those named `other` not counted.
    private var partCounts: [String?: Int] = [:]
    private(set) var setCount = 0

    init() {}

    subscript(subject: MonitorSubject) -> Series? { indexes[subject].map { series[$0] } }

    /// The index of a subject, added if it isn't there.
    mutating func index(of subject: MonitorSubject) -> Int {
        if let index = indexes[subject] { return index }
        append(Series(subject))
        return series.count - 1
    }

    private mutating func append(_ one: Series) {
        indexes[one.subject] = series.count
        series.append(one)
        if one.subject.part == nil {
            setCount += 1
        } else if !one.subject.isOther {
            partCounts[one.subject.configurationSet, default: 0] += 1
        }
    }

    /// The index of a set; nil if it is new and there may be no more.
    mutating func index(ofSet name: String?, maximumSets: Int) -> Int? {
        let subject = MonitorSubject(configurationSet: name)
        if let index = indexes[subject] { return index }
        return setCount < maximumSets ? index(of: subject) : nil
    }

    /// The index of a part, or of the one named `other` in its place if it is new and there may be no more.
    mutating func index(ofPart subject: MonitorSubject, maximumParts: Int) -> Int {
        if let index = indexes[subject] { return index }
        let isRoom = partCounts[subject.configurationSet, default: 0] < maximumParts
        return index(of: isRoom ? subject : subject.other)
    }

    /// Adds notes of one subject.
    mutating func add(_ notes: UnsafeBufferPointer<Note>, _ names: borrowing Notes.Names, _ horizon: Horizon) {
        guard let subject = notes.first?.subject else { return }
        series[subject].add(notes, names, horizon)
    }

    mutating func merge(_ other: Self) {
        for one in other.series { series[index(of: one.subject)].merge(one) }
    }

    /// Takes another in, with no more sets and parts than there may be.
    ///
    /// - Returns: How many sets had no room.
    mutating func merge(_ other: Self, maximumSets: Int, maximumParts: Int) -> Int {
        var left = 0
        // Sorted, a set comes before its parts.
        for subject in other.indexes.keys.sorted() {
            guard let one = other[subject] else { continue }
            guard let set = index(ofSet: subject.configurationSet, maximumSets: maximumSets) else {
                if subject.part == nil { left += 1 }
                continue
            }
            let index = subject.part == nil ? set : index(ofPart: subject, maximumParts: maximumParts)
            series[index].merge(one)
        }
        return left
    }

    /// Brings what was added to the longer steps of time.
    mutating func settle() {
        for index in series.indices { series[index].settle() }
    }

    /// Takes away what is ahead of time.
    mutating func forgetFuture(_ horizon: Horizon) {
        for index in series.indices { series[index].forgetFuture(horizon) }
    }

    /// Takes away what is no longer kept.
    ///
    /// - Returns: Whether indexes have changed.
    mutating func prune(_ horizon: Horizon) -> Bool {
        var isAnyEmpty = false
        for index in series.indices where !series[index].prune(horizon) { isAnyEmpty = true }
        guard isAnyEmpty else { return false }
        // A set stays as long as it has a part: it has all that its parts have.
        let kept = series.filter { one in one.tiers.contains { !$0.isEmpty } }
        self = Self()
        for one in kept { append(one) }
        return true
    }

    /// The subjects of which something came since this was last called.
    mutating func takeChanged() -> Set<MonitorSubject> {
        var changed: Set<MonitorSubject> = []
        for index in series.indices where series[index].isChanged {
            changed.insert(series[index].subject)
            series[index].isChanged = false
        }
        return changed
    }
}

extension Ledger: Equatable {
    static func == (one: Self, other: Self) -> Bool {
        one.series.count == other.series.count && one.series.allSatisfy { other[$0.subject] == $0 }
    }
}

extension Ledger: Codable {
    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        while !container.isAtEnd {
            let one = try container.decode(Series.self)
            guard indexes[one.subject] == nil else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "a subject is there twice")
            }
            append(one)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for subject in indexes.keys.sorted() {
            if let one = self[subject] { try container.encode(one) }
        }
    }
}

extension MonitorSubject {
    /// The value that stands for those that have no name of their own.
    static let otherValue = "other"

    /// The same with the value that stands for those that have none of their own.
    var other: Self {
        switch part {
        case nil: self
        case .tag(let name, _): Self(configurationSet: configurationSet, part: .tag(name: name, value: Self.otherValue))
        case .recipientDomain: Self(configurationSet: configurationSet, part: .recipientDomain(Self.otherValue))
        }
    }

    var isOther: Bool { part != nil && self == other }
}
