import Foundation
import SESTesting
import Synchronization
import Testing

@testable import SESIntake

@Suite("The consumer of a queue with a handler", .timeLimit(.minutes(10)))
struct QueueHandlerTests {
    @Test("messages are handled once each, deleted after that, and in batches")
    func handled() async throws {
        let test = try await QueueUnderTest(QueueOptions(concurrency: 20))
        for number in 0..<25 { await test.sqs.send(QueueUnderTest.event("m\(number)"), to: test.url) }
        let handled = Records<String>()
        let run = Task { try await test.consumer.run { handled.add($0.events.map(\.mail.messageID).joined()) } }
        try await test.until { await test.isEmpty }
        #expect(Set(handled.all).count == 25)
        #expect(handled.all.count == 25)
        #expect(await test.sqs.calls.count { $0 == "DeleteMessageBatch" } <= 6)
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("a delivery says what it is, in whatever envelope it came")
    func envelopes() async throws {
        let test = try await QueueUnderTest()
        let event = QueueUnderTest.event("raw")
        await test.sqs.send(event, to: test.url)
        await test.sqs.send(Envelope.notification.text, to: test.url)
        await test.sqs.send(
            #"{"version":"0","id":"e1","detail-type":"Email Sent","source":"aws.ses","account":"123456789012","#
                + #""time":"2025-05-01T09:00:00Z","region":"eu-west-1","resources":[],"detail":"#
                + QueueUnderTest.event("bridge") + "}", to: test.url)
        let deliveries = Records<QueueDelivery>()
        let run = Task { try await test.consumer.run { deliveries.add($0) } }
        try await test.until { await test.isEmpty }
        #expect(Set(deliveries.all.flatMap(\.events).map(\.mail.messageID)) == ["raw", "m1", "bridge"])
        #expect(deliveries.all.allSatisfy { $0.receiveCount == 1 && $0.queueURL == test.url && !$0.messageID.isEmpty })
        #expect(deliveries.all.allSatisfy { $0.sentAt == test.clock.start })
        run.cancel()
        await #expect(throws: CancellationError.self) { try await run.value }
    }

    @Test("no more handlers run at once than asked for, and no more messages are received")
    func concurrency() async throws {
        let test = try await QueueUnderTest(QueueOptions(concurrency: 3))
        for number in 0..<12 { await test.sqs.send(QueueUnderTest.event("m\(number)"), to: test.url) }
        let gate = Gate()
        let begun = Records<String>()
        let run = Task {
            try await test.consumer.run { delivery in
                begun.add(delivery.messageID)
                await gate.wait()
            }
        }
        try await test.until { begun.all.count == 3 }
        await test.pass(.seconds(5))
        #expect(begun.all.count == 3)
        #expect(await test.sqs.hiddenCount(on: test.url) == 3)
        gate.open()
        try await test.until { await test.isEmpty }
        #expect(begun.all.count == 12)
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("a message is kept from others as long as its handler runs")
    func heartbeat() async throws {
        let test = try await QueueUnderTest(QueueOptions(visibilityTimeout: .seconds(30)))
        await test.send("long")
        let gate = Gate()
        let begun = Records<Int>()
        let run = Task {
            try await test.consumer.run { delivery in
                begun.add(delivery.receiveCount)
                await gate.wait()
            }
        }
        try await test.until { begun.all.count == 1 }
        await test.pass(.seconds(300))
        #expect(begun.all == [1])
        #expect(await test.sqs.hiddenCount(on: test.url) == 1)
        #expect(await test.sqs.messages(on: test.url).first?.receiveCount == 1)
        // Each of the 30 beats may be a little late; without one in 30 seconds the message would have come again.
        #expect(await test.sqs.calls.count { $0 == "ChangeMessageVisibilityBatch" } >= 15)
        gate.open()
        try await test.until { await test.isEmpty }
        #expect(begun.all == [1])
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("a message whose handler throws comes again, after its visibility or the delay that was asked for")
    func failing() async throws {
        for (delay, least) in [(nil, 30), (Duration.seconds(4), 4)] as [(Duration?, Int)] {
            let test = try await QueueUnderTest(QueueOptions(failureDelay: delay))
            await test.send("m")
            let times = Records<SimulatedClock.Instant>()
            let run = Task {
                try await test.consumer.run { _ in
                    times.add(test.clock.now)
                    if times.all.count < 3 { throw Failure() }
                }
            }
            try await test.until { await test.isEmpty }
            let waits = zip(times.all, times.all.dropFirst()).map { $0.duration(to: $1) }
            #expect(waits.count == 2)
            // When it is due exactly; the clock has gone on a little before it is received. Less than its visibility, if a delay
            // was asked for.
            #expect(waits[0] >= .seconds(least) && (delay == nil || waits[0] < .seconds(25)))
            if delay != nil { #expect(waits[1] >= .seconds(8)) }
            #expect(test.reports.all.map(\.name) == ["handlerFailed", "handlerFailed"])
            await test.consumer.shutdown()
            try await run.value
        }
    }

    @Test("what can't be read is left to the dead-letter queue, with a reason that holds nothing of it")
    func poison() async throws {
        let test = try await QueueUnderTest(maximumReceiveCount: 2)
        let bodies = [
            "secret text", #"{"eventType":"Send","mail":"jane@example.org"#, #"{"eventType":"Send","mail":7}"#,
            Envelope.notification.with("Message", "secret words").text,
        ]
        for body in bodies { await test.sqs.send(body, to: test.url) }
        await test.send("good")
        let handled = Records<String>()
        let run = Task { try await test.consumer.run { handled.add($0.events.map(\.mail.messageID).joined()) } }
        try await test.until { await test.sqs.messages(on: test.deadLetterURL).count == bodies.count }
        #expect(await test.isEmpty)
        #expect(Set(await test.sqs.messages(on: test.deadLetterURL).map(\.body)) == Set(bodies))
        #expect(handled.all == ["good"])
        #expect(test.reports.all.count == 2 * bodies.count)
        for report in test.reports.all {
            guard case .poison(_, let count, let reason) = report else { throw Failure() }
            #expect(reason.code == .malformedDelivery && (1...2).contains(count))
            #expect(!"\(report)".contains("jane") && !"\(report)".contains("secret"))
        }
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("with a list of topics, messages of others and those that name none are poison")
    func topics() async throws {
        let test = try await QueueUnderTest(QueueOptions(topics: [Envelope.topic]), maximumReceiveCount: 1)
        var foreign = Envelope.notification
        foreign["TopicArn"] = "arn:aws:sns:eu-west-1:999999999999:promo"
        for body in [foreign.text, QueueUnderTest.event("raw"), Envelope.notification.text] {
            await test.sqs.send(body, to: test.url)
        }
        let handled = Records<String>()
        let run = Task { try await test.consumer.run { handled.add($0.events.map(\.mail.messageID).joined()) } }
        try await test.until { await test.sqs.messages(on: test.deadLetterURL).count == 2 }
        #expect(handled.all == ["m1"])
        let codes = test.reports.all.compactMap { report in
            if case .poison(_, _, let reason) = report { reason.code } else { nil }
        }
        #expect(codes == [.foreignTopic, .foreignTopic])
        await test.consumer.shutdown()
        try await run.value
    }
}
