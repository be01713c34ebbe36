/// What was counted in steps of time: a part of a whole in each.
///
/// Steps without anything, or with a part that exceeds its whole by chance of time, say nothing and are left out or cut.
struct BinomialSample: Hashable, Sendable {
    struct Step: Hashable, Sendable {
        var part: Int
        var whole: Int
    }

    let steps: [Step]

    init(_ counts: some Sequence<(part: Int, whole: Int)>) {
        steps = counts.filter { $0.whole > 0 }.map { Step(part: min(max($0.part, 0), $0.whole), whole: $0.whole) }
    }

    init(_ figures: [MonitorFigures], _ rate: MonitorRate) {
        self.init(figures.lazy.map { $0.counts(for: rate) })
    }

    var part: Double { steps.reduce(0) { $0 + Double($1.part) } }
    var whole: Double { steps.reduce(0) { $0 + Double($1.whole) } }

    /// The rate of all steps; nil if it would be of less than so many, or of nothing.
    func rate(ofAtLeast minimum: Int) -> Double? {
        let whole = whole
        return whole > 0 && whole >= Double(minimum) ? part / whole : nil
    }
}
