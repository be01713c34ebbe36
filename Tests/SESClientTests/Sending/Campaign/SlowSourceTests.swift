import SESClient
import SESCore
import Testing

@Suite("A bulk run whose source is slow", .timeLimit(.minutes(2)))
struct SlowSourceTests {
    private let clock = ManualClock()
    private let transport = RecordingTransport { request, _ in
        try BulkRunTests.answer(
            BulkRunTests.numbers(request).map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
    }

    private var calls: [[Int]] { transport.requests.map(BulkRunTests.numbers) }

    /// Begins a run of a source that gives what it is told to.
    private func start(
        _ options: SendOptions
    ) throws -> (source: AsyncStream<BulkEmailEntry>.Continuation, run: Task<Int, any Error>) {
        let (stream, source) = AsyncStream.makeStream(of: BulkEmailEntry.self)
        let client = try SESv2Client.test(transport, configuration: .init(clock: clock))
        let run = client.sendBulk(contentsOf: stream, as: BulkRunTests.call, options: options)
        let task = Task {
            var count = 0
            for try await outcome in run {
                if case .sent = outcome.result { count += 1 }
            }
            return count
        }
        return (source, task)
    }

    @Test("sends what there is a second after the first of it")
    func partial() async throws {
        let (source, run) = try start(SendOptions(concurrency: 2, limiter: RunFixture.unlimited))
        let entries = BulkRunTests.entries(120)
        for entry in entries[..<3] { source.yield(entry) }
        while clock.nextWaking != .seconds(1) { await Task.yield() }
        clock.advance(by: .milliseconds(999))
        source.yield(entries[3])
        await yieldOften()
        #expect(calls.isEmpty)
        clock.advance(by: .milliseconds(1))
        while calls.isEmpty { await Task.yield() }
        #expect(calls == [[0, 1, 2, 3]])
        // The next call has a time of its own; one that is full doesn't wait for it.
        for entry in entries[4..<104] { source.yield(entry) }
        while calls.count < 3 { await Task.yield() }
        source.yield(entries[104])
        while clock.nextWaking != .seconds(1) { await Task.yield() }
        clock.advance(by: .seconds(1))
        while calls.count < 4 { await Task.yield() }
        // What is there at the end doesn't wait either.
        source.yield(entries[105])
        source.finish()
        #expect(try await run.value == 106)
        // Calls that are under way at once may come in any order.
        let sorted = calls.sorted { $0[0] < $1[0] }
        #expect(sorted == [Array(0..<4), Array(4..<54), Array(54..<104), [104], [105]])
    }

    @Test("waits as long as it is told to, whatever that is", arguments: [Duration.zero, .seconds(-5), .seconds(30)])
    func chosen(wait: Duration) async throws {
        let (source, run) = try start(SendOptions(limiter: RunFixture.unlimited, batchWait: wait))
        source.yield(BulkRunTests.entries(1)[0])
        if wait > .zero {
            while clock.nextWaking != wait { await Task.yield() }
            clock.advance(by: wait)
        }
        while calls.isEmpty { await Task.yield() }
        source.finish()
        #expect(try await run.value == 1)
    }

    @Test("doesn't send what waits when it is cancelled, and ends")
    func cancelled() async throws {
        for wait in [Duration.seconds(1), .seconds(Int64.max)] {
            let (source, run) = try start(SendOptions(limiter: RunFixture.unlimited, batchWait: wait))
            source.yield(BulkRunTests.entries(1)[0])
            while clock.sleeperCount == 0 { await Task.yield() }
            run.cancel()
            await #expect(throws: CancellationError.self) { try await run.value }
            #expect(calls.isEmpty && clock.sleeperCount == 0)
        }
    }

    @Test("ends when it is cancelled while what waited too long waits for the rate")
    func cancelledAtTheLimiter() async throws {
        let pace = ManualClock()
        let limiter = SendRateLimiter(rate: 1, clock: pace)
        try await limiter.acquire(recipients: 1)
        let (source, run) = try start(SendOptions(limiter: limiter))
        source.yield(BulkRunTests.entries(1)[0])
        while clock.sleeperCount == 0 { await Task.yield() }
        clock.advance(by: .seconds(1))
        while pace.sleeperCount == 0 { await Task.yield() }
        run.cancel()
        await #expect(throws: CancellationError.self) { try await run.value }
        #expect(calls.isEmpty)
        _ = source
    }
}
