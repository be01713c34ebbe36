import Foundation
import SESCore
import SESSigning
import Testing

@testable import SESClient
@testable import SESConnection

@Suite("A run through the entries of a template", .timeLimit(.minutes(2)))
struct BulkRunTests {
    static let call = SendBulkEmail(
        from: "shop@example.com", content: BulkEmailContent(template: TemplateReference(templateName: "may")),
        entries: [], configurationSetName: "promo")

    static func entries(_ count: Int, data: String? = nil) -> [BulkEmailEntry] {
        (0..<count).map { number in
            BulkEmailEntry(
                destination: EmailDestination(toAddresses: [EmailAddress(rawValue: "n\(number)@example.org")]),
                replacementTags: [MessageTag("n", String(number))],
                replacementEmailContent: data.map {
                    ReplacementEmailContent(replacementTemplate: ReplacementTemplate(replacementTemplateData: $0))
                })
        }
    }

    static func numbers(_ request: AWSHTTPRequest) -> [Int] {
        let input = try? JSONDecoder().decode(SendBulkEmail.self, from: request.body)
        return (input?.bulkEmailEntries ?? []).compactMap { $0.replacementTags?.first.flatMap { Int($0.value) } }
    }

    static func answer(_ results: [BulkEmailEntryResult]) throws -> AWSHTTPResponse {
        let output = SendBulkEmail.Output(bulkEmailEntryResults: results)
        return AWSHTTPResponse(status: 200, headers: [:], body: try JSONEncoder().encode(output))
    }

    private func collect(
        _ entries: [BulkEmailEntry], limiter: SendRateLimiter = RunFixture.unlimited,
        _ answer: @escaping @Sendable ([Int]) async throws -> AWSHTTPResponse
    ) async throws -> (words: [Int: String], error: (any Error)?, calls: [[Int]]) {
        let transport = RecordingTransport { request, _ in try await answer(Self.numbers(request)) }
        let client = try SESv2Client.test(transport, configuration: RunFixture.configuration())
        let options = SendOptions(concurrency: 1, limiter: limiter, throttledAttempts: 3)
        let result = await client.sendBulk(contentsOf: entries, as: Self.call, options: options).collect()
        return (result.words, result.error, transport.requests.map(Self.numbers))
    }

    @Test("puts as many entries in a call as it takes")
    func batches() async throws {
        let result = try await collect(Self.entries(120)) { numbers in
            try Self.answer(numbers.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        #expect(result.calls == [Array(0..<50), Array(50..<100), Array(100..<120)])
        #expect(result.words == Dictionary(uniqueKeysWithValues: (0..<120).map { ($0, "sent m-\($0)") }))
        // By the rate, by the recipients, and by the size.
        let slow = try await collect(Self.entries(30), limiter: SendRateLimiter(rate: 12.5, clock: JumpingClock())) {
            try Self.answer($0.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        #expect(slow.calls.map(\.count) == [12, 12, 6])
        var wide = Self.entries(4)
        for index in wide.indices {
            wide[index].destination.ccAddresses = (0..<19).map { EmailAddress(rawValue: "c\($0)@example.org") }
        }
        let recipients = try await collect(wide) {
            try Self.answer($0.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        #expect(recipients.calls.map(\.count) == [2, 2])
        let data = #"{"x":""# + String(repeating: "y", count: 200_000) + #""}"#
        let large = try await collect(Self.entries(12, data: data)) {
            try Self.answer($0.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        #expect(large.calls.map(\.count) == [5, 5, 2])
    }

    static let single: [(BulkEmailStatus?, String)] = [
        (.messageRejected, "refused messageRejected"),
        (.mailFromDomainNotVerified, "refused mailFromDomainNotVerified"),
        (.invalidParameter, "refused badRequest"), (.failed, "refused otherServiceError"),
        (.transientFailure, "refused serviceFailure"), (.accountThrottled, "refused throttled"),
        (BulkEmailStatus(rawValue: "OF_TOMORROW"), "unknown outcomeUnknown"), (nil, "unknown outcomeUnknown"),
    ]

    @Test("tells each entry's status, and goes on", arguments: single)
    func statuses(status: BulkEmailStatus?, word: String) async throws {
        let result = try await collect(Self.entries(4)) { numbers in
            try Self.answer(
                numbers.map {
                    $0 == 2
                        ? BulkEmailEntryResult(status: status, error: "why")
                        : BulkEmailEntryResult(status: .success, messageID: "m-\($0)")
                })
        }
        #expect(result.error == nil)
        #expect(result.words == [0: "sent m-0", 1: "sent m-1", 2: word, 3: "sent m-3"])
        #expect(result.calls.count == (status == .accountThrottled ? 3 : 1))
        #expect(result.calls.dropFirst().allSatisfy { $0 == [2] })
    }

    static let common: [(BulkEmailStatus, SESv2Error.Code)] = [
        (.accountSuspended, .accountSuspended), (.accountSendingPaused, .sendingPaused),
        (.accountDailyQuotaExceeded, .dailyQuotaExceeded), (.configurationSetNotFound, .notFound),
        (.configurationSetSendingPaused, .sendingPaused), (.invalidSendingPoolName, .badRequest),
        (.templateNotFound, .notFound),
    ]

    @Test("ends when a status concerns all entries", arguments: common)
    func stops(status: BulkEmailStatus, code: SESv2Error.Code) async throws {
        let result = try await collect(Self.entries(80)) { numbers in
            try Self.answer(
                numbers.map {
                    $0 < 2
                        ? BulkEmailEntryResult(status: .success, messageID: "m-\($0)")
                        : BulkEmailEntryResult(status: status, error: "why")
                })
        }
        #expect((result.error as? SendStop)?.error?.code == code)
        #expect(result.words == [0: "sent m-0", 1: "sent m-1"])
    }

    @Test("takes an entry that was accepted without an id, or is missing in the answer, for unknown")
    func incomplete() async throws {
        let result = try await collect(Self.entries(3)) { _ in
            try Self.answer([
                BulkEmailEntryResult(status: .success), BulkEmailEntryResult(status: .success, messageID: "m-1"),
            ])
        }
        #expect(result.words == [0: "unknown unreadableResponse", 1: "sent m-1", 2: "unknown outcomeUnknown"])
    }

    @Test("takes all entries of a call for unknown if the call's outcome is")
    func lostCall() async throws {
        let result = try await collect(Self.entries(60)) { numbers in
            guard numbers.first != 0 else { return RunFixture.refusal("InternalFailure", status: 500, "oops") }
            return try Self.answer(numbers.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        #expect(result.error == nil)
        for number in 0..<60 {
            #expect(result.words[number] == (number < 50 ? "unknown outcomeUnknown" : "sent m-\(number)"))
        }
        #expect(result.calls.count == 2)
    }

    @Test("finds the entries for which the service refuses a whole call, and sends the others once")
    func poison() async throws {
        let result = try await collect(Self.entries(50)) { numbers in
            guard numbers.allSatisfy({ $0 != 13 && $0 != 14 && $0 != 40 }) else {
                return RunFixture.refusal("BadRequestException", "Illegal address")
            }
            return try Self.answer(numbers.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        for number in 0..<50 {
            #expect(
                result.words[number] == ([13, 14, 40].contains(number) ? "refused badRequest" : "sent m-\(number)"))
        }
        #expect(result.calls.count < 35)
    }

    @Test("is throttled as a whole, and tries again as a whole")
    func throttledCall() async throws {
        let count = Shared(0)
        let result = try await collect(Self.entries(10)) { numbers in
            count.change { $0 += 1 }
            guard count.value > 2 else { return RunFixture.throttling }
            return try Self.answer(numbers.map { BulkEmailEntryResult(status: .success, messageID: "m-\($0)") })
        }
        #expect(result.words.count == 10 && result.words.values.allSatisfy { $0.hasPrefix("sent") })
        #expect(result.calls == Array(repeating: Array(0..<10), count: 3))
    }

    @Test("ends if what its calls have in common breaks a rule")
    func brokenCall() async throws {
        var call = Self.call
        call.fromEmailAddress = nil
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport)
        let result = await client.sendBulk(
            contentsOf: Self.entries(10), as: call, options: SendOptions(limiter: RunFixture.unlimited)
        ).collect()
        #expect((result.error as? SendStop)?.error?.code == .invalidRequest)
        #expect(transport.requests.isEmpty)
    }
}
