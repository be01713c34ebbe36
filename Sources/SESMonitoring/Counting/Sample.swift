#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a sample can hold: of a size that is bounded.
protocol SampledItem: Sendable, Hashable, Comparable, Codable {
    /// The most items of a sample.
    static var sampleSize: Int { get }
    /// Whether its texts are as short as they must be.
    var isBounded: Bool { get }
}

/// A few of many things, chosen by their fingerprints: those with the lowest.
///
/// As fingerprints are as good as random, it is a fair sample. What it is depends on the set of things alone, as with ``Tally``.
struct Sample<Item: SampledItem>: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        let fingerprint: UInt64
        var item: Item
    }

    /// In ascending order of the fingerprints.
    private(set) var entries: [Entry] = []

    init() {}

    /// Whether one of this fingerprint is wanted.
    @inline(__always)
    func wants(_ fingerprint: UInt64) -> Bool {
        guard let last = entries.last, entries.count >= Item.sampleSize else { return true }
        return fingerprint <= last.fingerprint
    }

    mutating func insert(_ fingerprint: UInt64, _ item: Item) {
        guard wants(fingerprint) else { return }
        let place = entries.withUnsafeBufferPointer { entries in
            entries.lowerBound { entries[$0].fingerprint < fingerprint }
        }
        if place < entries.count, entries[place].fingerprint == fingerprint {
            // Who tells the same event in two ways shall not make it depend on the order.
            entries[place].item = min(entries[place].item, item)
            return
        }
        if entries.count >= Item.sampleSize { entries.removeLast() }
        entries.insert(Entry(fingerprint: fingerprint, item: item), at: place)
    }

    mutating func merge(_ other: Self) {
        if isEmpty || other.isEmpty {
            if isEmpty { entries = other.entries }
            return
        }
        let others = other.entries
        var union: [Entry] = []
        union.reserveCapacity(min(Item.sampleSize, entries.count + others.count))
        var (left, right) = (0, 0)
        while union.count < Item.sampleSize, left < entries.count || right < others.count {
            let isLeft =
                right == others.count
                || left < entries.count && entries[left].fingerprint <= others[right].fingerprint
            let isRight =
                left == entries.count
                || right < others.count && others[right].fingerprint <= entries[left].fingerprint
            var entry = isLeft ? entries[left] : others[right]
            if isLeft && isRight { entry.item = min(entry.item, others[right].item) }
            union.append(entry)
            left += isLeft ? 1 : 0
            right += isRight ? 1 : 0
        }
        entries = union
    }

    var isEmpty: Bool { entries.isEmpty }
    /// Whether there may have been more than it holds.
    var isFull: Bool { entries.count >= Item.sampleSize }
}

extension Sample: Codable {
    private enum CodingKeys: String, CodingKey {
        case fingerprints, items
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let items = try container.decode([Item].self, forKey: .items)
        func damaged(_ reason: String) -> DecodingError {
            DecodingError.dataCorruptedError(
                forKey: .fingerprints, in: container, debugDescription: "a sample \(reason)")
        }
        guard let data = Data(base64Encoded: try container.decode(String.self, forKey: .fingerprints)) else {
            throw damaged("has no Base64")
        }
        guard items.count <= Item.sampleSize, data.count == 8 * items.count else {
            throw damaged("has \(items.count) items and \(data.count) bytes")
        }
        guard items.allSatisfy(\.isBounded) else { throw damaged("has a text that is too long") }
        entries = zip(FingerprintBytes.words(data), items).map { Entry(fingerprint: $0, item: $1) }
        guard zip(entries, entries.dropFirst()).allSatisfy({ $0.fingerprint < $1.fingerprint }) else {
            throw damaged("is out of order")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(
            FingerprintBytes.data(entries.map(\.fingerprint)).base64EncodedString(), forKey: .fingerprints)
        try container.encode(entries.map(\.item), forKey: .items)
    }
}

/// How long a delivery took, in milliseconds.
struct DeliveryDuration: SampledItem {
    static let sampleSize = 128

    let milliseconds: Int32

    init(_ milliseconds: Int) { self.milliseconds = Int32(clamping: max(milliseconds, 0)) }

    var isBounded: Bool { milliseconds >= 0 }

    static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }

    init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int32.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A link that somebody clicked.
struct ClickedLink: SampledItem {
    static let sampleSize = 64
    static let maximumByteCount = 1024

    let link: String

    init(_ link: String) { self.link = link.cut(toByteCount: Self.maximumByteCount) }

    var isBounded: Bool { link.utf8.count <= Self.maximumByteCount }

    static func < (one: Self, other: Self) -> Bool { one.link < other.link }

    init(from decoder: any Decoder) throws {
        link = try decoder.singleValueContainer().decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(link)
    }
}

extension String {
    /// The beginning of a text that is no longer than so many bytes of UTF-8, cut before a character.
    ///
    /// It keeps memory of its own, so that a short text doesn't hold on to a long one.
    func cut(toByteCount maximum: Int) -> String {
        guard utf8.count > maximum else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: maximum)
        while end > startIndex, end.samePosition(in: self) == nil { end = utf8.index(before: end) }
        return String(decoding: Array(self[..<end].utf8), as: UTF8.self)
    }
}
