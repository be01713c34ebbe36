import Foundation
import SESCore
import Testing

@Suite("The policy events decode by")
struct DecodePolicyTests {
    private func decode(_ text: String) throws -> SESEvent {
        try JSONDecoder().decode(SESEvent.self, from: Data(text.utf8))
    }

    private func mail(_ members: String) throws -> SESEvent.Mail {
        try decode(#"{"eventType":"Send","mail":{"messageId":"m",\#(members)}}"#).mail
    }

    @Test(
        "Each type decodes from no more than its name and the e-mail's id",
        arguments: [
            ("Send", SESEvent.Kind.send(.init())), ("Delivery", .delivery(.init())), ("Bounce", .bounce(.init())),
            ("Complaint", .complaint(.init())), ("Reject", .reject(.init())), ("Open", .open(.init())),
            ("Click", .click(.init())), ("Rendering Failure", .renderingFailure(.init())),
            ("RenderingFailure", .renderingFailure(.init())), ("DeliveryDelay", .deliveryDelay(.init())),
            ("Subscription", .subscription(.init())),
            ("bounce", .unknown(.init(name: .init(rawValue: "bounce")))),
            ("", .unknown(.init(name: .init(rawValue: "")))),
        ])
    func leastEvent(name: String, kind: SESEvent.Kind) throws {
        for key in ["eventType", "notificationType"] {
            let event = try decode(#"{"\#(key)":"\#(name)","mail":{"messageId":"m"}}"#)
            #expect(event.kind == kind)
            #expect(event.mail == SESEvent.Mail(messageID: "m"))
            #expect(event.discriminator.rawValue == key)
        }
    }

    @Test(
        "Without a type, a mail or its id nothing decodes",
        arguments: [
            #"{}"#, #"{"mail":{"messageId":"m"}}"#, #"{"eventType":"Send"}"#, #"{"eventType":"Send","mail":{}}"#,
            #"{"eventType":"Send","mail":{"messageId":7}}"#, #"{"eventType":"Send","mail":{"messageId":null}}"#,
            #"{"eventType":"Send","mail":null}"#, #"{"eventType":"Send","mail":"m"}"#,
            #"{"eventType":"Send","mail":[]}"#, #"{"eventType":null,"mail":{"messageId":"m"}}"#,
            #"{"eventType":1,"mail":{"messageId":"m"}}"#, #"[]"#, #""Send""#, #"null"#, #"7"#,
        ])
    func required(text: String) {
        #expect(throws: (any Error).self) { try decode(text) }
    }

    @Test("Of the two names of the type the first that is a string counts")
    func bothDiscriminators() throws {
        let both = try decode(#"{"notificationType":"Bounce","eventType":"Send","mail":{"messageId":"m"}}"#)
        #expect(both.type == .send)
        #expect(both.discriminator == .eventType)
        let second = try decode(#"{"notificationType":"Bounce","eventType":5,"mail":{"messageId":"m"}}"#)
        #expect(second.type == .bounce)
        #expect(second.discriminator == .notificationType)
    }

    @Test(
        "A payload that is null or no object has its defaults",
        arguments: ["null", "7", "true", #""text""#, "[]", "[{}]", "{}", #"{"bounceType":null}"#])
    func payload(value: String) throws {
        let event = try decode(#"{"eventType":"Bounce","mail":{"messageId":"m"},"bounce":\#(value)}"#)
        #expect(event.kind == .bounce(.init()))
    }

    @Test(
        "Booleans are read as such and as strings, from nothing else",
        arguments: [
            ("true", true), ("false", false), (#""true""#, true), (#""false""#, false), (#""TRUE""#, nil),
            ("1", nil), ("null", nil), (#""""#, nil), ("{}", nil),
        ] as [(String, Bool?)])
    func booleans(value: String, expected: Bool?) throws {
        #expect(try mail(#""headersTruncated":\#(value)"#).headersTruncated == expected)
    }

    @Test(
        "Integers are read as such and as decimal strings, from nothing else",
        arguments: [
            ("5", 5), ("0", 0), ("-7", -7), (#""42""#, 42), (#""-1""#, -1), ("1.5", nil), (#""1.5""#, nil),
            (#"" 1""#, nil), (#""""#, nil), ("true", nil), ("null", nil), ("[]", nil), ("1e400", nil),
            ("99999999999999999999", nil), (#""99999999999999999999""#, nil),
            ("9223372036854775807", 9_223_372_036_854_775_807),
        ] as [(String, Int?)])
    func integers(value: String, expected: Int?) throws {
        let text = #"{"eventType":"Delivery","mail":{"messageId":"m"},"delivery":{"processingTimeMillis":\#(value)}}"#
        #expect(try decode(text).kind == .delivery(.init(processingTimeMillis: expected)))
    }

    @Test(
        "Strings are read from strings only; half a surrogate pair is no string",
        arguments: [
            (#""x""#, "x"), ("5", ""), ("true", ""), ("null", ""), ("{}", ""), (#"["x"]"#, ""), (#""\ud83d""#, ""),
            (#""\ud83d\ude00""#, "😀"), (#""a\u0000b""#, "a\u{0}b"),
        ])
    func strings(value: String, expected: String) throws {
        #expect(try mail(#""source":\#(value)"#).source == expected)
    }

    @Test(
        "A list skips what is of another kind",
        arguments: [
            (#"["a","b"]"#, ["a", "b"]), (#"["a",1,null,{},[],"b"]"#, ["a", "b"]), (#""a""#, []), ("{}", []),
            ("null", []), ("[]", []),
        ])
    func lists(value: String, expected: [String]) throws {
        #expect(try mail(#""destination":\#(value)"#).destination == expected)
    }

    @Test("A list of recipients takes a bare string as the address")
    func recipients() throws {
        let text = """
            {"eventType":"Bounce","mail":{"messageId":"m"},
             "bounce":{"bouncedRecipients":["a@x.example",{"emailAddress":"b@x.example","action":5},{},3,null,[]]}}
            """
        let expected: [SESEvent.Recipient] = [
            .init(emailAddress: "a@x.example"), .init(emailAddress: "b@x.example"), .init(emailAddress: ""),
        ]
        #expect(try decode(text).kind == .bounce(.init(recipients: expected)))
    }

    @Test("A tag may be a bare string; a tag of another kind is left out")
    func tags() throws {
        let mail = try mail(
            #""tags":{"list":["a","b"],"bare":"c","mixed":["d",1,null],"empty":[],"n":1,"z":null,"o":{}}"#)
        #expect(mail.tags == ["list": ["a", "b"], "bare": ["c"], "mixed": ["d"], "empty": []])
        for value in ["null", "[]", #""x""#, "5"] {
            #expect(try self.mail(#""tags":\#(value)"#).tags.isEmpty)
        }
    }

    @Test("Values AWS has not documented are kept")
    func unknownValues() throws {
        let text = """
            {"eventType":"Complaint","mail":{"messageId":"m"},
             "complaint":{"complaintSubType":"OnMars","complaintFeedbackType":"shrug"}}
            """
        let expected = SESEvent.Complaint(
            subType: .init(rawValue: "OnMars"), feedbackType: .init(rawValue: "shrug"))
        #expect(try decode(text).kind == .complaint(expected))
    }

    @Test("An event with everything of the wrong kind still decodes")
    func wrongKinds() throws {
        let event = try EventFixture.event("odd-wrong-kinds")
        let mail = SESEvent.Mail(
            messageID: "0102-wrong", headersTruncated: true,
            headers: [.init(name: "A", value: "1"), .init(name: "B")],
            tags: ["bare": ["one"], "list": ["two"], "empty": []])
        #expect(event.mail == mail)
        let bounce = SESEvent.Bounce(
            type: .init(rawValue: "Sideways"),
            recipients: [.init(emailAddress: "bare@recipient.example"), .init(emailAddress: "x@recipient.example")])
        #expect(event.kind == .bounce(bounce))
    }

    @Test("An unknown event leaves out a number that cannot be held, and only that")
    func unknownWithHugeNumber() throws {
        let event = try decode(
            #"{"eventType":"New","mail":{"messageId":"m"},"huge":1e400,"fine":18446744073709551616}"#)
        let expected = SESEvent.UnknownEvent(
            name: .init(rawValue: "New"), members: ["fine": .number(18_446_744_073_709_551_616)])
        #expect(event.kind == .unknown(expected))
    }
}
