/// Statistics of parts of wholes.
package enum ProportionStatistics {
    /// Wilson's score interval of a proportion.
    ///
    /// E. B. Wilson: Probable inference, the law of succession, and statistical inference. 1927.
    ///
    /// - Parameters:
    ///   - part: How often something happened, 0 to `whole`.
    ///   - whole: Of how many; of none, anything may be: 0 to 1.
    ///   - z: How many standard errors the interval reaches to each side.
    ///   - countVariance: What errors of the two numbers add to the variance of the proportion; each side is widened by it as
    ///     Newcombe adds two.
    package static func wilson(part: Int, whole: Int, z: Double, countVariance: Double = 0) -> RateInterval {
        let exact = wilson(part: part, whole: whole, z: z)
        guard countVariance > 0, whole > 0 else { return exact }
        let p = Double(part) / Double(whole)
        func distance(_ exact: Double) -> Double { (exact * exact + z * z * countVariance).squareRoot() }
        return RateInterval(
            lower: max(0, p - distance(p - exact.lower)), upper: min(1, p + distance(exact.upper - p)))
    }

    private static func wilson(part: Int, whole: Int, z: Double) -> RateInterval {
        guard whole > 0 else { return RateInterval(lower: 0, upper: 1) }
        // The bounds are the roots of a quadratic equation; the lesser of each side's comes from the greater one without a
        // difference of near numbers.
        func upper(_ part: Int) -> Double {
            let (n, p) = (Double(whole), Double(part) / Double(whole))
            let root = (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
            return (p + z * z / (2 * n) + z * root) / (1 + z * z / n)
        }
        func lower(_ part: Int) -> Double {
            let (n, p) = (Double(whole), Double(part) / Double(whole))
            return p * p / ((1 + z * z / n) * upper(part))
        }
        return RateInterval(
            lower: part == 0 ? 0 : lower(part),
            upper: part == whole ? 1 : part > whole / 2 ? 1 - lower(whole - part) : upper(part))
    }

    /// Newcombe's hybrid score interval of the difference of two proportions, the other's minus the one's.
    ///
    /// R. G. Newcombe: Interval estimation for the difference between independent proportions. 1998; its method 10. What errors of
    /// the counts add to the variance of both proportions stands under both roots.
    package static func newcombe(
        _ one: (part: Int, whole: Int), _ other: (part: Int, whole: Int), z: Double, countVariance: Double = 0
    ) -> RateInterval {
        guard one.whole > 0, other.whole > 0 else { return RateInterval(lower: -1, upper: 1) }
        let (p1, p2) = (proportion(one), proportion(other))
        let first = wilson(part: one.part, whole: one.whole, z: z)
        let second = wilson(part: other.part, whole: other.whole, z: z)
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b + z * z * countVariance).squareRoot() }
        let difference = p2 - p1
        let lower = difference - distance(p2 - second.lower, first.upper - p1)
        let upper = difference + distance(second.upper - p2, p1 - first.lower)
        return RateInterval(
            lower: countVariance > 0 ? max(-1, lower) : lower, upper: countVariance > 0 ? min(1, upper) : upper)
    }

    /// The two-sided p of the z test of two proportions, with the variance of both taken together.
    ///
    /// - Parameters:
    ///   - one: How often it happened, and of how many.
    ///   - other: The same of the other.
    ///   - countErrors: The standard error of the one's two numbers and of the other's, each as a share of itself. They add to the
    ///     variance what they would if both proportions were the common one.
    package static func pooledZTestP(
        _ one: (part: Int, whole: Int), _ other: (part: Int, whole: Int), countErrors: (Double, Double) = (0, 0)
    ) -> Double {
        let (n1, n2) = (Double(one.whole), Double(other.whole))
        let pooled = (Double(one.part) + Double(other.part)) / (n1 + n2)
        let counts = 2 * pooled * pooled * (countErrors.0 * countErrors.0 + countErrors.1 * countErrors.1)
        let error = (pooled * (1 - pooled) * (1 / n1 + 1 / n2) + counts).squareRoot()
        guard error > 0 else { return 1 }
        return NormalDistribution.twoSidedP((proportion(other) - proportion(one)) / error)
    }

    /// The least number of a table's four that would be expected if both rows had the same rate.
    package static func leastExpected(_ one: (part: Int, whole: Int), _ other: (part: Int, whole: Int)) -> Double {
        let (n1, n2) = (Double(one.whole), Double(other.whole))
        let parts = Double(one.part) + Double(other.part)
        guard n1 + n2 > 0 else { return 0 }
        return min(n1, n2) * min(parts, n1 + n2 - parts) / (n1 + n2)
    }

    /// Holm's correction of some p for their number, in their order.
    ///
    /// S. Holm: A simple sequentially rejective multiple test procedure. 1979.
    package static func holm(_ values: [Double]) -> [Double] {
        var corrected = values
        var greatest = 0.0
        for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
            greatest = max(greatest, min(1, values[index] * Double(values.count - rank)))
            corrected[index] = greatest
        }
        return corrected
    }

    /// How many each of two groups needs so that the z test finds two rates to differ; not rounded.
    ///
    /// - Parameters:
    ///   - p1: The one's rate.
    ///   - p2: The other's rate.
    ///   - power: How probable it is that they are found to differ.
    ///   - alpha: How probable it is that equal rates are found to differ.
    package static func sampleSize(_ p1: Double, _ p2: Double, power: Double, alpha: Double) -> Double {
        let mean = (p1 + p2) / 2
        let ifEqual = NormalDistribution.upperQuantile(alpha / 2) * (2 * mean * (1 - mean)).squareRoot()
        let ifDifferent = NormalDistribution.quantile(power) * (p1 * (1 - p1) + p2 * (1 - p2)).squareRoot()
        let share = (ifEqual + ifDifferent) / (p2 - p1)
        return share * share
    }

    private static func proportion(_ counts: (part: Int, whole: Int)) -> Double {
        Double(counts.part) / Double(counts.whole)
    }
}
