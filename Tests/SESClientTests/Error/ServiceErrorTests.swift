import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

@Suite("Error answers of the service")
struct ServiceErrorTests {
    /// The error of an idempotent call (GetAccount) or of a send, answered so.
    private func answer(
        _ status: Int, _ headers: AWSHTTPHeaders = [:], body: String = "", sending: Bool = false
    ) async throws -> SESv2Error {
        let client = try SESv2Client.test(RecordingTransport(status, headers, body: body))
        let error = await #expect(throws: SESv2Error.self) {
            if sending {
                try await client.send(.test, configurationSet: "s")
            } else {
                _ = try await client.getAccount()
            }
        }
        return try #require(error)
    }

    static let codes: [(name: String, code: SESv2Error.Code)] = [
        ("NotFoundException", .notFound), ("AlreadyExistsException", .alreadyExists),
        ("ConfigurationSetAlreadyExistsException", .alreadyExists), ("BadRequestException", .badRequest),
        ("SerializationException", .badRequest), ("ValidationException", .badRequest),
        ("LimitExceededException", .limitExceeded), ("TooManyRequestsException", .throttled),
        ("ThrottlingException", .throttled), ("Throttling", .throttled), ("ThrottledException", .throttled),
        ("RequestThrottled", .throttled), ("RequestThrottledException", .throttled),
        ("RequestLimitExceeded", .throttled), ("SlowDown", .throttled), ("SendingPausedException", .sendingPaused),
        ("AccountSuspendedException", .accountSuspended), ("MessageRejected", .messageRejected),
        ("MailFromDomainNotVerifiedException", .mailFromDomainNotVerified), ("ConflictException", .conflict),
        ("ConcurrentModificationException", .concurrentModification),
        ("InvalidNextTokenException", .invalidNextToken), ("AccessDeniedException", .accessDenied),
        ("AccessDenied", .accessDenied), ("ExpiredTokenException", .credentialsExpired),
        ("ExpiredToken", .credentialsExpired), ("UnrecognizedClientException", .credentialsRejected),
        ("InvalidClientTokenId", .credentialsRejected), ("InvalidSignatureException", .credentialsRejected),
        ("SignatureDoesNotMatch", .credentialsRejected), ("IncompleteSignatureException", .credentialsRejected),
        ("IncompleteSignature", .credentialsRejected), ("MissingAuthenticationTokenException", .credentialsRejected),
        ("MissingAuthenticationToken", .credentialsRejected), ("RequestExpired", .credentialsRejected),
        ("RequestInTheFuture", .credentialsRejected), ("RequestTimeTooSkewed", .credentialsRejected),
        ("AuthFailure", .credentialsRejected), ("ProvisionedThroughputExceededException", .throttled),
        ("TransactionInProgressException", .throttled), ("BandwidthLimitExceeded", .throttled),
        ("PriorRequestNotComplete", .throttled), ("EC2ThrottledException", .throttled),
        ("SomethingNewException", .otherServiceError),
    ]

    @Test("each name has its code, for a send as for any call", arguments: codes)
    func names(name: String, code: SESv2Error.Code) async throws {
        for sending in [false, true] {
            let error = try await answer(400, ["x-amzn-ErrorType": name], body: #"{"message":"m"}"#, sending: sending)
            #expect(error.code == code)
            #expect(error.serviceCode == name)
            #expect(error.serviceMessage == "m")
            #expect(error.httpStatus == 400)
        }
    }

    @Test(
        "the name is read from the header, then code, then __type, without namespace and what follows a colon",
        arguments: [
            ("NotFoundException", #"{"code":"Wrong","__type":"Wrong"}"#),
            ("NotFoundException:http://internal.amazon.com/coral/x#y", "{}"),
            ("com.amazonaws.ses#NotFoundException:http://x", "not JSON"),
            (nil, #"{"code":"NotFoundException","__type":"Wrong"}"#), (nil, #"{"Code":"a#NotFoundException:b"}"#),
            (nil, #"{"__type":"com.amazonaws.sesv2#NotFoundException"}"#),
            (nil, #"{"code":null,"__type":"NotFoundException"}"#), (nil, #"{"code":404,"__type":"NotFoundException"}"#),
            ("", #"{"__type":"NotFoundException"}"#), (nil, #"{"code":"","__type":"NotFoundException"}"#),
        ])
    func nameRule(header: String?, body: String) async throws {
        var headers: AWSHTTPHeaders = ["x-amzn-RequestId": "r-7"]
        headers["X-Amzn-Errortype"] = header
        let error = try await answer(404, headers, body: body)
        #expect(error.serviceCode == "NotFoundException")
        #expect(error.code == .notFound)
        #expect(error.requestID == "r-7")
    }

    @Test(
        "the message is read in either spelling, and may be missing",
        arguments: [
            (#"{"message":"why"}"#, "why"), (#"{"Message":"why"}"#, "why"), (#"{"message":null}"#, nil),
            (#"{"message":null,"Message":"why"}"#, "why"), (#"{"message":""}"#, nil), (#"{"message":7}"#, nil),
            ("{}", nil), ("", nil), ("[]", nil), ("null", nil), ("<html><h1>Not Found</h1></html>", nil),
            ("<Error><Code>NoSuchBucket</Code></Error>", nil), ("{\"message\":\"cut of", nil), ("\u{FFFD}\0", nil),
        ])
    func messages(body: String, message: String?) async throws {
        let error = try await answer(400, ["x-amzn-ErrorType": "BadRequestException"], body: body)
        #expect(error.serviceMessage == message)
        #expect(error.message == message ?? "the service answered without a message")
        #expect(error.code == .badRequest)
    }

    @Test(
        "without a name the status decides",
        arguments: [
            (302, .otherServiceError), (400, .badRequest), (403, .accessDenied), (404, .notFound), (409, .conflict),
            (413, .otherServiceError), (418, .otherServiceError), (429, .throttled), (500, .serviceFailure),
            (502, .serviceFailure), (503, .serviceFailure), (504, .serviceFailure), (599, .serviceFailure),
        ] as [(Int, SESv2Error.Code)])
    func statuses(status: Int, code: SESv2Error.Code) async throws {
        let error = try await answer(status, body: "<html>from a proxy</html>")
        #expect(error.code == code)
        #expect(error.serviceCode == nil)
        #expect(error.httpStatus == status)
    }

    @Test(
        "a failure of the service leaves a send's outcome unknown, unless it says that it did nothing",
        arguments: [
            (500, nil, .outcomeUnknown), (502, nil, .outcomeUnknown), (503, nil, .serviceFailure),
            (504, nil, .outcomeUnknown), (500, "InternalServiceErrorException", .outcomeUnknown),
            (500, "InternalFailure", .outcomeUnknown), (503, "ServiceUnavailable", .serviceFailure),
            (500, "ConcurrentModificationException", .concurrentModification),
            (429, "TooManyRequestsException", .throttled), (429, nil, .throttled),
        ] as [(Int, String?, SESv2Error.Code)])
    func failuresOfSends(status: Int, name: String?, code: SESv2Error.Code) async throws {
        var headers = AWSHTTPHeaders()
        headers["x-amzn-ErrorType"] = name
        let error = try await answer(status, headers, sending: true)
        #expect(error.code == code)
        #expect(error.message.hasPrefix("it isn't known whether the call was accepted") == (code == .outcomeUnknown))
    }

    @Test("a used-up daily quota is told from throttling by its words", arguments: ["TooManyRequestsException", nil])
    func dailyQuota(name: String?) async throws {
        var headers = AWSHTTPHeaders()
        headers["x-amzn-ErrorType"] = name
        let quota = #"{"message":"Daily message quota exceeded."}"#
        #expect(try await answer(429, headers, body: quota, sending: true).code == .dailyQuotaExceeded)
        let rate = #"{"message":"Maximum sending rate exceeded."}"#
        #expect(try await answer(429, headers, body: rate, sending: true).code == .throttled)
    }

    @Test("the quota's words on another error mean nothing")
    func quotaWordsElsewhere() async throws {
        let error = try await answer(
            400, ["x-amzn-ErrorType": "MessageRejected"], body: #"{"message":"Daily message quota exceeded."}"#)
        #expect(error.code == .messageRejected)
    }
}
