#if AsyncHTTPClientSupport
import AsyncHTTPClient
import Dispatch
import Foundation
import NIOCore
import NIOPosix
import SESClient
import SESConnection
import SESSigning
import Testing

/// An event loop is shared, and may be busy with somebody else's work, or gone: a call ends at its deadline all the same.
@Suite("A transport whose event loop is held up", .serialized, .timeLimit(.minutes(5)))
struct HeldUpLoopTests {
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let http: HTTPClient
    private let transport: AsyncHTTPClientTransport

    init() {
        http = HTTPClient(eventLoopGroup: group, configuration: AsyncHTTPClientTransport.clientConfiguration)
        transport = AsyncHTTPClientTransport(http)
    }

    /// Keeps the loop busy while the body runs.
    private func holdingUp(_ body: () async throws -> Void) async throws {
        let (isHeld, ending) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        group.next().execute {
            ending.yield()
            release.wait()
        }
        for await _ in isHeld { break }
        defer { release.signal() }
        try await body()
    }

    private func end() async throws {
        try await http.shutdown()
        try await group.shutdownGracefully()
    }

    private func send(to port: Int, scheme: String = "http", within time: Duration?) async throws -> AWSHTTPResponse {
        let request = AWSHTTPRequest(
            method: "POST", scheme: scheme, host: "127.0.0.1", port: port, path: "/", body: Data("{}".utf8))
        return try await transport.execute(request, limits: TransportLimits(connect: .seconds(60)), within: time)
    }

    @Test("a request that the loop never began ends at its deadline, surely unsent, and isn't begun later")
    func neverBegun() async throws {
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        try await holdingUp {
            let error = await #expect(throws: HTTPTransportError.self) {
                try await send(to: server.port, within: .milliseconds(100))
            }
            #expect(error?.kind == .connectionFailed)
            #expect(error?.requestMayHaveBeenSent == false)
        }
        #expect(try await send(to: server.port, within: nil).status == 200)
        #expect(server.requests.count == 1)
        try await end()
    }

    @Test("a request that is out ends at its deadline, of unknown outcome")
    func underWay() async throws {
        let (received, arrival) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { _ in
            arrival.yield()
            return .silence
        }
        defer { server.stop() }
        let call = Task { try await send(to: server.port, within: .seconds(3)) }
        for await _ in received { break }
        try await holdingUp {
            await #expect(throws: ExchangeTimeOver.self) { try await call.value }
        }
        #expect(server.requests.count == 1)
        try await end()
    }

    @Test("without a connection at the deadline, a request is surely unsent")
    func unconnected() async throws {
        // It takes the connection and says nothing: TLS never comes about.
        let server = try LoopbackServer(interruption: { _ in .neverRead }) { _ in .silence }
        defer { server.stop() }
        let error = await #expect(throws: HTTPTransportError.self) {
            try await send(to: server.port, scheme: "https", within: .milliseconds(300))
        }
        #expect(error?.kind == .connectionFailed)
        #expect(error?.requestMayHaveBeenSent == false)
        try await end()
    }

    @Test("a call on a loop that was shut down ends at its deadline")
    func shutDown() async throws {
        try await end()
        let error = await #expect(throws: HTTPTransportError.self) {
            try await send(to: 80, within: .milliseconds(100))
        }
        #expect(error?.kind == .connectionFailed)
        #expect(error?.requestMayHaveBeenSent == false)
    }
}
#endif
