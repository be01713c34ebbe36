import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("Events that come to a queue's consumer again", .timeLimit(.minutes(10)))
struct QueueDuplicateTests {
    @Test("a copy is deleted without being handled, within the window and not after it")
    func window() async throws {
        let test = try await QueueUnderTest(QueueOptions(deduplicationWindow: .seconds(600)))
        let handled = Records<String>()
        let run = Task { try await test.consumer.run { handled.add($0.messageID) } }
        await test.send("m")
        try await test.until { await test.isEmpty }
        await test.send("m")
        try await test.until { await test.isEmpty }
        #expect(handled.all.count == 1)
        #expect(test.reports.all.map(\.name) == ["duplicate"])
        await test.pass(.seconds(601), by: .seconds(10))
        await test.send("m")
        try await test.until { await test.isEmpty }
        #expect(handled.all.count == 2)
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("of two copies at once the second waits, and is handled only if the first fails", arguments: [true, false])
    func verdict(succeeds: Bool) async throws {
        let test = try await QueueUnderTest(QueueOptions(failureDelay: .seconds(600)))
        await test.send("m", "m")
        let gate = Gate()
        let begun = Records<String>()
        let run = Task {
            try await test.consumer.run { delivery in
                begun.add(delivery.messageID)
                guard begun.all.count == 1 else { return }
                await gate.wait()
                if !succeeds { throw Failure() }
            }
        }
        try await test.until { begun.all.count == 1 }
        await test.pass(.seconds(100))
        #expect(begun.all.count == 1)
        gate.open()
        try await test.until(atMost: .seconds(60)) { await test.sqs.messages(on: test.url).count == (succeeds ? 0 : 1) }
        #expect(begun.all.count == (succeeds ? 1 : 2))
        #expect(Set(begun.all).count == begun.all.count)
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("of a message with several events only those are delivered that weren't handled")
    func several() async throws {
        let test = try await QueueUnderTest()
        let handled = Records<[String]>()
        let run = Task { try await test.consumer.run { handled.add($0.events.map(\.mail.messageID)) } }
        await test.send("a")
        try await test.until { await test.isEmpty }
        await test.sqs.send(["a", "b"].map(QueueUnderTest.event).joined(separator: "\n"), to: test.url)
        try await test.until { await test.isEmpty }
        #expect(handled.all == [["a"], ["b"]])
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("no more is remembered than asked for")
    func capacity() {
        var memory = QueueMemory(window: .seconds(60), capacity: 10)
        let start = Date(timeIntervalSince1970: 0)
        for number in 0..<5000 {
            memory.begin(["\(number)"], by: 1)
            memory.handled(["\(number)"], at: start)
        }
        #expect(memory.count == 10)
        #expect(memory.isHandled("4999", at: start) && !memory.isHandled("4989", at: start))
        #expect(!memory.isHandled("4999", at: start.addingTimeInterval(61)))
        memory.begin(["x"], by: 7)
        #expect(memory.isUnderway(["x"], besides: 8) && !memory.isUnderway(["x"], besides: 7))
        memory.abandon(["x"], by: 8)
        #expect(memory.isUnderway(["x"], besides: 8))
        memory.abandon(["x"], by: 7)
        #expect(!memory.isUnderway(["x"], besides: 8))
    }
}
