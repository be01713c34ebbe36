import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("What is repeated")
struct RepetitionTableTests {
    typealias Answer = @Sendable () throws -> AWSHTTPResponse

    /// How often the service sees a call that always meets the fault, and what the caller is told.
    struct Expected: Sendable {
        var requests: Int
        var code: SESv2Error.Code

        init(_ requests: Int, _ code: SESv2Error.Code) {
            self.requests = requests
            self.code = code
        }
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: Answer
        /// A call that may be repeated, a send, and a send whose caller takes two mails into account.
        var call: Expected
        var send: Expected
        var daringSend: Expected
    }

    private static func status(
        _ status: Int, named name: String? = nil, message: String? = nil, _ call: Expected, _ send: Expected,
        _ daringSend: Expected
    ) -> Fault {
        Fault(
            testDescription: "\(status) \(name ?? "") \(message ?? "")",
            answer: {
                var headers: AWSHTTPHeaders = [:]
                if let name { headers["x-amzn-ErrorType"] = name }
                let body = message.map { #"{"message":"\#($0)"}"# } ?? "{}"
                return AWSHTTPResponse(status: status, headers: headers, body: Data(body.utf8))
            }, call: call, send: send, daringSend: daringSend)
    }

    private static func same(
        _ status: Int, named name: String? = nil, message: String? = nil, _ requests: Int, _ code: SESv2Error.Code
    ) -> Fault {
        let expected = Expected(requests, code)
        return Self.status(status, named: name, message: message, expected, expected, expected)
    }

    private static func broken(
        _ kind: HTTPTransportError.Kind, sent: Bool, _ call: Expected, _ send: Expected, _ daringSend: Expected
    ) -> Fault {
        Fault(
            testDescription: "\(kind), \(sent ? "perhaps sent" : "not sent")",
            answer: { throw HTTPTransportError(kind, requestMayHaveBeenSent: sent, message: "m") },
            call: call, send: send, daringSend: daringSend)
    }

    private struct Foreign: Error {}

    static let throttles = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "RequestThrottled", "SlowDown", "PriorRequestNotComplete",
        "EC2ThrottledException",
    ]

    static let throttling: [Fault] =
        throttles.flatMap { [same(400, named: $0, 3, .throttled), same(503, named: $0, 3, .throttled)] }
        + [
            same(429, 3, .throttled), same(429, named: "TooManyRequestsException", 3, .throttled),
            same(429, named: "TooManyRequestsException", message: "Maximum sending rate exceeded.", 3, .throttled),
            same(
                429, named: "TooManyRequestsException", message: "Daily message quota exceeded", 1, .dailyQuotaExceeded),
            same(429, message: "Daily message quota exceeded", 1, .dailyQuotaExceeded),
            same(400, named: "LimitExceededException", 1, .limitExceeded),
            same(429, named: "LimitExceededException", 1, .limitExceeded),
            same(503, named: "LimitExceededException", 1, .limitExceeded),
        ]

    static let failures: [Fault] = [
        same(503, 3, .serviceFailure), same(503, named: "ServiceUnavailable", 3, .serviceFailure),
        status(500, .init(3, .serviceFailure), .init(1, .outcomeUnknown), .init(3, .outcomeUnknown)),
        status(
            500, named: "InternalFailure", .init(3, .serviceFailure), .init(1, .outcomeUnknown),
            .init(3, .outcomeUnknown)),
        status(502, .init(3, .serviceFailure), .init(1, .outcomeUnknown), .init(3, .outcomeUnknown)),
        status(504, .init(3, .serviceFailure), .init(1, .outcomeUnknown), .init(3, .outcomeUnknown)),
        status(501, .init(1, .serviceFailure), .init(1, .outcomeUnknown), .init(1, .outcomeUnknown)),
        status(505, .init(1, .serviceFailure), .init(1, .outcomeUnknown), .init(1, .outcomeUnknown)),
        status(
            400, named: "RequestTimeout", .init(3, .timedOut), .init(1, .outcomeUnknown), .init(3, .outcomeUnknown)),
        status(
            408, named: "RequestTimeoutException", .init(3, .timedOut), .init(1, .outcomeUnknown),
            .init(3, .outcomeUnknown)),
        status(408, .init(1, .otherServiceError), .init(1, .outcomeUnknown), .init(1, .outcomeUnknown)),
        status(302, .init(1, .otherServiceError), .init(1, .outcomeUnknown), .init(1, .outcomeUnknown)),
    ]

    static let refusals: [Fault] = [
        same(400, named: "BadRequestException", 1, .badRequest), same(400, 1, .badRequest), same(403, 1, .accessDenied),
        same(403, named: "AccessDeniedException", 1, .accessDenied),
        same(404, named: "NotFoundException", 1, .notFound),
        same(403, named: "UnrecognizedClientException", 1, .credentialsRejected),
        same(403, named: "InvalidSignatureException", 1, .credentialsRejected),
        same(403, named: "ExpiredTokenException", 1, .credentialsExpired),
        same(409, named: "ConflictException", 1, .conflict),
        same(500, named: "ConcurrentModificationException", 1, .concurrentModification).withCall(requests: 3),
        same(400, named: "ConcurrentModificationException", 1, .concurrentModification),
        same(400, named: "MessageRejected", 1, .messageRejected),
        same(400, named: "SendingPausedException", 1, .sendingPaused),
        same(400, named: "AccountSuspendedException", 1, .accountSuspended),
    ]

    static let broken: [Fault] = [
        Fault(
            testDescription: "200 that can't be read",
            answer: { AWSHTTPResponse(status: 200, body: Data("<html>".utf8)) },
            call: .init(1, .unreadableResponse), send: .init(1, .unreadableResponse),
            daringSend: .init(1, .unreadableResponse)),
        broken(
            .connectionFailed, sent: false, .init(3, .connectionFailed), .init(3, .connectionFailed),
            .init(3, .connectionFailed)),
        broken(
            .connectionFailed, sent: true, .init(3, .connectionFailed), .init(1, .outcomeUnknown),
            .init(3, .outcomeUnknown)),
        broken(
            .connectionLost, sent: false, .init(3, .connectionLost), .init(3, .connectionLost),
            .init(3, .connectionLost)),
        broken(
            .connectionLost, sent: true, .init(3, .connectionLost), .init(1, .outcomeUnknown),
            .init(3, .outcomeUnknown)),
        broken(.timedOut, sent: false, .init(3, .timedOut), .init(3, .timedOut), .init(3, .timedOut)),
        broken(.timedOut, sent: true, .init(3, .timedOut), .init(1, .outcomeUnknown), .init(3, .outcomeUnknown)),
        broken(
            .responseTooLarge, sent: true, .init(1, .unreadableResponse), .init(1, .outcomeUnknown),
            .init(1, .outcomeUnknown)),
        broken(
            .invalidRequest, sent: false, .init(1, .invalidRequest), .init(1, .invalidRequest),
            .init(1, .invalidRequest)),
        Fault(
            testDescription: "an error of the transport's own", answer: { throw Foreign() },
            call: .init(3, .connectionLost), send: .init(1, .outcomeUnknown),
            daringSend: .init(3, .outcomeUnknown)),
    ]

    static let faults = throttling + failures + refusals + broken

    private enum Kind: CaseIterable { case call, send, daringSend }

    private func run(_ kind: Kind, _ transport: RecordingTransport, _ retry: RetryOptions? = nil) async throws {
        let options = retry ?? RetryOptions(repeatsSendsOfUnknownOutcome: kind == .daringSend)
        let client = try SESv2Client.test(transport, configuration: .init(retry: options, random: { 0 }))
        if kind == .call {
            _ = try await client.getAccount()
        } else {
            try await client.send(.test, configurationSet: "s")
        }
    }

    private func expected(_ kind: Kind, _ fault: Fault) -> Expected {
        switch kind {
        case .call: fault.call
        case .send: fault.send
        case .daringSend: fault.daringSend
        }
    }

    @Test("A call that always meets a fault ends as it says, after as many attempts", arguments: faults)
    func always(fault: Fault) async throws {
        for kind in Kind.allCases {
            let transport = RecordingTransport { _, _ in try fault.answer() }
            let error = await #expect(throws: SESv2Error.self) { try await run(kind, transport) }
            let expected = expected(kind, fault)
            #expect(error?.code == expected.code, "\(kind)")
            #expect(transport.requests.count == expected.requests, "\(kind)")
            #expect(error?.attempts == expected.requests, "\(kind)")
        }
    }

    @Test("One that meets it once succeeds at the second attempt, or isn't attempted again", arguments: faults)
    func once(fault: Fault) async throws {
        for kind in Kind.allCases {
            let transport = RecordingTransport { _, number in
                guard number > 0 else { return try fault.answer() }
                return AWSHTTPResponse(status: 200, body: Data(#"{"MessageId":"m-1"}"#.utf8))
            }
            var code: SESv2Error.Code?
            do { try await run(kind, transport) } catch let error as SESv2Error { code = error.code }
            let expected = expected(kind, fault)
            #expect(code == (expected.requests == 1 ? expected.code : nil), "\(kind)")
            #expect(transport.requests.count == min(expected.requests, 2), "\(kind)")
        }
    }

    @Test("Nothing is where it is turned off", arguments: faults)
    func off(fault: Fault) async throws {
        for kind in Kind.allCases {
            let transport = RecordingTransport { _, _ in try fault.answer() }
            let error = await #expect(throws: SESv2Error.self) { try await run(kind, transport, .off) }
            #expect(error?.code == expected(kind, fault).code)
            #expect(transport.requests.count == 1)
            #expect(transport.requests.first?.headers["amz-sdk-request"] == "attempt=1; max=1")
        }
    }

    @Test("A first unknown outcome is told although a later attempt was surely refused")
    func unknownStays() async throws {
        let later: [(String, Answer)] = [
            ("throttled", { AWSHTTPResponse(status: 429) }),
            ("refused", { AWSHTTPResponse(status: 400, headers: ["x-amzn-ErrorType": "MessageRejected"]) }),
            (
                "no connection",
                { throw HTTPTransportError(.connectionFailed, requestMayHaveBeenSent: false, message: "m") }
            ),
        ]
        for (name, answer) in later {
            let transport = RecordingTransport { _, number in
                guard number > 0 else { return AWSHTTPResponse(status: 502, headers: ["x-amzn-RequestId": "r-1"]) }
                return try answer()
            }
            let error = await #expect(throws: SESv2Error.self) { try await run(.daringSend, transport) }
            #expect(error?.code == .outcomeUnknown, "\(name)")
            #expect(error?.requestID == "r-1", "\(name): that of the attempt in doubt")
            #expect(error?.underlyingError is SESv2Error, "\(name)")
            #expect(error?.isSafeToRetry == false)
        }
    }

    @Test("An answer that can't be read settles the doubt: the mail was accepted")
    func unreadableAfterUnknown() async throws {
        let transport = RecordingTransport { _, number in
            AWSHTTPResponse(status: number == 0 ? 502 : 200, body: Data("<html>".utf8))
        }
        let error = await #expect(throws: SESv2Error.self) { try await run(.daringSend, transport) }
        #expect(error?.code == .unreadableResponse && error?.attempts == 2)
    }
}

extension RepetitionTableTests.Fault {
    /// The same fault, after whose HTTP status a call that may be repeated is, a send whose caller is daring too.
    fileprivate func withCall(requests: Int) -> Self {
        var fault = self
        fault.call.requests = requests
        fault.daringSend.requests = requests
        return fault
    }
}
