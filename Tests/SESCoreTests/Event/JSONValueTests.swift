import Foundation
import SESCore
import Testing

@Suite("JSON values")
struct JSONValueTests {
    @Test(
        "Every kind of JSON decodes to its case and back",
        arguments: [
            ("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
            ("-9223372036854775808", .integer(.min)), ("1.25", .number(1.25)), (#""""#, .string("")),
            (#""5""#, .string("5")), ("[]", .array([])), ("{}", .object([:])),
            (#"[1,"a",null,[true]]"#, .array([.integer(1), .string("a"), .null, .array([.bool(true)])])),
            (#"{"my_key":{"b":1e3}}"#, .object(["my_key": .object(["b": .integer(1000)])])),
        ])
    func kinds(text: String, value: JSONValue) throws {
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value)
        let encoded = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: encoded) == value)
    }

    @Test("Input deeper than 128 levels is refused, not recursed into")
    func depth() throws {
        func nested(_ depth: Int) -> Data {
            Data((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONDecoder().decode(JSONValue.self, from: nested(128))
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONValue.self, from: nested(200)) }
    }
}
