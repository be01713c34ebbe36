import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

/// Keeps what it is told, in order.
private final class Recorder: SESCallObserver {
    enum Event: Equatable {
        case started(ObservedCall)
        case attempted(ObservedAttempt, ObservedCall)
        case ended(ObservedEnding, ObservedCall)
    }

    private let recorded = Mutex<[Event]>([])
    var events: [Event] { recorded.withLock { $0 } }

    func callStarted(_ call: ObservedCall) { recorded.withLock { $0.append(.started(call)) } }
    func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        recorded.withLock { $0.append(.attempted(attempt, call)) }
    }
    func callEnded(_ ending: ObservedEnding, of call: ObservedCall) {
        recorded.withLock { $0.append(.ended(ending, call)) }
    }

    var calls: [ObservedCall] { events.compactMap { if case .started(let call) = $0 { call } else { nil } } }
    var attempts: [ObservedAttempt] {
        events.compactMap { if case .attempted(let attempt, _) = $0 { attempt } else { nil } }
    }
    var endings: [ObservedEnding] { events.compactMap { if case .ended(let ending, _) = $0 { ending } else { nil } } }
}

@Suite("An observer of calls")
struct CallObserverTests {
    private let recorder = Recorder()

    private func client(
        _ transport: any HTTPTransport, clock: any Clock<Duration> = ContinuousClock(),
        credentials: any CredentialProvider = StaticCredentialProvider(SESv2Client.testCredentials)
    ) throws -> SESv2Client {
        try SESv2Client.test(
            transport, credentials: credentials,
            configuration: .init(clock: clock, random: { 0.5 }, observers: [recorder, SilentObserver()]))
    }

    private struct SilentObserver: SESCallObserver {}

    @Test("is told of the beginning, of each attempt and of the end, in order")
    func order() async throws {
        let clock = WaitingClock()
        let transport = RecordingTransport { _, number in
            clock.pass(.milliseconds(100))
            return AWSHTTPResponse(
                status: [429, 503, 200][number], headers: ["x-amzn-RequestId": "r-\(number)"],
                body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
        try await client(transport, clock: clock).send(.test, configurationSet: "promo")
        let id = try #require(transport.requests.first?.headers["amz-sdk-invocation-id"])
        let call = ObservedCall(
            operation: "SendEmail", invocationID: id, configurationSet: "promo", isIdempotent: false)
        let duration = Duration.milliseconds(100)
        #expect(
            recorder.events == [
                .started(call),
                .attempted(
                    ObservedAttempt(
                        number: 1, outcome: .failed(.throttled), httpStatus: 429, requestID: "r-0",
                        duration: duration, repeatsAfter: .milliseconds(500)), call),
                .attempted(
                    ObservedAttempt(
                        number: 2, outcome: .failed(.serviceFailure), httpStatus: 503, requestID: "r-1",
                        duration: duration, repeatsAfter: .seconds(1)), call),
                .attempted(
                    ObservedAttempt(
                        number: 3, outcome: .succeeded, httpStatus: 200, requestID: "r-2", duration: duration), call),
                .ended(
                    ObservedEnding(
                        outcome: .succeeded, attempts: 3, duration: .milliseconds(1800), requestID: "r-2"), call),
            ])
    }

    @Test("is told why a call failed")
    func failures() async throws {
        let lost = RecordingTransport { _, _ in
            throw HTTPTransportError(.connectionLost, requestMayHaveBeenSent: true, message: "m")
        }
        await #expect(throws: SESv2Error.self) { try await client(lost).send(.test, configurationSet: nil) }
        #expect(recorder.attempts.map(\.outcome) == [.failed(.outcomeUnknown)])
        #expect(recorder.attempts.map(\.httpStatus) == [nil])
        #expect(recorder.endings.map(\.outcome) == [.failed(.outcomeUnknown)])
        #expect(recorder.calls.map(\.configurationSet) == [nil])
    }

    @Test("is told of an answer that came and can't be used")
    func unreadable() async throws {
        let transport = RecordingTransport(200, [:], body: "<html>")
        await #expect(throws: SESv2Error.self) { try await client(transport).send(.test, configurationSet: nil) }
        #expect(recorder.attempts.map(\.outcome) == [.succeeded])
        #expect(recorder.endings.map(\.outcome) == [.failed(.unreadableResponse)])
    }

    @Test("is told of a call without credentials, of which there is no attempt")
    func noCredentials() async throws {
        struct Odd: Error {}
        for (error, outcome) in [
            (SESv2Error(.noCredentials, message: "m"), .failed(.noCredentials)), (Odd(), .failedOtherwise),
        ] as [(any Error, ObservedOutcome)] {
            let client = try client(RecordingTransport(), credentials: ExecuteTests.FailingProvider(error: error))
            await #expect(throws: (any Error).self) { _ = try await client.getAccount() }
            #expect(recorder.endings.last?.outcome == outcome)
            #expect(recorder.endings.last?.attempts == 0)
        }
        #expect(recorder.attempts.isEmpty)
    }

    @Test("is told of a call that was cancelled")
    func cancelled() async throws {
        let transport = RecordingTransport { _, _ in try await silence() }
        let client = try client(transport)
        let call = Task { _ = try await client.getAccount() }
        while transport.requests.isEmpty { await Task.yield() }
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(recorder.attempts.map(\.outcome) == [.cancelled])
        #expect(recorder.endings.map(\.outcome) == [.cancelled])
    }

    @Test("isn't told of an input that is refused: no call begins")
    func invalidInput() async throws {
        await #expect(throws: SESv2Error.self) {
            _ = try await client(RecordingTransport()).getConfigurationSet("a b")
        }
        #expect(recorder.events.isEmpty)
    }

    @Test("knows the set that an input names, wherever it travels")
    func sets() async throws {
        let client = try client(RecordingTransport(body: #"{"MessageId":"m-1"}"#))
        _ = try await client.getAccount()
        try await client.deleteConfigurationSet("path")
        try await client.createConfigurationSet(ConfigurationSet("body"))
        try await client.send(.test, configurationSet: "send")
        struct OfMyOwn: SESOperation {
            static let http = HTTPBinding(.get, "/v2/email/mine/{ConfigurationSetName}")
            typealias Output = EmptyOutput
            var set: String
            enum CodingKeys: String, CodingKey { case set = "ConfigurationSetName" }
        }
        try await client.execute(OfMyOwn(set: "mine"))
        #expect(recorder.calls.map(\.configurationSet) == [nil, "path", "body", "send", "mine"])
    }

    @Test("sees nothing of the mail and no secret")
    func privacy() async throws {
        let email = Email(
            from: "shop@example.com", to: ["jane@example.org"], subject: "Secret sale", text: "Secret sale",
            tags: ["who": "jane"])
        try await client(RecordingTransport()).send(email, configurationSet: "s")
        let refused = RecordingTransport(
            400, ["x-amzn-ErrorType": "MessageRejected"], body: #"{"message":"not verified: jane@example.org"}"#)
        await #expect(throws: SESv2Error.self) { try await client(refused).send(email, configurationSet: "s") }
        let text = PrintedForms.all(of: recorder.events)
        let hidden = ["jane", "Secret", "shop@", SESv2Client.testCredentials.accessKeyID, "signature"]
        for word in hidden { #expect(!text.contains(word)) }
    }

    @Test("gets labels of which there are few")
    func labels() {
        #expect(
            [ObservedOutcome.succeeded, .cancelled, .failedOtherwise, .failed(.throttled)].map(\.description)
                == ["succeeded", "cancelled", "failedOtherwise", "throttled"])
    }
}
