#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How probable counts from a number on are in a beta-binomial distribution: a binomial one whose rate itself varies.
struct BetaBinomialTail {
    let whole: Int
    let rate: Double
    /// From 0, the binomial distribution, to less than 1.
    let correlation: Double

    /// The probability of so many or more.
    func probability(ofAtLeast part: Int) -> Double {
        guard part > 0 else { return 1 }
        guard part <= whole, rate > 0 else { return 0 }
        guard rate < 1 else { return 1 }
        let size = Double(whole)
        guard correlation > 1e-12 else {
            return RegularizedBeta.value(at: rate, Double(part), size - Double(part) + 1)
        }
        let sum = 1 / correlation - 1
        let deviation = (size * rate * (1 - rate) * (1 + (size - 1) * correlation)).squareRoot()
        guard deviation < 250 else {
            // So wide that steps of one count don't show: the beta distribution of the same mean and variance.
            let inner = size * size * rate * (1 - rate) / (deviation * deviation) - 1
            let at = 1 - (Double(part) - 0.5) / size
            return RegularizedBeta.value(at: at, (1 - rate) * inner, rate * inner)
        }
        return summed(from: part, rate * sum, (1 - rate) * sum)
    }

    /// Adds what each count has, from the first on, until nothing is left to add.
    private func summed(from part: Int, _ alpha: Double, _ beta: Double) -> Double {
        let size = Double(whole)
        let first = Double(part)
        let logarithm =
            LogGamma.value(size + 1) - LogGamma.value(first + 1) - LogGamma.value(size - first + 1)
            + LogGamma.value(first + alpha) + LogGamma.value(size - first + beta) - LogGamma.value(size + alpha + beta)
            + LogGamma.value(alpha + beta) - LogGamma.value(alpha) - LogGamma.value(beta)
        var term = exp(logarithm)
        var (sum, count) = (0.0, first)
        while count <= size {
            sum += term
            guard term > sum * 1e-10 else { break }
            term *= (size - count) * (count + alpha) / ((count + 1) * max(size - count - 1 + beta, .leastNonzeroMagnitude))
            count += 1
        }
        return min(sum, 1)
    }
}

/// The logarithm of the gamma function, by Lanczos's approximation (g = 7, nine terms): right to 14 digits.
enum LogGamma {
    private static let terms = [
        676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ]

    /// The value at a number greater than 0.
    static func value(_ x: Double) -> Double {
        guard x >= 0.5 else { return log(Double.pi / abs(sin(Double.pi * x))) - value(1 - x) }
        let shifted = x - 1
        var sum = 0.99999999999980993
        for (index, term) in terms.enumerated() { sum += term / (shifted + Double(index) + 1) }
        let base = shifted + 7.5
        return 0.5 * log(2 * Double.pi) + (shifted + 0.5) * log(base) - base + log(sum)
    }
}

/// The regularised incomplete beta function, by its continued fraction (Lentz's method).
enum RegularizedBeta {
    /// The value at `x`, 0 to 1, for parameters greater than 0.
    static func value(at x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exp(
            LogGamma.value(a + b) - LogGamma.value(a) - LogGamma.value(b) + a * log(x) + b * log1p(-x))
        // The fraction converges fast on one side of the mean; the other is its complement.
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        func bounded(_ number: Double) -> Double { abs(number) < 1e-300 ? 1e-300 : number }
        var c = 1.0
        var d = 1 / bounded(1 - (a + b) * x / (a + 1))
        var result = d
        for index in 1...10_000 {
            let m = Double(index)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / bounded(1 + even * d)
            c = bounded(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / bounded(1 + odd * d)
            c = bounded(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-13 { break }
        }
        return result
    }
}
