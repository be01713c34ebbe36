#if LoggingSupport
import Foundation
import InMemoryLogging
import Logging
import SESClient
import Testing

@Suite("The log of calls")
struct CallLoggerTests {
    private let handler = InMemoryLogHandler()

    private func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "test", factory: { [handler] _ in handler })
        logger.logLevel = level
        return logger
    }

    private func client(_ statuses: [Int], observers: [any SESCallObserver]) throws -> SESv2Client {
        let clock = WaitingClock()
        let transport = RecordingTransport { _, number in
            clock.pass(.milliseconds(100))
            return AWSHTTPResponse(
                status: statuses[number], headers: ["x-amzn-RequestId": "r-\(number)"],
                body: Data(#"{"MessageId":"m-1"}"#.utf8))
        }
        return try .test(transport, configuration: .init(clock: clock, random: { 0.5 }, observers: observers))
    }

    @Test("says what an operator looks for, each at its level")
    func levels() async throws {
        let client = try client([429, 200], observers: [SESCallLogger(logger: logger(.trace))])
        try await client.send(.test, configurationSet: "promo")
        #expect(handler.entries.map(\.level) == [.trace, .info, .trace, .debug])
        #expect(
            handler.entries.map(\.message.description) == [
                "SES call begins", "SES attempt failed and will be repeated", "SES attempt ended", "SES call ended",
            ])
        let common: Logger.Metadata = ["aws.operation": "SendEmail", "ses.configuration_set": "promo"]
        func expected(_ more: Logger.Metadata) -> Logger.Metadata { common.merging(more) { $1 } }
        let found = handler.entries.map { $0.metadata.filter { $0.key != "aws.invocation_id" } }
        #expect(found.first == common)
        #expect(
            found[1]
                == expected([
                    "ses.attempt": "1", "ses.outcome": "throttled", "http.response.status_code": "429",
                    "aws.request_id": "r-0", "ses.duration": "0.1", "ses.repeats_after": "0.5",
                ]))
        #expect(
            found[3]
                == expected([
                    "ses.attempts": "2", "ses.outcome": "succeeded", "aws.request_id": "r-1", "ses.duration": "0.7",
                ]))
        #expect(Set(handler.entries.map { "\($0.metadata["aws.invocation_id"], default: "?")" }).count == 1)
    }

    @Test("says nothing above debug of a call that fails: its caller is told")
    func failure() async throws {
        let client = try client([403], observers: [SESCallLogger(logger: logger(.debug))])
        await #expect(throws: SESv2Error.self) { try await client.send(.test, configurationSet: nil) }
        #expect(handler.entries.map(\.level) == [.debug])
        #expect(handler.entries.first?.metadata["ses.configuration_set"] == nil)
    }

    @Test("goes to the logger of the task that makes the call, if none is given")
    func current() async throws {
        let client = try client([200], observers: [SESCallLogger()])
        var logger = logger(.debug)
        logger[metadataKey: "request.id"] = "7"
        _ = try await withLogger(logger) { _ in try await client.send(.test, configurationSet: "promo") }
        #expect(handler.entries.map(\.message.description) == ["SES call ended"])
        #expect(handler.entries.first?.metadata["request.id"] == "7")
    }
}
#endif
