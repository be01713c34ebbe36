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

    /// The bytes that pairs of lower-case digits stand for; nil for anything else.
    static func bytes(lowercase digits: [UInt8]) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            guard let value = value(of: digit), !(0x41...0x46).contains(digit) else { return nil }
            if let first = high {
                bytes.append(first &<< 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }

    /// The bytes as lower-case digits.
    static func text(lowercase bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [lowercaseDigit($0 &>> 4), lowercaseDigit($0 & 15)] }, as: UTF8.self)
    }
}
