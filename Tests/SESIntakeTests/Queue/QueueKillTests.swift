import Foundation
import SESTesting
import Synchronization
import Testing

@testable import SESIntake

@Suite("A queue's consumer that is killed", .timeLimit(.minutes(5)))
struct QueueKillTests {
    /// Carries requests until it is cut: then nothing reaches the queue any more, as of a process that is gone.
    private final class Lifeline: HTTPTransport {
        private let base: any HTTPTransport
        private let isCut = Mutex(false)

        init(_ base: any HTTPTransport) { self.base = base }

        func cut() { isCut.withLock { $0 = true } }

        func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
            func check() throws {
                guard isCut.withLock({ $0 }) else { return }
                throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: "cut")
            }
            try check()
            let response = try await base.execute(request, limits: limits)
            try check()
            return response
        }
    }

    @Test(
        "at 20 random points: every event is handled, and after deduplication once", arguments: [1, 2, 3] as [UInt64])
    func kills(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let test = try await QueueUnderTest(maximumReceiveCount: 1000)
        let ids = (0..<200).map { "m\($0)" }
        for id in ids {
            // SQS may deliver a message twice, and SNS may send one twice.
            for _ in 0...Int.random(in: 0...1, using: &random) {
                await test.sqs.send(QueueUnderTest.event(id), to: test.url)
            }
        }
        // What a service keeps beyond its process: the keys of what it has done.
        let handled = Records<String>()
        for kill in 1...21 {
            let lifeline = Lifeline(test.sqs.transport)
            let isDead = Mutex(false)
            let consumer = try SQSQueueConsumer(
                queueURL: test.url, credentials: StaticCredentialProvider(test.sqs.credentials), transport: lifeline,
                options: QueueOptions(
                    visibilityTimeout: .seconds(9), concurrency: Int.random(in: 1...12, using: &random),
                    shutdownGrace: .zero),
                configuration: test.sqs.configuration)
            let own = Records<String>()
            let run = Task {
                try await consumer.run { delivery in
                    for _ in 0..<5 { await Task.yield() }
                    guard !isDead.withLock({ $0 }) else { throw CancellationError() }
                    for event in delivery.events {
                        handled.add(event.mail.messageID)
                        own.add(event.mail.messageID)
                    }
                }
            }
            if kill <= 20 {
                for _ in 0..<Int.random(in: 0...120, using: &random) {
                    await Task.yield()
                    if Int.random(in: 0..<10, using: &random) == 0 { test.clock.advance(by: .milliseconds(50)) }
                }
            } else {
                try await test.until { await test.isEmpty }
            }
            lifeline.cut()
            isDead.withLock { $0 = true }
            run.cancel()
            try await test.until(by: .seconds(1)) { await consumer.phase == .ended }
            _ = await run.result
            // In one process nothing is handled twice.
            #expect(Set(own.all).count == own.all.count)
        }
        #expect(Set(handled.all) == Set(ids))
        #expect(await test.sqs.messages(on: test.deadLetterURL).isEmpty)
    }
}
