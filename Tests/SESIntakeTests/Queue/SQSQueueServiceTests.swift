#if ServiceLifecycleSupport
import Logging
import SESTesting
import ServiceLifecycle
import Testing

@testable import SESIntake

@Suite("The consumer of a queue as a service", .timeLimit(.minutes(10)))
struct SQSQueueServiceTests {
    @Test("a graceful shutdown lets the handler in hand end, deletes its message and takes no more")
    func graceful() async throws {
        let test = try await QueueUnderTest()
        await test.send("a")
        let gate = Gate()
        let begun = Records<Bool>()
        let service = SQSQueueService(consumer: test.consumer) { _ in
            begun.add(true)
            await gate.wait()
            #expect(!Task.isCancelled)
        }
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: service)], logger: .init(label: "test")))
        let run = Task { try await group.run() }
        try await test.until { begun.all.count == 1 }
        await group.triggerGracefulShutdown()
        await test.pass(.seconds(5))
        await test.send("late")
        gate.open()
        try await run.value
        #expect(await test.sqs.messages(on: test.url).map(\.receiveCount) == [0])
    }
}
#endif
