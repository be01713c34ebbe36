import Testing

@testable import SESMonitoring

@Suite("What is noted before it is counted")
struct NotesTests {
    @Test("is small, and tells apart as many recipients as an event can have")
    func note() {
        #expect(MemoryLayout<Note>.stride == 32)
        let note = Note(.unsubscribes, 7, 1_000_000, detail: 3, subject: 100_000, milliseconds: -1)
        #expect(note.index == 1_000_000 && note.subject == 100_000 && note.milliseconds == -1)
        #expect(note.counter == Counter.unsubscribes.rawValue && note.detail == 3)
        #expect(Note(.sends, 7, subject: 0, milliseconds: 0).detail == nil)
    }
}
