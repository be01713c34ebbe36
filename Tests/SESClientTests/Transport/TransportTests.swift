import Foundation
import SESClient
import SESSigning
import Testing

@Suite("Transports on real sockets", .serialized, .timeLimit(.minutes(10)))
struct TransportTests {
    let limits = TransportLimits(connect: .seconds(2), total: .seconds(10))

    private func post(_ port: Int, path: String = "/", body: String = "{}") -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: "POST", scheme: "http", host: "127.0.0.1", port: port, path: path,
            headers: ["Content-Type": "application/json"], body: Data(body.utf8))
    }

    private func get(_ port: Int, path: String = "/") -> AWSHTTPRequest {
        AWSHTTPRequest(method: "GET", scheme: "http", host: "127.0.0.1", port: port, path: path)
    }

    private func withServer<Result>(
        _ handler: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply,
        _ body: (LoopbackServer) async throws -> Result
    ) async throws -> Result {
        let server = try LoopbackServer(handler)
        defer { server.stop() }
        return try await body(server)
    }

    private func failure(
        of tested: TransportUnderTest, _ request: AWSHTTPRequest, limits: TransportLimits? = nil
    ) async -> HTTPTransportError? {
        await #expect(throws: HTTPTransportError.self) {
            try await tested.transport.execute(request, limits: limits ?? self.limits)
        }
    }

    // MARK: What goes out

    @Test("path, query, fields and body arrive byte for byte, and Host has the port", arguments: TransportUnderTest.all)
    func bytesOnTheWire(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(200)
        } _: { server in
            var request = post(server.port, path: "/v2/a%2Fb%20c%25%C3%A9/", body: #"{"a":"é/😀"}"#)
            request.query = "Reason=A&Reason=B&T=a%2Bb%2Fc%3D%3D"
            request.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=a/b, Signature=c"
            request.headers["X-Amz-Date"] = "20260102T030405Z"
            _ = try await tested.transport.execute(request, limits: limits)
            let received = try #require(server.requests.first)
            #expect(received.line == "POST /v2/a%2Fb%20c%25%C3%A9/?Reason=A&Reason=B&T=a%2Bb%2Fc%3D%3D HTTP/1.1")
            #expect(received.body == request.body)
            #expect(received.header("Host") == "127.0.0.1:\(server.port)")
            #expect(received.header("Content-Length") == "\(request.body.count)")
            for field in request.headers.fields { #expect(received.header(field.name) == field.value) }
            #expect(received.header("Cookie") == nil)
        }
    }

    @Test(
        "a request without a body sends none",
        arguments: TransportUnderTest.all, ["GET", "DELETE", "POST", "PUT"])
    func withoutBody(tested: TransportUnderTest, method: String) async throws {
        try await withServer { _ in
            .http(200)
        } _: { server in
            var request = get(server.port)
            request.method = method
            _ = try await tested.transport.execute(request, limits: limits)
            let received = try #require(server.requests.first)
            #expect(received.line == "\(method) / HTTP/1.1")
            #expect((received.header("Content-Length") ?? "0") == "0")
            #expect(received.header("Transfer-Encoding") == nil)
        }
    }

    @Test("requests to one address have each its own method, fields and body", arguments: TransportUnderTest.all)
    func oneAddress(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(200)
        } _: { server in
            var requests = [post(server.port, body: "a"), get(server.port), post(server.port, body: "b")]
            for index in requests.indices {
                requests[index].headers["X-Number"] = "\(index)"
                _ = try await tested.transport.execute(requests[index], limits: limits)
            }
            #expect(server.requests.map(\.line) == requests.map { "\($0.method) / HTTP/1.1" })
            #expect(server.requests.map { $0.header("X-Number") } == ["0", "1", "2"])
            #expect(server.requests.map(\.body) == requests.map(\.body))
        }
    }

    @Test("a large body arrives whole and at once", arguments: TransportUnderTest.all)
    func largeBody(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(200)
        } _: { server in
            var request = post(server.port)
            request.body = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            _ = try await tested.transport.execute(request, limits: limits)
            #expect(server.requests.first?.body == request.body)
            #expect(server.requests.first?.header("Expect") == nil)
        }
    }

    @Test(
        "a request that could only be sent in another form is refused",
        arguments: TransportUnderTest.all, ["/a b", "/é", "/a|b"])
    func addressInAnotherForm(tested: TransportUnderTest, path: String) async throws {
        let error = await failure(of: tested, post(80, path: path))
        #expect(error?.kind == .invalidRequest)
        #expect(error?.requestMayHaveBeenSent == false)
    }

    @Test(
        "a field can't smuggle in another",
        arguments: TransportUnderTest.all, ["a\r\nX-Evil: 1", "a\n", "a\r", "\0"])
    func controlCharacters(tested: TransportUnderTest, value: String) async throws {
        var request = post(80)
        request.headers["X-Amz-Security-Token"] = value
        let error = await failure(of: tested, request)
        #expect(error?.kind == .invalidRequest)
        #expect(error?.requestMayHaveBeenSent == false)
        #expect(error?.message == "the header field X-Amz-Security-Token has a control character in its value")
    }

    // MARK: What comes back

    @Test(
        "any status is a response, with its fields and its body",
        arguments: TransportUnderTest.all, [200, 201, 404, 500, 503])
    func statuses(tested: TransportUnderTest, status: Int) async throws {
        try await withServer { _ in
            .http(status, ["x-amzn-RequestId": "r-1"], body: Data("words".utf8))
        } _: {
            let response = try await tested.transport.execute(post($0.port), limits: limits)
            #expect(response.status == status)
            #expect(response.headers["X-Amzn-RequestID"] == "r-1")
            #expect(response.body == Data("words".utf8))
        }
    }

    @Test("204 is a response without a body", arguments: TransportUnderTest.all)
    func noContent(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(204)
        } _: {
            let response = try await tested.transport.execute(post($0.port), limits: limits)
            #expect(response == AWSHTTPResponse(status: 204, headers: response.headers))
        }
    }

    @Test("connections are kept for the next request", arguments: TransportUnderTest.all)
    func keepAlive(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(200, body: Data("{}".utf8))
        } _: { server in
            for _ in 0..<5 { _ = try await tested.transport.execute(post(server.port), limits: limits) }
            #expect(Set(server.requests.map(\.connection)) == [1])
        }
    }

    @Test(
        "a redirect is returned and not followed",
        arguments: TransportUnderTest.all, [301, 302, 303, 307, 308])
    func redirect(tested: TransportUnderTest, status: Int) async throws {
        try await withServer { _ in
            .http(status, ["Location": "/elsewhere"], body: Data("moved".utf8))
        } _: { server in
            let response = try await tested.transport.execute(post(server.port), limits: limits)
            #expect(response.status == status)
            #expect(response.headers["Location"] == "/elsewhere")
            #expect(response.body == (tested.givesBodyOfRedirect ? Data("moved".utf8) : Data()))
            #expect(server.requests.count == 1)
        }
    }

    @Test("cookies aren't kept", arguments: TransportUnderTest.all)
    func cookies(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(200, ["Set-Cookie": "a=b; Path=/"])
        } _: { server in
            for _ in 0..<2 { _ = try await tested.transport.execute(post(server.port), limits: limits) }
            #expect(server.requests.map { $0.header("Cookie") } == [nil, nil])
        }
    }

    @Test("a compressed body is decoded", arguments: TransportUnderTest.all)
    func gzip(tested: TransportUnderTest) async throws {
        let packed = Data(base64Encoded: "H4sIAAAAAAACA6tWKkktLlGyUlAqS8wpTVWqBQCJ88g/EQAAAA==") ?? Data()
        let plain = Data(#"{"test": "value"}"#.utf8)
        try await withServer { _ in
            .http(200, ["Content-Encoding": "gzip"], body: packed)
        } _: { server in
            let response = try await tested.transport.execute(get(server.port), limits: limits)
            #expect(response.body == plain)
        }
    }

    @Test("a response that comes in pieces is put together", arguments: TransportUnderTest.all)
    func chunked(tested: TransportUnderTest) async throws {
        let bytes = Data(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\n4\r\na\":1\r\n1\r\n}\r\n0\r\n\r\n".utf8)
        try await withServer { _ in
            .send(bytes)
        } _: { server in
            let response = try await tested.transport.execute(get(server.port), limits: limits)
            #expect(response.body == Data(#"{"a":1}"#.utf8))
        }
    }

    @Test("a body of the limit's size is taken, one byte more is refused", arguments: TransportUnderTest.all)
    func responseLimit(tested: TransportUnderTest) async throws {
        try await withServer { request in
            .http(200, body: Data(repeating: 0x20, count: request.line.contains("more") ? 1_000_001 : 1_000_000))
        } _: { server in
            let limits = TransportLimits(responseBytes: 1_000_000)
            let response = try await tested.transport.execute(post(server.port), limits: limits)
            #expect(response.body.count == 1_000_000)
            let error = await failure(of: tested, post(server.port, path: "/more"), limits: limits)
            #expect(error?.kind == .responseTooLarge)
            #expect(error?.requestMayHaveBeenSent == true)
        }
    }

    // MARK: What goes wrong

    @Test("a server that hangs up without an answer may have the request", arguments: TransportUnderTest.all)
    func closedWithoutAnswer(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .sendAndClose(Data())
        } _: { server in
            for request in [post(server.port), get(server.port)] {
                let error = await failure(of: tested, request)
                #expect(error?.kind == .connectionLost)
                #expect(error?.requestMayHaveBeenSent == true)
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test("a request isn't repeated when a kept connection ends under it", arguments: TransportUnderTest.all)
    func notRepeatedOnKeptConnection(tested: TransportUnderTest) async throws {
        try await withServer { request in
            request.line.contains("/last") ? .sendAndClose(Data()) : .http(200)
        } _: { server in
            _ = try await tested.transport.execute(post(server.port), limits: limits)
            let error = await failure(of: tested, post(server.port, path: "/last"))
            #expect(error?.kind == .connectionLost)
            #expect(error?.requestMayHaveBeenSent == true)
            #expect(server.requests.map(\.line).filter { $0.contains("/last") }.count == 1)
        }
    }

    @Test("a kept connection that ended meanwhile is replaced", arguments: TransportUnderTest.all)
    func idleConnectionClosed(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .sendAndClose(LoopbackServer.Reply.response(200))
        } _: { server in
            var inARow = 0
            for number in 1...12 where inARow < 3 {
                do {
                    let response = try await tested.transport.execute(post(server.port), limits: limits)
                    #expect(response.status == 200)
                    #expect(server.requests.last?.connection == server.connectionCount)
                    inARow += 1
                } catch let error as HTTPTransportError {
                    // The word of the end hadn't come to the transport yet: that is nobody's fault, and not repeated.
                    #expect(error.kind == .connectionLost && error.requestMayHaveBeenSent, "request \(number)")
                    inARow = 0
                }
                while server.openConnections > 0 { await Task.yield() }
                // The end is on its way to the transport.
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(inARow == 3)
        }
    }

    @Test("a response that breaks off is no response", arguments: TransportUnderTest.all)
    func brokenOff(tested: TransportUnderTest) async throws {
        let bytes = Data("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"MessageId\"".utf8)
        try await withServer { _ in
            .sendAndClose(bytes)
        } _: { server in
            let error = await failure(of: tested, post(server.port))
            #expect(error?.kind == .connectionLost)
            #expect(error?.requestMayHaveBeenSent == true)
        }
    }

    @Test("bytes that aren't HTTP are no response", arguments: TransportUnderTest.all)
    func notHTTP(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .sendAndClose(Data("SSH-2.0-OpenSSH_9.2\r\n".utf8))
        } _: { server in
            let error = await failure(of: tested, post(server.port))
            #expect(error?.kind == .connectionLost)
            #expect(error?.requestMayHaveBeenSent == true)
        }
    }

    @Test("a refused connection surely sent nothing", arguments: TransportUnderTest.all)
    func refused(tested: TransportUnderTest) async throws {
        let port = try Loopback.closedPort()
        for request in [post(port), get(port)] {
            let error = await failure(of: tested, request)
            #expect(error?.kind == .connectionFailed)
            #expect(error?.requestMayHaveBeenSent == false)
        }
    }

    @Test("a host that doesn't exist surely got nothing", arguments: TransportUnderTest.all)
    func unresolvable(tested: TransportUnderTest) async throws {
        for method in ["POST", "GET"] {
            var request = post(80)
            request.method = method
            request.host = "nothing.invalid"
            if method == "GET" { request.body = Data() }
            let error = await failure(of: tested, request)
            #expect(error?.kind == .connectionFailed)
            #expect(error?.requestMayHaveBeenSent == false)
        }
    }

    @Test(
        "a connection that doesn't come about ends at the limit, and surely nothing was sent",
        arguments: TransportUnderTest.all)
    func connectLimit(tested: TransportUnderTest) async throws {
        let (sockets, port) = try Loopback.fullListener()
        defer { for socket in sockets { close(socket) } }
        // Far below the minute that there is in all; one of five, as other tests may hold the processor.
        var times: [Duration] = []
        while times.count < 5, times.allSatisfy({ $0 >= .seconds(20) }) {
            let start = ContinuousClock.now
            let error = await failure(of: tested, post(port), limits: TransportLimits(connect: .milliseconds(300)))
            times.append(ContinuousClock.now - start)
            #expect(error?.kind == .connectionFailed)
            #expect(error?.requestMayHaveBeenSent == false)
        }
        #expect(times.contains { $0 < .seconds(20) })
    }

    @Test("the limit for connecting doesn't end a slow answer", arguments: TransportUnderTest.all)
    func slowAnswer(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            Thread.sleep(forTimeInterval: 2)
            return .http(200)
        } _: { server in
            let limits = TransportLimits(connect: .milliseconds(1500), total: .seconds(60))
            let response = try await tested.transport.execute(post(server.port), limits: limits)
            #expect(response.status == 200)
        }
    }

    @Test("cancellation ends a call at once", arguments: TransportUnderTest.all)
    func cancellation(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .silence
        } _: { server in
            var times: [Duration] = []
            for number in 1...50 where times.allSatisfy({ $0 >= .milliseconds(100) }) {
                let call = Task { try await tested.transport.execute(post(server.port), limits: limits) }
                while server.requests.count < number { await Task.yield() }
                let start = ContinuousClock.now
                call.cancel()
                await #expect(throws: CancellationError.self) { try await call.value }
                times.append(ContinuousClock.now - start)
            }
            // One of fifty: other tests may hold the processor at any one moment.
            #expect(times.min().map { $0 < .milliseconds(100) } == true)
        }
    }

    @Test("a call of a cancelled task sends nothing", arguments: TransportUnderTest.all)
    func cancelledBefore(tested: TransportUnderTest) async throws {
        try await withServer { _ in
            .http(200)
        } _: { server in
            let call = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await tested.transport.execute(post(server.port), limits: limits)
            }
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(server.requests.isEmpty)
        }
    }
}
