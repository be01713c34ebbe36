/// How often a piece of work can be done in a second: the median of several runs.
struct Measurement {
    /// The rate of each run.
    private let rates: [Double]

    /// Runs work over and over.
    ///
    /// - Parameters:
    ///   - runs: How many runs to take the median of.
    ///   - duration: About how long one run takes.
    ///   - work: Does the work as often as it is told.
    init(runs: Int = 7, duration: Duration = .milliseconds(200), _ work: (_ count: Int) -> Void) {
        let clock = ContinuousClock()
        var count = 1
        // Also warms up: doubles the count until one run is long enough to be timed.
        while clock.measure({ work(count) }) < duration / 4 { count *= 2 }
        count *= 4
        rates = (0..<runs).map { _ in Double(count) / Self.seconds(clock.measure { work(count) }) }
    }

    /// Runs several pieces of work in turn, so that what slows the machine for a while slows all of them alike.
    ///
    /// - Parameters:
    ///   - runs: How often each runs.
    ///   - units: How much each does in one run.
    ///   - work: The pieces; each has run once before, if it needs to warm up.
    /// - Returns: Their rates, in units a second and in their order.
    static func interleaved(runs: Int, units: Int, _ work: [() async throws -> Void]) async throws -> [Self] {
        let clock = ContinuousClock()
        var rates: [[Double]] = Array(repeating: [], count: work.count)
        for _ in 0..<runs {
            for (index, piece) in work.enumerated() {
                rates[index].append(Double(units) / seconds(try await clock.measure(piece)))
            }
        }
        return rates.map(Self.init(rates:))
    }

    private init(rates: [Double]) {
        self.rates = rates
    }

    /// The median rate.
    var median: Double {
        rates.sorted()[rates.count / 2]
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
