import Foundation
import SESClient
import SESSigning
import Synchronization
import Testing

@Suite("Transports under load", .serialized, .timeLimit(.minutes(10)))
struct TransportLoadTests {
    private func post(_ server: LoopbackServer, _ body: String) -> AWSHTTPRequest {
        AWSHTTPRequest(
            method: "POST", scheme: "http", host: "127.0.0.1", port: server.port,
            headers: ["Content-Type": "application/json"], body: Data(body.utf8))
    }

    @Test("200 calls at once each get their own answer", arguments: TransportUnderTest.all)
    func concurrent(tested: TransportUnderTest) async throws {
        let server = try LoopbackServer { .http(200, body: $0.body) }
        defer { server.stop() }
        try await withThrowingTaskGroup(of: (Int, AWSHTTPResponse).self) { group in
            for number in 0..<200 {
                group.addTask {
                    (
                        number,
                        try await tested.transport.execute(post(server, "call \(number)"), limits: TransportLimits())
                    )
                }
            }
            for try await (number, response) in group {
                #expect(response.status == 200)
                #expect(response.body == Data("call \(number)".utf8))
            }
        }
        #expect(server.requests.count == 200)
    }

    @Test(
        "calls that are cancelled at any moment all end, and with CancellationError if they didn't succeed",
        arguments: TransportUnderTest.all)
    func cancelledAnytime(tested: TransportUnderTest) async throws {
        let server = try LoopbackServer { .http(200, body: $0.body) }
        defer { server.stop() }
        for number in 0..<100 {
            let call = Task { try await tested.transport.execute(post(server, "{}"), limits: TransportLimits()) }
            for _ in 0..<number { await Task.yield() }
            call.cancel()
            switch await call.result {
            case .success(let response): #expect(response.status == 200)
            case .failure(let error): #expect(error is CancellationError)
            }
        }
    }

    #if os(Linux)
    @Test("500 calls leave neither file descriptors nor threads behind", arguments: TransportUnderTest.all)
    func noLeak(tested: TransportUnderTest) async throws {
        let server = try LoopbackServer { request in
            request.body == Data("hang up".utf8) ? .sendAndClose(Data()) : .http(200)
        }
        defer { server.stop() }
        func run(_ count: Int) async {
            for number in 0..<count {
                let body = number.isMultiple(of: 2) ? "hang up" : "{}"
                _ = try? await tested.transport.execute(post(server, body), limits: TransportLimits())
            }
        }
        await run(50)
        let before = try (entries(of: "fd"), entries(of: "task"))
        await run(500)
        let after = try (entries(of: "fd"), entries(of: "task"))
        // Other tests run beside this one; a leak of one a call would be hundreds.
        #expect(after.0 - before.0 < 100)
        #expect(after.1 - before.1 < 100)
        #expect(server.requests.count == 550)
    }

    private func entries(of kind: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(kind)").count
    }
    #endif
}
