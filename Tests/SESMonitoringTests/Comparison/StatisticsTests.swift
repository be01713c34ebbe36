import Foundation
import Testing

@testable import SESMonitoring

/// One line of what SciPy and statsmodels say; see `.ci/statistics-grid.py`.
private struct Line: Decodable {
    var kind: String
    var control: [Int]?
    var variant: [Int]?
    var confidence: Double?
    var controlInterval: [Double]?
    var variantInterval: [Double]?
    var differenceInterval: [Double]?
    var pooledZ: Double?
    var fisher: Double?
    var isExact: Bool?
    var baseline: Double?
    var other: Double?
    var power: Double?
    var alpha: Double?
    var size: Double?
    var values: [Double]?
    var corrected: [Double]?
    var probability: Double?
    var quantile: Double?
    var x: Double?
}

@Suite("Statistics are SciPy's and statsmodels'")
struct StatisticsTests {
    @Test("in the part of the grid that is kept")
    func kept() throws {
        let url = try #require(Bundle.module.url(forResource: "statistics", withExtension: "jsonl"))
        try check(url, atLeast: 250)
    }

    @Test(
        "in the whole grid", .enabled(if: ProcessInfo.processInfo.environment["SES_STATISTICS"] != nil))
    func whole() throws {
        let path = try #require(ProcessInfo.processInfo.environment["SES_STATISTICS"])
        try check(URL(fileURLWithPath: path), atLeast: 3_000)
    }

    private func check(_ url: URL, atLeast count: Int) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let decoder = JSONDecoder()
        var (compared, wrong, numbers) = (0, [String](), 0)
        for text in lines {
            var differences: [String] = []
            for (what, ours, theirs) in try comparisons(decoder.decode(Line.self, from: Data(text.utf8))) {
                numbers += 1
                if !agree(ours, theirs) { differences.append("\(what): \(ours) instead of \(theirs)") }
            }
            if !differences.isEmpty { wrong.append("\(text): \(differences)") }
            compared += 1
        }
        print("statistics: \(compared) cases, \(numbers) numbers, \(wrong.count) cases differ")
        #expect(compared >= count)
        #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
    }

    /// To a billionth, or what is left of a difference of near numbers; both too small to have their digits is the same.
    private func agree(_ ours: Double, _ theirs: Double) -> Bool {
        let difference = (ours - theirs).magnitude
        return difference <= 1e-9 * max(ours.magnitude, theirs.magnitude) && ours.isFinite
            || difference < 1e-290
    }

    /// Ours and theirs by name.
    private func comparisons(_ line: Line) throws -> [(String, Double, Double)] {
        switch line.kind {
        case "pair": try pair(line)
        case "size":
            [
                (
                    "size",
                    ProportionStatistics.sampleSize(
                        try #require(line.baseline), try #require(line.other), power: try #require(line.power),
                        alpha: try #require(line.alpha)), try #require(line.size)
                )
            ]
        case "holm":
            zip(ProportionStatistics.holm(try #require(line.values)), try #require(line.corrected))
                .map { ("corrected", $0, $1) }
        case "normal":
            [
                (
                    "quantile", NormalDistribution.quantile(try #require(line.probability)),
                    try #require(line.quantile)
                )
            ]
        case "cumulative":
            [
                (
                    "cumulative", NormalDistribution.cumulative(try #require(line.x)), try #require(line.probability)
                )
            ]
        default: throw CocoaError(.coderInvalidValue)
        }
    }

    private func pair(_ line: Line) throws -> [(String, Double, Double)] {
        let (control, variant) = (try #require(line.control), try #require(line.variant))
        let comparison = try VariantComparison(
            .click, [.init("a", part: control[0], of: control[1]), .init("b", part: variant[0], of: variant[1])],
            settings: ComparisonSettings(confidence: try #require(line.confidence)))
        let contrast = try #require(comparison.contrasts.first)
        #expect((contrast.test == .fisherExact) == line.isExact, "\(line)")
        var all: [(String, Double, Double?)] = [
            ("p", contrast.pValue, contrast.test == .fisherExact ? line.fisher : line.pooledZ),
            ("lower", comparison.estimates[0].interval.lower, line.controlInterval?[0]),
            ("upper", comparison.estimates[0].interval.upper, line.controlInterval?[1]),
            ("variant's lower", comparison.estimates[1].interval.lower, line.variantInterval?[0]),
            ("variant's upper", comparison.estimates[1].interval.upper, line.variantInterval?[1]),
        ]
        if let bounds = line.differenceInterval {
            // Both bounds are differences of rates: what their last digit is worth is the rates'.
            all.append(("difference's lower", 1 + contrast.interval.lower, 1 + bounds[0]))
            all.append(("difference's upper", 1 + contrast.interval.upper, 1 + bounds[1]))
        }
        if let fisher = line.fisher {
            let (one, other) = ((control[0], control[1]), (variant[0], variant[1]))
            all.append(("Fisher's p", FisherExactTest.twoSidedP(one, other), fisher))
        }
        return try all.map { name, ours, theirs in (name, ours, try #require(theirs)) }
    }
}
