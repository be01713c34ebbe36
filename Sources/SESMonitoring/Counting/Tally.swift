#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How many distinct fingerprints there were.
///
/// It is exact for up to 256, and from there on an estimate by HyperLogLog with 2,048 registers, whose standard error is
/// 2.3 %. What it is depends on the set of fingerprints alone: not on their order, not on how often each came, nor on how they
/// were spread over several that were merged.
struct Tally: Sendable, Equatable {
    /// How many fingerprints are kept.
    static let exactCount = 256
    /// The standard error of an estimate, as a share of it: 1.04 / √2048.
    static let standardError = 0.023
    static let registerBits = 11
    static let registerCount = 1 << registerBits
    /// The highest value of a register: one more than the bits that are left of a fingerprint.
    static let maximumRank = 64 - registerBits + 1
    private static let registerWords = registerCount / 8
    // After the registers there is how many have each value, in 16 bits each, so that an estimate need not count them.
    private static let histogramPlace = registerCount
    private static let denseWords = registerWords + 14

    /// The fingerprints in ascending order; or, if there are more words than that, the registers of a byte each and the histogram.
    private var words: [UInt64] = []

    init() {}

    var isEmpty: Bool { words.isEmpty }
    var isExact: Bool { words.count <= Self.exactCount }

    @inline(__always)
    mutating func insert(_ fingerprint: UInt64) {
        if isExact { insertExactly(fingerprint) } else { insertInRegister(fingerprint) }
    }

    private mutating func insertExactly(_ fingerprint: UInt64) {
        let place = words.withUnsafeBufferPointer { words in words.lowerBound { words[$0] < fingerprint } }
        if place < words.count, words[place] == fingerprint { return }
        if words.count < Self.exactCount {
            words.insert(fingerprint, at: place)
        } else {
            makeDense()
            insertInRegister(fingerprint)
        }
    }

    private mutating func makeDense() {
        let fingerprints = words
        words = [UInt64](repeating: 0, count: Self.denseWords)
        countRegisters()
        for fingerprint in fingerprints { insertInRegister(fingerprint) }
    }

    @inline(__always)
    private mutating func insertInRegister(_ fingerprint: UInt64) {
        let index = Int(truncatingIfNeeded: fingerprint &>> UInt64(64 - Self.registerBits))
        // The bit that is set ends the run of zeros at the highest rank.
        let rest = fingerprint &<< UInt64(Self.registerBits) | 1 &<< UInt64(Self.registerBits - 1)
        let rank = UInt8(truncatingIfNeeded: rest.leadingZeroBitCount &+ 1)
        let old = words.withUnsafeBytes { $0[index] }
        guard rank > old else { return }
        words.withUnsafeMutableBytes { bytes in
            bytes[index] = rank
            Self.change(bytes, old, by: -1)
            Self.change(bytes, rank, by: 1)
        }
    }

    @inline(__always)
    private static func change(_ bytes: UnsafeMutableRawBufferPointer, _ rank: UInt8, by difference: Int) {
        let place = histogramPlace + 2 * Int(rank)
        let count = Int(bytes.load(fromByteOffset: place, as: UInt16.self)) + difference
        bytes.storeBytes(of: UInt16(truncatingIfNeeded: count), toByteOffset: place, as: UInt16.self)
    }

    /// Makes the histogram of the registers anew.
    private mutating func countRegisters() {
        words.withUnsafeMutableBytes { bytes in
            for place in Self.histogramPlace..<bytes.count { bytes[place] = 0 }
            for index in 0..<Self.registerCount { Self.change(bytes, bytes[index], by: 1) }
        }
    }

    /// Takes in what another has seen.
    mutating func merge(_ other: Self) {
        if other.isEmpty || words == other.words { return }
        guard other.isExact else {
            let fingerprints = isExact ? words : []
            if isExact { words = other.words } else { mergeRegisters(other) }
            for fingerprint in fingerprints { insertInRegister(fingerprint) }
            return
        }
        guard isExact else {
            for fingerprint in other.words { insertInRegister(fingerprint) }
            return
        }
        words = isEmpty ? other.words : Self.union(words, other.words)
        if words.count > Self.exactCount { makeDense() }
    }

    /// All words of two ascending lists, each once and ascending.
    private static func union(_ one: [UInt64], _ other: [UInt64]) -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: one.count + other.count) { union, count in
            var (left, right) = (0, 0)
            while left < one.count, right < other.count {
                let (low, high) = (one[left], other[right])
                union[count] = min(low, high)
                count += 1
                left += low <= high ? 1 : 0
                right += high <= low ? 1 : 0
            }
            for word in one[left...] {
                union[count] = word
                count += 1
            }
            for word in other[right...] {
                union[count] = word
                count += 1
            }
        }
    }

    /// Takes the higher of each two registers.
    private mutating func mergeRegisters(_ other: Self) {
        words.withUnsafeMutableBytes { bytes in
            other.words.withUnsafeBytes { others in
                guard bytes.count >= Self.registerCount, others.count >= Self.registerCount else { return }
                for start in stride(from: 0, to: Self.registerCount, by: 8)
                where bytes.load(fromByteOffset: start, as: UInt64.self)
                    != others.load(fromByteOffset: start, as: UInt64.self)
                {
                    for index in start..<start + 8 where others[index] > bytes[index] {
                        Self.change(bytes, bytes[index], by: -1)
                        Self.change(bytes, others[index], by: 1)
                        bytes[index] = others[index]
                    }
                }
            }
        }
    }
}

extension Tally {
    /// How many there were; not a whole number unless it is exact.
    var estimate: Double { isExact ? Double(words.count) : registersEstimate }

    /// How many there were in all of several.
    ///
    /// It is exact if all of them are, however many they are together.
    static func union(of tallies: [Self]) -> (estimate: Double, isExact: Bool) {
        let tallies = tallies.filter { !$0.isEmpty }
        guard tallies.count > 1 else { return (tallies.first?.estimate ?? 0, tallies.first?.isExact ?? true) }
        if let dense = tallies.first(where: { !$0.isExact }) {
            var union = dense
            for tally in tallies { union.merge(tally) }
            return (union.estimate, false)
        }
        var all = tallies.flatMap(\.words)
        all.sort()
        var count = 0
        var last: UInt64?
        for word in all where word != last {
            count += 1
            last = word
        }
        return (Double(count), true)
    }

    /// The improved raw estimator of Otmar Ertl, "New cardinality estimation algorithms for HyperLogLog sketches"
    /// (2017, algorithm 6): unbiased over the whole range without tables.
    private var registersEstimate: Double {
        words.withUnsafeBytes { bytes in
            func count(_ rank: Int) -> Double {
                Double(bytes.load(fromByteOffset: Self.histogramPlace + 2 * rank, as: UInt16.self))
            }
            let total = Double(Self.registerCount)
            var sum = total * Self.tau(1 - count(Self.maximumRank) / total)
            for rank in stride(from: Self.maximumRank - 1, through: 1, by: -1) { sum = 0.5 * (sum + count(rank)) }
            sum += total * Self.sigma(count(0) / total)
            return total * total / (2 * Self.naturalLogarithmOf2 * sum)
        }
    }

    private static let naturalLogarithmOf2 = 0.693_147_180_559_945_3

    private static func sigma(_ share: Double) -> Double {
        guard share < 1 else { return .infinity }
        var (power, factor, sum) = (share, 1.0, share)
        while true {
            power *= power
            let next = sum + power * factor
            if next == sum { return sum }
            sum = next
            factor += factor
        }
    }

    private static func tau(_ share: Double) -> Double {
        guard share > 0, share < 1 else { return 0 }
        var (root, factor, sum) = (share, 1.0, 1 - share)
        while true {
            root = root.squareRoot()
            factor *= 0.5
            let next = sum - (1 - root) * (1 - root) * factor
            if next == sum { return sum / 3 }
            sum = next
        }
    }
}

/// A text: `x` and the fingerprints, eight bytes each, most significant first; or `d` and the registers, six bits each, so that
/// each is one character of the Base64.
extension Tally: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        func damaged(_ reason: String) -> DecodingError {
            DecodingError.dataCorruptedError(in: container, debugDescription: "a count \(reason)")
        }
        guard let form = text.utf8.first, let bytes = Data(base64Encoded: String(text.dropFirst())) else {
            throw damaged("is no Base64")
        }
        switch form {
        case UInt8(ascii: "x"):
            guard bytes.count.isMultiple(of: 8), bytes.count <= 8 * Self.exactCount else {
                throw damaged("has \(bytes.count) bytes")
            }
            words = FingerprintBytes.words(bytes)
            guard zip(words, words.dropFirst()).allSatisfy({ $0 < $1 }) else { throw damaged("is out of order") }
        case UInt8(ascii: "d"):
            guard bytes.count == Self.registerCount / 4 * 3 else { throw damaged("has \(bytes.count) bytes") }
            words = [UInt64](repeating: 0, count: Self.denseWords)
            guard setRegisters(bytes) else { throw damaged("has a register above \(Self.maximumRank)") }
            countRegisters()
        default: throw damaged("is of a form that is not known")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let text =
            isExact ? "x" + FingerprintBytes.data(words).base64EncodedString() : "d" + registers.base64EncodedString()
        try container.encode(text)
    }

    /// Four registers in three bytes.
    private var registers: Data {
        words.withUnsafeBytes { bytes in
            var data = Data(capacity: Self.registerCount / 4 * 3)
            for index in stride(from: 0, to: Self.registerCount, by: 4) {
                let four = (0..<4).reduce(UInt32(0)) { $0 << 6 | UInt32(bytes[index + $1]) }
                data.append(UInt8(truncatingIfNeeded: four >> 16))
                data.append(UInt8(truncatingIfNeeded: four >> 8))
                data.append(UInt8(truncatingIfNeeded: four))
            }
            return data
        }
    }

    /// False if one is too high.
    private mutating func setRegisters(_ data: Data) -> Bool {
        words.withUnsafeMutableBytes { bytes in
            var index = 0
            var four: UInt32 = 0
            for (place, byte) in data.enumerated() {
                four = four << 8 | UInt32(byte)
                guard place % 3 == 2 else { continue }
                for part in 0..<4 {
                    let register = UInt8(truncatingIfNeeded: four >> UInt32(18 - 6 * part) & 0x3F)
                    guard register <= Self.maximumRank, index < Self.registerCount else { return false }
                    bytes[index] = register
                    index += 1
                }
                four = 0
            }
            return true
        }
    }
}

/// Fingerprints as bytes, the most significant first.
enum FingerprintBytes {
    static func data(_ words: some Sequence<UInt64>) -> Data {
        var data = Data()
        for word in words {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                data.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return data
    }

    /// The words of bytes, as many as are whole.
    static func words(_ data: Data) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(data.count / 8)
        var word: UInt64 = 0
        for (place, byte) in data.enumerated() {
            word = word << 8 | UInt64(byte)
            if place % 8 == 7 { words.append(word) }
        }
        return words
    }
}
