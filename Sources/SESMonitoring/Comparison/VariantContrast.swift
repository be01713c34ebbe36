/// A variant beside the control.
public struct VariantContrast: Sendable, Hashable, Codable {
    /// How a difference is tested.
    @nonexhaustive
    public enum Test: String, Sendable, Hashable, Codable {
        /// The z test of two proportions with a common variance.
        case pooledZ
        /// Fisher's exact test: one of the four numbers would be expected below 5, and all are exact.
        case fisherExact
    }

    /// The variant's name.
    public var name: String
    /// Its rate minus the control's, -1 to 1; nil if one of them has none.
    public var difference: Double?
    /// Where the true difference lies, by Newcombe's hybrid score method; -1 to 1 if nothing is known.
    public var interval: RateInterval
    /// The difference as a share of the control's rate: 0.2 is a fifth more; nil if the control's rate is 0 or unknown.
    public var lift: Double?
    /// How the difference was tested.
    public var test: Test
    /// How probable a difference at least as great is if there is none, 0 to 1.
    public var pValue: Double
    /// The same, corrected by Holm's method for the number of variants, 0 to 1.
    public var correctedPValue: Double
    /// What that says.
    public var verdict: ComparisonVerdict

    init(_ variant: VariantComparison.Variant, control: VariantComparison.Variant, z: Double) {
        name = variant.name
        let (one, other) = (control.counts, variant.counts)
        interval = ProportionStatistics.newcombe(
            one, other, z: z, countVariance: control.countVariance + variant.countVariance)
        if let rate = variant.rate, let controlRate = control.rate {
            difference = rate - controlRate
            lift = controlRate > 0 ? rate / controlRate - 1 : nil
        }
        let isExact = control.countError == 0 && variant.countError == 0
        test = isExact && ProportionStatistics.leastExpected(one, other) < 5 ? .fisherExact : .pooledZ
        pValue =
            switch test {
            case .pooledZ:
                ProportionStatistics.pooledZTestP(one, other, countErrors: (control.countError, variant.countError))
            case .fisherExact: FisherExactTest.twoSidedP(one, other)
            }
        correctedPValue = pValue
        verdict = .noDifference
    }

    func verdict(_ rate: MonitorRate, alpha: Double) -> ComparisonVerdict {
        guard correctedPValue < alpha, let difference, difference != 0 else { return .noDifference }
        return (difference < 0) == rate.isBetterLower ? .better : .worse
    }
}
