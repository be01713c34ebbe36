import Foundation
import SESMonitoring
import Testing

@Suite("A comparison of variants")
struct VariantComparisonTests {
    private func comparison(
        _ rate: MonitorRate = .click, _ variants: (Int, Int)..., settings: ComparisonSettings = ComparisonSettings()
    ) throws -> VariantComparison {
        try VariantComparison(
            rate, variants.enumerated().map { .init("variant \($0)", part: $1.0, of: $1.1) }, settings: settings)
    }

    @Test("says what is better, by the rate's sense", arguments: MonitorRate.allCases)
    func verdicts(_ rate: MonitorRate) throws {
        let more = try comparison(rate, (500, 10_000), (650, 10_000)).contrasts[0]
        let less = try comparison(rate, (650, 10_000), (500, 10_000)).contrasts[0]
        #expect(more.verdict == (rate.isBetterLower ? .worse : .better))
        #expect(less.verdict == (rate.isBetterLower ? .better : .worse))
        #expect(rate.isBetterLower == ![.open, .click, .delivery].contains(rate))
    }

    @Test("has differences and lifts from the control to the variant")
    func differences() throws {
        let contrast = try comparison(.click, (500, 10_000), (600, 10_000)).contrasts[0]
        let difference = try #require(contrast.difference)
        #expect((difference - 0.01).magnitude < 1e-12)
        #expect((try #require(contrast.lift) - 0.2).magnitude < 1e-12)
        #expect(contrast.interval.lower < difference && difference < contrast.interval.upper)
        #expect(contrast.test == .pooledZ)
        #expect(contrast.pValue < 0.01)
    }

    @Test("shows no difference where there is none")
    func none() throws {
        let comparison = try comparison(.click, (500, 10_000), (503, 10_000))
        #expect(comparison.contrasts[0].verdict == .noDifference)
        #expect(comparison.contrasts[0].pValue > 0.9)
        #expect(comparison.contrasts[0].interval.lower < 0 && comparison.contrasts[0].interval.upper > 0)
    }

    @Test("refuses a verdict below the sample that it needs, whatever the numbers look like")
    func tooSmall() throws {
        let required = try VariantComparison.requiredSampleSize(baseline: 0.05, minimumEffect: 0.01)
        #expect(required == 8_158)
        let few = try comparison(.click, (5, 100), (40, 100)).contrasts[0]
        #expect(few.verdict == .tooSmall(requiredPerVariant: required))
        #expect(few.pValue < 1e-6)
        let oneTooFew = try comparison(.click, (500, 10_000), (816, required - 1)).contrasts[0]
        #expect(oneTooFew.verdict == .tooSmall(requiredPerVariant: required))
        let enough = try comparison(.click, (500, 10_000), (816, required)).contrasts[0]
        #expect(enough.verdict == .better)
    }

    @Test("takes the smallest change worth finding of what is missing, where a rate is high")
    func complement() throws {
        let high = try comparison(.delivery, (98, 100), (97, 100)).contrasts[0]
        let low = try comparison(.bounce, (2, 100), (3, 100)).contrasts[0]
        #expect(high.verdict == low.verdict)
        let expected = try VariantComparison.requiredSampleSize(baseline: 0.02, minimumEffect: 0.004)
        #expect(low.verdict == .tooSmall(requiredPerVariant: expected))
        let settings = ComparisonSettings(expectedRate: 0.5)
        let known = try comparison(.bounce, (2, 100), (3, 100), settings: settings).contrasts[0]
        #expect(known.verdict == .tooSmall(requiredPerVariant: 388))
    }

    @Test("needs more than it can have, or a careful guess, where nothing happened")
    func nothing() throws {
        for counts in [(0, 0), (0, 10), (10, 10)] {
            let contrast = try comparison(.complaint, counts, counts).contrasts[0]
            guard case .tooSmall(let required) = contrast.verdict else {
                Issue.record("\(counts): \(contrast.verdict)")
                continue
            }
            #expect(required > 100)
            #expect(contrast.pValue == 1)
            #expect(contrast.lift == (counts.0 == 0 ? nil : 0))
        }
        let empty = try comparison(.click, (0, 0), (5, 10))
        #expect(empty.estimates[0].rate == nil)
        #expect(empty.estimates[0].interval == RateInterval(lower: 0, upper: 1))
        #expect(empty.contrasts[0].difference == nil)
        #expect(empty.contrasts[0].interval == RateInterval(lower: -1, upper: 1))
    }

    @Test("corrects for the number of variants")
    func corrected() throws {
        let alone = try comparison(.click, (500, 10_000), (568, 10_000)).contrasts[0]
        #expect(alone.verdict == .better)
        #expect(alone.correctedPValue == alone.pValue)
        let among = try comparison(.click, (500, 10_000), (568, 10_000), (501, 10_000), (502, 10_000)).contrasts
        #expect(among[0].pValue == alone.pValue)
        #expect(among[0].correctedPValue == 3 * alone.pValue)
        #expect(among[0].verdict == .noDifference)
        #expect(among[1].correctedPValue == 1)
    }

    @Test("takes opens and clicks that look like a person's, one an e-mail")
    func figures() throws {
        var one = MonitorFigures()
        (one.deliveredMessages, one.opens, one.uniqueOpens, one.automaticOpens) = (100, 90, 40, 70)
        var other = one
        other.uniqueOpens = 41
        let comparison = try VariantComparison(.open, figures: [("one", one), ("other", other)])
        #expect(comparison.estimates.map(\.part) == [40, 41])
        #expect(comparison.estimates.map(\.whole) == [100, 100])
    }

    @Test("refuses numbers that can't be")
    func refused() throws {
        let many = 1_000_000_000_000_001
        for variants in [[(1, 2)], [(1, 2), (3, 2)], [(-1, 2), (1, 2)], [(0, -1), (1, 2)], [(0, many), (1, 2)]] {
            let error = #expect(throws: SESMonitoringError.self) {
                try VariantComparison(
                    .click, variants.enumerated().map { .init("variant \($0)", part: $1.0, of: $1.1) })
            }
            #expect(error?.code == .invalidComparison)
        }
        #expect(throws: SESMonitoringError.self) {
            try VariantComparison(.click, [.init("a", part: 1, of: 2), .init("a", part: 1, of: 2)])
        }
        #expect(throws: SESMonitoringError.self) { try VariantComparison(.click, []) }
        let settings = [
            ComparisonSettings(confidence: 0.4), ComparisonSettings(confidence: 1), ComparisonSettings(minimumLift: 0),
            ComparisonSettings(minimumLift: 1), ComparisonSettings(power: 1), ComparisonSettings(expectedRate: 0),
            ComparisonSettings(confidence: .nan),
        ]
        for settings in settings {
            #expect(throws: SESMonitoringError.self, "\(settings)") {
                try comparison(.click, (1, 2), (1, 2), settings: settings)
            }
        }
    }

    @Test("asks for samples of a size, or says why it can't")
    func sizes() throws {
        #expect(try VariantComparison.requiredSampleSize(baseline: 0.5, minimumEffect: 0.1) == 388)
        #expect(try VariantComparison.requiredSampleSize(baseline: 0.05, minimumEffect: -0.05) == 152)
        #expect(try VariantComparison.requiredSampleSize(baseline: 1e-12, minimumEffect: 1e-25) > 1_000_000_000_000)
        for (baseline, effect) in [(0, 0.1), (1, -0.1), (0.5, 0), (0.5, 0.6), (0.5, -0.6), (.nan, 0.1), (0.5, .nan)] {
            #expect(throws: SESMonitoringError.self) {
                try VariantComparison.requiredSampleSize(baseline: baseline, minimumEffect: effect)
            }
        }
        #expect(throws: SESMonitoringError.self) {
            try VariantComparison.requiredSampleSize(baseline: 0.5, minimumEffect: 0.1, power: 1)
        }
        #expect(throws: SESMonitoringError.self) {
            try VariantComparison.requiredSampleSize(baseline: 0.5, minimumEffect: 0.1, alpha: 0)
        }
    }

    @Test("holds the largest numbers it takes")
    func huge() throws {
        let most = 1_000_000_000_000_000
        for (one, other) in [(0, most), (most, most), (most / 2, most / 2 + 1), (3, 4), (0, 4)] {
            let comparison = try comparison(.click, (one, most), (other, most))
            #expect((0...1).contains(comparison.contrasts[0].pValue))
            #expect(comparison.estimates.allSatisfy { $0.interval.lower <= $0.interval.upper })
        }
    }

    @Test("finds identical variants to differ about as often as it says, if their counts are estimates")
    func estimates() throws {
        var random = SeededGenerator(seed: 11)
        // As good as normal: the sum of twelve.
        func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) } }
        func figures() -> MonitorFigures {
            var figures = MonitorFigures()
            let clicks = 2_000 + (2_000 * 0.95).squareRoot() * normal()
            figures.deliveredMessages = Int((40_000 * (1 + 0.023 * normal())).rounded())
            figures.uniqueClicks = Int((clicks * (1 + 0.023 * normal())).rounded())
            figures.isExact = false
            return figures
        }
        let runs = 4_000
        var (wrong, wrongIfExact, left) = (0, 0, 0)
        for _ in 0..<runs {
            var (one, other) = (figures(), figures())
            let contrast = try VariantComparison(.click, figures: [("one", one), ("other", other)]).contrasts[0]
            #expect(contrast.test == .pooledZ)
            if contrast.verdict != .noDifference { wrong += 1 }
            if contrast.interval.lower > 0 || contrast.interval.upper < 0 { left += 1 }
            (one.isExact, other.isExact) = (true, true)
            let exact = try VariantComparison(.click, figures: [("one", one), ("other", other)]).contrasts[0]
            if exact.verdict != .noDifference { wrongIfExact += 1 }
        }
        // 5 % of them, with a standard error of 0.34 %.
        #expect((0.035...0.065).contains(Double(wrong) / Double(runs)), "\(wrong) of \(runs)")
        #expect((0.035...0.065).contains(Double(left) / Double(runs)), "\(left) of \(runs)")
        #expect(Double(wrongIfExact) / Double(runs) > 0.15, "else the test shows nothing")
    }

    @Test("of estimates has wider intervals, no exact test, and no part that exceeds its whole by their error alone")
    func estimateBounds() throws {
        for (part, whole) in [(0, 100), (3, 100), (50, 100), (100, 100)] {
            let exact = VariantComparison.Variant("exact", part: part, of: whole)
            let estimate = VariantComparison.Variant("estimate", part: part, of: whole, countError: 0.023)
            let both = try VariantComparison(.click, [exact, estimate])
            let (narrow, wide) = (both.estimates[0].interval, both.estimates[1].interval)
            #expect(part == 0 ? wide == narrow : wide.lower < narrow.lower && wide.upper >= narrow.upper)
            #expect(wide.lower >= 0 && wide.upper <= 1)
            #expect(both.contrasts[0].test == .pooledZ && both.contrasts[0].pValue == 1)
            let interval = both.contrasts[0].interval
            #expect(interval.lower < 0 && interval.upper > 0 && interval.lower >= -1 && interval.upper <= 1)
        }
        var figures = MonitorFigures()
        (figures.deliveredMessages, figures.uniqueOpens, figures.isExact) = (1_000, 1_100, false)
        #expect(try VariantComparison(.open, figures: [("a", figures), ("b", figures)]).estimates[0].rate == 1)
        figures.uniqueOpens = 1_200
        #expect(throws: SESMonitoringError.self) {
            try VariantComparison(.open, figures: [("a", figures), ("b", figures)])
        }
        for error in [-0.1, 0.2, .nan] {
            #expect(throws: SESMonitoringError.self) {
                try VariantComparison(
                    .click, [.init("a", part: 1, of: 2), .init("b", part: 1, of: 2, countError: error)])
            }
        }
    }

    @Test("names subjects by what they differ in")
    func subjectNames() throws {
        let (nothing, now) = (FakeReading(entries: [:]), Date(timeIntervalSince1970: 0))
        func names(_ subjects: MonitorSubject...) throws -> [String] {
            try VariantComparison(.click, of: subjects, in: nothing, window: .days(1), endingAt: now).estimates.map(
                \.name)
        }
        #expect(try names(.tag("subject", "long", in: "a"), .tag("subject", "short", in: "a")) == ["long", "short"])
        #expect(
            try names(.recipientDomain("a.example", in: "a"), .recipientDomain("b.example", in: "a")) == [
                "a.example", "b.example",
            ])
        #expect(
            try names(.tag("subject", "x", in: "a"), .tag("sender", "x", in: "a")) == ["a, subject=x", "a, sender=x"])
        #expect(
            try names(.tag("subject", "x", in: "a"), .tag("subject", "x", in: "b")) == ["a, subject=x", "b, subject=x"])
        #expect(try names(.set("a"), .tag("subject", "x", in: "a")) == ["a", "a, subject=x"])
        #expect(
            try names(.tag("subject", "a.example", in: "a"), .recipientDomain("a.example", in: "a")) == [
                "a, subject=a.example", "a, a.example",
            ])
    }
}
