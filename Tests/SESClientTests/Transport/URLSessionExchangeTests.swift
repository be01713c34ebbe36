import Foundation
import SESClient
import Testing

@testable import SESConnection

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What the tests of all transports can't arrange: both limits of time pass in one go, as after the machine slept.
@Suite("An exchange with URLSession", .timeLimit(.minutes(1)))
struct URLSessionExchangeTests {
    /// Of a task that was never begun: nothing but the test tells how it ends.
    private func exchange() throws -> Exchange {
        let url = try #require(URL(string: "http://127.0.0.1:1/"))
        return Exchange(of: URLSession.shared.dataTask(with: url), hasBody: true, limits: TransportLimits())
    }

    @Test("the session has a moment to say that nothing was sent")
    func verdict() async throws {
        let exchange = try exchange()
        exchange.passConnectLimit()
        exchange.passDeadline()
        exchange.complete(URLError(.cancelled))
        let error = await #expect(throws: HTTPTransportError.self) {
            try await withCheckedThrowingContinuation { exchange.wait($0) }
        }
        #expect(error?.kind == .connectionFailed)
        #expect(error?.requestMayHaveBeenSent == false)
    }

    @Test("if it says nothing the exchange ends all the same")
    func silence() async throws {
        let exchange = try exchange()
        exchange.passConnectLimit()
        exchange.passDeadline()
        await #expect(throws: ExchangeTimeOver.self) {
            try await withCheckedThrowingContinuation { exchange.wait($0) }
        }
    }

    @Test("one that is being sent ends at its deadline")
    func sending() async throws {
        let exchange = try exchange()
        exchange.markSending()
        exchange.passConnectLimit()
        exchange.passDeadline()
        exchange.complete(URLError(.cancelled))
        await #expect(throws: ExchangeTimeOver.self) {
            try await withCheckedThrowingContinuation { exchange.wait($0) }
        }
    }
}
