/// Whether a window's count is higher than a history of steps explains, with a stated probability of a false alarm.
///
/// Rates of mail vary from step to step by more than chance: campaigns and lists differ. So the history gives two numbers. The first
/// is the rate `p` of all steps, with half an event added, so that a history without any has a rate too. The second is the correlation
/// `rho` within a step, from Pearson's chi-squared over the steps (method of moments): the variance of a step of `n` is
/// `n p (1 - p) (1 + (n - 1) rho)`. A window of several steps has the sum, and on top what isn't known of `p`.
///
/// The count is compared with the beta-binomial distribution of that mean and variance. As `rho` is itself estimated from few steps, the
/// probability is averaged over the values that a chi-squared distribution leaves for it, as Student's distribution does for the normal
/// one. An alarm is a probability of at most `falseAlarms` for what was counted or more.
struct AnomalyTest: Sendable {
    /// The rate that history leads one to expect.
    let expectedRate: Double
    /// How many the window's rate is of.
    private let whole: Int
    /// What the variance of the window's count is multiplied by, with its weight, for each value that `rho` may have.
    private let inflations: [(weight: Double, factor: Double)]
    /// The same for the most plausible value.
    private let inflation: Double

    /// - Parameters:
    ///   - history: The steps before the window.
    ///   - window: What the rates of the window's steps are of.
    ///   - whole: What the window's rate is of.
    init(history: BinomialSample, window: [Int], whole: Int) {
        let total = history.whole
        let rate = (history.part + 0.5) / (total + 1)
        expectedRate = rate
        self.whole = whole
        let spread = Self.spread(of: window.map(Double.init))
        let pastSpread = Self.spread(of: history.steps.map { Double($0.whole) })
        let ratio = Double(whole) / max(total, 1)
        func factor(_ rho: Double) -> Double { 1 + rho * spread + ratio * (1 + rho * pastSpread) }
        let dispersion = Dispersion(of: history, rate: rate)
        inflation = factor(dispersion.correlation(atQuantileOf: 0))
        inflations = Self.quantiles.map { ($0.weight, factor(dispersion.correlation(atQuantileOf: $0.z))) }
    }

    /// Whether so many are too many.
    func isUnusual(_ part: Int, falseAlarms: Double) -> Bool {
        let mean = Double(whole) * expectedRate
        let deviation = (mean * (1 - expectedRate) * inflation).squareRoot()
        // What is within one standard deviation isn't unusual, and most judgements end here.
        guard Double(part) > mean + deviation else { return false }
        return probability(ofAtLeast: part) <= falseAlarms
    }

    /// How probable so many or more are if nothing has changed.
    func probability(ofAtLeast part: Int) -> Double {
        inflations.reduce(0) { sum, inflation in
            let correlation = whole > 1 ? min((inflation.factor - 1) / Double(whole - 1), 0.999) : 0
            return sum + inflation.weight
                * BetaBinomialTail(whole: whole, rate: expectedRate, correlation: correlation).probability(ofAtLeast: part)
        }
    }

    /// The largest rate that isn't unusual.
    func threshold(falseAlarms: Double) -> Double {
        var (usual, unusual) = (Int((Double(whole) * expectedRate).rounded(.down)), whole + 1)
        while unusual - usual > 1 {
            let middle = usual + (unusual - usual) / 2
            if isUnusual(middle, falseAlarms: falseAlarms) { unusual = middle } else { usual = middle }
        }
        return Double(usual) / Double(max(whole, 1))
    }

    /// By what a correlation within steps multiplies the variance of their sum, less one: `sum n (n - 1) / sum n`.
    private static func spread(of wholes: [Double]) -> Double {
        let sum = wholes.reduce(0, +)
        return sum > 0 ? wholes.reduce(0) { $0 + $1 * ($1 - 1) } / sum : 0
    }

    /// Parts of the probability, and the normal quantile in the middle of each: ever smaller ones where `rho` is large, since what is
    /// improbable happens there.
    private static let quantiles: [(weight: Double, z: Double)] = [
        (0.000244140625, -3.668329), (0.000244140625, -3.377146), (0.00048828125, -3.18156),
        (0.0009765625, -2.975021), (0.001953125, -2.755549), (0.00390625, -2.520502), (0.0078125, -2.266227),
        (0.015625, -1.987428), (0.03125, -1.67594), (0.0625, -1.318011), (0.125, -0.887147), (0.25, -0.318639),
        (0.25, 0.318639), (0.25, 1.150349),
    ]
}

/// How much more than chance the steps of a history vary.
private struct Dispersion {
    /// Pearson's chi-squared, and the steps less one.
    private var chiSquared = 0.0
    private var freedom = 0.0
    /// What chi-squared grows by with the correlation.
    private var slope = 0.0

    init(of history: BinomialSample, rate: Double) {
        let total = history.whole
        for step in history.steps {
            let (part, whole) = (Double(step.part), Double(step.whole))
            let difference = part - whole * rate
            chiSquared += difference * difference / (whole * rate * (1 - rate))
            slope += (whole - 1) * (1 - whole / total)
        }
        freedom = max(Double(history.steps.count) - 1, 1)
    }

    /// The correlation for which chi-squared would lie at a normal quantile of its distribution; 0 is the middle.
    ///
    /// The quantile of chi-squared is Wilson and Hilferty's.
    func correlation(atQuantileOf z: Double) -> Double {
        guard slope > 0 else { return 0 }
        let part = 2 / (9 * freedom)
        let root = max(1 - part + z * part.squareRoot(), 0.1)
        let quantile = root * root * root
        return min(max((chiSquared / quantile - freedom) / slope, 0), 0.999)
    }
}
