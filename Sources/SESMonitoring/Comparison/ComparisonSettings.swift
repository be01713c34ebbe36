/// How sure a comparison of variants is to be.
public struct ComparisonSettings: Sendable, Hashable, Codable {
    /// How probable it is that an interval holds the true rate, 0.5 to 0.999999; 0.95 by default.
    ///
    /// One minus it is how probable it is that a difference is reported where there is none.
    public var confidence: Double
    /// The smallest change worth finding, as a share of the control's rate, more than 0 and below 1; 0.2 by default.
    ///
    /// 0.2 is a click rate of 6 % instead of 5 %. Of a rate over one half it is a share of what is missing: a delivery rate of
    /// 98.4 % instead of 98 %. The smaller it is, the larger a sample is asked for.
    public var minimumLift: Double
    /// How probable it is that such a change is found, 0.5 to 0.999; 0.8 by default.
    public var power: Double
    /// The control's rate as known from earlier, more than 0 and below 1, to take the size of samples from; nil, the
    /// default, for the rate that it has in the comparison.
    public var expectedRate: Double?

    /// Creates settings; they are checked when a comparison takes them.
    ///
    /// - Parameters:
    ///   - confidence: How probable it is that an interval holds the true rate.
    ///   - minimumLift: The smallest change worth finding, as a share of the control's rate.
    ///   - power: How probable it is that such a change is found.
    ///   - expectedRate: The control's rate as known from earlier.
    public init(
        confidence: Double = 0.95, minimumLift: Double = 0.2, power: Double = 0.8, expectedRate: Double? = nil
    ) {
        self.confidence = confidence
        self.minimumLift = minimumLift
        self.power = power
        self.expectedRate = expectedRate
    }

    /// How probable it is that a difference is reported where there is none.
    var alpha: Double { 1 - confidence }

    func check() throws(SESMonitoringError) {
        func refuse(_ field: String, _ value: Double, _ range: String) throws(SESMonitoringError) {
            throw SESMonitoringError(.invalidComparison, message: "\(field) must be \(range), not \(value)")
        }
        guard confidence >= 0.5, confidence <= 0.999999 else {
            return try refuse("confidence", confidence, "0.5 to 0.999999")
        }
        guard minimumLift > 0, minimumLift < 1 else {
            return try refuse("minimumLift", minimumLift, "more than 0 and below 1")
        }
        guard power >= 0.5, power <= 0.999 else { return try refuse("power", power, "0.5 to 0.999") }
        if let expectedRate, !(expectedRate > 0 && expectedRate < 1) {
            try refuse("expectedRate", expectedRate, "more than 0 and below 1")
        }
    }
}
