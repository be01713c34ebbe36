import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("A call that doesn't get its answer", .timeLimit(.minutes(10)))
struct ExchangeTests {
    /// A transport that never answers but ends as soon as it is cancelled.
    private static func never() -> RecordingTransport {
        RecordingTransport { _, _ in
            let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
            for await _ in stream {}
            _ = continuation
            throw CancellationError()
        }
    }

    @Test("ends at its deadline on the injected clock; a send's outcome is then unknown", arguments: [true, false])
    func deadline(sending: Bool) async throws {
        let clock = ManualClock()
        let transport = Self.never()
        let client = try SESv2Client.test(
            transport, configuration: .init(limits: TransportLimits(total: .seconds(7)), clock: clock, retry: .off))
        let call = Task {
            if sending {
                try await client.send(.test, configurationSet: "s")
            } else {
                _ = try await client.getAccount()
            }
        }
        while clock.sleeperCount == 0 || transport.requests.isEmpty { await Task.yield() }
        clock.advance(by: .milliseconds(6999))
        #expect(clock.sleeperCount == 1)
        clock.advance(by: .milliseconds(1))
        let error = await #expect(throws: SESv2Error.self) { try await call.value }
        #expect(error?.code == (sending ? .outcomeUnknown : .timedOut))
        #expect(error?.operation == (sending ? "SendEmail" : "GetAccount"))
        #expect(error?.message.contains("7.0 seconds") == true)
        let id = transport.requests.first?.headers["amz-sdk-invocation-id"]
        #expect(id != nil && error?.invocationID == id)
    }

    @Test("ends with CancellationError when its task is cancelled")
    func cancellation() async throws {
        let transport = Self.never()
        let client = try SESv2Client.test(transport)
        let call = Task { _ = try await client.getAccount() }
        while transport.requests.isEmpty { await Task.yield() }
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
    }

    @Test("of a send that is cancelled on its way says that its outcome is unknown")
    func cancelledSend() async throws {
        let transport = Self.never()
        let client = try SESv2Client.test(transport)
        let call = Task { try await client.send(.test, configurationSet: "s") }
        while transport.requests.isEmpty { await Task.yield() }
        call.cancel()
        let error = await #expect(throws: SESv2Error.self) { try await call.value }
        #expect(error?.code == .outcomeUnknown)
        #expect((error?.underlyingError as? HTTPTransportError)?.underlyingError is CancellationError)
        #expect(error?.invocationID != nil)
    }

    @Test("of a task that was cancelled before never leaves")
    func cancelledBefore() async throws {
        let transport = RecordingTransport()
        let client = try SESv2Client.test(transport)
        let call = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await client.send(.test, configurationSet: "s")
        }
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(transport.requests.isEmpty)
    }

    @Test(
        "says whether a mail may have been sent",
        arguments: [
            (.connectionFailed, false, .connectionFailed, .connectionFailed),
            (.connectionLost, true, .connectionLost, .outcomeUnknown),
            (.connectionLost, false, .connectionLost, .connectionLost),
            (.timedOut, true, .timedOut, .outcomeUnknown), (.timedOut, false, .timedOut, .timedOut),
            (.responseTooLarge, true, .unreadableResponse, .outcomeUnknown),
            (.invalidRequest, false, .invalidRequest, .invalidRequest),
        ] as [(HTTPTransportError.Kind, Bool, SESv2Error.Code, SESv2Error.Code)])
    func transportErrors(
        kind: HTTPTransportError.Kind, sent: Bool, call: SESv2Error.Code, send: SESv2Error.Code
    ) async throws {
        let transport = RecordingTransport { _, _ in
            throw HTTPTransportError(kind, requestMayHaveBeenSent: sent, message: "what happened")
        }
        let client = try SESv2Client.test(transport, configuration: .init(retry: .off))
        let callError = await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(callError?.code == call)
        #expect(callError?.message == "what happened")
        let sendError = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: "s") }
        #expect(sendError?.code == send)
        #expect(sendError?.underlyingError is HTTPTransportError)
        #expect(
            sendError?.invocationID == transport.requests.last?.headers["amz-sdk-invocation-id"]
                && sendError?.invocationID != nil)
        #expect(transport.requests.count == 2)
    }

    @Test("is unknown too if a transport throws an error of its own")
    func foreignError() async throws {
        struct Foreign: Error {}
        let client = try SESv2Client.test(RecordingTransport { _, _ in throw Foreign() })
        let sending = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: "s") }
        #expect(sending?.code == .outcomeUnknown)
        let reading = await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(reading?.code == .connectionLost)
        #expect((reading?.underlyingError as? HTTPTransportError)?.underlyingError is Foreign)
    }

    @Test("over real sockets ends at a real deadline")
    func realDeadline() async throws {
        let server = try LoopbackServer { _ in .silence }
        defer { server.stop() }
        let client = try SESv2Client.test(
            URLSessionTransport.shared,
            configuration: .init(
                endpoint: EndpointOptions(url: "http://127.0.0.1:\(server.port)"),
                limits: TransportLimits(total: .milliseconds(300))))
        // Far below the minute that a call has without a limit; one of five, as other tests may hold the processor.
        var times: [Duration] = []
        while times.count < 5, times.allSatisfy({ $0 >= .seconds(20) }) {
            let start = ContinuousClock.now
            let error = await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: "s") }
            times.append(ContinuousClock.now - start)
            #expect(error?.code == .outcomeUnknown)
        }
        #expect(times.allSatisfy { $0 >= .milliseconds(290) })
        #expect(times.contains { $0 < .seconds(20) })
        #expect(server.requests.count == times.count)
    }

    @Test("over real sockets carries a signature that the service can verify")
    func realSignature() async throws {
        let server = try LoopbackServer { _ in .http(200, body: Data(#"{"DedicatedIpPool":{}}"#.utf8)) }
        defer { server.stop() }
        let client = try SESv2Client.test(
            URLSessionTransport.shared,
            configuration: .init(endpoint: EndpointOptions(url: "http://127.0.0.1:\(server.port)/base")))
        _ = try await client.execute(RequestBuilderTests.GetDedicatedIpPool(poolName: "a b/é%"))
        try await client.putConfigurationSetSendingOptions("s", SendingOptions(sendingEnabled: false))
        let paths = [
            "/base/v2/email/dedicated-ip-pools/a%20b%2F%C3%A9%25", "/base/v2/email/configuration-sets/s/sending",
        ]
        for (path, received) in zip(paths, server.requests) {
            let words = received.line.split(separator: " ")
            #expect(words[1] == path)
            let fields = received.head.split(whereSeparator: \.isNewline).dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return AWSHTTPHeaders.Field(
                    name: String(parts[0]), value: parts[1].trimmingCharacters(in: .whitespaces))
            }
            let request = AWSHTTPRequest(
                method: String(words[0]), scheme: "http", host: "127.0.0.1", port: server.port,
                path: String(words[1]), headers: AWSHTTPHeaders(fields), body: received.body)
            try SigV4Verifier(service: "ses", region: "us-east-1")
                .verify(request, at: Date()) { _ in SESv2Client.testCredentials }
        }
        #expect(server.requests.count == 2)
    }
}
