import Foundation
import SESMonitoring
import SESTesting
import Testing

@Suite("What was raised and is over")
struct RuleStatesTests {
    private static let promo = MonitorSubject.set("promo")

    private func key(_ rule: String) -> RuleStates.Key { RuleStates.Key(rule: rule, subject: Self.promo) }
    private func date(_ minutes: Int) -> Date { RuleReading.now.addingTimeInterval(Double(minutes) * 60) }

    private func random(_ generator: inout SeededGenerator) -> RuleStates {
        var states = RuleStates()
        for rule in ["a", "b", "c"] where Bool.random(using: &generator) {
            let cleared = Bool.random(using: &generator) ? date(.random(in: 0..<4, using: &generator)) : nil
            states[key(rule)] = RuleStates.State(raised: date(.random(in: 0..<4, using: &generator)), cleared: cleared)
        }
        return states
    }

    @Test("is merged to the same in any order, in any groups and however often")
    func merging() {
        var generator = SeededGenerator(seed: 7)
        func merged(_ one: RuleStates, _ other: RuleStates) -> RuleStates {
            var one = one
            one.merge(other)
            return one
        }
        for _ in 0..<500 {
            let (a, b, c) = (random(&generator), random(&generator), random(&generator))
            #expect(merged(a, b) == merged(b, a))
            #expect(merged(merged(a, b), c) == merged(a, merged(b, c)))
            #expect(merged(a, a) == a)
            #expect(merged(merged(a, b), b) == merged(a, b))
        }
    }

    @Test("of two machines: the later of raising and ending holds")
    func later() {
        var one = RuleStates()
        var other = RuleStates()
        one[key("a")] = RuleStates.State(raised: date(1))
        other[key("a")] = RuleStates.State(raised: date(0), cleared: date(2))
        one.merge(other)
        #expect(one[key("a")] == RuleStates.State(raised: date(1), cleared: date(2)))
        #expect(one[key("a")]?.isRaised == false)
        other[key("a")] = RuleStates.State(raised: date(3))
        one.merge(other)
        #expect(one[key("a")]?.isRaised == true)
    }

    @Test("survives a restart in JSON: nothing is told twice")
    func restart() throws {
        let rules = MonitorRule.standard()
        let reading = RuleReading(bounces: 60, of: 1000)
        var engine = try RuleEngine(rules: rules)
        #expect(engine.judge(reading, at: date(0)).count == 2)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(engine.states)
        #expect(try encoder.encode(engine.states) == data)
        let states = try JSONDecoder().decode(RuleStates.self, from: data)
        #expect(states == engine.states)
        var next = try RuleEngine(rules: rules, states: states)
        #expect(next.judge(reading, at: date(90)).isEmpty)
        var third = try RuleEngine(rules: rules)
        third.merge(states)
        #expect(third.judge(RuleReading(bounces: 0, of: 1000), at: date(90)).map(\.state) == [.cleared, .cleared])
    }

    @Test("is forgotten when it is over for longer than figures are kept")
    func forgotten() throws {
        var engine = try RuleEngine(rules: [.bounceRate(above: 0.05, in: "promo")])
        _ = engine.judge(RuleReading(bounces: 60, of: 1000), at: date(0))
        _ = engine.judge(RuleReading(bounces: 0, of: 1000), at: date(1))
        #expect(engine.states.count == 1)
        _ = engine.judge(RuleReading(bounces: 0, of: 1000), at: date(35 * 24 * 60))
        #expect(engine.states.count == 1)
        _ = engine.judge(RuleReading(bounces: 0, of: 1000), at: date(35 * 24 * 60 + 2))
        #expect(engine.states.count == 0)
    }

    @Test("is forgotten when its rule is no longer there and it was raised longer ago than figures are kept")
    func ofRemovedRule() throws {
        var former = try RuleEngine(rules: [.bounceRate(above: 0.05, in: "promo")])
        _ = former.judge(RuleReading(bounces: 60, of: 1000), at: date(0))
        var engine = try RuleEngine(rules: [.complaintRate(above: 0.5, in: "promo")])
        engine.merge(former.states)
        _ = engine.judge(RuleReading(bounces: 60, of: 1000), at: date(35 * 24 * 60))
        #expect(engine.states.count == 1)
        _ = engine.judge(RuleReading(bounces: 60, of: 1000), at: date(35 * 24 * 60 + 2))
        #expect(engine.states.count == 0)
        _ = former.judge(RuleReading(bounces: 60, of: 1000), at: date(35 * 24 * 60 + 2))
        #expect(former.states.count == 1)
    }

    @Test("a raised alert of a set that has no figures any more is over")
    func vanished() throws {
        var engine = try RuleEngine(rules: [.bounceRate(above: 0.05)])
        #expect(engine.judge(RuleReading(bounces: 60, of: 1000), at: date(0)).count == 1)
        #expect(engine.judge(RuleReading(), at: date(1)).map(\.state) == [.cleared])
        #expect(engine.judge(RuleReading(), at: date(2)).isEmpty)
    }
}
