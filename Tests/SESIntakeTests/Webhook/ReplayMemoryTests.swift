import Foundation
import Testing

@testable import SESIntake

@Suite("The messages that were taken")
struct ReplayMemoryTests {
    private let start = Date(timeIntervalSince1970: 0)

    @Test("are known until their time is over")
    func ends() {
        let memory = ReplayMemory(capacity: 10)
        #expect(memory.claim("a", at: start) == .fresh)
        #expect(memory.claim("a", at: start) == .underway)
        memory.take("a", until: start + 60, at: start)
        #expect(memory.claim("a", at: start + 60) == .taken)
        #expect(memory.claim("a", at: start + 61) == .fresh)
        memory.release("a")
        #expect(memory.claim("a", at: start) == .fresh)
    }

    @Test("are no more than were allowed, the oldest going first; what is under way stays")
    func capacity() {
        let memory = ReplayMemory(capacity: 3)
        #expect(memory.claim("underway", at: start) == .fresh)
        for number in 0..<10_000 {
            #expect(memory.claim("\(number)", at: start) == .fresh)
            memory.take("\(number)", until: start + 60, at: start)
        }
        #expect(memory.count == 4)
        #expect(memory.claim("9999", at: start) == .taken)
        #expect(memory.claim("9996", at: start) == .fresh)
        #expect(memory.claim("underway", at: start) == .underway)
    }

    @Test("are forgotten once too old")
    func old() {
        let memory = ReplayMemory(capacity: 1000)
        for number in 0..<100 {
            _ = memory.claim("\(number)", at: start)
            memory.take("\(number)", until: start + 60, at: start)
        }
        _ = memory.claim("new", at: start + 61)
        memory.take("new", until: start + 121, at: start + 61)
        #expect(memory.count == 1)
    }
}
