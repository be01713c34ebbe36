import Foundation
import SESCore
import Testing

@Suite("Fuzz: two ways to read an event")
struct EventDifferentialFuzzTests {
    @Test("The scanner and JSONDecoder read the same in every fixture", arguments: EventFixture.all)
    func fixtures(name: String) throws {
        let readings = TwoReadings(of: [UInt8](try EventFixture.data(name)), .everything)
        #expect(readings.difference == nil)
        #expect(readings.event == (try EventFixture.event(name)))
    }

    @Test("The scanner and JSONDecoder read the same, or both refuse, in mutated fixtures")
    func mutations() async throws {
        let seed = Fuzzing.seed(20_260_711)
        var mutator = try EventMutator(seed: seed)
        let rounds = Fuzzing.iterations(5000)
        var (read, differences) = (0, 0)
        for round in 0..<rounds {
            // Tests with deadlines run beside this one.
            if round % 64 == 0 { await Task.yield() }
            let bytes = mutator.next()
            let readings = TwoReadings(of: bytes, round % 8 == 0 ? .everything : .values)
            if readings.event != nil { read += 1 }
            guard let difference = readings.difference else { continue }
            Issue.record("seed \(seed), round \(round): \(difference)\n\(String(decoding: bytes, as: UTF8.self))")
            differences += 1
            if differences == 10 { break }
        }
        // Enough of both kinds, or the mutations test only one thing.
        if differences == 0 { #expect((rounds / 4...rounds * 9 / 10).contains(read)) }
    }
}
