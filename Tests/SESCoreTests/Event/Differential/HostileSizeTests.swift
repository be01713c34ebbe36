import Foundation
import SESCore
import Testing

/// Large inputs, each of one kind.
///
/// The time limit is many times what is needed, but nothing quadratic would keep it.
@Suite("Hostile sizes", .timeLimit(.minutes(2)))
struct HostileSizeTests {
    private func mail(_ members: String, _ payload: String = #""send":{}"#, type: String = "Send") -> Data {
        Data(#"{"eventType":"\#(type)","mail":{"messageId":"m",\#(members)},\#(payload)}"#.utf8)
    }

    private func event(_ data: Data) throws -> SESEvent {
        try #require(try SESEvent.decodeAll(from: data).first)
    }

    private func joined(_ count: Int, _ part: (Int) -> String) -> String {
        (0..<count).map(part).joined(separator: ",")
    }

    @Test("A megabyte of tags")
    func tags() throws {
        let count = 50_000
        let tags = try event(mail(#""tags":{\#(joined(count) { #""tag-\#($0)":["v-\#($0)"]"# })}"#)).mail.tags
        #expect(tags.dictionary.count == count)
        #expect(tags.map(\.name).first == "tag-0")
        #expect(tags["tag-\(count - 1)"] == ["v-\(count - 1)"])
        #expect(tags["tag-\(count)"] == nil)
    }

    @Test("100,000 tags of one name")
    func sameTag() throws {
        let tags = try event(mail(#""tags":{\#(joined(100_000) { #""a":["\#($0)"]"# })}"#)).mail.tags
        #expect(tags.dictionary == ["a": ["0"]])
        #expect(tags["a"] == ["0"])
    }

    @Test("100,000 header fields")
    func headers() throws {
        let count = 100_000
        let headers = try event(
            mail(#""headers":[\#(joined(count) { #"{"name":"X-\#($0)","value":"\#($0)"}"# })]"#)
        ).mail.headers
        #expect(headers.count == count)
        #expect(headers["x-\(count - 1)"] == "\(count - 1)")
        #expect(headers.reduce(0) { $0 + $1.value.count } == Array(headers).reduce(0) { $0 + $1.value.count })
    }

    @Test("100,000 recipients")
    func recipients() throws {
        let count = 100_000
        let list = joined(count) { #"{"emailAddress":"r\#($0)@recipient.example"}"# }
        let event = try event(
            mail(#""destination":[]"#, #""bounce":{"bouncedRecipients":[\#(list)]}"#, type: "Bounce"))
        guard case .bounce(let bounce) = event.kind else {
            Issue.record("not a bounce")
            return
        }
        #expect(bounce.recipients.count == count)
        #expect(bounce.recipients.last?.emailAddress == "r\(count - 1)@recipient.example")
        #expect(event.recipientAddresses.count == count)
    }

    @Test("10,000 of one member: the first counts")
    func sameMember() throws {
        let text = joined(10_000) { #""source":"\#($0)","commonHeaders":{"subject":"\#($0)"}"# }
        let event = try event(
            mail(text, joined(10_000) { #""open":{"ipAddress":"\#($0)"}"# }, type: "Open"))
        #expect(event.mail.source == "0")
        #expect(event.mail.commonHeaders?.subject == "0")
        #expect(event.kind == .open(.init(ipAddress: "0")))
    }

    @Test("20,000 members of an unknown event")
    func unknownMembers() throws {
        let event = try event(mail(#""source":"s""#, joined(20_000) { #""m\#($0)":{"n":\#($0)}"# }, type: "X"))
        guard case .unknown(let unknown) = event.kind else {
            Issue.record("not unknown")
            return
        }
        #expect(unknown.members.count == 20_000)
        #expect(unknown.members["m19999"] == .object(["n": .integer(19_999)]))
    }

    @Test("Half a megabyte of brackets, open or closed", arguments: ["[", "{\"a\":", "[{\"a\":"])
    func nesting(start: String) throws {
        let open = String(repeating: start, count: 512 << 10 / start.utf8.count)
        let records = try SESEvent.decodeRecords(from: Data(open.utf8))
        #expect(records.count == 1)
        #expect(records.first?.failure?.rule.contains("nested too deeply") == true)
        let lines = String(repeating: start + "\n", count: 20_000)
        #expect(try SESEvent.decodeRecords(from: Data(lines.utf8)).allSatisfy { $0.failure != nil })
        // In a list beside events that are none, and below what is ignored.
        #expect(throws: SESValueError.self) { try SESEvent.decodeAll(from: mail(#""x":\#(open)"#)) }
    }

    @Test("100,000 lists in a list of 60")
    func wideNesting() throws {
        let wide = "[" + joined(100_000) { _ in "[]" } + "]"
        let deep = String(repeating: "[", count: 60) + wide + String(repeating: "]", count: 60)
        #expect(try event(mail(#""source":"s","x":\#(deep)"#)).mail.source == "s")
    }

    @Test(
        "Half a megabyte of escapes, three times",
        arguments: [#"\n"#, #"\u0041"#, #"\ud83d\ude00"#, #"\\"#, #"\/"#, "é", #"a\"b"#])
    func escapes(escape: String) throws {
        let text = String(repeating: escape, count: 512 << 10 / escape.utf8.count)
        let one = try JSONDecoder().decode(String.self, from: Data("\"\(escape)\"".utf8))
        let event = try event(mail(#""source":"\#(text)","tags":{"\#(text)":["\#(text)"]}"#))
        #expect(event.mail.source == String(repeating: one, count: 512 << 10 / escape.utf8.count))
        #expect(event.mail.tags[event.mail.source] == [event.mail.source])
    }

    @Test("256 KB of halves of surrogate pairs", arguments: [#"\ud800"#, #"\udc00"#])
    func surrogates(half: String) throws {
        let text = String(repeating: half, count: 256 << 10 / half.utf8.count)
        let event = try event(mail(#""source":"\#(text)""#))
        #expect(event.mail.source.isEmpty)
        #expect(try SESEvent.decodeRecords(from: mail(#""\#(text)":1"#)).first?.failure != nil)
    }

    @Test("Numbers of 256 KB", arguments: ["1", "0.", "1.", "1e", "0e", "1e-"])
    func numbers(start: String) throws {
        let number =
            start + String(repeating: "0", count: 256 << 10) + (start.hasSuffix("e") || start.hasSuffix("-") ? "1" : "")
        let data = mail(#""source":"s""#, #""x":\#(number),"y":1"#, type: "X")
        guard case .unknown(let unknown) = try event(data).kind else {
            Issue.record("not unknown")
            return
        }
        #expect(unknown.members["y"] == .integer(1))
        let delivery = mail(
            #""source":"s""#, #""delivery":{"processingTimeMillis":\#(number),"smtpResponse":"r"}"#, type: "Delivery")
        guard case .delivery(let details) = try event(delivery).kind else {
            Issue.record("not a delivery")
            return
        }
        #expect(details.smtpResponse == "r")
    }

    @Test(
        "Lines that each look like a record and none of which is",
        arguments: ["{", "{\"a\":[\n", "{},", "{}{", "{\"", "{\"a\":{"])
    func lines(line: String) throws {
        let text = String(repeating: line + "\n", count: 20_000)
        #expect(try SESEvent.decodeRecords(from: Data(text.utf8)).allSatisfy { $0.event == nil })
    }

    @Test("An unclosed list of many lines that begin with an object")
    func unclosed() throws {
        let text = #"{"a":["# + String(repeating: "{},\n", count: 50_000)
        let records = try SESEvent.decodeRecords(from: Data(text.utf8))
        #expect(records.allSatisfy { $0.failure != nil })
    }
}
