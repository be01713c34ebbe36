import SESClient
import SESCore
import SESTesting
import Testing

@Suite("A call that is held", .timeLimit(.minutes(2)))
struct HoldTests {
    let simulator = SESSimulator()
    let gate = SimulatedGate()

    private func send(_ client: SESv2Client) -> Task<Void, any Error> {
        Task { try await client.send(Campaign.email(), configurationSet: nil) }
    }

    @Test("goes on when it is let go, and holds up no other", arguments: [false, true])
    func goesOn(processed: Bool) async throws {
        await simulator.inject(.hold(until: gate, processed: processed), on: SendEmail.self)
        let client = SESv2Client(simulator: simulator)
        let call = send(client)
        await gate.waitForCalls()
        #expect(gate.heldCount == 1 && gate.arrivedCount == 1)
        #expect(await simulator.sentMails.count == (processed ? 1 : 0))
        try await send(client).value
        #expect(await simulator.sentMails.count == (processed ? 2 : 1))
        gate.open()
        try await call.value
        #expect(await simulator.sentMails.count == 2 && gate.heldCount == 0)
        // Now it holds none.
        await simulator.inject(.hold(until: gate), times: 3)
        for _ in 0..<3 { try await send(client).value }
        #expect(gate.arrivedCount == 4)
    }

    @Test("ends when it is cancelled, of unknown outcome if it is a send", arguments: [false, true])
    func cancelled(processed: Bool) async throws {
        await simulator.inject(.hold(until: gate, processed: processed), times: 2)
        let client = SESv2Client(simulator: simulator)
        let call = send(client)
        let read = Task { _ = try await client.getAccount() }
        await gate.waitForCalls(2)
        call.cancel()
        read.cancel()
        let error = await #expect(throws: SESv2Error.self) { try await call.value }
        #expect(error?.code == .outcomeUnknown)
        await #expect(throws: CancellationError.self) { try await read.value }
        #expect(gate.heldCount == 0)
        gate.open()
        #expect(await simulator.sentMails.count == (processed ? 1 : 0))
    }

    @Test("that is cancelled before it comes to the gate ends there, and others stay", arguments: 0..<20)
    func many(round: Int) async throws {
        await simulator.inject(.hold(until: gate), times: 50)
        let client = SESv2Client(simulator: simulator, retry: .off)
        let calls = (0..<50).map { _ in send(client) }
        for call in calls.prefix(round) { call.cancel() }
        await gate.waitForCalls(50 - round)
        for call in calls.prefix(round) { await #expect(throws: (any Error).self) { try await call.value } }
        gate.open()
        for call in calls.dropFirst(round) { try await call.value }
        #expect(await simulator.sentMails.count == 50 - round)
    }

    @Test("meets its deadline when the clock is moved")
    func deadline() async throws {
        await simulator.inject(.hold(until: gate))
        let client = SESv2Client(simulator: simulator, limits: TransportLimits(total: .seconds(5)), retry: .off)
        let call = send(client)
        await gate.waitForCalls()
        while simulator.clock.sleeperCount == 0 { await Task.yield() }
        simulator.clock.advance(by: .seconds(5))
        let error = await #expect(throws: SESv2Error.self) { try await call.value }
        #expect(error?.code == .outcomeUnknown)
        #expect(await simulator.sentMails.isEmpty)
    }

    @Test("is held by one gate and no other; the same gate is the same fault")
    func equality() {
        #expect(gate != SimulatedGate() && gate == gate)
        let faults: Set<SimulatedFault> = [.hold(until: gate), .hold(until: SimulatedGate())]
        #expect(faults.contains(.hold(until: gate)) && !faults.contains(.hold(until: gate, processed: true)))
    }
}
