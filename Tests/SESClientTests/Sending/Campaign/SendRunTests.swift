import SESClient
import SESCore
import SESSigning
import Testing

@Suite("A run through many e-mails", .timeLimit(.minutes(2)))
struct SendRunTests {
    private func run(
        _ emails: [Email], _ transport: RecordingTransport, options: SendOptions? = nil
    ) throws -> SendRun {
        let options = options ?? SendOptions(concurrency: 4, limiter: RunFixture.unlimited)
        return try SESv2Client.test(transport, configuration: RunFixture.configuration())
            .send(contentsOf: emails, configurationSet: "promo", options: options)
    }

    @Test("gives each one's outcome with its index and key, and counts")
    func outcomes() async throws {
        let transport = RunFixture.transport { number in
            switch number {
            case 2: RunFixture.refusal("MessageRejected", "no")
            case 5: RunFixture.refusal("InternalFailure", status: 500, "oops")
            case 7: RunFixture.refusal("NotFoundException", status: 404, "List news doesn't exist.")
            default: RunFixture.accepted("m-\(number)")
            }
        }
        var emails = RunFixture.emails(10)
        emails[7].listManagementOptions = ListManagementOptions(contactListName: "news")
        emails[8].destination = EmailDestination()
        let result = await (try run(emails, transport)).collect()
        #expect(result.error == nil)
        var expected = Dictionary(uniqueKeysWithValues: (0..<10).map { ($0, "sent m-\($0)") })
        expected[2] = "refused messageRejected"
        expected[5] = "unknown outcomeUnknown"
        expected[7] = "refused notFound"
        expected[8] = "refused invalidRequest"
        #expect(result.words == expected)
        #expect(result.order.count == 10)
        #expect(result.last?.sent == 6 && result.last?.refused == 3 && result.last?.unknown == 1)
        #expect(result.last?.recipients == 6 && result.last?.expectedCount == 10 && result.last?.settled == 10)
        #expect(result.last?.estimatedEnd != nil)
        #expect(transport.requests.allSatisfy { $0.method == "POST" })
    }

    @Test("takes keys from the caller")
    func keys() async throws {
        let transport = RunFixture.transport { _ in RunFixture.accepted("m") }
        let client = try SESv2Client.test(transport)
        var keys: Set<String> = []
        let run = client.send(
            contentsOf: RunFixture.emails(3), configurationSet: nil,
            key: { email, index in "\(email.tags[0].value)/\(index)" },
            options: SendOptions(limiter: RunFixture.unlimited))
        for try await outcome in run { keys.insert(outcome.key) }
        #expect(keys == ["0/0", "1/1", "2/2"])
    }

    @Test("keeps no more on their way than it may, and gives outcomes as they come")
    func concurrency() async throws {
        let gates = [CallGate(), CallGate()]
        let transport = RunFixture.transport { number in
            await gates[number % 2].pass()
            return RunFixture.accepted("m-\(number)")
        }
        let taker = Taker(try run(RunFixture.emails(12), transport))
        async let first = taker.next()
        await gates[0].wait(for: 2)
        await gates[1].wait(for: 2)
        await yieldOften()
        #expect(gates[0].arrived + gates[1].arrived == 4)
        gates[1].letOneThrough()
        #expect(try await first?.index.isMultiple(of: 2) == false)
        for gate in gates { gate.open() }
        var count = 1
        while try await taker.next() != nil { count += 1 }
        #expect(count == 12)
        #expect(gates[0].most + gates[1].most >= 4)
    }

    @Test("asks its source for no more than it can send, also when nobody takes the outcomes")
    func backPressure() async throws {
        let gate = CallGate()
        let transport = RunFixture.transport { number in
            await gate.pass()
            return RunFixture.accepted("m-\(number)")
        }
        let source = CountedSource(emails: RunFixture.emails(50))
        let client = try SESv2Client.test(transport)
        let run = client.send(
            contentsOf: source, configurationSet: nil,
            options: SendOptions(concurrency: 3, limiter: RunFixture.unlimited))
        #expect(source.count.now == 0)
        let taker = Taker(run)
        async let first = taker.next()
        await gate.wait(for: 3)
        await yieldOften()
        #expect(source.count.now == 3)
        gate.open()
        _ = try await first
        // Three places: one was taken, so one more is read; its outcome and the two others' wait.
        while source.count.now < 4 { await Task.yield() }
        await yieldOften()
        #expect(source.count.now == 4 && transport.requests.count == 4)
        var count = 1
        while try await taker.next() != nil { count += 1 }
        #expect(count == 50)
    }

    @Test("when it is left starts nothing more, and lets what is on its way arrive")
    func abandoned() async throws {
        let gate = CallGate()
        let transport = RunFixture.transport { number in
            if number > 0 { await gate.pass() }
            try Task.checkCancellation()
            return RunFixture.accepted("m-\(number)")
        }
        let source = CountedSource(emails: RunFixture.emails(50))
        let client = try SESv2Client.test(transport)
        let options = SendOptions(concurrency: 3, limiter: RunFixture.unlimited)
        for try await outcome in client.send(contentsOf: source, configurationSet: nil, options: options) {
            #expect(outcome.index == 0)
            await gate.wait(for: 3)
            break
        }
        gate.open()
        await yieldOften()
        #expect(transport.requests.count == 4)
        #expect(source.count.now <= 5)
    }

    @Test("when it is cancelled gives the outcomes of what is on its way, and then says so")
    func cancelled() async throws {
        let gate = CallGate()
        let transport = RunFixture.transport { number in
            await gate.pass()
            try Task.checkCancellation()
            return RunFixture.accepted("m-\(number)")
        }
        let run = try run(RunFixture.emails(50), transport)
        let task = Task { await run.collect() }
        await gate.wait(for: 4)
        task.cancel()
        await yieldOften()
        gate.open()
        let result = await task.value
        #expect(result.words == Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, "sent m-\($0)") }))
        #expect(result.error is CancellationError)
        #expect(transport.requests.count == 4)
    }

    @Test("that is cancelled before it begins sends nothing")
    func cancelledBefore() async throws {
        let transport = RunFixture.transport { _ in RunFixture.accepted("m") }
        let run = try run(RunFixture.emails(5), transport)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await run.collect()
        }
        #expect(await task.value.error is CancellationError)
        #expect(transport.requests.isEmpty)
    }

    @Test("ends with its source's error, after the outcomes of what came before it")
    func brokenSource() async throws {
        let transport = RunFixture.transport { RunFixture.accepted("m-\($0)") }
        let source = CountedSource(emails: RunFixture.emails(50), breaksAt: 6)
        let result = await (try SESv2Client.test(transport)).send(
            contentsOf: source, configurationSet: nil, options: SendOptions(limiter: RunFixture.unlimited)
        ).collect()
        #expect(result.words.count == 6)
        #expect(result.error is CountedSource.Broken)
    }

    @Test("is iterated once: a second time would send all again")
    func twice() async throws {
        let transport = RunFixture.transport { RunFixture.accepted("m-\($0)") }
        let run = try run(RunFixture.emails(3), transport)
        #expect(await run.collect().error == nil)
        #expect((await run.collect().error as? SESv2Error)?.code == .invalidRequest)
        #expect(transport.requests.count == 3)
    }

    @Test("of no e-mails ends at once")
    func empty() async throws {
        let transport = RunFixture.transport { _ in RunFixture.accepted("m") }
        let result = await (try run([], transport)).collect()
        #expect(result.order.isEmpty && result.error == nil)
    }
}
