import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("The end of a queue's consumer", .timeLimit(.minutes(10)))
struct QueueShutdownTests {
    private func count(_ test: QueueUnderTest) async -> Int { await test.sqs.messages(on: test.url).count }

    @Test("while it waits for messages it ends at once, by a shutdown and by a cancellation", arguments: [true, false])
    func polling(isCancelled: Bool) async throws {
        let test = try await QueueUnderTest()
        let run = Task { try await test.consumer.run { _ in } }
        try await test.until { await test.sqs.calls.contains("ReceiveMessage") }
        let before = test.clock.now
        if isCancelled {
            run.cancel()
            await #expect(throws: CancellationError.self) { try await run.value }
        } else {
            await test.consumer.shutdown()
            try await run.value
        }
        #expect(test.clock.now == before)
        // For good.
        try await test.consumer.run { _ in Issue.record("it takes messages after its end") }
    }

    @Test("before it began it never begins")
    func before() async throws {
        let test = try await QueueUnderTest()
        await test.send("m")
        await test.consumer.shutdown()
        try await test.consumer.run { _ in Issue.record("it takes messages after its end") }
        #expect(await test.sqs.calls.isEmpty)
    }

    @Test("handlers in hand end within the grace, and what they handled is deleted", arguments: [true, false])
    func graceful(isCancelled: Bool) async throws {
        let test = try await QueueUnderTest(QueueOptions(shutdownGrace: .seconds(20)))
        await test.send("a", "b")
        let gate = Gate()
        let begun = Records<Bool>()
        let run = Task {
            try await test.consumer.run { _ in
                begun.add(true)
                await gate.wait()
                #expect(!Task.isCancelled)
            }
        }
        try await test.until { begun.all.count == 2 }
        let end = Task { if isCancelled { run.cancel() } else { await test.consumer.shutdown() } }
        await test.pass(.seconds(10))
        await test.send("late")
        gate.open()
        try await test.until(atMost: .seconds(5)) { await count(test) == 1 }
        await end.value
        _ = await run.result
        #expect(await test.sqs.messages(on: test.url).first?.receiveCount == 0)
    }

    @Test("after the grace handlers are cancelled and their messages can be received at once, though they don't listen")
    func grace() async throws {
        let test = try await QueueUnderTest(QueueOptions(shutdownGrace: .seconds(20)))
        await test.send("a")
        let gate = Gate()
        let begun = Records<Bool>()
        let cancelled = Records<Bool>()
        let run = Task {
            try await test.consumer.run { _ in
                begun.add(true)
                await withTaskCancellationHandler {
                    await gate.wait()
                } onCancel: {
                    cancelled.add(true)
                }
            }
        }
        try await test.until { begun.all.count == 1 }
        let end = Task { await test.consumer.shutdown() }
        await test.pass(.seconds(19))
        #expect(cancelled.all.isEmpty)
        #expect(await test.sqs.hiddenCount(on: test.url) == 1)
        try await test.until(atMost: .seconds(5)) { cancelled.all.count == 1 }
        await end.value
        try await run.value
        #expect(await test.sqs.hiddenCount(on: test.url) == 0)
        #expect(await count(test) == 1)
        gate.open()
    }

    @Test("messages that nobody began are given back at once")
    func unbegun() async throws {
        let test = try await QueueUnderTest(QueueOptions(concurrency: 5))
        await test.send("a", "b", "c", "d", "a")
        var iterator = test.consumer.deliveries.makeAsyncIterator()
        let first = try await iterator.next()
        #expect(await test.sqs.hiddenCount(on: test.url) == 5)
        let end = Task { await test.consumer.shutdown() }
        try await test.until(atMost: .seconds(5)) { await test.sqs.hiddenCount(on: test.url) == 1 }
        #expect(try await iterator.next() == nil)
        await first?.acknowledge()
        try await test.until(atMost: .seconds(5)) { await count(test) == 4 }
        await end.value
    }

    @Test("what a call brings that was under way is given back")
    func underway() async throws {
        let test = try await QueueUnderTest()
        let gate = SimulatedGate()
        await test.send("a")
        await test.sqs.inject(.hold(until: gate, processed: true), on: "ReceiveMessage")
        let run = Task { try await test.consumer.run { _ in Issue.record("begun after the end") } }
        await gate.waitForCalls()
        #expect(await test.sqs.hiddenCount(on: test.url) == 1)
        let end = Task { await test.consumer.shutdown() }
        gate.open()
        await end.value
        try await run.value
        // Stopped, its answer is lost, and the message comes when its visibility is over; in time, it is given back.
        await test.pass(.seconds(31))
        #expect(await test.sqs.hiddenCount(on: test.url) == 0)
        #expect(await count(test) == 1)
    }

    @Test("deletions under way are waited for")
    func deleting() async throws {
        let test = try await QueueUnderTest()
        await test.send("a")
        await test.sqs.inject(.serviceFailure(status: 503), on: "DeleteMessageBatch", times: 4)
        let handled = Records<Bool>()
        let run = Task { try await test.consumer.run { _ in handled.add(true) } }
        try await test.until { handled.all.count == 1 }
        let isOver = Records<Bool>()
        let end = Task {
            await test.consumer.shutdown()
            isOver.add(true)
        }
        try await test.until { !isOver.all.isEmpty }
        await end.value
        try await run.value
        #expect(await count(test) == 0)
    }
}
