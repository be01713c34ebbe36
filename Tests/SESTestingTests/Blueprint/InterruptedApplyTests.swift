import SESClient
import SESCore
import SESSigning
import SESTesting
import Synchronization
import Testing

/// Ends the connection at a request of a number, from 0, before or after the service has worked on it.
private final class CutTransport: HTTPTransport {
    private let inner: SimulatorTransport
    private let cut: Int
    private let isProcessed: Bool
    private let count = Mutex(0)

    init(_ simulator: SESSimulator, at cut: Int, isProcessed: Bool) {
        inner = SimulatorTransport(simulator: simulator)
        self.cut = cut
        self.isProcessed = isProcessed
    }

    var requests: Int { count.withLock { $0 } }

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        let number = count.withLock { count in
            count += 1
            return count - 1
        }
        guard number >= cut else { return try await inner.execute(request, limits: limits) }
        if number == cut, isProcessed { _ = try await inner.execute(request, limits: limits) }
        throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "killed")
    }
}

@Suite("Applying that is interrupted, or not alone")
struct InterruptedApplyTests {
    let simulator = SESSimulator()

    init() async {
        await simulator.verify("example.com")
        await simulator.addDedicatedIPPool("pool")
    }

    private func client(
        _ transport: any HTTPTransport, retry: RetryOptions = .off
    ) throws -> SESv2Client {
        let clock = simulator.clock
        return try SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: transport,
            configuration: .init(
                now: { clock.date }, clock: clock, controlPlaneInterval: .zero, retry: retry, random: { 0 }))
    }

    /// The set as an old run left it, in all things other than the blueprint says.
    private func makeOldSet() async throws {
        let client = SESv2Client(simulator: simulator)
        try await client.createConfigurationSet(
            ConfigurationSet(
                "promo", reputationOptions: ReputationOptions(reputationMetricsEnabled: false),
                sendingOptions: SendingOptions(sendingEnabled: false)))
        try await client.createConfigurationSetEventDestination(
            EventDestination("topic", matching: [.send], to: Campaign.sns), in: "promo")
        try await client.createConfigurationSetEventDestination(
            EventDestination("stray", matching: [.send], to: Campaign.sns), in: "promo")
    }

    @Test(
        "Killed at any request, before or after the service did its work, a new run finishes the job",
        arguments: [false, true], [false, true])
    func killed(isProcessed: Bool, isNewSet: Bool) async throws {
        var cut = 0
        while true {
            try await SESv2Client(simulator: simulator).deleteAllSets()
            if !isNewSet { try await makeOldSet() }
            let transport = CutTransport(simulator, at: cut, isProcessed: isProcessed)
            let failure = await code {
                try await client(transport).apply([ApplyTests.whole], accountID: ApplyTests.account)
            }
            let after = SESv2Client(simulator: simulator)
            if failure == nil {
                #expect(transport.requests == cut)
                break
            }
            #expect(failure == .connectionLost)
            try await after.apply([ApplyTests.whole], accountID: ApplyTests.account)
            #expect(try await after.configurationSetBlueprint(of: "promo") == ApplyTests.whole, "cut at \(cut)")
            #expect(try await after.plan([ApplyTests.whole]).isEmpty)
            cut += 1
        }
        #expect(cut >= (isNewSet ? 5 : 12))
    }

    @Test("The plan of a run that was killed finishes the job too", arguments: [false, true])
    func samePlan(isProcessed: Bool) async throws {
        for cut in 0..<4 {
            let after = SESv2Client(simulator: simulator)
            try await after.deleteAllSets()
            let plan = try await after.plan([ApplyTests.whole])
            let transport = CutTransport(simulator, at: cut, isProcessed: isProcessed)
            #expect(await code { try await client(transport).apply(plan) } == .connectionLost)
            try await after.apply(plan)
            #expect(try await after.configurationSetBlueprint(of: "promo") == ApplyTests.whole, "cut at \(cut)")
        }
    }

    @Test("What someone else has done since the plan is noticed")
    func stalePlan() async throws {
        let client = SESv2Client(simulator: simulator)
        try await makeOldSet()
        let plan = try await client.plan([ApplyTests.whole])
        try await client.deleteConfigurationSet("promo")
        try await client.apply(plan, accountID: ApplyTests.account)
        #expect(try await client.configurationSetBlueprint(of: "promo") == ApplyTests.whole)
        try await client.deleteConfigurationSetEventDestination("metrics", in: "promo")
        let missing = try await client.plan([ApplyTests.whole])
        try await client.createConfigurationSetEventDestination(
            EventDestination("metrics", matching: [.send], to: Campaign.sns), in: "promo")
        try await client.apply(missing)
        #expect(try await client.configurationSetBlueprint(of: "promo") == ApplyTests.whole)
    }

    @Test("Requests go out one a second, and throttled ones again later")
    func pace() async throws {
        let clock = simulator.clock
        let client = try SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: SimulatorTransport(simulator: simulator),
            configuration: .init(now: { clock.date }, clock: SteppingClock(clock)))
        let began = clock.now
        try await client.apply([ApplyTests.whole])
        // One to read a set that isn't there; then four changes, each a second after the one before.
        #expect(clock.now.offset - began.offset == .seconds(4))
        await simulator.inject(.throttle, times: 3)
        let throttled = clock.now
        #expect(try await client.plan([ApplyTests.whole]).isEmpty)
        // None before the first, 2 + 4 + 8 for the throttled, 1 before the second.
        #expect(clock.now.offset - throttled.offset == .seconds(15))
        await simulator.inject(.throttle, times: 6)
        #expect(await code { try await client.plan([ApplyTests.whole]) } == .throttled)
        await simulator.inject(.throttle, times: 5)
        #expect(try await client.plan([ApplyTests.whole]).isEmpty, "six requests, and no more were used up before")
    }

    @Test("Answers that are lost on the way of a run are no matter", arguments: [false, true])
    func lostAnswers(isNewSet: Bool) async throws {
        if !isNewSet { try await makeOldSet() }
        let client = SESv2Client(simulator: simulator)
        let operations: [any SESOperation.Type] = [
            GetConfigurationSet.self, GetConfigurationSetEventDestinations.self, CreateConfigurationSet.self,
            CreateConfigurationSetEventDestination.self, UpdateConfigurationSetEventDestination.self,
            DeleteConfigurationSetEventDestination.self, PutConfigurationSetSendingOptions.self,
            PutConfigurationSetReputationOptions.self,
        ]
        for operation in operations { await simulator.inject(.connectionReset(processed: true), on: operation) }
        try await client.apply([ApplyTests.whole], accountID: ApplyTests.account)
        await simulator.clearFaults()
        #expect(try await client.configurationSetBlueprint(of: "promo") == ApplyTests.whole)
    }

    @Test("A task that is cancelled makes no further request")
    func cancelled() async throws {
        let client = SESv2Client(simulator: simulator)
        let made = Mutex<[String]>([])
        let run = Task {
            try await client.apply([ApplyTests.whole]) { change in
                made.withLock { $0.append(change.action.description) }
                if made.withLock({ $0.count }) == 2 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await run.value }
        #expect(made.withLock { $0.count } == 2)
        #expect(try await client.configurationSetBlueprint(of: "promo")?.eventDestinations.isEmpty == true)
    }
}

/// A clock that moves by itself to where a sleeper wants it, but for the deadlines of calls.
private struct SteppingClock: Clock {
    let simulated: SimulatedClock

    init(_ simulated: SimulatedClock) { self.simulated = simulated }

    var now: SimulatedClock.Instant { simulated.now }
    var minimumResolution: Duration { simulated.minimumResolution }

    func sleep(until deadline: SimulatedClock.Instant, tolerance: Duration?) async throws {
        let wait = simulated.now.duration(to: deadline)
        guard wait < TransportLimits().total else {
            try await simulated.sleep(until: deadline, tolerance: tolerance)
            return
        }
        simulated.advance(by: wait)
    }
}

extension SESv2Client {
    fileprivate func deleteAllSets() async throws {
        for try await name in listConfigurationSets() { try await deleteConfigurationSet(name) }
    }
}
