import Foundation
import SESClient
import SESCore
import SESTesting
import Testing

@Suite("A template's campaign on the simulator", .timeLimit(.minutes(2)))
struct BulkCampaignTests {
    let simulator = SESSimulator()

    private var call: SendBulkEmail {
        SendBulkEmail(
            from: "shop@example.com",
            content: BulkEmailContent(
                template: TemplateReference(
                    templateContent: EmailTemplateContent(subject: "Hi {{name}}", text: "t"),
                    templateData: #"{"name":"you"}"#)),
            entries: [], configurationSetName: nil)
    }

    private func entry(_ number: Int, recipients: Int = 1) -> BulkEmailEntry {
        BulkEmailEntry(
            destination: EmailDestination(
                toAddresses: (0..<recipients).map { EmailAddress(rawValue: "n\(number)-\($0)@example.org") }),
            replacementTags: [MessageTag("n", String(number))])
    }

    @Test("It sends as fast as the account may, in as few calls as it can, and is never throttled", arguments: [1, 5])
    func rate(most: Int) async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: 14))
        let transport = CountingTransport(simulator)
        let client = SESv2Client.moving(simulator, transport: transport)
        var random = SeededGenerator(seed: 3)
        let entries = (0..<1000).map { entry($0, recipients: Int.random(in: 1...most, using: &random)) }
        let start = simulator.clock.now
        var last: SendProgress?
        for try await outcome in client.sendBulk(
            contentsOf: entries, as: call, options: SendOptions(concurrency: 1))
        {
            guard case .sent = outcome.result else {
                Issue.record("\(outcome.index) was throttled or refused")
                continue
            }
            last = outcome.progress
        }
        let seconds = start.duration(to: simulator.clock.now) / .seconds(1)
        let recipients = Double(last?.recipients ?? 0)
        #expect(last?.sent == 1000)
        #expect(recipients / seconds >= 14 * (most == 1 ? 0.95 : 0.8))
        #expect(transport.count(of: 200) <= Int(recipients / 14 * (most == 1 ? 1.02 : 1.3)) + 2)
    }

    @Test("Entries that the service throttles are sent later in the run")
    func throttledEntries() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: 5))
        let client = SESv2Client.moving(simulator)
        // It takes the account for faster than it is.
        let limiter = SendRateLimiter(rate: 20, clock: MovingClock(simulated: simulator.clock))
        var sent: [Int: String] = [:]
        for try await outcome in client.sendBulk(
            contentsOf: (0..<60).map { entry($0) }, as: call,
            options: SendOptions(concurrency: 1, limiter: limiter, throttledAttempts: 50))
        {
            guard case .sent(let messageID) = outcome.result else { continue }
            sent[outcome.index] = messageID
        }
        #expect(sent.count == 60)
        let mails = await simulator.sentMails
        #expect(mails.count == 60)
        #expect(mails.allSatisfy { sent[Int($0.tags.first?.value ?? "") ?? -1] == $0.messageID })
    }

    @Test("A call whose answer is lost leaves all its entries unknown, and a journal doesn't send them again")
    func lostAnswer() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1_000_000, maxSendRate: 10))
        await simulator.inject(.connectionReset(processed: true), on: SendBulkEmail.self)
        let client = SESv2Client.moving(simulator)
        let path = NSTemporaryDirectory() + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let entries = (0..<30).map { entry($0) }
        for round in 0..<2 {
            let journal = try SendJournal(path: path, campaign: "may", configurationSet: nil)
            var unknown: Set<Int> = []
            for try await outcome in client.sendBulk(
                contentsOf: entries, as: call, options: SendOptions(concurrency: 1, journal: journal))
            {
                if case .unknown = outcome.result { unknown.insert(outcome.index) }
                if round == 1 { #expect(outcome.isFromJournal) }
            }
            #expect(unknown == Set(0..<10))
        }
        #expect(await simulator.sentMails.count == 30)
    }

    @Test("An entry that breaks a rule is refused by itself")
    func brokenEntry() async throws {
        let client = SESv2Client.moving(simulator)
        var entries = (0..<30).map { entry($0) }
        entries[7] = entry(7, recipients: 0)
        entries[20].replacementTags = [MessageTag("ä", "1")]
        var refused: Set<Int> = []
        for try await outcome in client.sendBulk(contentsOf: entries, as: call) {
            if case .refused(let error) = outcome.result, error.code == .invalidRequest {
                refused.insert(outcome.index)
            }
        }
        #expect(refused == [7, 20])
        #expect(await simulator.sentMails.count == 28)
    }
}
