import Foundation
import SESTesting
import Testing

@testable import SESIntake

@Suite("An exchange with bounds")
struct BoundedExchangeTests {
    private let request = AWSHTTPRequest(method: "GET", host: "sns.eu-west-1.amazonaws.com")

    @Test("ends at its deadline, on the given clock", .timeLimit(.minutes(5)))
    func deadline() async {
        let clock = SimulatedClock()
        let transport = RecordingTransport { _, _ in
            try await Task.sleep(for: .seconds(3600))
            return AWSHTTPResponse(status: 200)
        }
        let exchange = BoundedExchange(transport: transport, clock: clock, deadline: .seconds(10))
        let answer = Task { try await exchange.answer(to: request, responseBytes: 10) }
        while clock.sleeperCount == 0 { await Task.yield() }
        clock.advance(by: .seconds(10))
        await #expect {
            try await answer.value
        } throws: {
            guard case .transport(let error)? = $0 as? BoundedExchange.Failure else { return false }
            return error.kind == .timedOut
        }
    }

    @Test("takes no more bytes than it may, whatever the transport lets pass")
    func bytes() async throws {
        let transport = RecordingTransport(200, body: "12345678901")
        let exchange = BoundedExchange(transport: transport, clock: ContinuousClock(), deadline: .seconds(10))
        #expect(try await exchange.answer(to: request, responseBytes: 11).body.count == 11)
        await #expect(throws: BoundedExchange.Failure.self) {
            try await exchange.answer(to: request, responseBytes: 10)
        }
    }

    @Test("a cancelled one ends as such", .timeLimit(.minutes(5)))
    func cancelled() async {
        let gate = Gate()
        let transport = RecordingTransport { _, _ in
            gate.open()
            try await Task.sleep(for: .seconds(3600))
            return AWSHTTPResponse(status: 200)
        }
        let exchange = BoundedExchange(transport: transport, clock: ContinuousClock(), deadline: .seconds(3600))
        let answer = Task { try await exchange.answer(to: request, responseBytes: 10) }
        await gate.wait()
        answer.cancel()
        await #expect {
            try await answer.value
        } throws: {
            if case .cancelled? = $0 as? BoundedExchange.Failure { true } else { false }
        }
    }
}
