import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("The attempts of a call")
struct AttemptTests {
    /// Gives other temporary credentials each time.
    private final class Renewing: CredentialProvider {
        private let count = Mutex(0)
        static func number(_ number: Int) -> AWSCredentials {
            AWSCredentials(accessKeyID: "AKID\(number)", secretAccessKey: "s\(number)", sessionToken: "t\(number)")
        }
        func credentials() async throws -> AWSCredentials {
            Self.number(
                count.withLock { count in
                    count += 1
                    return count
                })
        }
    }

    @Test("carry one id, and each its own number, time, signature and credentials")
    func fields() async throws {
        let clock = WaitingClock()
        let transport = RecordingTransport { _, number in
            AWSHTTPResponse(status: number == 2 ? 200 : 503, body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
        let client = try SESv2Client.test(
            transport, credentials: Renewing(),
            configuration: .init(now: { clock.date }, clock: clock, random: { 1 }))
        try await client.send(.test, configurationSet: "s")
        let requests = transport.requests
        #expect(Set(requests.map { $0.headers["amz-sdk-invocation-id"] }).count == 1)
        #expect(requests.first?.headers["amz-sdk-invocation-id"].flatMap(UUID.init(uuidString:)) != nil)
        #expect(
            requests.map { $0.headers["amz-sdk-request"] } == [
                "attempt=1; max=3", "ttl=20260102T030506Z; attempt=2; max=3", "ttl=20260102T030508Z; attempt=3; max=3",
            ])
        #expect(
            requests.map { $0.headers["X-Amz-Date"] } == ["20260102T030405Z", "20260102T030406Z", "20260102T030408Z"])
        #expect(requests.map { $0.headers["X-Amz-Security-Token"] } == ["t1", "t2", "t3"])
        #expect(Set(requests.map { $0.headers["Authorization"] }).count == 3)
        #expect(Set(requests.map(\.body)).count == 1)
        for (number, request) in requests.enumerated() {
            let credentials = Renewing.number(number + 1)
            try SigV4Verifier(service: "ses", region: "us-east-1")
                .verify(request, at: clock.date) { $0 == credentials.accessKeyID ? credentials : nil }
        }
    }

    @Test("are all the error's, with the last one's words")
    func error() async throws {
        let transport = RecordingTransport { _, number in
            AWSHTTPResponse(status: 503, headers: ["x-amzn-RequestId": "r-\(number)"])
        }
        let error = await #expect(throws: SESv2Error.self) { _ = try await SESv2Client.test(transport).getAccount() }
        #expect(error?.attempts == 3)
        #expect(error?.requestID == "r-2")
        #expect(error?.description.hasSuffix("(HTTP 503, request r-2, 3 attempts)") == true)
        #expect(error?.invocationID == transport.requests.first?.headers["amz-sdk-invocation-id"])
        let unsent = await #expect(throws: SESv2Error.self) {
            _ = try await SESv2Client.test(transport).getConfigurationSet("a b")
        }
        #expect(unsent?.attempts == 0)
    }

    @Test("are as many as was said", arguments: [(1, 1), (2, 2), (5, 5), (0, 1), (-7, 1), (Int.min, 1)])
    func maximum(asked: Int, made: Int) async throws {
        let transport = RecordingTransport(500)
        var retry = RetryOptions(maxAttempts: asked)
        #expect(retry.maxAttempts == made)
        retry.maxAttempts = asked
        let client = try SESv2Client.test(transport, configuration: .init(retry: retry, random: { 0 }))
        await #expect(throws: SESv2Error.self) { _ = try await client.getAccount() }
        #expect(transport.requests.count == made)
    }

    @Test("of a stream's mail are made too: what was throttled is sent once")
    func stream() async throws {
        let transport = RecordingTransport { _, number in
            AWSHTTPResponse(status: number == 0 ? 429 : 200, body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
        let stream = try SESv2Client.test(transport).stream("promo", from: "shop@example.com")
        let sent = try await stream.send(Email(to: ["jane@example.org"], subject: "s", text: "t"))
        #expect(sent.messageID == "m-1")
        #expect(transport.requests.count == 2)
    }
}

@Suite("Options for repeating")
struct RetryOptionsTests {
    @Test("are AWS's standard mode with three attempts")
    func defaults() {
        let options = RetryOptions()
        #expect(options.mode == .standard && options.maxAttempts == 3 && !options.repeatsSendsOfUnknownOutcome)
        #expect(SESv2Client.Configuration().retry == options)
        #expect(RetryOptions.off.maxAttempts == 1)
    }

    @Test("are those of AWS's settings, unless they are chosen")
    func settings() throws {
        let settings = AWSSettings(retryMode: "adaptive", maxAttempts: 7)
        #expect(SESv2Client.Configuration(settings: settings).retry == RetryOptions(maxAttempts: 7))
        #expect(SESv2Client.Configuration(retry: .off, settings: settings).retry == .off)
        var changed = SESv2Client.Configuration(settings: settings)
        changed.retry.repeatsSendsOfUnknownOutcome = true
        #expect(changed.retry == RetryOptions(maxAttempts: 7, repeatsSendsOfUnknownOutcome: true))
    }
}
