import Foundation
import SESMonitoring
import Testing

@Suite("A rule")
struct MonitorRuleTests {
    @Test("is made by one call, with a name that says what it waits for")
    func names() {
        let rule = MonitorRule.bounceRate(above: 0.05, in: "promo-may2025", minimumVolume: 100, window: .hours(24))
        #expect(rule.name == "bounce rate above 5 % in promo-may2025")
        #expect(rule.scope == .subject(.set("promo-may2025")))
        #expect(rule.condition == .rate(.bounce, above: 0.05))
        let names: [(MonitorRule, String)] = [
            (.complaintRate(above: 0.001), "complaint rate above 0.1 % in each set"),
            (.bounceRate(above: 0.125, window: .minutes(30)), "bounce rate above 12.5 % over 30m in each set"),
            (.rate(.softBounce, above: 0.2, in: "a"), "soft bounce rate above 20 % in a"),
            (.count(.rejects, above: 1000, in: "a"), "more than 1,000 rejects in a"),
            (.noEvents(in: "a", for: .hours(6)), "no events for 6h in a"),
            (.deliveryDrop(toShare: 0.8, in: "a"), "delivery rate below 80 % of before over 6h in a"),
            (.anomaly(.bounce, in: "a", window: .hours(1)), "unusual bounce rate over 1h in a"),
        ]
        for (rule, name) in names { #expect(rule.name == name) }
        for (rule, _) in names { #expect(throws: Never.self) { try rule.validate() } }
    }

    @Test("of the standard ones has AWS's thresholds, and a name of its own")
    func standard() throws {
        let rules = MonitorRule.standard(in: nil)
        #expect(
            rules.map(\.condition) == [
                .rate(.bounce, above: 0.02), .rate(.bounce, above: 0.05), .rate(.bounce, above: 0.1),
                .rate(.complaint, above: 0.001), .rate(.complaint, above: 0.005),
            ])
        #expect(rules.map(\.severity) == [.warning, .alert, .critical, .alert, .critical])
        #expect(!rules.contains { $0.pausesSending })
        let all = rules + MonitorRule.standard(in: "a") + MonitorRule.standard(in: "b")
        #expect(try RuleEngine(rules: all).rules.count == 15)
    }

    private static let kept = "window must be 5m to 120m in steps of 5 minutes, 1h to 48h or 1d to 35d"

    static let bad: [(MonitorRule, String)] = [
        (.bounceRate(above: 1.5, name: "r"), "rule 'r': above must be 0 to 1 (0.05 is 5 %), not 1.5"),
        (.bounceRate(above: -0.1, name: "r"), "rule 'r': above must be 0 to 1 (0.05 is 5 %), not -0.1"),
        (.bounceRate(above: .nan, name: "r"), "rule 'r': above must be 0 to 1 (0.05 is 5 %), not nan"),
        (.count(.sends, above: -1, name: "r"), "rule 'r': above must be 0 or more, not -1"),
        (
            .bounceRate(above: 0, window: .hours(49), name: "r"),
            "rule 'r': window must be 5m to 120m in steps of 5 minutes, 1h to 48h or 1d to 35d, not 49h"
        ),
        (
            .deliveryDrop(toShare: 0.5, window: .hours(48), name: "r"),
            "rule 'r': window must be at most 47h, to leave time to compare with, not 48h"
        ),
        (
            .anomaly(.bounce, window: .days(24), name: "r"),
            "rule 'r': window must be at most 23d, to leave time to compare with, not 24d"
        ),
        (
            .noEvents(for: .days(35), name: "r"),
            "rule 'r': window must be at most 34d, as a subject is forgotten after 35d of silence, not 35d"
        ),
        (.noEvents(for: .init(.fiveMinutes, count: .max), name: "r"), "rule 'r': \(kept), not \(Int.max)m"),
        (.noEvents(for: .init(.fiveMinutes, count: .min), name: "r"), "rule 'r': \(kept), not \(Int.min)m"),
        (.deliveryDrop(toShare: 1, name: "r"), "rule 'r': toShare must be more than 0 and less than 1, not 1.0"),
        (
            .anomaly(.bounce, falseAlarms: 0.06, name: "r"),
            "rule 'r': falseAlarms must be more than 0, up to 0.05, not 0.06"
        ), (.bounceRate(above: 0, minimumVolume: -1, name: "r"), "rule 'r': minimumVolume must be 0 or more, not -1"),
        (
            .bounceRate(above: 0, in: "a b", name: "r"),
            "rule 'r': scope must name a configuration set: 1 to 64 ASCII letters, digits, '_' and '-', not 'a b'"
        ), (.bounceRate(above: 0, name: ""), "rule '': name must have 1 to 128 characters, not 0 of them"),
        (.bounceRate(above: 0, name: "a\nb"), "rule 'a b': name must have no control characters, not some"),
        (
            MonitorRule(name: "r", condition: .noEvents, clearingShare: 0),
            "rule 'r': clearingShare must be more than 0, up to 1, not 0.0"
        ),
        (
            MonitorRule(name: "r", condition: .noEvents, coolDown: -1),
            "rule 'r': coolDown must be 0 seconds or more, not -1"
        ),
        (
            MonitorRule(
                name: "r", scope: .subject(MonitorSubject(configurationSet: "a", part: .recipientDomain("A.example"))),
                condition: .noEvents), "rule 'r': scope must have a domain in lower case, not 'A.example'"
        ),
    ]

    @Test("that says what can't be is refused, with its name, the field, the bounds and the value", arguments: bad)
    func refused(_ rule: MonitorRule, _ message: String) {
        let error = #expect(throws: SESMonitoringError.self) { try rule.validate() }
        #expect(error?.code == .invalidRule)
        #expect(error?.message == message)
    }

    @Test(
        "of silence may wait as long as a subject is known",
        arguments: [.minutes(120), .hours(48), MonitorWindow.days(34)])
    func longestSilence(_ window: MonitorWindow) {
        #expect(throws: Never.self) { try MonitorRule.noEvents(for: window).validate() }
    }

    @Test("needs a name of its own")
    func unique() {
        let rule = MonitorRule.bounceRate(above: 0.05)
        let error = #expect(throws: SESMonitoringError.self) { try RuleEngine(rules: [rule, rule]) }
        #expect(error?.message.contains("must be unique") == true)
    }
}

@Suite("A rule's JSON")
struct MonitorRuleJSONTests {
    static let examples: [(MonitorRule, String)] = [
        (
            .bounceRate(above: 0.05, in: "promo"),
            #"{"clearingShare":0.8,"condition":{"above":0.05,"rate":"bounce"},"coolDown":3600,"minimumVolume":100,"name":"bounce rate above 5 % in promo","pausesSending":false,"scope":{"configurationSet":"promo"},"severity":"alert","window":"24h"}"#
        ),
        (
            MonitorRule(
                name: "a", scope: .subject(.tag("campaign", "may", in: "promo")), condition: .noEvents,
                clearingShare: 0.5),
            #"{"clearingShare":0.5,"condition":{"noEvents":true},"coolDown":3600,"minimumVolume":100,"name":"a","pausesSending":false,"scope":{"configurationSet":"promo","part":{"tag":"campaign","value":"may"}},"severity":"alert","window":"24h"}"#
        ),
        (
            MonitorRule(
                name: "a", scope: .subject(.recipientDomain("Example.com", in: "promo")),
                condition: .deliveryDrop(toShare: 0.75), clearingShare: 0.5),
            #"{"clearingShare":0.5,"condition":{"deliveryDrop":true,"toShare":0.75},"coolDown":3600,"minimumVolume":100,"name":"a","pausesSending":false,"scope":{"configurationSet":"promo","part":{"recipientDomain":"example.com"}},"severity":"alert","window":"24h"}"#
        ),
    ]

    @Test("of mail without a set says so", arguments: [nil, MonitorSubject.Part.recipientDomain("example.com")])
    func withoutSet(_ part: MonitorSubject.Part?) throws {
        let rule = MonitorRule(
            name: "a", scope: .subject(MonitorSubject(configurationSet: nil, part: part)), condition: .noEvents)
        let data = try JSONEncoder().encode(rule)
        #expect(String(decoding: data, as: UTF8.self).contains(#""configurationSet":null"#))
        #expect(try JSONDecoder().decode(MonitorRule.self, from: data) == rule)
    }

    @Test("is for people", arguments: examples)
    func forms(_ rule: MonitorRule, _ json: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(rule), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(MonitorRule.self, from: Data(json.utf8)) == rule)
    }

    @Test("needs no more than a name and a condition")
    func short() throws {
        let rules = try JSONDecoder().decode(
            [MonitorRule].self,
            from: Data(
                """
                [{"name": "a", "condition": {"rate": "complaint", "above": 0.001}, "severity": "critical", "window": "2d"},
                 {"name": "b", "condition": {"count": "rejects", "above": 10}, "scope": "everySet"},
                 {"name": "c", "condition": {"anomaly": "bounce", "falseAlarms": 0.01}}]
                """.utf8))
        #expect(
            rules == [
                MonitorRule(
                    name: "a", condition: .rate(.complaint, above: 0.001), window: .days(2), severity: .critical),
                MonitorRule(name: "b", condition: .count(.rejects, above: 10)),
                MonitorRule(name: "c", condition: .anomaly(.bounce, falseAlarms: 0.01)),
            ])
    }

    @Test(
        "that says what no rule has is refused in clear words",
        arguments: [
            (#"{"name":"a","condition":{"rat":"bounce","above":0.1}}"#, "no member 'rat'"),
            (#"{"name":"a","condition":{"above":0.1}}"#, "one of rate, count, noEvents"),
            (#"{"name":"a","condition":{"rate":"bounce","noEvents":true,"above":0.1}}"#, "one of rate"),
            (#"{"name":"a","condition":{"noEvents":false}}"#, "noEvents can only be true"),
            (#"{"name":"a","condition":{"noEvents":true},"scope":"all"}"#, "'all' is no scope"),
            (#"{"name":"a","condition":{"noEvents":true},"minimunVolume":5}"#, "no member 'minimunVolume'"),
            (
                #"{"name":"a","condition":{"noEvents":true},"scope":{"configurationSet":"a","part":{"isp":"x"}}}"#,
                "no member 'isp'"
            ),
            (
                #"{"name":"a","condition":{"noEvents":true},"scope":{"configurationset":"promo"}}"#,
                "a scope has no member 'configurationset'"
            ),
            (#"{"name":"a","condition":{"noEvents":true},"scope":{}}"#, "a scope has a configurationSet"),
            (
                #"{"name":"a","condition":{"noEvents":true},"scope":{"part":{"recipientDomain":"x"}}}"#,
                "a scope has a configurationSet"
            ),
        ])
    func unknown(_ json: String, _ words: String) {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(MonitorRule.self, from: Data(json.utf8))
        }
        guard case .dataCorrupted(let context) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(context.debugDescription.contains(words))
    }
}
