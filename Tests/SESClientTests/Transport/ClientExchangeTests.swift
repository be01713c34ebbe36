#if AsyncHTTPClientSupport
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SESClient
@testable import SESConnection
import SESSigning
import Testing

/// What the tests of all transports can't see: when an exchange ends, and what it leaves behind.
@Suite("An exchange with async-http-client", .serialized, .timeLimit(.minutes(5)))
struct ClientExchangeTests {
    private struct FirstEnd: Error {}
    private struct SecondEnd: Error {}

    private func request(_ port: Int, body: String = "{}") -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: body.isEmpty ? "GET" : "POST", scheme: "http", host: "127.0.0.1", port: port, path: "/",
            body: Data(body.utf8))
    }

    private func exchange(_ port: Int, by client: HTTPClient, on loop: any EventLoop) throws -> ClientExchange {
        ClientExchange(
            try HTTPClient.Request(url: "http://127.0.0.1:\(port)/", method: .POST), body: Data("{}".utf8), by: client,
            on: loop, refusesRedirects: true, limits: TransportLimits(connect: .seconds(3600)))
    }

    /// Lends a server that never answers; it hangs up when a call has gone on for longer than any of these tests lets it.
    private func withSilentServer<Result>(_ body: (LoopbackServer) async throws -> Result) async throws -> Result {
        let server = try LoopbackServer { _ in .silence }
        let watchdog = Task {
            try await Task.sleep(for: .seconds(60))
            server.stop()
        }
        defer {
            watchdog.cancel()
            server.stop()
        }
        return try await body(server)
    }

    private func with<Result>(
        _ configuration: HTTPClient.Configuration = .init(), _ body: (HTTPClient) async throws -> Result
    ) async throws -> Result {
        let client = HTTPClient(
            eventLoopGroup: HTTPClient.defaultEventLoopGroup.next(), configuration: configuration)
        do {
            let result = try await body(client)
            try await client.shutdown()
            return result
        } catch {
            try await client.shutdown()
            throw error
        }
    }

    /// Whether something comes about, long before a silent server hangs up.
    private func comesAbout(_ condition: () -> Bool) async -> Bool {
        let end = ContinuousClock.now + .seconds(20)
        while !condition() {
            guard ContinuousClock.now < end else { return false }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return true
    }

    // MARK: Its whole time

    @Test(
        "it ends when all of its time is over, whether connecting may take less or more of it, and hangs up",
        arguments: ["{}", ""], [Duration.milliseconds(20), .seconds(3600)])
    func wholeTime(body: String, connect: Duration) async throws {
        try await withSilentServer { server in
            await #expect(throws: ExchangeTimeOver.self) {
                try await AsyncHTTPClientTransport.shared.execute(
                    request(server.port, body: body), limits: TransportLimits(connect: connect),
                    within: .milliseconds(500))
            }
            #expect(await comesAbout { server.openConnections == 0 })
        }
    }

    @Test("it ends when all of its time is over, though there is no connection yet: then surely nothing was sent")
    func wholeTimeUnconnected() async throws {
        let (sockets, port) = try Loopback.fullListener()
        defer { for socket in sockets { close(socket) } }
        try await with(.init(timeout: .init(connect: .hours(1)))) { client in
            // One of five: where the machine has no time for the loop's verdict, the outcome is unknown, which is true as well.
            var error: (any Error)? = ExchangeTimeOver()
            for _ in 0..<5 where error is ExchangeTimeOver {
                error = await #expect(throws: (any Error).self) {
                    try await AsyncHTTPClientTransport(client).execute(
                        request(port), limits: TransportLimits(connect: .seconds(3600)), within: .milliseconds(200))
                }
            }
            #expect((error as? HTTPTransportError)?.kind == .connectionFailed)
            #expect((error as? HTTPTransportError)?.requestMayHaveBeenSent == false)
        }
    }

    @Test("the limit for connecting doesn't hold for a request without a body")
    func connectLimitWithoutBody() async throws {
        let server = try LoopbackServer { _ in
            Thread.sleep(forTimeInterval: 1)
            return .http(200)
        }
        defer { server.stop() }
        let response = try await AsyncHTTPClientTransport.shared.execute(
            request(server.port, body: ""), limits: TransportLimits(connect: .milliseconds(50)))
        #expect(response.status == 200)
    }

    // MARK: Its end

    @Test("a call that is cancelled ends so, and its connection is closed")
    func cancellation() async throws {
        try await withSilentServer { server in
            let call = Task {
                try await AsyncHTTPClientTransport.shared.execute(request(server.port), limits: TransportLimits())
            }
            #expect(await comesAbout { server.requests.count == 1 })
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(await comesAbout { server.openConnections == 0 })
        }
    }

    @Test("one that ended before it began tells the first end, and makes no connection")
    func endBeforeStart() async throws {
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        try await with { client in
            let exchange = try exchange(server.port, by: client, on: client.eventLoopGroup.next())
            exchange.end(FirstEnd())
            exchange.end(SecondEnd())
            await #expect(throws: FirstEnd.self) {
                try await withCheckedThrowingContinuation { exchange.start($0, within: .seconds(3600)) }
            }
        }
        // Connections are taken in the order in which they were made: one made before would be the first.
        _ = try await URLSessionTransport.shared.execute(request(server.port), limits: TransportLimits())
        #expect(server.connectionCount == 1)
    }

    @Test("one that ends before its loop comes to it makes no connection")
    func endBeforeAttempt() async throws {
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        try await with { client in
            let loop = client.eventLoopGroup.next()
            let exchange = try exchange(server.port, by: client, on: loop)
            let isEnded = DispatchSemaphore(value: 0)
            loop.execute { isEnded.wait() }
            await #expect(throws: FirstEnd.self) {
                try await withCheckedThrowingContinuation { continuation in
                    exchange.start(continuation, within: .seconds(3600))
                    exchange.end(FirstEnd())
                    exchange.end(SecondEnd())
                    isEnded.signal()
                }
            }
            for _ in 0..<20 { try await loop.submit {}.get() }
        }
        _ = try await URLSessionTransport.shared.execute(request(server.port), limits: TransportLimits())
        #expect(server.connectionCount == 1)
    }

    @Test("nothing of it is left when it has ended, whatever its limits were")
    func release() async throws {
        struct Weak { weak var exchange: ClientExchange? }
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        try await with { client in
            func run() async throws -> Weak {
                let exchange = try exchange(server.port, by: client, on: client.eventLoopGroup.next())
                let response = try await withCheckedThrowingContinuation { exchange.start($0, within: .seconds(7200)) }
                #expect(response.status == 200)
                exchange.end(SecondEnd())
                return Weak(exchange: exchange)
            }
            let ended = try await run()
            #expect(await comesAbout { ended.exchange == nil })
        }
    }

    // MARK: Connections that have ended

    @Test("a connection that turns out to have ended before the head was written is replaced", arguments: 1...3)
    func replaced(count: Int) async throws {
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        let writes = EndingWrites(at: 1, ofConnections: count)
        try await with(writes.configuration) { client in
            let response = try await AsyncHTTPClientTransport(client)
                .execute(request(server.port), limits: TransportLimits(connect: .seconds(60)))
            #expect(response.status == 200)
            #expect(server.requests.count == 1)
            #expect(writes.connections.value == count + 1)
        }
    }

    @Test("four such connections in a row are enough, and surely nothing was sent", arguments: ["{}", ""])
    func notReplacedForEver(body: String) async throws {
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        let writes = EndingWrites(at: 1, ofConnections: 10)
        try await with(writes.configuration) { client in
            let error = await #expect(throws: HTTPTransportError.self) {
                try await AsyncHTTPClientTransport(client)
                    .execute(request(server.port, body: body), limits: TransportLimits(connect: .seconds(60)))
            }
            #expect(error?.kind == .connectionFailed)
            #expect(error?.requestMayHaveBeenSent == false)
            #expect(writes.connections.value == 4)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("one that turns out to have ended when the body was asked for isn't replaced: the request may have arrived")
    func notReplacedAfterBody() async throws {
        let server = try LoopbackServer { _ in .http(200) }
        defer { server.stop() }
        let writes = EndingWrites(at: 2, ofConnections: 1)
        try await with(writes.configuration) { client in
            let error = await #expect(throws: HTTPTransportError.self) {
                try await AsyncHTTPClientTransport(client)
                    .execute(request(server.port), limits: TransportLimits(connect: .seconds(60)))
            }
            #expect(error?.kind == .connectionLost)
            #expect(error?.requestMayHaveBeenSent == true)
            #expect(writes.connections.value == 1)
            #expect(server.requests.isEmpty)
        }
    }
}

/// Makes a client's first connections tell that they have ended, when a certain one of their writes begins.
private struct EndingWrites {
    /// How many connections there were.
    let connections = Shared(0)
    var configuration = HTTPClient.Configuration()

    init(at write: Int, ofConnections count: Int) {
        configuration.http1_1ConnectionDebugInitializer = { [connections] channel in
            connections.change { $0 += 1 }
            guard connections.value <= count else { return channel.eventLoop.makeSucceededVoidFuture() }
            return channel.eventLoop.submit {
                try channel.pipeline.syncOperations.addHandler(Handler(left: write), position: .first)
            }
        }
    }

    private final class Handler: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private var left: Int

        init(left: Int) { self.left = left }

        func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
            left -= 1
            guard left == 0 else { return context.write(data, promise: promise) }
            promise?.fail(ChannelError.ioOnClosedChannel)
            context.fireErrorCaught(ChannelError.ioOnClosedChannel)
        }
    }
}
#endif
