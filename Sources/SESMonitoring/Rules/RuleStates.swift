#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Which alerts were raised and are over, so that nothing is told twice: after a restart, or by two machines.
///
/// Merging takes the later of each moment. So it doesn't matter in what order, in what groups, or how often states are merged.
package struct RuleStates: Sendable, Hashable {
    /// A rule's name, and whose mail it was judged for.
    package struct Key: Sendable, Hashable, Comparable {
        package var rule: String
        package var subject: MonitorSubject

        package init(rule: String, subject: MonitorSubject) {
            self.rule = rule
            self.subject = subject
        }

        package static func < (one: Self, other: Self) -> Bool {
            one.rule == other.rule ? one.subject < other.subject : one.rule < other.rule
        }
    }

    /// When an alert was raised last, and when one was over last.
    package struct State: Sendable, Hashable {
        package var raised: Date
        package var cleared: Date?

        package init(raised: Date, cleared: Date? = nil) {
            self.raised = raised
            self.cleared = cleared
        }

        /// Whether both moments are such as a clock can show.
        var isPlausible: Bool { [raised, cleared ?? raised].allSatisfy { abs($0.timeIntervalSince1970) < 1e11 } }

        /// Whether the alert isn't over.
        package var isRaised: Bool { cleared.map { $0 < raised } ?? true }

        mutating func merge(_ other: Self) {
            raised = max(raised, other.raised)
            cleared = [cleared, other.cleared].compactMap(\.self).max()
        }
    }

    private var states: [Key: State] = [:]

    /// Creates states of which none was ever raised.
    package init() {}

    package subscript(key: Key) -> State? {
        get { states[key] }
        set { states[key] = newValue }
    }

    /// How many there are.
    package var count: Int { states.count }

    /// The subjects that a rule's alert isn't over for.
    func raisedSubjects(of rule: String) -> [MonitorSubject] {
        states.compactMap { $0.key.rule == rule && $0.value.isRaised ? $0.key.subject : nil }
    }

    /// Takes in what another machine, or this one before, knew.
    package mutating func merge(_ other: Self) {
        states.merge(other.states) { one, other in
            var one = one
            one.merge(other)
            return one
        }
    }

    /// Forgets alerts that were over before a moment, and those raised before it of a subject or a rule that isn't known any more.
    mutating func forget(before date: Date, known: Set<MonitorSubject>, rules: Set<String>) {
        states = states.filter { key, state in
            if state.isRaised { return state.raised >= date || known.contains(key.subject) && rules.contains(key.rule) }
            return state.cleared.map { $0 >= date } ?? true
        }
    }
}

extension RuleStates: Codable {
    // The moments are numbers, so that an encoder's way with dates can't shorten them: one millisecond decides what is over.
    private struct Entry: Codable {
        var rule: String
        var subject: MonitorSubject
        var raised: Double
        var cleared: Double?
    }

    package init(from decoder: any Decoder) throws {
        for entry in try [Entry](from: decoder) {
            let state = State(
                raised: Date(timeIntervalSinceReferenceDate: entry.raised),
                cleared: entry.cleared.map(Date.init(timeIntervalSinceReferenceDate:)))
            guard state.isPlausible else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "an alert was raised or over beyond all calendars"))
            }
            states.merge([Key(rule: entry.rule, subject: entry.subject): state]) { one, other in
                var one = one
                one.merge(other)
                return one
            }
        }
    }

    /// A list, sorted: the same states are the same text.
    package func encode(to encoder: any Encoder) throws {
        let entries = states.sorted { $0.key < $1.key }.map { key, state in
            Entry(
                rule: key.rule, subject: key.subject, raised: state.raised.timeIntervalSinceReferenceDate,
                cleared: state.cleared?.timeIntervalSinceReferenceDate)
        }
        try entries.encode(to: encoder)
    }
}

extension Date {
    /// Milliseconds from 1970, and the nearest that counts for a moment beyond all calendars.
    var milliseconds: Int64 {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        return milliseconds.isNaN ? 0 : Int64(min(max(milliseconds, -1e15), 1e15))
    }
}
