/// Hexadecimal digits as ASCII bytes.
enum Hexadecimal {
    /// The digit of 0…15 in lower case, as hashes are written; computed, so that no table shows the value in a cache.
    @inline(__always)
    static func lowercaseDigit(_ value: UInt8) -> UInt8 {
        value &+ 0x30 &+ (value > 9 ? 0x27 : 0)
    }

    /// The digit of 0…15 in upper case, as percent-encoding is written.
    @inline(__always)
    static func uppercaseDigit(_ value: UInt8) -> UInt8 {
        value &+ 0x30 &+ (value > 9 ? 7 : 0)
    }

    /// The value of a digit of either case, or nil.
    @inline(__always)
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit &- 0x30
        case 0x41...0x46: digit &- 0x37
        case 0x61...0x66: digit &- 0x57
        default: nil
        }
    }
}
