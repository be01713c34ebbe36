import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("The time for a whole call")
struct CallDeadlineTests {
    private func error(of call: Task<Void, any Error>) async -> SESv2Error? {
        await #expect(throws: SESv2Error.self) { try await call.value }
    }

    @Test("is two minutes, or twice that of an exchange if that is longer, or what is said")
    func defaults() {
        var configuration = SESv2Client.Configuration()
        #expect(configuration.deadline == .seconds(120))
        configuration.limits.total = .seconds(5)
        #expect(configuration.deadline == .seconds(120))
        configuration.limits.total = .seconds(61)
        #expect(configuration.deadline == .seconds(122))
        configuration.deadline = .seconds(7)
        #expect(configuration.deadline == .seconds(7))
        #expect(SESv2Client.Configuration(deadline: .seconds(3)).deadline == .seconds(3))
    }

    @Test("covers asking for credentials: nothing is sent when it passes then")
    func asking() async throws {
        let clock = ManualClock()
        let provider = DeafProvider()
        defer { provider.letGo() }
        let transport = RecordingTransport()
        let client = try SESv2Client.test(
            transport, credentials: provider, configuration: .init(clock: clock, deadline: .seconds(9)))
        let call = Task { _ = try await client.send(.test, configurationSet: "s") }
        while provider.asked == 0 || clock.sleeperCount == 0 { await Task.yield() }
        #expect(clock.nextWaking == .seconds(9))
        clock.advance(by: .seconds(9))
        let error = await error(of: call)
        #expect(error?.code == .timedOut && error?.attempts == 0 && error?.isSafeToRetry == true)
        #expect(transport.requests.isEmpty)
    }

    /// Connects for as long as it may, and then says so, or for ever.
    private struct Unconnected: HTTPTransport {
        let clock: ManualClock
        let keepsLimit: Bool
        let asked = Shared(0)

        func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
            asked.change { $0 += 1 }
            guard keepsLimit else { try await silence() }
            try await clock.sleep(until: clock.now.advanced(by: limits.connect), tolerance: nil)
            throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: "no connection")
        }
    }

    @Test(
        "that is shorter than connecting leaves no doubt about a send for which there was no connection",
        arguments: [1, 3100, 3150, 60_000], [1, 50, 1000, 3100])
    func connecting(connect: Int, total: Int) async throws {
        for keepsLimit in [true, false] {
            let clock = ManualClock()
            let transport = Unconnected(clock: clock, keepsLimit: keepsLimit)
            let limits = TransportLimits(connect: .milliseconds(connect), total: .milliseconds(total))
            let client = try SESv2Client.test(
                transport, configuration: .init(limits: limits, clock: clock, retry: .off))
            let call = Task { _ = try await client.send(.test, configurationSet: "s") }
            // Before it, who asks for credentials sleeps on it.
            while transport.asked.value == 0 || clock.sleeperCount < (keepsLimit ? 2 : 1) { await Task.yield() }
            clock.advance(by: .milliseconds(min(connect, total)))
            if !keepsLimit { clock.advance(by: .seconds(4)) }
            let error = await error(of: call)
            // What the transport doesn't say nobody knows.
            #expect(error?.code == (keepsLimit ? .connectionFailed : .outcomeUnknown))
            #expect(transport.asked.value == 1)
        }
    }

    @Test("covers sending, and cuts an attempt short", arguments: [true, false])
    func sending(isSend: Bool) async throws {
        let clock = ManualClock()
        let transport = RecordingTransport { _, _ in try await silence() }
        let client = try SESv2Client.test(
            transport, configuration: .init(clock: clock, deadline: .seconds(9)))
        let call = Task {
            if isSend { try await client.send(.test, configurationSet: "s") } else { _ = try await client.getAccount() }
        }
        while transport.requests.isEmpty || clock.sleeperCount == 0 { await Task.yield() }
        #expect(clock.sleeperCount == 1 && clock.nextWaking == .seconds(9))
        clock.advance(by: .seconds(9))
        let error = await error(of: call)
        #expect(error?.code == (isSend ? .outcomeUnknown : .timedOut))
        #expect(error?.message.contains("deadline of 9.0 seconds") == true)
        #expect(error?.attempts == 1, "there is no time for another")
    }

    @Test("leaves a later attempt what is left")
    func laterAttempt() async throws {
        let clock = ManualClock()
        let transport = RecordingTransport { _, number in
            guard number > 0 else {
                clock.advance(by: .seconds(100))
                return AWSHTTPResponse(status: 503)
            }
            try await silence()
        }
        let client = try SESv2Client.test(transport, configuration: .init(clock: clock, random: { 0 }))
        let call = Task { _ = try await client.getAccount() }
        while transport.requests.count < 2 || clock.sleeperCount == 0 { await Task.yield() }
        #expect(clock.nextWaking == .seconds(20))
        clock.advance(by: .seconds(20))
        let error = await error(of: call)
        #expect(error?.code == .timedOut && error?.attempts == 2)
    }

    @Test("isn't waited for: where the next attempt would come too late the last failure is told at once")
    func waiting() async throws {
        let clock = WaitingClock()
        let transport = RecordingTransport(429, ["x-amz-retry-after": "4000", "x-amzn-RequestId": "r-1"])
        let client = try SESv2Client.test(
            transport, configuration: .init(clock: clock, deadline: .seconds(100), random: { 1 }))
        clock.pass(.seconds(1))
        let call = Task { try await client.send(.test, configurationSet: "s") }
        let early = await #expect(throws: SESv2Error.self) { try await call.value }
        #expect(early?.attempts == 3 && clock.waits == [.seconds(4), .seconds(4)])
        let hasty = try SESv2Client.test(
            transport, configuration: .init(clock: ManualClock(), deadline: .seconds(4), random: { 1 }))
        let error = await #expect(throws: SESv2Error.self) { try await hasty.send(.test, configurationSet: "s") }
        #expect(error?.code == .throttled && error?.requestID == "r-1" && error?.attempts == 1)
    }

    @Test("that is over before it begins lets nothing leave", arguments: [Duration.zero, .seconds(-1)])
    func none(deadline: Duration) async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport, configuration: .init(deadline: deadline))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: "s") }
        #expect(error?.code == .timedOut && error?.attempts == 0)
        #expect(transport.requests.isEmpty)
    }
}
