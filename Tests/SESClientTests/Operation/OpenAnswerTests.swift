import Foundation
import SESClient
import SESCore
import Testing

/// What AWS may change in an answer without asking: new members, new values of enums, absent members and nulls.
@Suite("Answers of tomorrow are read")
struct OpenAnswerTests {
    /// An answer with all the members that AWS's model has for it, made by `.ci/answers.py`.
    fileprivate struct ModelAnswer: Decodable {
        var operation: String
        var answer: JSONValue
        var enums: [String]
        var keys: [String]
        var maps: [String]
        var optional: [String]
    }

    fileprivate static let model: [String: ModelAnswer] = {
        let url = Bundle.module.url(forResource: "Fixtures/model-answers", withExtension: "jsonl")
        let data = url.flatMap { try? Data(contentsOf: $0) } ?? Data()
        let lines = data.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(ModelAnswer.self, from: $0)
        }
        return Dictionary(lines.map { ($0.operation, $0) }) { first, _ in first }
    }()

    /// A shipped operation with one answer: the model's, then those of the fixture.
    struct Case: Sendable, CustomTestStringConvertible {
        let type: any SESOperation.Type
        let answer: JSONValue
        let isFull: Bool
        var testDescription: String { type.name + (isFull ? ", all members" : "") }
        fileprivate var model: ModelAnswer? { OpenAnswerTests.model[type.name] }
    }

    static let cases: [Case] = ShippedOperations.all.flatMap { type in
        let full = model[type.name].map { Case(type: type, answer: $0.answer.byValue, isFull: true) }
        let some = OracleTests.lines.filter { $0.operation == type.name }
            .map { Case(type: type, answer: $0.response.body.byValue, isFull: false) }
        return [full].compactMap { $0 } + some
    }

    private static let newValue = JSONValue.string("A_VALUE_OF_TOMORROW")
    private static let newMember = "AMemberOfTomorrow"
    private static let newMemberValues: [JSONValue] = [
        newValue, .number(7), .bool(true), .null, .array([.object([:]), .null]), .object(["Inner": .array([])]),
    ]

    @Test("every operation has an answer with all members, and it is read whole")
    func complete() throws {
        for type in ShippedOperations.all {
            let full = try #require(Self.cases.first { $0.type.name == type.name && $0.isFull }, "\(type.name)")
            #expect(try rewritten(type, full.answer) == full.answer, "\(type.name)")
        }
    }

    @Test("a member nobody knows, in any object, changes nothing", arguments: cases)
    func newMembers(item: Case) throws {
        for value in Self.newMemberValues {
            let answer = try edited(item) { object in
                guard !object.isMap, case .object(var members) = object.value else { return object.value }
                members[Self.newMember] = value
                return .object(members)
            }
            #expect(answer != item.answer)
            #expect(try rewritten(item.type, answer) == item.answer, "\(value)")
        }
    }

    @Test("a value nobody knows, of any enum, is kept", arguments: cases)
    func newValues(item: Case) throws {
        let model = try #require(item.model)
        let answer = try edited(item) { found in
            if model.enums.contains(found.place) { return Self.newValue }
            guard model.keys.contains(found.place), case .object(let members) = found.value else { return found.value }
            return .object(Dictionary(members.map { ("\($0)_OF_TOMORROW", $1) }) { first, _ in first })
        }
        if item.isFull { #expect((answer == item.answer) == (model.enums.isEmpty && model.keys.isEmpty)) }
        #expect(try rewritten(item.type, answer) == answer)
    }

    @Test("members that aren't required may be absent or null, each and all", arguments: cases)
    func absentMembers(item: Case) throws {
        let optional = try #require(item.model).optional
        for places in optional.map({ [$0] }) + [optional] {
            let absent = try edited(item) { places.contains($0.place) ? nil : $0.value }
            // Only the answer with all members must have each of them.
            guard absent != item.answer else {
                #expect(!item.isFull || places.isEmpty, "\(places)")
                continue
            }
            #expect(try rewritten(item.type, absent) == absent, "\(places) absent")
            let null = try edited(item) { places.contains($0.place) ? .null : $0.value }
            #expect(try rewritten(item.type, null) == absent, "\(places) null")
        }
    }

    private func rewritten(_ type: any SESOperation.Type, _ answer: JSONValue) throws -> JSONValue {
        func read<Operation: SESOperation>(_ type: Operation.Type) throws -> JSONValue {
            let output = try JSONDecoder().decode(Operation.Output.self, from: JSONEncoder().encode(answer))
            return try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(output)).byValue
        }
        return try read(type)
    }

    /// A value in an answer, and where it stands in the form of the model: `Member.List[].Map{}.Member`.
    private struct Found {
        var place: String
        var value: JSONValue
        var isMap: Bool
    }

    /// The answer after a change of every value in it, from the inside out; nil takes a value away.
    private func edited(_ item: Case, _ change: (Found) -> JSONValue?) throws -> JSONValue {
        let maps = try Set(#require(item.model).maps)
        func edit(_ value: JSONValue, at place: String) -> JSONValue? {
            var value = value
            switch value {
            case .array(let elements):
                value = .array(elements.compactMap { edit($0, at: "\(place)[]") })
            case .object(let members):
                var edited: [String: JSONValue] = [:]
                for (name, member) in members {
                    let inner = maps.contains(place) ? "\(place){}" : place.isEmpty ? name : "\(place).\(name)"
                    edited[name] = edit(member, at: inner)
                }
                value = .object(edited)
            default: break
            }
            return change(Found(place: place, value: value, isMap: maps.contains(place)))
        }
        return try #require(edit(item.answer, at: ""))
    }
}
