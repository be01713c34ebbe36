#if AsyncHTTPClientSupport
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL
import SESClient
import SESSigning
import Testing

@Suite("The transport over a user's own HTTPClient", .serialized, .timeLimit(.minutes(5)))
struct OwnHTTPClientTests {
    private func with<Result>(
        _ configuration: HTTPClient.Configuration, _ body: (AsyncHTTPClientTransport) async throws -> Result
    ) async throws -> Result {
        let client = HTTPClient(configuration: configuration)
        do {
            let result = try await body(AsyncHTTPClientTransport(client))
            try await client.shutdown()
            return result
        } catch {
            try await client.shutdown()
            throw error
        }
    }

    private func post(_ port: Int, _ path: String = "/") -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: "POST", scheme: "http", host: "127.0.0.1", port: port, path: path,
            headers: ["Authorization": "secret"], body: Data("{}".utf8))
    }

    @Test("no redirect is followed, even where the client would", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        let server = try LoopbackServer { request in
            request.line.contains("/elsewhere")
                ? .http(200) : .http(status, ["Location": "/elsewhere"], body: Data("moved".utf8))
        }
        defer { server.stop() }
        try await with(.init(redirectConfiguration: .follow(max: 5, allowCycles: false))) { transport in
            for number in 1...3 {
                let response = try await transport.execute(post(server.port), limits: TransportLimits())
                #expect(response.status == status)
                #expect(response.headers["Location"] == "/elsewhere")
                #expect(server.requests.count == number)
            }
        }
    }

    @Test("a connection that doesn't come about ends at the limit, however long the client would try")
    func refused() async throws {
        let port = try Loopback.closedPort()
        try await with(.init(timeout: .init(connect: .seconds(60)))) { transport in
            let error = await #expect(throws: HTTPTransportError.self) {
                try await transport.execute(post(port), limits: TransportLimits(connect: .milliseconds(300)))
            }
            #expect(error?.kind == .connectionFailed)
            #expect(error?.message == "no connection within 0.3 seconds")
            #expect(error?.requestMayHaveBeenSent == false)
        }
    }

    @Test("a client that was shut down sends nothing, and says so")
    func shutDown() async throws {
        let transport = try await with(.init()) { $0 }
        let error = await #expect(throws: HTTPTransportError.self) {
            try await transport.execute(post(80), limits: TransportLimits())
        }
        #expect(error?.kind == .connectionFailed)
        #expect(error?.requestMayHaveBeenSent == false)
    }
}

/// Against a server that offers HTTP/2 with a certificate of a private authority: `.ci/http2.sh` starts one, and counts in its log.
@Suite(
    "Sends over HTTP/2", .enabled(if: HTTP2Server.url != nil, "needs a server and SES_HTTP2_URL"),
    .timeLimit(.minutes(5)))
struct HTTP2Tests {
    @Test("mails that are sent at once are each accepted once, and the server's own authority is trusted")
    func manyAtOnce() async throws {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.additionalTrustRoots = [.file(try #require(HTTP2Server.authority))]
        var configuration = AsyncHTTPClientTransport.clientConfiguration
        configuration.tlsConfiguration = tls
        let http = HTTPClient(configuration: configuration)
        let client = try SESv2Client.test(
            AsyncHTTPClientTransport(http),
            configuration: .init(endpoint: EndpointOptions(url: HTTP2Server.url), retry: .off, settings: AWSSettings()))
        // Until the first has been answered the client can't know how many connections it takes.
        var ids = [try await client.send(.test, configurationSet: nil).messageID]
        ids += try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1..<HTTP2Server.count {
                group.addTask { try await client.send(.test, configurationSet: nil).messageID }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(ids).count == HTTP2Server.count)
        try await http.shutdown()
    }

    @Test("without that authority nothing is sent")
    func unknownAuthority() async throws {
        let client = try SESv2Client.test(
            AsyncHTTPClientTransport.shared,
            configuration: .init(endpoint: EndpointOptions(url: HTTP2Server.url), retry: .off, settings: AWSSettings()))
        let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: nil) }
        #expect(error?.code == .connectionFailed)
    }
}

private enum HTTP2Server {
    private static let environment = ProcessInfo.processInfo.environment
    static let url = environment["SES_HTTP2_URL"]
    static let authority = environment["SES_HTTP2_CA"]
    static let count = environment["SES_HTTP2_COUNT"].flatMap { Int($0) } ?? 300
}
#endif
