/// A random number generator that gives the same numbers for the same seed, on every platform (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates a generator.
    ///
    /// - Parameter seed: Where its sequence begins.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Draws a number from 0 up to 1.
    mutating func fraction() -> Double {
        // 53 bits make a Double in [0, 1) exactly; the standard library's own mapping may change with a release.
        Double(next() >> 11) * 0x1p-53
    }

    /// Draws whether something happens that has this probability.
    mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    /// Draws a number from a range, each as likely as the other.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) &+ 1
        return range.lowerBound + Int(width == 0 ? 0 : next() % width)
    }

    /// Draws hexadecimal digits.
    mutating func hexadecimal(_ count: Int) -> String {
        let digits = Array("0123456789abcdef")
        return String((0..<count).map { _ in digits[Int(next() >> 60)] })
    }

    /// Draws an id of the form `8-4-4-4-12`.
    mutating func uuid() -> String {
        [8, 4, 4, 4, 12].map { hexadecimal($0) }.joined(separator: "-")
    }
}
