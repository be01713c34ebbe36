import SESClient
import SESCore
import SESTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("What the client mends by itself")
struct HealingTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator) }

    private func send(_ client: SESv2Client? = nil) async -> SESv2Error? {
        await error { try await (client ?? self.client).send(Campaign.email(), configurationSet: nil) }
    }

    static let harmless: [SimulatedFault] = [.throttle, .connectionRefused, .serviceFailure(status: 503)]
    static let doubtful: [SimulatedFault] = [
        .serviceFailure(), .serviceFailure(status: 502), .serviceFailure(status: 504),
        .connectionReset(processed: false), .connectionReset(processed: true), .timeout(processed: false),
        .timeout(processed: true),
    ]

    @Test("A send that was surely not accepted goes out at the second or third attempt, once", arguments: Self.harmless)
    func repeated(fault: SimulatedFault) async throws {
        for times in 1...2 {
            await simulator.inject(fault, times: times)
            #expect(await send() == nil)
            #expect(await simulator.sentMails.count == times)
        }
        await simulator.inject(fault, times: 3)
        let error = await send()
        #expect(error?.attempts == 3 && error?.isSafeToRetry == true)
        #expect(await simulator.sentMails.count == 2)
    }

    @Test("One that may have been accepted isn't repeated", arguments: Self.doubtful)
    func left(fault: SimulatedFault) async throws {
        await simulator.inject(fault)
        let error = await send()
        #expect(error?.code == .outcomeUnknown && error?.attempts == 1)
        #expect(await simulator.sentMails.count <= 1)
    }

    @Test("A read is repeated after either", arguments: Self.harmless + Self.doubtful)
    func reads(fault: SimulatedFault) async throws {
        await simulator.inject(fault)
        _ = try await client.getAccount()
    }

    @Test("A day's quota that is used up is no reason to ask again")
    func dailyQuota() async throws {
        await simulator.inject(.dailyQuotaExceeded)
        let error = await send()
        #expect(error?.code == .dailyQuotaExceeded && error?.attempts == 1)
        #expect(await send() == nil)
    }

    @Test("A machine's clock may be twenty minutes off", arguments: [-1200.0, 1200])
    func skew(seconds: Double) async throws {
        let clock = simulator.clock
        let client = try SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: SimulatorTransport(simulator: simulator),
            configuration: .init(now: { clock.date.addingTimeInterval(seconds) }, clock: clock))
        #expect(await send(client) == nil)
        #expect(await simulator.sentMails.count == 1)
        await simulator.inject(.throttle)
        let single = try SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: SimulatorTransport(simulator: simulator),
            configuration: .init(
                now: { clock.date.addingTimeInterval(seconds) }, clock: clock, correctsClockSkew: false))
        #expect(await send(single)?.code == .credentialsRejected)
    }

    @Test("With leave to mail twice it does: the mail whose answer was lost goes out again")
    func daring() async throws {
        let daring = SESv2Client(simulator: simulator, retry: RetryOptions(repeatsSendsOfUnknownOutcome: true))
        await simulator.inject(.connectionReset(processed: true), times: 2)
        #expect(await send(daring) == nil)
        #expect(await simulator.sentMails.count == 3)
    }
}
