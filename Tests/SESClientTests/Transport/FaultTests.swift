import Foundation
import SESClient
import Testing

/// Faults on real sockets, against every transport: what the caller gets, and how often the server saw the send.
///
/// The lines that it prints are the table of Docs/Reliability.md.
@Suite("Faults on real sockets", .serialized, .timeLimit(.minutes(10)))
struct FaultTests {
    private let limits = TransportLimits(connect: .seconds(5), total: .milliseconds(1500))

    private func client(port: Int, _ tested: TransportUnderTest) throws -> SESv2Client {
        try SESv2Client.test(
            tested.transport,
            configuration: .init(
                endpoint: EndpointOptions(url: "http://127.0.0.1:\(port)"), limits: limits, random: { 0 }))
    }

    private func outcome(of client: SESv2Client) async -> SESv2Error.Code? {
        await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: nil) }?.code
    }

    private func report(_ fault: String, _ tested: TransportUnderTest, _ outcome: SESv2Error.Code?, seen: Int?) {
        let words = outcome.map { "\($0)" } ?? "an answer"
        print("| \(fault) | \(tested.name) | `\(words)` | \(seen.map(String.init) ?? "–") |")
    }

    @Test("a send that meets one", arguments: TransportUnderTest.all, TransportFault.all)
    func faults(tested: TransportUnderTest, fault: TransportFault) async throws {
        #if canImport(FoundationNetworking)
        if fault.endsURLSession, tested.name == TransportUnderTest.urlSession.name {
            return print("| \(fault.name) | \(tested.name) | the process ends | 1 |")
        }
        #endif
        let server = try LoopbackServer(interruption: { _ in fault.interruption }) { _ in fault.reply }
        defer { server.stop() }
        let outcome = await outcome(of: try client(port: server.port, tested))
        let isUnsent = fault.mayComeFirst && outcome == .connectionFailed
        #expect(isUnsent || outcome == fault.outcome)
        let seen = server.requests.count
        report(fault.name, tested, outcome, seen: fault.isRead ? seen : nil)
        #expect(seen == (fault.isRead ? fault.attempts : 0))
        // One of which nothing but the head was sent is sent again, over another connection: it can't have mailed.
        if fault.attempts == 1, fault.isRead { #expect(server.connectionCount == 1) }
    }

    @Test("a send that nobody listens for", arguments: TransportUnderTest.all)
    func refused(tested: TransportUnderTest) async throws {
        let outcome = await outcome(of: try client(port: try Loopback.closedPort(), tested))
        #expect(outcome == .connectionFailed)
        report("connection refused", tested, outcome, seen: 0)
    }

    @Test("a send whose connection isn't made in the time for all of it", arguments: TransportUnderTest.all)
    func unconnected(tested: TransportUnderTest) async throws {
        // It takes the connection and says nothing: TLS never comes about.
        let server = try LoopbackServer(interruption: { _ in .neverRead }) { _ in .silence }
        defer { server.stop() }
        let client = try SESv2Client.test(
            tested.transport,
            configuration: .init(
                endpoint: EndpointOptions(url: "https://127.0.0.1:\(server.port)"),
                limits: TransportLimits(connect: .seconds(5), total: .milliseconds(500)), retry: .off))
        // Where the machine has no time for the transport's verdict, the outcome is unknown: that is true as well.
        var outcome: SESv2Error.Code? = .outcomeUnknown
        for _ in 0..<5 where outcome == .outcomeUnknown { outcome = await self.outcome(of: client) }
        #expect(outcome == .connectionFailed)
        report("TLS isn't answered", tested, outcome, seen: 0)
    }

    @Test(
        "a kept connection that ends under a send: it is seen once at most, however often it happens",
        arguments: TransportUnderTest.all)
    func keptConnection(tested: TransportUnderTest) async throws {
        // Every other request of a connection is answered and kept; the next one meets its end.
        let server = try LoopbackServer { request in
            request.line.contains("/v2/email/outbound-emails")
                ? .sendAndReset(Data()) : .http(200, body: Data("{}".utf8))
        }
        defer { server.stop() }
        let client = try client(port: server.port, tested)
        for number in 1...50 {
            _ = try await client.getAccount()
            let outcome = await outcome(of: client)
            #expect(outcome == .outcomeUnknown)
            #expect(server.requests.filter { $0.line.hasPrefix("POST") }.count == number)
        }
        report("reset of a kept connection", tested, .outcomeUnknown, seen: 1)
    }

    @Test(
        "a kept connection that the server ends just when a send goes out: never seen twice, and never lost in silence",
        arguments: TransportUnderTest.all)
    func closingRace(tested: TransportUnderTest) async throws {
        let server = try LoopbackServer { _ in
            .sendAndClose(LoopbackServer.Reply.response(200, body: Data(#"{"MessageId":"m"}"#.utf8)))
        }
        defer { server.stop() }
        let client = try client(port: server.port, tested)
        var accepted = 0
        for number in 1...100 {
            let seen = server.requests.count
            do {
                try await client.send(.test, configurationSet: nil)
                accepted += 1
                #expect(server.requests.count == seen + 1, "send \(number)")
            } catch let error as SESv2Error {
                #expect(error.code == .outcomeUnknown || error.code == .connectionFailed)
                #expect(server.requests.count <= seen + 1, "send \(number)")
            }
        }
        #expect(accepted > 0)
    }
}
