import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("A campaign on the simulator", .timeLimit(.minutes(2)))
struct CampaignTests {
    let simulator = SESSimulator()

    private func emails(_ recipients: [Int]) -> [Email] {
        recipients.enumerated().map { number, count in
            Email(
                from: "shop@example.com",
                to: (0..<count).map { EmailAddress(rawValue: "n\(number)-\($0)@example.org") },
                subject: "May", text: "t", tags: ["n": String(number)])
        }
    }

    private func mixed(_ count: Int, most: Int = 10, seed: UInt64 = 1) -> [Int] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in Int.random(in: 1...most, using: &random) }
    }

    @Test(
        "Against a server that enforces 14 recipients a second it uses 95 % of them and is never throttled",
        arguments: [1, 4, 20, 50])
    func steadyState(most: Int) async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: 14))
        let transport = CountingTransport(simulator)
        let client = SESv2Client.moving(simulator, transport: transport)
        let recipients = mixed(400, most: most)
        let start = simulator.clock.now
        var last: SendProgress?
        // One at a time, as on this clock a call takes no time, and so that the order is the same in every run.
        let options = SendOptions(concurrency: 1)
        for try await outcome in client.send(contentsOf: emails(recipients), configurationSet: nil, options: options) {
            last = outcome.progress
        }
        let seconds = start.duration(to: simulator.clock.now) / .seconds(1)
        let total = recipients.reduce(0, +)
        #expect(last?.sent == 400 && last?.recipients == total)
        #expect(Double(total) / seconds >= 14 * 0.95)
        // Allowed is less than one in a thousand.
        #expect(transport.count(of: 429) == 0)
        #expect(abs((last?.recipientsPerSecond ?? 0) - Double(total) / seconds) < 0.01)
    }

    @Test("When another sender takes a part of the rate, it finds what is left")
    func sharedRate() async throws {
        // The account has 14, of which the other takes 5.
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: 9))
        let transport = CountingTransport(simulator)
        let clock = MovingClock(simulated: simulator.clock)
        let client = SESv2Client.moving(simulator, transport: transport)
        let options = SendOptions(concurrency: 1, limiter: SendRateLimiter(rate: 14, clock: clock))
        let start = simulator.clock.now
        var last: SendProgress?
        let all = emails(Array(repeating: 1, count: 1000))
        for try await outcome in client.send(contentsOf: all, configurationSet: nil, options: options) {
            last = outcome.progress
        }
        let seconds = start.duration(to: simulator.clock.now) / .seconds(1)
        #expect(last?.sent == 1000)
        #expect(1000 / seconds > 9 * 0.75)
        #expect(transport.count(of: 429) < 30 && transport.count(of: 429) > 0)
    }

    @Test("Two runs that share a limiter share the rate")
    func sharedLimiter() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: 14))
        let transport = CountingTransport(simulator)
        let client = SESv2Client.moving(simulator, transport: transport)
        let limiter = SendRateLimiter(rate: 7, clock: MovingClock(simulated: simulator.clock))
        let options = SendOptions(concurrency: 1, limiter: limiter)
        let all = emails(Array(repeating: 1, count: 200))
        let start = simulator.clock.now
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 {
                group.addTask {
                    for try await _ in client.send(contentsOf: all, configurationSet: nil, options: options) {}
                }
            }
            try await group.waitForAll()
        }
        #expect(await simulator.sentMails.count == 400)
        #expect(start.duration(to: simulator.clock.now) > .seconds(400 / 7))
    }

    @Test("The day's quota ends it; a day later it goes on where it was")
    func dailyQuota() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 50, maxSendRate: 14))
        let client = SESv2Client.moving(simulator)
        let start = simulator.clock.date
        let path = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let all = emails(Array(repeating: 2, count: 30))
        var stop: SendStop?
        do {
            let options = SendOptions(
                concurrency: 1, journal: try SendJournal(path: path, campaign: "may", configurationSet: nil))
            for try await _ in client.send(contentsOf: all, configurationSet: nil, options: options) {}
        } catch let error as SendStop {
            stop = error
        }
        #expect(stop?.error?.code == .dailyQuotaExceeded && stop?.progress.sent == 25)
        #expect(stop?.quota?.sentLast24Hours == 50 && stop?.quota?.max24HourSend == 50)
        let mayContinueAt = try #require(stop?.mayContinueAt)
        #expect(mayContinueAt == start.addingTimeInterval(86_400))

        await simulator.advance(by: .seconds(mayContinueAt.timeIntervalSince(simulator.clock.date) + 60))
        let journal = try SendJournal(path: path, campaign: "may", configurationSet: nil)
        for try await _ in client.send(
            contentsOf: all, configurationSet: nil, options: SendOptions(concurrency: 1, journal: journal))
        {}
        #expect(journal.summary.sent == 30 && journal.summary.unknown == 0)
        let numbers = await simulator.sentMails.compactMap { $0.tags.first?.value }
        #expect(numbers.count == 30 && Set(numbers).count == 30)
    }

    @Test("A set that is paused on the way, or isn't there, ends it")
    func paused() async throws {
        let client = SESv2Client.moving(simulator)
        try await client.createConfigurationSet(ConfigurationSet("promo"))
        let all = emails(Array(repeating: 1, count: 30))
        var count = 0
        let error = await error {
            for try await _ in client.send(
                contentsOf: all, configurationSet: "promo", options: SendOptions(concurrency: 1))
            {
                count += 1
                guard count == 10 else { continue }
                try await client.putConfigurationSetSendingOptions("promo", SendingOptions(sendingEnabled: false))
            }
        }
        #expect(error?.error?.code == .sendingPaused)
        // One was on its way while the set was being paused.
        #expect((10...11).contains(count))
        let missing = await self.error {
            for try await _ in client.send(contentsOf: all, configurationSet: "gone") {}
        }
        #expect(missing?.error?.code == .notFound && missing?.progress.settled == 0)
    }

    private func error(of run: () async throws -> Void) async -> SendStop? {
        do {
            try await run()
            return nil
        } catch {
            return error as? SendStop
        }
    }

    @Test("Faults on the way leave each message with the outcome that is true")
    func faults() async throws {
        let faults: [SimulatedFault] = [
            .throttle, .connectionReset(processed: true), .connectionReset(processed: false), .connectionRefused,
            .serviceFailure(), .serviceFailure(status: 503), .garbledBody, .throttle, .refusal("MessageRejected"),
        ]
        for (number, fault) in faults.enumerated() {
            await simulator.inject(fault, on: SendEmail.self, times: number % 2 + 1)
        }
        let client = SESv2Client.moving(simulator)
        var outcomes: [Int: SendOutcome] = [:]
        let all = emails(Array(repeating: 1, count: 60))
        for try await outcome in client.send(contentsOf: all, configurationSet: nil) {
            #expect(outcomes[outcome.index] == nil)
            outcomes[outcome.index] = outcome
        }
        let mails = Dictionary(grouping: await simulator.sentMails) { Int($0.tags.first?.value ?? "") ?? -1 }
        #expect(outcomes.count == 60)
        for (index, outcome) in outcomes {
            switch outcome.result {
            case .sent(let messageID): #expect(mails[index]?.map(\.messageID) == [messageID])
            case .refused: #expect(mails[index] == nil)
            case .unknown: #expect((mails[index]?.count ?? 0) <= 1)
            @unknown default: Issue.record("another outcome")
            }
        }
        #expect(outcomes[59]?.progress != nil)
    }
}
