import Testing

@testable import SESTesting

@Suite("The seeded generator")
struct SeededGeneratorTests {
    @Test("It gives the published numbers of SplitMix64")
    func published() {
        var generator = SeededGenerator(seed: 1_234_567)
        // The values that implementations of SplitMix64 are commonly checked with (Rosetta Code).
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in generator.next() } == expected)
    }

    @Test("A fraction is at least 0 and less than 1, and chances are as probable as asked")
    func chances() {
        var generator = SeededGenerator(seed: 3)
        let fractions = (0..<10_000).map { _ in generator.fraction() }
        #expect(fractions.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(abs(fractions.reduce(0, +) / 10_000 - 0.5) < 0.01)
        #expect((0..<1000).allSatisfy { _ in !generator.chance(0) && generator.chance(1) })
        #expect((0..<100).allSatisfy { _ in !generator.chance(-1) && !generator.chance(.nan) && generator.chance(2) })
    }

    @Test("Numbers stay in their range and reach both ends")
    func ranges() {
        var generator = SeededGenerator(seed: 3)
        #expect(Set((0..<500).map { _ in generator.number(in: -2...2) }) == [-2, -1, 0, 1, 2])
        #expect(generator.number(in: 5...5) == 5)
    }

    @Test("Ids have their form and don't repeat")
    func ids() {
        var generator = SeededGenerator(seed: 3)
        let ids = (0..<1000).map { _ in generator.uuid() }
        #expect(Set(ids).count == 1000)
        #expect(ids.allSatisfy { $0.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12] })
        #expect(generator.hexadecimal(64).allSatisfy { "0123456789abcdef".contains($0) })
    }
}
