import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("A call that is cancelled")
struct CallCancellationTests {
    private enum Operation: CaseIterable { case call, send }

    private func start(_ operation: Operation, _ client: SESv2Client) -> Task<Void, any Error> {
        Task {
            switch operation {
            case .call: _ = try await client.getAccount()
            case .send: try await client.send(.test, configurationSet: "s")
            }
        }
    }

    /// Whether nothing else runs, so that time means something: `.ci/build-and-test.sh` says so.
    private static let isAlone = ProcessInfo.processInfo.environment["SES_TIMED_TESTS"] != nil

    /// Cancels calls once they are where they are to be: all must end, and, when nothing else runs, the quickest within a
    /// tenth of a second.
    private func cancel(
        _ operation: Operation, _ makeClient: () throws -> SESv2Client, when isThere: () -> Bool
    ) async throws -> any Error {
        var quickest = Duration.seconds(3600)
        var last: any Error = CancellationError()
        for _ in 0..<10 {
            let call = start(operation, try makeClient())
            while !isThere() { await Task.yield() }
            let moment = ContinuousClock.now
            call.cancel()
            last = await #expect(throws: (any Error).self) { try await call.value } ?? CancellationError()
            quickest = min(quickest, ContinuousClock.now - moment)
        }
        if Self.isAlone { #expect(quickest < .milliseconds(100)) }
        return last
    }

    @Test("while it waits ends at once, and nothing is in doubt", arguments: [429, 503])
    func waiting(status: Int) async throws {
        for operation in Operation.allCases {
            var clock = ManualClock()
            let transport = RecordingTransport(status)
            let error = try await cancel(operation) {
                clock = ManualClock()
                return try SESv2Client.test(transport, configuration: .init(clock: clock, random: { 1 }))
            } when: {
                clock.nextWaking == .seconds(1)
            }
            #expect(error is CancellationError)
            #expect(transport.requests.count == 10)
        }
    }

    @Test("just when it is refused, before it waits, ends as one that waits", arguments: [429, 503, 502])
    func refused(status: Int) async throws {
        for (operation, isDaring) in Operation.allCases.flatMap({ [($0, false), ($0, true)] }) {
            let call = Shared<Task<Void, any Error>?>(nil)
            let transport = RecordingTransport { _, _ in
                while call.value == nil { await Task.yield() }
                call.value?.cancel()
                return AWSHTTPResponse(status: status)
            }
            let client = try SESv2Client.test(
                transport,
                configuration: .init(retry: RetryOptions(repeatsSendsOfUnknownOutcome: isDaring), random: { 0 }))
            let task = start(operation, client)
            call.change { $0 = task }
            let error = await #expect(throws: (any Error).self) { try await task.value }
            if operation == .send, status == 502 {
                #expect((error as? SESv2Error)?.code == .outcomeUnknown)
            } else {
                #expect(error is CancellationError)
            }
            #expect(transport.requests.count == 1)
            call.change { $0 = nil }
        }
    }

    @Test("with an answer that isn't repeated gives the answer", arguments: [400, 404])
    func answered(status: Int) async throws {
        let call = Shared<Task<Void, any Error>?>(nil)
        let transport = RecordingTransport { _, _ in
            while call.value == nil { await Task.yield() }
            call.value?.cancel()
            return AWSHTTPResponse(status: status)
        }
        let task = start(.send, try SESv2Client.test(transport))
        call.change { $0 = task }
        let error = await #expect(throws: SESv2Error.self) { try await task.value }
        #expect(error?.httpStatus == status)
        call.change { $0 = nil }
    }

    @Test("while it waits after an attempt whose fate isn't known says so")
    func waitingInDoubt() async throws {
        var clock = ManualClock()
        let transport = RecordingTransport(502)
        let error = try await cancel(.send) {
            clock = ManualClock()
            return try SESv2Client.test(
                transport,
                configuration: .init(
                    clock: clock, retry: RetryOptions(repeatsSendsOfUnknownOutcome: true), random: { 1 }))
        } when: {
            clock.nextWaking == .seconds(1)
        }
        #expect((error as? SESv2Error)?.code == .outcomeUnknown)
        #expect((error as? SESv2Error)?.underlyingError is CancellationError)
    }

    @Test("while it is sent ends at once; a send's outcome is then unknown")
    func sending() async throws {
        for (operation, attempt) in Operation.allCases.flatMap({ [($0, 1), ($0, 2)] }) {
            var transport = RecordingTransport()
            let error = try await cancel(operation) {
                transport = RecordingTransport { _, number in
                    guard number + 1 >= attempt else { return AWSHTTPResponse(status: 503) }
                    try await silence()
                }
                return try SESv2Client.test(transport)
            } when: {
                transport.requests.count == attempt
            }
            switch operation {
            case .call: #expect(error is CancellationError)
            case .send:
                #expect((error as? SESv2Error)?.code == .outcomeUnknown)
                #expect((error as? SESv2Error)?.attempts == attempt)
            }
            #expect(transport.requests.count == attempt)
        }
    }

    @Test("while a provider that doesn't listen is asked ends at once, and nothing was sent")
    func asking() async throws {
        for operation in Operation.allCases {
            let transport = RecordingTransport()
            var provider = DeafProvider()
            let error = try await cancel(operation) {
                provider.letGo()
                provider = DeafProvider()
                return try SESv2Client.test(transport, credentials: provider)
            } when: {
                provider.asked == 1
            }
            provider.letGo()
            #expect(error is CancellationError)
            #expect(transport.requests.isEmpty)
        }
    }
}
