import Foundation
import SESCore
import Testing

/// What the comparison with Foundation's decoder found, each by name.
@Suite("Regressions of the event scanner")
struct ScannerRegressionTests {
    private func event(_ text: String) throws -> SESEvent {
        let events = try SESEvent.decodeAll(from: text)
        #expect(events == [try JSONDecoder().decode(SESEvent.self, from: Data(text.utf8))])
        return try #require(events.first)
    }

    @Test(
        "A processing time beyond Double is missing, and costs nothing else of the delivery",
        arguments: ["1e400", "-1e400", "1.7976931348623159e308", "1" + String(repeating: "0", count: 400)])
    func hugeProcessingTime(number: String) throws {
        let event = try event(
            """
            {"eventType":"Delivery","mail":{"messageId":"m"},
             "delivery":{"processingTimeMillis":\(number),"recipients":["a@b.example"],"smtpResponse":"250 ok"}}
            """)
        #expect(event.kind == .delivery(.init(recipients: ["a@b.example"], smtpResponse: "250 ok")))
    }

    @Test(
        "A second member of a name that can't be held doesn't cost the object it is in",
        arguments: ["1e400", #""\ud800""#, "[1e400]", #"{"\udc00":1}"#])
    func secondMember(value: String) throws {
        let event = try event(#"{"eventType":"X","mail":{"messageId":"m"},"x":{"a":1,"a":\#(value),"b":2}}"#)
        let members: [String: JSONValue] = ["x": .object(["a": .integer(1), "b": .integer(2)])]
        #expect(event.kind == .unknown(.init(name: .init(rawValue: "X"), members: members)))
    }

    @Test(
        "A whole number that is spelled with a fraction or an exponent keeps all its digits",
        arguments: [
            ("9007199254740993.0", JSONValue.integer(9_007_199_254_740_993)),
            ("-4611686018427387905.0", .integer(-4_611_686_018_427_387_905)),
            ("90071992547409930e-1", .integer(9_007_199_254_740_993)),
            ("1234567890123456789e0", .integer(1_234_567_890_123_456_789)),
            ("123456789012345678E+01", .integer(1_234_567_890_123_456_780)),
            ("0.9007199254740993e16", .integer(9_007_199_254_740_993)),
            ("1.0", .integer(1)), ("1e18", .integer(1_000_000_000_000_000_000)), ("12.5e1", .integer(125)),
            ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(0x1p63)), ("1e19", .number(1e19)), ("1.5", .number(1.5)),
        ])
    func digits(number: String, value: JSONValue) throws {
        let event = try event(#"{"eventType":"X","mail":{"messageId":"m"},"x":\#(number)}"#)
        #expect(event.kind == .unknown(.init(name: .init(rawValue: "X"), members: ["x": value])))
    }

    @Test(
        "A number that is whole only as a Double is an integer, so that its encoding gives it back",
        arguments: [
            ("2363624622734370172.2", 2_363_624_622_734_370_304), ("-108989047725548807.305", -108_989_047_725_548_800),
            ("-9223372036854775809", Int64.min),
        ])
    func wholeAsDouble(number: String, value: Int64) throws {
        let event = try event(#"{"eventType":"X","mail":{"messageId":"m"},"x":\#(number)}"#)
        #expect(event.kind == .unknown(.init(name: .init(rawValue: "X"), members: ["x": .integer(value)])))
        #expect(try SESEvent.decodeAll(from: JSONEncoder().encode(event)) == [event])
    }

    @Test("An integer below all of 64 bits is missing, not the lowest")
    func tooLow() throws {
        let event = try event(
            #"{"eventType":"Delivery","mail":{"messageId":"m"},"delivery":{"processingTimeMillis":-9223372036854775809}}"#
        )
        #expect(event.kind == .delivery(.init()))
    }
}
