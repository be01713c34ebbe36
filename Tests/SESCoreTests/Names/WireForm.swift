import Foundation
import SESCore
import Testing

/// A value and the JSON it stands for, with sorted keys: hand-written, in the shape of `--cli-input-json`.
func expectWireForm<Value: Codable & Equatable>(
    of value: Value, is json: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(try encoded(value) == json, sourceLocation: sourceLocation)
    #expect(try decoded(Value.self, json) == value, sourceLocation: sourceLocation)
    if json.hasPrefix("{") {
        // What AWS adds tomorrow is ignored.
        let separator = json == "{}" ? "" : ","
        let newer = "{\"NewMember\":{\"Deep\":[1,null,\"x\"]}\(separator)" + json.dropFirst()
        #expect(try decoded(Value.self, newer) == value, sourceLocation: sourceLocation)
    }
}

func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func decoded<Value: Decodable>(_: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
}

/// The error of a check; nil when it passes.
func fault(_ check: () throws(SESValueError) -> Void) -> SESValueError? {
    do throws(SESValueError) {
        try check()
        return nil
    } catch {
        return error
    }
}

/// A broken rule: a value, and the error it must give.
struct BrokenRule: Sendable, CustomTestStringConvertible {
    let value: any SESValidatable & Sendable
    let field: String
    let rule: String
    let shown: String?

    init(_ value: any SESValidatable & Sendable, _ field: String, _ rule: String, shows shown: String? = nil) {
        self.value = value
        self.field = field
        self.rule = rule
        self.shown = shown
    }

    var testDescription: String { "\(field): \(rule)" }

    func expectBroken(sourceLocation: SourceLocation = #_sourceLocation) {
        let error = fault { () throws(SESValueError) in try value.validate() }
        #expect(error?.code == .invalidValue, sourceLocation: sourceLocation)
        #expect(error?.field == field, sourceLocation: sourceLocation)
        #expect(error?.rule == rule, sourceLocation: sourceLocation)
        #expect(error?.value == shown, sourceLocation: sourceLocation)
    }
}

/// A text of so many characters.
func text(_ count: Int, of character: Character = "a") -> String {
    String(repeating: character, count: count)
}
