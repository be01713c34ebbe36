import SESClient
import SESCore
import SESTesting
import Testing

@Suite("Faults on demand")
struct FaultTests {
    let simulator = SESSimulator()
    var client: SESv2Client { SESv2Client(simulator: simulator, retry: .off) }

    private func send() async -> SESv2Error? {
        await error { try await client.send(Campaign.email(), configurationSet: nil) }
    }

    private func read() async -> SESv2Error? {
        await error { try await client.execute(GetAccount()) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var fault: SimulatedFault
        /// What a send and a read throw; nil for nothing.
        var send: SESv2Error.Code?
        var read: SESv2Error.Code?
        var isSent: Bool
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "throttle", fault: .throttle, send: .throttled, read: .throttled, isSent: false),
        Case(
            name: "daily quota", fault: .dailyQuotaExceeded, send: .dailyQuotaExceeded, read: .dailyQuotaExceeded,
            isSent: false),
        Case(name: "500", fault: .serviceFailure(), send: .outcomeUnknown, read: .serviceFailure, isSent: false),
        Case(
            name: "502", fault: .serviceFailure(status: 502), send: .outcomeUnknown, read: .serviceFailure,
            isSent: false),
        Case(
            name: "503", fault: .serviceFailure(status: 503), send: .serviceFailure, read: .serviceFailure,
            isSent: false),
        Case(
            name: "refused", fault: .connectionRefused, send: .connectionFailed, read: .connectionFailed,
            isSent: false),
        Case(
            name: "reset before", fault: .connectionReset(processed: false), send: .outcomeUnknown,
            read: .connectionLost, isSent: false),
        Case(
            name: "reset after", fault: .connectionReset(processed: true), send: .outcomeUnknown,
            read: .connectionLost, isSent: true),
        Case(
            name: "time-out before", fault: .timeout(processed: false), send: .outcomeUnknown, read: .timedOut,
            isSent: false),
        Case(
            name: "time-out after", fault: .timeout(processed: true), send: .outcomeUnknown, read: .timedOut,
            isSent: true),
        Case(name: "slow", fault: .slow(.seconds(59)), send: nil, read: nil, isSent: true),
        Case(name: "too slow", fault: .slow(.seconds(60)), send: .outcomeUnknown, read: .timedOut, isSent: true),
        Case(
            name: "garbled", fault: .garbledBody, send: .unreadableResponse, read: .unreadableResponse, isSent: true),
    ]

    @Test("A send meets a fault, says what is known, and the next one meets none", arguments: cases)
    func send(fault: Case) async throws {
        await simulator.inject(fault.fault)
        let error = await send()
        #expect(error?.code == fault.send)
        if error != nil { #expect(error?.operation == "SendEmail" && error?.invocationID != nil) }
        #expect(await simulator.sentMails.count == (fault.isSent ? 1 : 0))
        #expect(await send() == nil)
        #expect(await simulator.sentMails.count == (fault.isSent ? 2 : 1))
    }

    @Test("A read meets a fault and says what happened", arguments: cases)
    func read(fault: Case) async throws {
        await simulator.inject(fault.fault)
        #expect(await read()?.code == fault.read)
        #expect(await read() == nil)
    }

    @Test("A change that is made before its answer is lost stays made")
    func processedChange() async throws {
        await simulator.inject(.connectionReset(processed: true))
        let set = ConfigurationSet("a")
        #expect(await code { try await client.createConfigurationSet(set) } == .connectionLost)
        #expect(await code { try await client.createConfigurationSet(set) } == .alreadyExists)
        await simulator.inject(.connectionReset(processed: false))
        #expect(await code { try await client.deleteConfigurationSet("a") } == .connectionLost)
        try await client.deleteConfigurationSet("a")
    }

    @Test("The service's answers have their status and words; a failure that isn't 500 has no name")
    func words() async throws {
        await simulator.inject(.throttle)
        let throttle = await send()
        #expect(throttle?.httpStatus == 429 && throttle?.serviceCode == "TooManyRequestsException")
        #expect(throttle?.serviceMessage == "Maximum sending rate exceeded." && throttle?.requestID != nil)
        await simulator.inject(.serviceFailure())
        let failure = await read()
        #expect(failure?.httpStatus == 500 && failure?.serviceCode == "InternalFailure")
        await simulator.inject(.serviceFailure(status: 504))
        let gateway = await read()
        #expect(gateway?.httpStatus == 504 && gateway?.serviceCode == nil)
        await simulator.inject(.refusal("AccessDeniedException", status: 403))
        #expect(await read()?.code == .accessDenied)
    }

    @Test("A fault comes as often as it was asked for")
    func times() async throws {
        await simulator.inject(.throttle, times: 3)
        var codes: [SESv2Error.Code?] = []
        for _ in 1...5 { codes.append(await send()?.code) }
        #expect(codes == [.throttled, .throttled, .throttled, nil, nil])
        await simulator.inject(.throttle, times: 0)
        await simulator.inject(.throttle, times: -1)
        #expect(await send() == nil)
    }

    @Test("A fault of an operation waits for it")
    func operation() async throws {
        await simulator.inject(.connectionRefused, on: SendEmail.self)
        #expect(await read() == nil)
        #expect(await code { try await client.createConfigurationSet(ConfigurationSet("a")) } == nil)
        #expect(await send()?.code == .connectionFailed)
        #expect(await send() == nil)
    }

    @Test("Faults wait in the order they were added, and a call meets one")
    func order() async throws {
        await simulator.inject(.slow(.seconds(1)))
        await simulator.inject(.throttle)
        await simulator.inject(.garbledBody)
        #expect(await send() == nil)
        #expect(await send()?.code == .throttled)
        #expect(await send()?.code == .unreadableResponse)
        #expect(await send() == nil)
    }

    @Test("Faults can be called off")
    func clear() async throws {
        await simulator.inject(.throttle, times: 100)
        await simulator.clearFaults()
        #expect(await send() == nil)
    }

    @Test("A call without a valid signature is refused for that, and leaves the service's fault to the next")
    func signature() async throws {
        await simulator.inject(.throttle)
        var wire = Wire(simulator)
        wire.skew = 1000
        #expect(try await wire.call("GET", "/v2/email/account").name == "InvalidSignatureException")
        #expect(await read()?.code == .throttled)
    }

    @Test("Time goes by on the simulator's clock: to the deadline in a time-out, as long as it is slow otherwise")
    func time() async throws {
        let clock = simulator.clock
        let client = SESv2Client(simulator: simulator, limits: TransportLimits(total: .seconds(5)), retry: .off)
        await simulator.inject(.timeout(processed: true))
        #expect(await code { try await client.execute(GetAccount()) } == .timedOut)
        #expect(clock.now.offset == .seconds(5))
        await simulator.inject(.slow(.seconds(3)))
        #expect(await code { try await client.execute(GetAccount()) } == nil)
        #expect(clock.now.offset == .seconds(8))
        await simulator.inject(.slow(.seconds(3600)))
        #expect(await code { try await client.execute(GetAccount()) } == .timedOut)
        #expect(clock.now.offset == .seconds(13))
    }

    @Test("An answer slower than a signature lives is an answer all the same")
    func verySlow() async throws {
        let client = SESv2Client(simulator: simulator, limits: TransportLimits(total: .seconds(3600)))
        await simulator.inject(.slow(.seconds(1800)))
        #expect(await code { try await client.execute(GetAccount()) } == nil)
    }

    @Test("A cancelled task gets CancellationError and reaches nothing")
    func cancellation() async throws {
        let client = client
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await client.send(Campaign.email(), configurationSet: nil)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await simulator.sentMails.isEmpty)
    }
}
