import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Quotas of the simulator")
struct QuotaTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func send(_ count: Int = 1, to domain: String = "example.org") async -> SESv2Error? {
        let to = (0..<count).map { EmailAddress(rawValue: "success+\($0)@\(domain)") }
        return await error { try await client.send(Campaign.email(to: to), configurationSet: nil) }
    }

    @Test("An account without quotas is unlimited and says so")
    func unlimited() async throws {
        for _ in 1...50 { #expect(await send(50) == nil) }
        let quota = try await client.execute(GetAccount()).sendQuota
        #expect(quota?.isUnlimited == true)
        #expect(quota?.sentLast24Hours == 2500)
    }

    @Test("The day's quota counts recipients, and gives them back after 24 hours to the moment")
    func daily() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 100, maxSendRate: 1000))
        #expect(await send(50) == nil)
        await simulator.advance(by: .seconds(3600))
        #expect(await send(49) == nil)
        let refusal = await send(2)
        #expect(refusal?.code == .dailyQuotaExceeded)
        #expect(refusal?.httpStatus == 429)
        #expect(refusal?.serviceMessage == "Daily message quota exceeded")
        #expect(await send(1) == nil, "a mail that fits is taken after one that didn't")
        #expect(try await client.execute(GetAccount()).sendQuota?.sentLast24Hours == 100)
        await simulator.advance(by: .seconds(23 * 3600) - .nanoseconds(1))
        #expect(await send(1)?.code == .dailyQuotaExceeded)
        await simulator.advance(by: .nanoseconds(1))
        #expect(try await client.execute(GetAccount()).sendQuota?.sentLast24Hours == 50)
        #expect(await send(50) == nil)
        #expect(await send(1)?.code == .dailyQuotaExceeded)
    }

    @Test("The rate counts recipients of one second; a send may borrow if there was room for one")
    func rate() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: -1, maxSendRate: 14))
        #expect(await send(13) == nil)
        #expect(await send(50) == nil, "there was room for one")
        let refusal = await send(1)
        #expect(refusal?.code == .throttled)
        #expect(refusal?.serviceMessage == "Maximum sending rate exceeded.")
        await simulator.advance(by: .milliseconds(999))
        #expect(await send(1)?.code == .throttled)
        await simulator.advance(by: .milliseconds(1))
        #expect(await send(14) == nil)
        #expect(await send(1)?.code == .throttled)
    }

    @Test("Addresses of the mailbox simulator count for the rate but not for the day")
    func mailboxSimulator() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 1, maxSendRate: 10))
        #expect(await send(10, to: "simulator.amazonses.com") == nil)
        #expect(try await client.execute(GetAccount()).sendQuota?.sentLast24Hours == 0)
        #expect(await send(1, to: "simulator.amazonses.com")?.code == .throttled)
        await simulator.advance(by: .seconds(1))
        #expect(await send(1) == nil)
        #expect(await send(1)?.code == .dailyQuotaExceeded)
        #expect(await send(1, to: "simulator.amazonses.com") == nil, "they are free even on a day that is used up")
    }

    @Test("A quota can be lifted, and refused mail isn't counted")
    func lifted() async throws {
        await simulator.setSendQuota(SendQuota(max24HourSend: 0, maxSendRate: 1))
        #expect(await send()?.code == .dailyQuotaExceeded)
        await simulator.setSendQuota(nil)
        #expect(await send() == nil)
        #expect(await simulator.sentMails.count == 1)
        #expect(try await client.execute(GetAccount()).sendQuota?.sentLast24Hours == 1)
    }
}
