import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("Failures of Amazon SQS", .timeLimit(.minutes(10)))
struct QueueFailureTests {
    private static let passing: [SimulatedFault] = [
        .throttle, .serviceFailure(status: 500), .serviceFailure(status: 503), .connectionRefused,
        .connectionReset(processed: false), .connectionReset(processed: true), .timeout(processed: true), .garbledBody,
        .refusal("OverLimit", status: 403), .refusal("RequestThrottled"),
    ]

    @Test("what passes is waited out and reported, and nothing is lost", arguments: passing.indices)
    func passes(index: Int) async throws {
        let test = try await QueueUnderTest()
        await test.send("a")
        await test.sqs.inject(Self.passing[index], on: "ReceiveMessage", times: 7)
        let handled = Records<String>()
        let run = Task { try await test.consumer.run { handled.add($0.messageID) } }
        try await test.until(by: .milliseconds(500)) { await test.isEmpty }
        #expect(handled.all.count == 1)
        let waits = test.reports.all.compactMap { report in
            if case .callFailed(let error, let wait) = report { (error.code, wait) } else { nil }
        }
        #expect(!waits.isEmpty && waits.allSatisfy { $0.0 == .queueUnavailable })
        #expect(waits.map(\.1) == waits.map(\.1).sorted() && waits.first?.1 == .milliseconds(500))
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("a queue that may not be used or isn't there ends it with an error, and nothing is lost")
    func final() async throws {
        for fault in [SimulatedFault.refusal("AccessDeniedException", status: 403), nil] {
            let test = try await QueueUnderTest()
            await test.send("a")
            if let fault { await test.sqs.inject(fault) } else { await test.sqs.deleteQueue(test.url) }
            let error = await #expect(throws: SESIntakeError.self) { try await test.consumer.run { _ in } }
            #expect(error?.code == .queueRefused)
            #expect((error?.underlyingError as? SESv2Error)?.httpStatus == (fault == nil ? 400 : 403))
            #expect(error?.message.contains(fault == nil ? "QueueDoesNotExist" : "AccessDenied") == true)
            #expect(await test.sqs.messages(on: test.url).count == (fault == nil ? 0 : 1))
        }
    }

    @Test("a refusal while handlers run lets them end first")
    func finalWhileHandling() async throws {
        // Hidden for longer than the time that passes, as a beat may be late on a clock that goes on meanwhile.
        let test = try await QueueUnderTest(
            QueueOptions(
                visibilityTimeout: .seconds(600), concurrency: 2, shutdownGrace: .seconds(600)))
        await test.send("a")
        let gate = Gate()
        let begun = Records<Bool>()
        let run = Task {
            try await test.consumer.run { _ in
                begun.add(true)
                await gate.wait()
            }
        }
        try await test.until { begun.all.count == 1 }
        await test.sqs.inject(.refusal("AccessDeniedException", status: 403), on: "ReceiveMessage")
        await test.pass(.seconds(21))
        await test.pass(.seconds(10))
        gate.open()
        let result = await run.result
        #expect(throws: SESIntakeError.self) { try result.get() }
        #expect(await test.isEmpty)
    }

    @Test(
        "entries of a batch that weren't deleted are deleted later, or given up and reported", arguments: [false, true])
    func partial(isFinal: Bool) async throws {
        let test = try await QueueUnderTest()
        for number in 0..<10 { await test.sqs.send(QueueUnderTest.event("m\(number)"), to: test.url) }
        await test.sqs.refuseEntries(3, of: "DeleteMessageBatch", code: "InternalError", senderFault: isFinal)
        let handled = Records<String>()
        let run = Task { try await test.consumer.run { handled.add($0.messageID) } }
        try await test.until { await test.isEmpty }
        #expect(handled.all.count == 10)
        let given = test.reports.all.filter { $0.name == "notDeleted" }
        #expect(given.count == (isFinal ? 3 : 0))
        // Those given up come again, are known, and are deleted then.
        #expect(test.reports.all.filter { $0.name == "duplicate" }.count == (isFinal ? 3 : 0))
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("a message that couldn't be kept from others is reported, and its copy isn't handled again")
    func lost() async throws {
        let test = try await QueueUnderTest()
        await test.send("a")
        // All beats fail for longer than the message is hidden.
        await test.sqs.inject(.connectionRefused, on: "ChangeMessageVisibilityBatch", times: 12)
        let gate = Gate()
        let begun = Records<Bool>()
        let run = Task {
            try await test.consumer.run { _ in
                begun.add(true)
                await gate.wait()
            }
        }
        try await test.until { begun.all.count == 1 }
        try await test.until { test.reports.all.contains { $0.name == "visibilityLost" } }
        gate.open()
        try await test.until { await test.isEmpty }
        #expect(begun.all.count == 1)
        await test.consumer.shutdown()
        try await run.value
    }

    @Test("whatever is answered, no error and no report holds what a message holds")
    func discreet() async throws {
        let test = try await QueueUnderTest()
        await test.send("a")
        await test.sqs.inject(
            .refusal("InvalidParameterValue", message: "jane@example.org isn't it"), on: "ReceiveMessage")
        let error = await #expect(throws: SESIntakeError.self) { try await test.consumer.run { _ in } }
        #expect(error?.code == .queueRefused)
        #expect(error.map { "\($0)".contains("jane") } == false)
    }
}
