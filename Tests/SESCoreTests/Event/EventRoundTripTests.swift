import Foundation
import SESCore
import Testing

@Suite("Encoding events")
struct EventRoundTripTests {
    @Test(
        "What AWS sends, decoded and encoded, is the same JSON",
        arguments: EventFixture.types + EventFixture.legacy + ["unknown-type"])
    func sameJSON(name: String) throws {
        let data = try EventFixture.data(name)
        let encoded = try JSONEncoder().encode(try EventFixture.event(name))
        let decoder = JSONDecoder()
        #expect(
            try decoder.decode(JSONValue.self, from: encoded) == decoder.decode(JSONValue.self, from: data))
    }

    @Test("Decoding what was encoded gives an equal event", arguments: EventFixture.all)
    func identity(name: String) throws {
        let event = try EventFixture.event(name)
        let encoded = try JSONEncoder().encode(event)
        #expect(try JSONDecoder().decode(SESEvent.self, from: encoded) == event)
        #expect(try SESEvent.decodeAll(from: encoded) == [event])
    }

    @Test("Null is never written")
    func noNull() throws {
        for name in EventFixture.all where name != "unknown-type" {
            let text = String(decoding: try JSONEncoder().encode(try EventFixture.event(name)), as: UTF8.self)
            #expect(!text.contains(":null"), "\(name)")
        }
    }

    @Test("A send is written with an empty object")
    func send() throws {
        let event = SESEvent(mail: .init(messageID: "m"), kind: .send(.init()))
        let members = try JSONDecoder().decode([String: JSONValue].self, from: try JSONEncoder().encode(event))
        #expect(members["send"] == .object([:]))
        #expect(members["eventType"] == .string("Send"))
    }

    @Test("A rendering failure is written with a space, however it was spelled")
    func renderingFailure() throws {
        let text = #"{"eventType":"RenderingFailure","mail":{"messageId":"m"},"failure":{"templateName":"t"}}"#
        let event = try JSONDecoder().decode(SESEvent.self, from: Data(text.utf8))
        #expect(event.kind == .renderingFailure(.init(templateName: "t")))
        let members = try JSONDecoder().decode([String: JSONValue].self, from: try JSONEncoder().encode(event))
        #expect(members["eventType"] == .string("Rendering Failure"))
    }

    @Test("Members of an unknown event cannot replace its mail or its type")
    func reservedMembers() throws {
        let unknown = SESEvent.UnknownEvent(
            name: .init(rawValue: "Teleport"),
            members: ["mail": .null, "eventType": .string("Send"), "notificationType": .string("x"), "a": .bool(true)])
        let event = SESEvent(
            mail: .init(messageID: "m"), kind: .unknown(unknown), discriminator: .notificationType)
        let decoded = try JSONDecoder().decode(SESEvent.self, from: try JSONEncoder().encode(event))
        #expect(decoded.mail.messageID == "m")
        #expect(decoded.discriminator == .notificationType)
        #expect(decoded.kind == .unknown(.init(name: unknown.name, members: ["a": .bool(true)])))
    }

    struct Record: Codable, Equatable {
        let id: Int
        let event: SESEvent
        let others: [SESEvent]
    }

    @Test("A type of one's own that holds events decodes and encodes with a plain coder")
    func embedding() throws {
        let text = """
            {"id": 7, "event": \(try EventFixture.text("click")), "others": [\(try EventFixture.text("legacy-delivery"))]}
            """
        let record = try JSONDecoder().decode(Record.self, from: Data(text.utf8))
        #expect(record.id == 7)
        #expect(record.event == (try EventFixture.event("click")))
        #expect(record.others == [try EventFixture.event("legacy-delivery")])
        #expect(try JSONDecoder().decode(Record.self, from: try JSONEncoder().encode(record)) == record)
    }

    @Test("Coders that change keys and dates leave names of tags and timestamps alone")
    func strategies() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .secondsSince1970
        let text =
            #"{"eventType":"Send","mail":{"messageId":"m","timestamp":"2025-01-01T00:00:00Z","tags":{"my_tag":["x"]}}}"#
        let event = try decoder.decode(SESEvent.self, from: Data(text.utf8))
        #expect(event.mail.tags == ["my_tag": ["x"]])
        #expect(event.mail.timestamp.text == "2025-01-01T00:00:00Z")
    }

    @Test("Events survive a property list too")
    func propertyList() throws {
        let event = try EventFixture.event("bounce")
        let encoded = try PropertyListEncoder().encode(event)
        #expect(try PropertyListDecoder().decode(SESEvent.self, from: encoded) == event)
    }
}
