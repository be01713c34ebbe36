/// Fisher's exact test of a table of two rows: how often something happened, and how often it didn't.
package enum FisherExactTest {
    /// How probable a table at least as improbable as this one is, with the same sums of rows and columns.
    ///
    /// The probabilities are those of a hypergeometric distribution, each made from its neighbour's, from the most probable
    /// one outward, and divided by their sum: no factorial, so nothing cancels. Those that are too small for a number don't
    /// count; a table beyond them has a probability of 0.
    ///
    /// - Parameters:
    ///   - one: How often it happened, and of how many, in the first row.
    ///   - other: The same in the second row.
    package static func twoSidedP(_ one: (part: Int, whole: Int), _ other: (part: Int, whole: Int)) -> Double {
        let wholes = (Double(one.whole), Double(other.whole))
        let parts = Double(one.part) + Double(other.part)
        let range = (max(0, parts - wholes.1), min(parts, wholes.0))
        guard range.0 < range.1 else { return 1 }
        // Of the next part to this one, in the first row.
        func ratio(_ x: Double) -> Double {
            (parts - x) * (wholes.0 - x) / ((x + 1) * (wholes.1 - parts + x + 1))
        }
        let expected = ((parts + 1) * (wholes.0 + 1) / (wholes.0 + wholes.1 + 2)).rounded(.down)
        let mode = min(max(expected, range.0), range.1)
        let observed = Double(one.part)

        var weights = [1.0]
        var observedWeight = observed == mode ? 1.0 : 0
        func take(_ weight: Double, at x: Double) {
            weights.append(weight)
            if x == observed { observedWeight = weight }
        }
        var (x, weight) = (mode, 1.0)
        while x < range.1 {
            weight *= ratio(x)
            x += 1
            guard weight >= .leastNormalMagnitude else { break }
            take(weight, at: x)
        }
        (x, weight) = (mode, 1.0)
        while x > range.0 {
            x -= 1
            weight /= ratio(x)
            guard weight >= .leastNormalMagnitude else { break }
            take(weight, at: x)
        }
        guard observedWeight > 0 else { return 0 }
        // The smallest first, so that they aren't lost beside the others. Equal ones may differ in their last digits.
        weights.sort()
        let limit = observedWeight * (1 + 1e-10)
        let sum = weights.reduce(0, +)
        let asImprobable = weights.prefix { $0 <= limit }.reduce(0, +)
        return min(1, asImprobable / sum)
    }
}
