import Foundation
import SESClient
import SESCore
import SESSigning
import Synchronization
import Testing

@Suite("What a client may repeat in all")
struct RetryQuotaTests {
    /// A service that can be made to fail and to recover.
    private final class Service: HTTPTransport {
        enum Mood { case healthy, failing, silent, throttling }
        private let state = Mutex<(mood: Mood, requests: Int)>((.failing, 0))

        func set(_ mood: Mood) { state.withLock { $0.mood = mood } }

        /// The requests since the last time.
        func takeRequests() -> Int {
            state.withLock { state in
                defer { state.requests = 0 }
                return state.requests
            }
        }

        func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
            let mood = state.withLock { state in
                state.requests += 1
                return state.mood
            }
            switch mood {
            case .healthy: return AWSHTTPResponse(status: 200, body: Data("{}".utf8))
            case .failing: return AWSHTTPResponse(status: 500)
            case .throttling: return AWSHTTPResponse(status: 429)
            case .silent: throw HTTPTransportError(.timedOut, requestMayHaveBeenSent: true, message: "m")
            }
        }
    }

    private func call(_ client: SESv2Client, times: Int = 1) async {
        for _ in 0..<times { _ = try? await client.getAccount() }
    }

    @Test("is a hundred repetitions, or fifty after time-outs; then each call is attempted once")
    func exhaustion() async throws {
        for (mood, calls) in [(Service.Mood.failing, 50), (.throttling, 50), (.silent, 25)] {
            let service = Service()
            service.set(mood)
            let client = try SESv2Client.test(service)
            await call(client, times: calls)
            #expect(service.takeRequests() == calls * 3)
            await call(client, times: 10)
            #expect(service.takeRequests() == 10)
            let another = try SESv2Client.test(service)
            await call(another)
            #expect(service.takeRequests() == 3, "a client of its own has a quota of its own")
        }
    }

    @Test("is shared by copies, and by sends")
    func copies() async throws {
        let service = Service()
        let client = try SESv2Client.test(service)
        let copy = client
        await call(client, times: 25)
        await call(copy, times: 25)
        #expect(service.takeRequests() == 150)
        service.set(.throttling)
        let error = await #expect(throws: SESv2Error.self) { try await copy.send(.test, configurationSet: nil) }
        #expect(error?.code == .throttled && error?.attempts == 1)
        #expect(service.takeRequests() == 1)
    }

    @Test("grows with every success: by one, or by what the repetition cost")
    func refunds() async throws {
        let service = Service()
        let client = try SESv2Client.test(service)
        await call(client, times: 50)
        service.set(.healthy)
        await call(client, times: 9)
        service.set(.failing)
        _ = service.takeRequests()
        await call(client)
        #expect(service.takeRequests() == 2, "nine tokens are one repetition")
        service.set(.healthy)
        await call(client)
        service.set(.failing)
        _ = service.takeRequests()
        await call(client)
        #expect(service.takeRequests() == 2, "four were left, and one came")
        await call(client)
        #expect(service.takeRequests() == 1)
    }

    @Test("gets back what a repetition cost that succeeded, and never holds more than at the start")
    func refundOfRepetition() async throws {
        let count = Mutex(0)
        let isHealing = Mutex(true)
        let transport = RecordingTransport { _, _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            let isSuccess = isHealing.withLock { $0 } && number.isMultiple(of: 2)
            return AWSHTTPResponse(status: isSuccess ? 200 : 500, body: Data("{}".utf8))
        }
        let client = try SESv2Client.test(transport)
        await call(client, times: 300)
        #expect(transport.requests.count == 600)
        isHealing.withLock { $0 = false }
        await call(client, times: 51)
        #expect(transport.requests.count == 600 + 150 + 1)
    }
}
