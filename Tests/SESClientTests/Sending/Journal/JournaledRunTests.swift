import Foundation
import SESSigning
import Synchronization
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("A run with a journal", .timeLimit(.minutes(2)))
struct JournaledRunTests {
    private let folder: JournalFolder

    init() throws { folder = try JournalFolder() }

    private func run(
        _ count: Int, resendsUnknown: Bool = false, concurrency: Int = 2,
        key: (@Sendable (Email, Int) -> String)? = nil,
        _ answer: @escaping @Sendable (Int) async throws -> AWSHTTPResponse
    ) async throws -> (words: [Int: String], order: [Int], last: SendProgress?, error: (any Error)?, sent: [Int]) {
        let transport = RunFixture.transport(answer)
        let client = try SESv2Client.test(transport, configuration: RunFixture.configuration())
        let options = SendOptions(
            concurrency: concurrency, limiter: RunFixture.unlimited, journal: try folder.open(),
            resendsUnknown: resendsUnknown)
        let result = await client.send(
            contentsOf: RunFixture.emails(count), configurationSet: "promo", key: key, options: options
        ).collect()
        let sent = transport.requests.compactMap { RunFixture.number(of: $0) }.sorted()
        return (result.words, result.order, result.last, result.error, sent)
    }

    @Test("sends nothing again that is settled, and gives its outcome from the journal")
    func resumes() async throws {
        let first = try await run(5) { number in
            switch number {
            case 1: RunFixture.refusal("MessageRejected", "no")
            case 2: RunFixture.refusal("InternalFailure", status: 500, "oops")
            case 3: RunFixture.refusal("ServiceUnavailable", status: 503, "later")
            default: RunFixture.accepted("m-\(number)")
            }
        }
        #expect(first.words[2] == "unknown outcomeUnknown")
        let second = try await run(7) { RunFixture.accepted("n-\($0)") }
        // What failed for a reason that passes is sent, with what is new.
        #expect(second.sent == [3, 5, 6])
        #expect(second.words[0] == "sent m-0 from journal")
        #expect(second.words[1] == "refused messageRejected from journal")
        #expect(second.words[2] == "unknown outcomeUnknown from journal")
        #expect(second.words[3] == "sent n-3" && second.words[6] == "sent n-6")
        #expect(second.last?.fromJournal == 4 && second.last?.settled == 7 && second.last?.recipients == 3)
        let third = try await run(7, resendsUnknown: true) { RunFixture.accepted("o-\($0)") }
        #expect(third.sent == [2] && third.words[2] == "sent o-2")
    }

    @Test("lets go of it before it tells its end, or that it can't begin")
    func letsGo() async throws {
        for round in 0..<40 {
            let result = try await run(3) { RunFixture.accepted("m-\($0)") }
            #expect(result.error == nil && result.sent == (round == 0 ? [0, 1, 2] : []))
        }
        let client = try SESv2Client.test(RunFixture.transport { _ in RunFixture.accepted("m") })
        for _ in 0..<40 {
            let options = SendOptions(limiter: RunFixture.unlimited, journal: try folder.open())
            let result = await client.send(
                contentsOf: RunFixture.emails(1), configurationSet: "receipts", options: options
            ).collect()
            #expect((result.error as? SESv2Error)?.code == .journalRefused)
        }
    }

    @Test("whose journal is closed under it says so, and sends nothing more")
    func closed() async throws {
        let journal = try folder.open()
        let transport = RunFixture.transport { number in
            if number == 2 { journal.close() }
            return RunFixture.accepted("m-\(number)")
        }
        let options = SendOptions(concurrency: 1, limiter: RunFixture.unlimited, journal: journal)
        let result = await (try SESv2Client.test(transport)).send(
            contentsOf: RunFixture.emails(9), configurationSet: "promo", options: options
        ).collect()
        #expect((result.error as? SESv2Error)?.code == .journalFailed)
        #expect(result.words.count == 3 && transport.requests.count == 3)
        #expect(try folder.open().unknownKeys == ["2"])
    }

    @Test("that stopped goes on with the message it stopped at")
    func stopped() async throws {
        let first = try await run(6, concurrency: 1) { number in
            number < 3
                ? RunFixture.accepted("m-\(number)")
                : RunFixture.refusal("SendingPausedException", "Sending is paused for this account.")
        }
        #expect(first.error is SendStop)
        let second = try await run(6) { RunFixture.accepted("n-\($0)") }
        #expect(second.sent == [3, 4, 5] && second.words.count == 6 && second.error == nil)
    }

    @Test("has the intent on disk before the request leaves, and the outcome before it is told")
    func order() async throws {
        let path = folder.file()
        let transport = RunFixture.transport { number in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(" i \(number)\n") && !text.contains(" s \(number) "))
            return RunFixture.accepted("m-\(number)")
        }
        let client = try SESv2Client.test(transport)
        let options = SendOptions(limiter: RunFixture.unlimited, journal: try folder.open())
        let run = client.send(contentsOf: RunFixture.emails(100), configurationSet: "promo", options: options)
        for try await outcome in run {
            #expect(
                try String(contentsOfFile: path, encoding: .utf8).contains(" s \(outcome.key) m-\(outcome.index)\n"))
        }
        // Not 200 times: what waits together is written together.
        #expect(options.journal?.groupCount ?? 0 < 190)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!text.contains("@"))
    }

    @Test("knows that a message which waits to be tried again isn't on its way")
    func throttled() async throws {
        // The limiter's clock stands still, so the second attempt never comes.
        let clock = ManualClock()
        let journal = try folder.open()
        let transport = RunFixture.transport { _ in RunFixture.throttling }
        let client = try SESv2Client.test(transport)
        let options = SendOptions(limiter: SendRateLimiter(rate: 1e9, clock: clock), journal: journal)
        let run = client.send(contentsOf: RunFixture.emails(1), configurationSet: "promo", options: options)
        let task = Task { await run.collect() }
        while clock.sleeperCount == 0 { await Task.yield() }
        #expect(journal.unknownKeys.isEmpty)
        task.cancel()
        let result = await task.value
        #expect(result.words.isEmpty && result.error is CancellationError)
        #expect(transport.requests.count == 1 && journal.unknownKeys.isEmpty)
    }

    @Test("refuses a key that is too long, empty, or another message's")
    func keys() async throws {
        let key: @Sendable (Email, Int) -> String = { _, index in
            [0: "", 1: "a", 2: "a", 3: String(repeating: "k", count: 257)][index] ?? "\(index)"
        }
        let result = try await run(5, key: key) { RunFixture.accepted("m-\($0)") }
        #expect(result.sent == [1, 4])
        for index in [0, 2, 3] { #expect(result.words[index] == "refused invalidRequest") }
    }

    @Test("of another set is refused before anything is read")
    func otherSet() async throws {
        let transport = RunFixture.transport { _ in RunFixture.accepted("m") }
        let options = SendOptions(limiter: RunFixture.unlimited, journal: try folder.open())
        let run = (try SESv2Client.test(transport)).send(
            contentsOf: RunFixture.emails(3), configurationSet: "receipts", options: options)
        #expect((await run.collect().error as? SESv2Error)?.code == .journalRefused)
        #expect(transport.requests.isEmpty)
    }

    @Test("whose disk fails sends no more, and tells what it sent")
    func failingDisk() async throws {
        let count = Mutex(0)
        let file = try JournalFile(path: folder.file())
        let journal = try SendJournal(campaign: "may", configurationSet: "promo", file: file) {
            bytes throws(SESv2Error) in
            // The intents of two and the outcome of one are written; then the disk is full.
            let number = count.withLock { count in
                count += 1
                return count
            }
            guard number < 4 else { throw SESv2Error(.journalFailed, message: "full") }
            try file.append(bytes)
        }
        let transport = RunFixture.transport { RunFixture.accepted("m-\($0)") }
        let options = SendOptions(concurrency: 1, limiter: RunFixture.unlimited, journal: journal)
        let result = await (try SESv2Client.test(transport)).send(
            contentsOf: RunFixture.emails(9), configurationSet: "promo", options: options
        ).collect()
        #expect((result.error as? SESv2Error)?.code == .journalFailed)
        #expect(result.words == [0: "sent m-0", 1: "sent m-1"])
        #expect(transport.requests.count == 2)
    }

    /// A journal cut wherever a kill can cut it, and the run after it.
    private func resume(_ bytes: some Sequence<UInt8>, count: Int) async throws {
        try folder.write(bytes)
        let open = Set(try folder.open().unknownKeys)
        let text = String(decoding: try folder.bytes(), as: UTF8.self)
        let result = try await run(count) { RunFixture.accepted("n-\($0)") }
        #expect(result.error == nil)
        // Exactly one outcome each.
        #expect(result.order.sorted() == Array(0..<count))
        for number in 0..<count {
            let wasTried = text.contains(" i \(number)\n")
            // Sent again only if no request had left.
            #expect(result.sent.contains(number) == !wasTried)
            if open.contains(String(number)) { #expect(result.words[number] == "unknown outcomeUnknown from journal") }
        }
    }

    @Test("killed at any record, or at any byte of its last one, misses none and sends none twice")
    func killed() async throws {
        let count = 12
        let whole = try await run(count, concurrency: 3) { RunFixture.accepted("m-\($0)") }
        #expect(whole.words.count == count)
        let bytes = try folder.bytes()
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        #expect(ends.count == 1 + 2 * count)
        for end in ends { try await resume(bytes.prefix(end), count: count) }
        // In the middle, where others are on their way, and at the end.
        for line in [5, 2 * count] {
            for end in ends[line - 1]..<ends[line] { try await resume(bytes.prefix(end), count: count) }
        }
    }
}
