import SESCore
import Testing

@Suite("The API's event types and the events' names")
struct EventTypeNameTests {
    @Test("Each type of the API leads to a name and back", arguments: EventType.all)
    func roundTrip(type: EventType) {
        #expect(type.eventName?.eventType == type)
    }

    @Test("All known names are those of all known types")
    func all() {
        #expect(Set(EventType.all.compactMap(\.eventName)) == Set(SESEvent.EventName.allKnown))
        #expect(EventType.renderingFailure.eventName == .renderingFailure)
    }

    @Test("A spelling of the other side leads nowhere", arguments: ["Rendering Failure", "Send", "", "TELEPORT"])
    func unknown(text: String) {
        #expect(EventType(rawValue: text).eventName == nil)
    }
}
