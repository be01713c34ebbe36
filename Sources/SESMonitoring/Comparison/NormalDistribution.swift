#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The standard normal distribution.
package enum NormalDistribution {
    /// How probable it is that a value is as far from 0 as this one, on either side.
    package static func twoSidedP(_ z: Double) -> Double { erfc(z.magnitude / 2.0.squareRoot()) }

    /// How probable a value up to this one is.
    package static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// The value that isn't exceeded with a probability.
    ///
    /// A formula of Hastings (Abramowitz and Stegun 26.2.23), wrong by less than 0.0005, and then Halley's steps: each
    /// triples the number of right digits.
    ///
    /// - Parameter probability: 0 to 1; both ends give an infinity.
    package static func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability >= 1 ? .infinity : -.infinity
        }
        guard probability != 0.5 else { return 0 }
        // The lower half, where the cumulative probability has all its digits.
        guard probability <= 0.5 else { return -quantile(complementOf: probability) }
        return lowerQuantile(probability)
    }

    /// The value that is exceeded with a probability: of use where that is too small for one minus it to have its digits.
    package static func upperQuantile(_ probability: Double) -> Double { -quantile(probability) }

    private static func quantile(complementOf probability: Double) -> Double { lowerQuantile(1 - probability) }

    private static func lowerQuantile(_ probability: Double) -> Double {
        let t = (-2 * log(probability)).squareRoot()
        let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
        let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var x = numerator / denominator - t
        for _ in 0..<3 {
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            guard density > 0 else { break }
            let step = (cumulative(x) - probability) / density
            x -= step / (1 + x * step / 2)
        }
        return x
    }
}
