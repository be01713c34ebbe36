import Foundation
import SESCore
import Testing

@Suite("Bytes that hold no event")
struct UndecodableEventTests {
    private func error(_ text: String) -> SESValueError? {
        #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: text) }
    }

    @Test(
        "Each fault is told with its reason",
        arguments: [
            ("7", "must be a JSON object or a list of them"), (#""x""#, "must be a JSON object or a list of them"),
            ("null", "must be a JSON object or a list of them"), ("[1]", "must be a JSON object or a list of them"),
            (
                #"{"AlarmName":"x"}"#,
                "must have a string eventType or notificationType, or be an envelope of SNS or EventBridge"
            ),
            (#"{"eventType":"Send"}"#, "must have an object mail with a string messageId"),
            (
                #"{"eventType":"Send","mail":{"messageId":"\ud800"}}"#,
                "must have an object mail with a string messageId"
            ),
            (#"{"Records":[{"s3":{}}]}"#, "must have Records of SNS or SQS"),
            (#"{"a":1"#, "must be JSON: it ends too early, at byte 6"),
            (#"{"a":tru}"#, "must be JSON: there is an unexpected character, at byte 8"),
            (#"{"a":"\x"}"#, "must be JSON: an escape in a string is wrong, at byte 7"),
            ("{\"a\":\"\n\"}", "must be JSON: there is a control character in a string, at byte 6"),
            (#"{"a":1.}"#, "must be JSON: a number is wrong, at byte 7"),
            ("hello", "must be JSON: there is an unexpected character, at byte 0"),
            (#"{"Type":"N","Message":"{\"a\":"}"#, "must be JSON: it ends too early, at byte 5 of the message inside"),
        ])
    func reasons(text: String, rule: String) {
        let error = error(text)
        #expect(error?.code == .undecodableEvent)
        #expect(error?.field == "record 1 at byte 0")
        #expect(error?.rule == rule)
    }

    @Test("The record at fault is told by number and offset, and nothing of its content")
    func place() throws {
        let first = try EventFixture.text("send")
        let bad = #"{"eventType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"secret@x.example"}]}}"#
        let error = error(first + bad)
        #expect(error?.field == "record 2 at byte \(first.utf8.count)")
        #expect(error?.value == nil)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("An EventBridge envelope of a known type needs an event inside")
    func bridgeWithoutEvent() {
        #expect(error(EventFixture.eventBridge(#"{"x":1}"#))?.code == .undecodableEvent)
    }

    @Test(
        "Text that is nearly JSON is refused, in every place of an event",
        arguments: [
            "", "tru", "nul", "True", "01", "+1", ".5", "1.", "1e", "1e+", "-", "0x1", "NaN", "Infinity", "'a'", "\"",
            "\"\\", "\"\\u12\"", "\"\\u12g4\"", "\"\\a\"", "\"a\tb\"", "[1,]", "[,1]", "[1 2]", "{,}", "{\"a\"}",
            "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "[}", "{]", "]", "}", "1,2", "// c\n1", "/* */1", "\u{A0}1",
        ])
    func nearlyJSON(value: String) {
        _ = error(#"{"eventType":"Send","mail":{"messageId":"m"},"x":\#(value)}"#)
        _ = error(#"{"eventType":"Send","mail":{"messageId":"m","source":\#(value)}}"#)
    }

    @Test(
        "All of JSON is accepted, in every place of an event",
        arguments: [
            "0", "-0", "-1.5e+10", "1E400", "123456789012345678901234567890", "\"\\u00e9\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"\u{7F}é€😀\"", "\"\\ud800\"", "[]", "{}", "[ ]", "{ }", "[[],{},[{}]]", "{\"\":{\"a\" : 1 , \"a\":2}}",
            "true", "false", "null", "[\n1\r,\t2 ]",
        ])
    func allJSON(value: String) throws {
        let text = #"{"x":\#(value),"eventType":"Send","mail":{"y":\#(value),"messageId":"m","source":\#(value)}}"#
        #expect(try SESEvent.decodeAll(from: text).first?.mail.messageID == "m")
    }

    @Test("Bytes that are no UTF-8 are refused, not repaired")
    func encoding() {
        let sequences: [[UInt8]] = [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ]
        for sequence in sequences {
            let data =
                Data(#"{"eventType":"Send","mail":{"messageId":"m","source":"a"#.utf8) + Data(sequence)
                + Data(#"b"}}"#.utf8)
            let error = #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: data) }
            #expect(error?.rule.contains("it is not UTF-8") == true, "\(sequence)")
        }
        let utf16 = "{}".data(using: .utf16) ?? Data()
        #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: utf16) }
        #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: Data([0])) }
    }

    @Test("JSON may nest 64 levels deep, not 65, and a million do no harm")
    func depth() throws {
        func event(_ depth: Int) -> String {
            let opening = String(repeating: "[", count: depth - 1)
            let closing = String(repeating: "]", count: depth - 1)
            return #"{"eventType":"New","mail":{"messageId":"m"},"x":\#(opening)\#(closing)}"#
        }
        #expect(try SESEvent.decodeAll(from: event(64)).count == 1)
        #expect(error(event(65))?.rule.contains("it is nested too deeply") == true)
        _ = error(String(repeating: "[", count: 1_000_000))
        _ = error(String(repeating: #"{"a":"#, count: 1_000_000))
    }
}
