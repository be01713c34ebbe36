import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("The deliveries of a queue as a sequence", .timeLimit(.minutes(10)))
struct QueueSequenceTests {
    @Test("what is acknowledged is deleted, what is released comes again")
    func acknowledged() async throws {
        let test = try await QueueUnderTest()
        await test.send("a", "b")
        let seen = Records<String>()
        let task = Task {
            for try await delivery in test.consumer.deliveries {
                let id = delivery.events.map(\.mail.messageID).joined()
                seen.add("\(id)\(delivery.receiveCount)")
                if id == "b", delivery.receiveCount == 1 {
                    await delivery.release(after: .seconds(5))
                    await delivery.acknowledge()
                } else {
                    await delivery.acknowledge()
                }
            }
        }
        try await test.until { await test.isEmpty }
        #expect(Set(seen.all) == ["a1", "b1", "b2"] && seen.all.count == 3)
        await test.consumer.shutdown()
        try await task.value
    }

    @Test("no more are in hand than asked for, until one is acknowledged")
    func pressure() async throws {
        let test = try await QueueUnderTest(QueueOptions(concurrency: 2))
        await test.send("a", "b", "c", "d")
        var iterator = test.consumer.deliveries.makeAsyncIterator()
        var inHand = [try await iterator.next(), try await iterator.next()]
        await test.pass(.seconds(60))
        #expect(await test.sqs.hiddenCount(on: test.url) == 2)
        await inHand.removeLast()?.acknowledge()
        inHand.append(try await iterator.next())
        #expect(inHand.compactMap { $0?.events.first?.mail.messageID }.count == 2)
        try await test.until { await test.sqs.messages(on: test.url).count == 3 }
        for delivery in inHand { await delivery?.acknowledge() }
        inHand = []
        await (try await iterator.next())?.acknowledge()
        try await test.until { await test.isEmpty }
        await test.consumer.shutdown()
    }

    @Test("one that is dropped comes again at once")
    func dropped() async throws {
        let test = try await QueueUnderTest()
        await test.send("a")
        var iterator = test.consumer.deliveries.makeAsyncIterator()
        #expect(try await iterator.next()?.receiveCount == 1)
        let before = test.clock.now
        let again = try await iterator.next()
        #expect(again?.receiveCount == 2)
        #expect(test.clock.now == before)
        await again?.acknowledge()
        await test.consumer.shutdown()
        #expect(await test.isEmpty)
    }

    @Test("it ends when its loop is left, and when its task is cancelled")
    func left() async throws {
        let test = try await QueueUnderTest()
        await test.send("a", "b")
        for try await delivery in test.consumer.deliveries {
            await delivery.acknowledge()
            break
        }
        await test.consumer.shutdown()
        #expect(await test.sqs.messages(on: test.url).count == 1)
        #expect(await test.sqs.hiddenCount(on: test.url) == 0)

        let other = try await QueueUnderTest()
        let task = Task { for try await _ in other.consumer.deliveries {} }
        try await other.until { await other.sqs.calls.contains("ReceiveMessage") }
        task.cancel()
        try await task.value
        await #expect(throws: Never.self) { await other.consumer.shutdown() }
    }

    @Test("a consumer runs once at a time")
    func once() async throws {
        let test = try await QueueUnderTest()
        let run = Task { try await test.consumer.run { _ in } }
        try await test.until { await test.sqs.calls.contains("ReceiveMessage") }
        let error = await #expect(throws: SESIntakeError.self) { try await test.consumer.run { _ in } }
        #expect(error?.code == .underway)
        var iterator = test.consumer.deliveries.makeAsyncIterator()
        await #expect(throws: SESIntakeError.self) { _ = try await iterator.next() }
        await test.consumer.shutdown()
        try await run.value
    }
}
