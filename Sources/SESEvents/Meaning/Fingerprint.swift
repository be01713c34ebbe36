/// A hash of 64 bits that is the same in every process and on every machine, for counting what is distinct.
///
/// It multiplies words of 64 bits to 128 and folds the halves, as wyhash does, and mixes the result as SplitMix64 does, so
/// that every bit of it depends on all of the input. It has no seed, so that what processes counted can be put together.
/// Whoever wants to can make two inputs that collide, and then one of them isn't counted; it is not for anything else.
///
/// What it gives is stored, so it may never change; a test holds it to known values.
package struct Fingerprint {
    private var state: UInt64 = 0x2D35_8DCC_AA6C_78A5

    private static let first: UInt64 = 0xA076_1D64_78BD_642F
    private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

    package init() {}

    /// Adds two words.
    @inline(__always)
    private mutating func combine(_ one: UInt64, _ other: UInt64) {
        let product = (one ^ Self.first ^ state).multipliedFullWidth(by: other ^ Self.second)
        // The rotated state stays in, so that no word can wipe out what came before.
        state = (state &<< 29 | state &>> 35) ^ product.high ^ product.low
    }

    /// Adds a number.
    @inline(__always)
    package mutating func combine(_ word: UInt64) { combine(word, 0) }

    /// Adds bytes, told from their neighbours by their length.
    package mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        let count = bytes.count
        var offset = 0
        while offset &+ 16 <= count {
            combine(Self.word(bytes, offset), Self.word(bytes, offset &+ 8))
            offset &+= 16
        }
        let rest = count &- offset
        if rest >= 8 {
            // The last eight bytes overlap the eight before; with the length that says no less.
            combine(Self.word(bytes, offset), Self.word(bytes, count &- 8))
        } else if rest > 0 {
            var word: UInt64 = 0
            for place in offset..<count { word = word &<< 8 | UInt64(bytes[place]) }
            combine(word)
        }
        combine(UInt64(truncatingIfNeeded: count))
    }

    /// Adds a text's UTF-8.
    package mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The hash of what was added.
    package var value: UInt64 { Self.mixed(state) }

    /// The hash of the n-th of several things that one hash stands for; that of the first is another too.
    @inline(__always)
    package static func number(_ index: Int, of value: UInt64) -> UInt64 {
        mixed(value &+ (UInt64(truncatingIfNeeded: index) &+ 1) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// The finalizer of SplitMix64; no two words give the same.
    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ word &>> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word &>> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word &>> 31
    }
}
