import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Thousands of sends through random faults")
struct FaultySendTests {
    private static let faults: [SimulatedFault] = [
        .throttle, .throttle, .connectionRefused, .serviceFailure(status: 503), .serviceFailure(),
        .serviceFailure(status: 502), .serviceFailure(status: 504), .connectionReset(processed: true),
        .connectionReset(processed: false), .timeout(processed: true), .timeout(processed: false), .garbledBody,
        .slow(.seconds(3)), .slow(.seconds(61)), .dailyQuotaExceeded, .refusal("MessageRejected"),
        .refusal("LimitExceededException"), .refusal("RequestTimeout"), .refusal("AccessDeniedException", status: 403),
    ]

    /// Sends for each seed; CI gives more.
    private static let count =
        (ProcessInfo.processInfo.environment["SES_FAULTY_SENDS"].flatMap { Int($0) } ?? 1_500) / 2

    /// What the caller is told of a mail.
    private enum Outcome { case sent(String), accepted, refused, unknown }

    private func outcome(of send: () async throws -> SendEmail.Output) async throws -> Outcome {
        do {
            return .sent(try await send().messageID)
        } catch let error as SESv2Error {
            switch error.code {
            case .outcomeUnknown: return .unknown
            case .unreadableResponse: return .accepted
            default: return .refused
            }
        }
    }

    /// Sends mails, each to a recipient of its own and through up to three faults in a row.
    private func run(_ count: Int, seed: UInt64, retry: RetryOptions) async throws -> (
        outcomes: [String: Outcome], accepted: [String: [String]]
    ) {
        let simulator = SESSimulator(seed: seed)
        var random = SeededGenerator(seed: seed)
        var outcomes: [String: Outcome] = [:]
        for number in 0..<count {
            // A new client now and then: one's quota for repeating would soon be used up by so many faults.
            let client = SESv2Client(simulator: simulator, retry: retry)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                await simulator.inject(Self.faults[Int.random(in: 0..<Self.faults.count, using: &random)])
            }
            let recipient = "success+\(number)@simulator.amazonses.com"
            outcomes[recipient] = try await outcome {
                try await client.send(Campaign.email(to: [EmailAddress(rawValue: recipient)]), configurationSet: nil)
            }
            await simulator.clearFaults()
        }
        var accepted: [String: [String]] = [:]
        for mail in await simulator.sentMails {
            for recipient in mail.to { accepted[recipient, default: []].append(mail.messageID) }
        }
        return (outcomes, accepted)
    }

    @Test("No mail is accepted twice, and what the caller is told is true", arguments: [1, 2] as [UInt64])
    func truthful(seed: UInt64) async throws {
        let (outcomes, accepted) = try await run(Self.count, seed: seed, retry: RetryOptions())
        var counts = (sent: 0, accepted: 0, refused: 0, unknown: [0, 0])
        for (recipient, outcome) in outcomes {
            let ids = accepted[recipient, default: []]
            #expect(ids.count <= 1, "\(recipient)")
            switch outcome {
            case .sent(let id):
                counts.sent += 1
                #expect(ids == [id])
            case .accepted:
                counts.accepted += 1
                #expect(ids.count == 1)
            case .refused:
                counts.refused += 1
                #expect(ids.isEmpty)
            case .unknown: counts.unknown[min(ids.count, 1)] += 1
            }
        }
        // Every kind of outcome is there, and an unknown one may mean either.
        #expect(outcomes.count == Self.count && counts.sent > Self.count * 3 / 10)
        #expect(counts.accepted > Self.count / 100 && counts.refused > Self.count / 10)
        #expect(counts.unknown.allSatisfy { $0 > Self.count / 50 })
    }

    @Test("With leave to mail twice some are, and none of those is called refused")
    func daring() async throws {
        let retry = RetryOptions(repeatsSendsOfUnknownOutcome: true)
        let (outcomes, accepted) = try await run(600, seed: 3, retry: retry)
        #expect(accepted.values.contains { $0.count > 1 })
        for (recipient, outcome) in outcomes {
            let ids = accepted[recipient, default: []]
            switch outcome {
            case .sent(let id): #expect(ids.last == id)
            case .accepted: #expect(!ids.isEmpty)
            case .refused: #expect(ids.isEmpty)
            case .unknown: break
            }
        }
    }
}
