/// Reads the numbers of a timestamp one after another.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Goes past one character if it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let byte = rest.first, Unicode.Scalar(byte) == character, character.isASCII else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly so many digits.
    mutating func number(_ width: Int) -> Int? {
        var value = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Nanoseconds from a fraction of at most nine digits; 0 if there is none.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        var value = 0
        var unit = 1_000_000_000
        while unit > 1, let digit = digit() {
            unit /= 10
            value += digit * unit
        }
        return value
    }

    /// The seconds that the zone is ahead of UTC.
    mutating func offset() -> Int? {
        if skip("Z") { return 0 }
        _ = skip(" ")
        let sign: Int
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = number(2) else { return nil }
        _ = skip(":")
        guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }
}
