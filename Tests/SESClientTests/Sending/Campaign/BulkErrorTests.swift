import SESCore
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("What the errors of a bulk run say", .timeLimit(.minutes(2)))
struct BulkErrorTests {
    private let folder: JournalFolder

    init() throws { folder = try JournalFolder() }

    private func errors(
        _ entries: [BulkEmailEntry], journal: SendJournal? = nil,
        key: (@Sendable (BulkEmailEntry, Int) -> String)? = nil, _ result: BulkEmailEntryResult
    ) async throws -> [Int: SESv2Error] {
        let transport = RecordingTransport { request, _ in
            try BulkRunTests.answer(BulkRunTests.numbers(request).map { _ in result })
        }
        let client = try SESv2Client.test(transport, configuration: RunFixture.configuration())
        let options = SendOptions(concurrency: 1, limiter: RunFixture.unlimited, journal: journal)
        var errors: [Int: SESv2Error] = [:]
        for try await outcome in client.sendBulk(
            contentsOf: entries, as: BulkRunTests.call, key: key, options: options)
        {
            switch outcome.result {
            case .refused(let error), .unknown(let error): errors[outcome.index] = error
            default: break
            }
        }
        return errors
    }

    @Test("The service's words and statuses show no address, and are a line of at most a thousand characters")
    func filtered() async throws {
        let words = "No such user <jane@example.org>\r\nSubject: hi\u{2028}" + String(repeating: "x", count: 5000)
        let status = BulkEmailStatus(rawValue: "jane@example.org\nX" + String(repeating: "Y", count: 5000))
        for result in [
            BulkEmailEntryResult(status: .messageRejected, error: words), BulkEmailEntryResult(status: status),
            BulkEmailEntryResult(status: status, error: words),
        ] {
            let error = try #require(try await errors(BulkRunTests.entries(1), result)[0])
            for text in [error.description, error.message] {
                #expect(!text.contains("jane") && !text.contains("\n") && !text.contains("\u{2028}"))
                #expect(text.utf8.count < 2200)
            }
            for text in [error.serviceMessage, error.serviceCode].compactMap(\.self) {
                #expect(text.unicodeScalars.count <= 1000 && !text.contains { $0.isNewline })
            }
        }
    }

    @Test("They name the operation, whatever the error comes from")
    func operation() async throws {
        let key: @Sendable (BulkEmailEntry, Int) -> String = { _, index in index == 3 ? "" : "\(min(index, 4))" }
        var entries = BulkRunTests.entries(6)
        entries[1].replacementTags = [MessageTag("ä", "1")]
        // An entry that breaks a rule, a key that does, one that was there before, and what the service says.
        for round in 0..<2 {
            let errors = try await errors(
                entries, journal: try folder.open(), key: key, BulkEmailEntryResult(status: .messageRejected))
            #expect(errors.count == 6)
            #expect(errors.values.allSatisfy { $0.operation == "SendBulkEmail" }, "round \(round)")
        }
        try folder.write([])
        _ = try await errors(entries, journal: try folder.open(), key: key, BulkEmailEntryResult())
        let unknown = try await errors(entries, journal: try folder.open(), key: key, BulkEmailEntryResult())
        #expect(unknown[0]?.code == .outcomeUnknown && unknown[0]?.operation == "SendBulkEmail")
    }

    @Test("No number of calls, attempts or messages is too large or too small", arguments: [Int.max, .min, 0, -1])
    func extremes(number: Int) async throws {
        let transport = RecordingTransport { request, _ in
            try BulkRunTests.answer(
                BulkRunTests.numbers(request).map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        let client = try SESv2Client.test(transport, configuration: RunFixture.configuration())
        let options = SendOptions(
            concurrency: number, limiter: RunFixture.unlimited, throttledAttempts: number, expectedCount: number)
        let result = await client.sendBulk(
            contentsOf: BulkRunTests.entries(120), as: BulkRunTests.call, options: options
        ).collect()
        #expect(result.error == nil && result.words.count == 120)
    }
}
