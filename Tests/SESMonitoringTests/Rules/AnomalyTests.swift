import Foundation
import SESTesting
import Testing

@testable import SESMonitoring

@Suite("An anomaly")
struct AnomalyTests {
    /// How a mail stream's steps vary.
    struct Stream: Sendable, CustomStringConvertible {
        var sends: ClosedRange<Int>
        var rate: Double
        /// The standard deviation of the steps' true rates, as a share of their mean.
        var variation: Double
        var history: Int
        var window: Int

        var description: String { "\(rate) ± \(variation), \(history) + \(window) steps of \(sends)" }

        func step(_ random: inout MailRandom, factor: Double = 1) -> (part: Int, whole: Int) {
            let sends = Int.random(in: sends, using: &random.generator)
            return (random.binomial(sends, random.rate(rate * factor, variation: variation)), sends)
        }
    }

    /// The share of judgements that raise an alarm.
    private func alarms(_ stream: Stream, _ falseAlarms: Double, judgements: Int, factor: Double = 1) -> Double {
        var random = MailRandom(seed: 2025)
        var found = 0
        var series: [(part: Int, whole: Int)] = []
        let length = stream.history + stream.window
        for judgement in 0..<judgements {
            // A series of its own now and then: judgements that share a history aren't independent.
            if judgement % 40 == 0 { series = (0..<length - 1).map { _ in stream.step(&random) } }
            series.append(stream.step(&random))
            let present = Array(series.suffix(length))
            var window = Array(present.suffix(stream.window))
            if factor != 1 { window = window.map { _ in stream.step(&random, factor: factor) } }
            let counts = (part: window.reduce(0) { $0 + $1.part }, whole: window.reduce(0) { $0 + $1.whole })
            let test = AnomalyTest(
                history: BinomialSample(present.prefix(stream.history)), window: window.map(\.whole),
                whole: counts.whole)
            if test.isUnusual(counts.part, falseAlarms: falseAlarms) { found += 1 }
        }
        return Double(found) / Double(judgements)
    }

    static let stationary = [
        Stream(sends: 500...1500, rate: 0.02, variation: 0, history: 47, window: 1),
        Stream(sends: 500...1500, rate: 0.02, variation: 0.3, history: 47, window: 1),
        Stream(sends: 100...2000, rate: 0.02, variation: 0.5, history: 42, window: 6),
        Stream(sends: 100...2000, rate: 0.001, variation: 0.5, history: 24, window: 24),
        Stream(sends: 500...1500, rate: 0.02, variation: 1, history: 40, window: 8),
    ]

    @Test("is found in a stream that stays as it is no more often than stated", arguments: stationary)
    func falseAlarms(_ stream: Stream) {
        // 4,000 judgements of each of five streams: with 2 % false alarms 80 would have a standard deviation of 9, and there are half as
        // many.
        #expect(alarms(stream, 0.02, judgements: 4000) <= 0.02)
        // Not because it finds nothing at all.
        #expect(alarms(stream, 0.02, judgements: 100, factor: 8) > 0.5)
    }

    @Test(
        "is found when a rate doubles, as often as stated",
        arguments: [
            (Stream(sends: 500...1500, rate: 0.02, variation: 0, history: 47, window: 1), 0.001, 0.48),
            (Stream(sends: 500...1500, rate: 0.02, variation: 0.3, history: 42, window: 6), 0.001, 0.8),
            (Stream(sends: 500...1500, rate: 0.02, variation: 0.3, history: 24, window: 24), 0.001, 0.95),
        ])
    func power(_ stream: Stream, _ falseAlarms: Double, _ power: Double) {
        #expect(alarms(stream, falseAlarms, judgements: 400, factor: 2) >= power)
    }

    @Test("is raised with the rate that would have been usual, and is over well below it")
    func engine() throws {
        var rule = MonitorRule.anomaly(.bounce, in: "promo", window: .hours(1))
        rule.coolDown = 0
        var engine = try RuleEngine(rules: [rule])
        func judge(_ bounces: Int, of sends: Int = 1000, steps: Int = 40) -> [MonitorAlert] {
            var reading = RuleReading(bounces: bounces, of: sends)
            let present = reading.steps[.set("promo")] ?? []
            let past = (0..<steps).flatMap { RuleReading(bounces: 18 + $0 % 5, of: 1000).steps[.set("promo")] ?? [] }
            reading.steps[.set("promo")] = past + present
            return engine.judge(reading, at: RuleReading.now)
        }
        #expect(judge(25).isEmpty)
        #expect(judge(90, of: 99).isEmpty)
        #expect(judge(60, steps: 11).isEmpty)
        let alert = try #require(judge(60).first)
        #expect(alert.value == 0.06)
        #expect((0.03..<0.05).contains(alert.threshold))
        #expect(alert.summary.hasPrefix("Bounce rate of promo: 6 % (60 of 1,000 recipients in 1h), above "))
        #expect(judge(Int(alert.threshold * 1000)).isEmpty)
        #expect(judge(25).map(\.state) == [.cleared])
    }

    @Test("the first complaint of a stream that had none is judged by how long it had none")
    func first() {
        let silent = BinomialSample(Array(repeating: (part: 0, whole: 1000), count: 40))
        let test = AnomalyTest(history: silent, window: [1000], whole: 1000)
        // Jeffreys's prior: half an event in 40,000.
        #expect(abs(test.probability(ofAtLeast: 1) - 0.0123) < 0.0005)
        #expect(!test.isUnusual(1, falseAlarms: 0.001))
        #expect(test.isUnusual(3, falseAlarms: 0.001))
    }
}

@Suite("The beta-binomial distribution's tail")
struct BetaBinomialTailTests {
    @Test("is that of SciPy 1.17's betabinom and binom")
    func reference() {
        // scipy.stats.binom.sf(k - 1, n, p), .betabinom.sf(k - 1, n, p * (1 / rho - 1), (1 - p) * (1 / rho - 1))
        let table: [(n: Int, p: Double, rho: Double, k: Int, tail: Double)] = [
            (1000, 0.02, 0, 30, 0.02069651867),
            (1000, 0.02, 0, 1, 0.9999999983),
            (50, 0.3, 0, 25, 0.002369547849),
            (1000, 0.02, 0.002, 35, 0.04356442541),
            (1000, 0.02, 0.02, 80, 0.01931219685),
            (200, 0.001, 0.001, 2, 0.02771606526),
            (2000, 0.3, 0.01, 800, 0.02070977391),
            (20, 0.5, 0.2, 20, 0.01185770751),
            (1000, 0.02, 0.5, 900, 0.002268354036),
        ]
        for row in table {
            let tail = BetaBinomialTail(whole: row.n, rate: row.p, correlation: row.rho).probability(ofAtLeast: row.k)
            #expect(abs(tail / row.tail - 1) < 1e-6, "\(row)")
        }
    }

    @Test("of a wide distribution is near the exact one")
    func wide() {
        // The same with n = 100,000, which goes by the beta distribution.
        let table: [(k: Int, tail: Double)] = [(2500, 0.2008178), (3000, 0.068538724), (3500, 0.019201069)]
        for row in table {
            let tail = BetaBinomialTail(whole: 100_000, rate: 0.02, correlation: 0.002).probability(ofAtLeast: row.k)
            #expect(abs(tail / row.tail - 1) < 0.02, "\(row)")
        }
    }

    @Test("is 1 from 0 on, and 0 beyond the whole")
    func ends() {
        let tail = BetaBinomialTail(whole: 10, rate: 0.2, correlation: 0.1)
        #expect(tail.probability(ofAtLeast: 0) == 1)
        #expect(tail.probability(ofAtLeast: 11) == 0)
        #expect(abs(tail.probability(ofAtLeast: 10) - 0.000165881856003) < 1e-12)
    }
}

/// Mail that bounces by chance, the same at every run.
struct MailRandom {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func unit() -> Double { (Double(generator.next() >> 11) + 0.5) * 0x1p-53 }

    private mutating func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * Double.pi * unit()) }

    /// Marsaglia and Tsang's method.
    private mutating func gamma(_ shape: Double) -> Double {
        guard shape >= 1 else { return gamma(shape + 1) * pow(unit(), 1 / shape) }
        let d = shape - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = pow(1 + c * x, 3)
            if v > 0, log(unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    /// A step's true rate, from the beta distribution.
    mutating func rate(_ mean: Double, variation: Double) -> Double {
        guard variation > 0 else { return mean }
        let sum = (1 - mean) / (mean * variation * variation) - 1
        let (x, y) = (gamma(mean * sum), gamma((1 - mean) * sum))
        return x / (x + y)
    }

    /// By skipping from one success to the next.
    mutating func binomial(_ count: Int, _ rate: Double) -> Int {
        guard rate > 0 else { return 0 }
        let logarithm = log1p(-min(rate, 0.999_999))
        var (found, place) = (0, 0)
        while true {
            let skipped = log(unit()) / logarithm
            guard skipped < Double(count - place) else { return found }
            place += Int(skipped) + 1
            found += 1
        }
    }
}
