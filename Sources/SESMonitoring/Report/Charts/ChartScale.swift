#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How values become places: from 0 to a round number that holds all of them.
struct ChartScale: Sendable, Equatable {
    /// What the top stands for.
    let top: Double
    /// The values that have a line, from 0 to the top.
    let ticks: [Double]

    /// Finds the scale of values up to a number; of 0 or less it goes to 1 %.
    init(upTo greatest: Double) {
        let greatest = greatest > 0 && greatest.isFinite ? greatest : 0.01
        let power = pow(10, log10(greatest).rounded(.down))
        let steps = [1.0, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10]
        let step = steps.first { $0 * power >= greatest * (1 - 1e-9) } ?? 10
        top = step * power
        ticks = [0, top / 2, top]
    }

    /// Where a value lies from the top of a plot downward; values beyond the ends lie at them.
    func y(_ value: Double, height: Double) -> Double {
        guard value.isFinite else { return height }
        return height - min(max(value / top, 0), 1) * height
    }
}

/// Numbers of geometry as text.
enum ChartNumber {
    /// A length, with at most two places.
    static func length(_ value: Double) -> String {
        var text = ReportNumber.decimal(value, places: 2).replacing("−", with: "-")
        while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") {
            let isPoint = text.hasSuffix(".")
            text.removeLast()
            if isPoint { break }
        }
        return text
    }

    /// A share of the width, such as `12.5%`.
    static func share(_ value: Double) -> String { length(value * 100) + "%" }
}
