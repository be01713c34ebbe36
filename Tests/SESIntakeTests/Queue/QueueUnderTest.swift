import Foundation
import SESTesting
import Testing

@testable import SESIntake

/// A queue in memory, and a consumer of it on the same clock.
struct QueueUnderTest {
    let sqs: SimulatedSQS
    let url: String
    let deadLetterURL: String
    let consumer: SQSQueueConsumer
    let reports = Records<QueueReport>()

    var clock: SimulatedClock { sqs.clock }

    init(
        _ options: QueueOptions = QueueOptions(), maximumReceiveCount: Int = 100, sqs: SimulatedSQS = SimulatedSQS()
    ) async throws {
        self.sqs = sqs
        deadLetterURL = await sqs.createQueue("dead")
        url = await sqs.createQueue(
            "events", deadLetterQueue: deadLetterURL, maximumReceiveCount: maximumReceiveCount)
        consumer = try Self.consumer(of: url, sqs, options, reports)
    }

    static func consumer(
        of url: String, _ sqs: SimulatedSQS, _ options: QueueOptions, _ reports: Records<QueueReport>
    ) throws -> SQSQueueConsumer {
        try SQSQueueConsumer(
            queueURL: url, credentials: StaticCredentialProvider(sqs.credentials), transport: sqs.transport,
            options: options, configuration: sqs.configuration, report: { reports.add($0) })
    }

    /// An event whose mail has this id.
    static func event(_ id: String) -> String {
        #"{"eventType":"Send","mail":{"messageId":"\#(id)","timestamp":"2025-05-01T09:00:00.000Z","#
            + #""destination":["jane@example.org"]},"send":{}}"#
    }

    func send(_ ids: String...) async {
        for id in ids { await sqs.send(Self.event(id), to: url) }
    }

    /// Lets everything run until the condition holds; moves the clock by a step whenever it doesn't after a while.
    func until(
        by step: Duration = .milliseconds(100), atMost limit: Duration = .seconds(3600),
        _ comment: Comment? = nil, _ condition: () async -> Bool
    ) async throws {
        let end = clock.now.advanced(by: limit)
        while clock.now < end {
            for _ in 0..<200 {
                if await condition() { return }
                await Task.yield()
            }
            await Self.rest()
            clock.advance(by: step)
        }
        Issue.record(comment ?? "the condition never held")
        throw Failure()
    }

    /// Lets everything run while the clock goes on.
    func pass(_ time: Duration, by step: Duration = .milliseconds(500)) async {
        let end = clock.now.advanced(by: time)
        while clock.now < end {
            await Self.rest()
            clock.advance(by: step)
        }
        await Self.rest()
    }

    /// Gives what was woken its turn before the clock goes on, also where other tests take the cores: yielding alone gives
    /// none to a thread that waits for one.
    private static func rest() async {
        for _ in 0..<4 {
            for _ in 0..<25 { await Task.yield() }
            try? await Task.sleep(for: .microseconds(500))
        }
    }

    var isEmpty: Bool {
        get async { await sqs.messages(on: url).isEmpty }
    }

}

extension QueueReport {
    /// The case's name.
    var name: String { String("\(self)".prefix { $0 != "(" }) }
}

extension Envelope {
    /// The body as a message on a queue has it.
    var text: String { String(decoding: body, as: UTF8.self) }
}
