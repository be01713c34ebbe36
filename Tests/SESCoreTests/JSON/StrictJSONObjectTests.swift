import Foundation
import SESCore
import Testing

@Suite("A JSON object that can be read in one way only")
struct StrictJSONObjectTests {
    private func object(_ text: String) throws -> StrictJSONObject { try StrictJSONObject(Data(text.utf8)) }

    @Test("gives strings without their escapes, and tells null and all else")
    func members() throws {
        let object = try object(
            " {\"a\":\"x\\n\\u00e9\\ud83d\\ude00\", \"b\" : null,\"c\":{\"d\":[1]},\"e\":\"\"}\r\n\t")
        #expect(object["a"] == .string("x\né😀"))
        #expect(object["b"] == .null)
        #expect(object["c"] == .other)
        #expect(object["e"] == .string(""))
        #expect(object["d"] == nil)
    }

    @Test(
        "refuses what another reader could take for something else",
        arguments: [
            "", " ", "null", "[]", "\"a\"", "1", "{", "{}x", "{}{}", "{} {}", "\u{FEFF}{}", "{\"a\":1,}", "{\"a\"}",
            #"{"a":"1","a":"2"}"#, #"{"a":"1","\u0061":"2"}"#, #"{"a":null,"a":null}"#, #"{"a":{},"b":1,"a":{}}"#,
            #"{"a":"\ud800"}"#, #"{"\udc00":1}"#, #"{"a":"\x"}"#, "{\"a\":\"\n\"}", "{'a':1}", "{a:1}", "{\"a\":01}",
            "{\"a\":NaN}", "/**/{}", #"{"a":"1"}\u0000"#, "{}\0",
        ])
    func refused(text: String) {
        #expect(throws: SESValueError.self) { try object(text) }
    }

    @Test("refuses bytes that are no UTF-8, deep nesting and many members, in no time")
    func limits() throws {
        #expect(throws: SESValueError.self) { try StrictJSONObject(Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])) }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: SESValueError.self) { try object("{\"a\":\(deep)") }
        #expect(throws: SESValueError.self) {
            try object("{\"a\":\(deep)\(String(repeating: "]", count: 100_000))}")
        }
        let many = (0..<65).map { "\"\($0)\":1" }
        #expect(throws: SESValueError.self) { try object("{\(many.joined(separator: ","))}") }
        _ = try object("{\(many.dropLast().joined(separator: ","))}")
    }

    @Test("says where it stops being JSON, and nothing of what it holds")
    func text() {
        #expect(throws: SESValueError(code: .undecodableEvent, field: "", rule: "must have each member once")) {
            try object(#"{"secret":"1","secret":"2"}"#)
        }
        let error = #expect(throws: SESValueError.self) { try object(#"{"secret":"#) }
        #expect(error?.description.contains("secret") == false)
    }
}
