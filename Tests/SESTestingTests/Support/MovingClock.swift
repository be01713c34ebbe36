import SESClient
import SESTesting
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A simulator's clock, which moves by itself to where somebody sleeps until; a sleep of more than ten minutes is a deadline,
/// which only the simulator brings.
struct MovingClock: Clock {
    let simulated: SimulatedClock

    var now: SimulatedClock.Instant { simulated.now }
    var minimumResolution: Duration { simulated.minimumResolution }

    func sleep(until deadline: SimulatedClock.Instant, tolerance: Duration?) async throws {
        let wait = now.duration(to: deadline)
        guard wait < .seconds(600) else { return try await simulated.sleep(until: deadline, tolerance: tolerance) }
        try Task.checkCancellation()
        simulated.advance(by: wait)
    }
}

/// A simulator's transport that counts the answers by status.
final class CountingTransport: HTTPTransport {
    private let base: SimulatorTransport
    private let counts = Mutex<[Int: Int]>([:])

    init(_ simulator: SESSimulator) {
        base = SimulatorTransport(simulator: simulator)
    }

    func count(of status: Int) -> Int { counts.withLock { $0[status] ?? 0 } }

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        let response = try await base.execute(request, limits: limits)
        counts.withLock { $0[response.status, default: 0] += 1 }
        return response
    }
}

extension SESv2Client {
    /// A client of a simulator whose pauses take no time.
    static func moving(_ simulator: SESSimulator, transport: (any HTTPTransport)? = nil) -> SESv2Client {
        let clock = simulator.clock
        return SESv2Client(
            region: simulator.region, credentials: StaticCredentialProvider(simulator.credentials),
            transport: transport ?? SimulatorTransport(simulator: simulator),
            configuration: Configuration(
                limits: TransportLimits(total: .seconds(3600)), now: { clock.date },
                clock: MovingClock(simulated: clock)),
            endpoint: Endpoint(host: "email.\(simulator.region).amazonaws.com"))
    }
}
