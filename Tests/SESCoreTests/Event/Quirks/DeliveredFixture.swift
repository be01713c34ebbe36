import Foundation
import SESCore
import Testing

extension EventFixture {
    /// An envelope in `Fixtures/Envelopes`, as a destination delivers it.
    static func envelope(_ name: String, ending: String = "json") throws -> String {
        let folder = "Fixtures/Envelopes"
        guard let url = Bundle.module.url(forResource: name, withExtension: ending, subdirectory: folder)
        else { throw Missing(name: name) }
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    /// The event that is read from a delivery of just this text, which must be what a plain decoder reads from it.
    static func delivered(_ text: String) throws -> SESEvent {
        let events = try SESEvent.decodeAll(from: text)
        #expect(events == [try JSONDecoder().decode(SESEvent.self, from: Data(text.utf8))])
        return try #require(events.first)
    }

    /// The same for an event of `Fixtures/Events`.
    static func delivered(fixture name: String) throws -> SESEvent {
        try delivered(text(name))
    }

    /// An event whose encoding must be the JSON that AWS sent, and decode to an equal event.
    static func deliveredAndSame(_ text: String) throws -> SESEvent {
        let event = try delivered(text)
        let encoded = try JSONEncoder().encode(event)
        let decoder = JSONDecoder()
        #expect(
            try decoder.decode(JSONValue.self, from: encoded)
                == decoder.decode(JSONValue.self, from: Data(text.utf8)))
        #expect(try decoder.decode(SESEvent.self, from: encoded) == event)
        return event
    }

    /// The text of a fixture with another text in place of one that must be in it just once.
    static func text(_ name: String, _ old: String, is new: String) throws -> String {
        let text = try text(name)
        #expect(text.ranges(of: old).count == 1)
        return text.replacing(old, with: new)
    }
}
