/// Where a rate, or a difference of rates, lies with some confidence.
public struct RateInterval: Sendable, Hashable, Codable {
    /// Its lower end.
    public var lower: Double
    /// Its upper end.
    public var upper: Double

    /// Creates an interval.
    ///
    /// - Parameters:
    ///   - lower: Its lower end.
    ///   - upper: Its upper end.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}
