import Foundation
import SESClient
import Testing

/// One thing that goes wrong between a client and the service, and what must come of a send that meets it.
struct TransportFault: Sendable, CustomTestStringConvertible {
    /// What the caller gets.
    var outcome: SESv2Error.Code
    /// How often the call reaches the server: more than once only where it is certain that no mail was accepted.
    var attempts = 1
    /// Whether it may come before the request's body is asked for, and is then told as a connection that didn't come about.
    var mayComeFirst = false
    /// Whether a transport ends the whole process on it, so that it can't be tried.
    ///
    /// FoundationNetworking of Swift 6.3 does where a head breaks off: "Fatal error: Transfer completed, but there's no
    /// response" (swiftlang/swift-corelibs-foundation#5285, mended after it by #5286).
    var endsURLSession = false
    /// Whether the server reads whole sends, so that they can be counted.
    var isRead = true
    var name: String
    /// How far a request is read; nil for to its end.
    var interruption: LoopbackServer.Interruption?
    /// What the server does with a request that it read.
    var reply: LoopbackServer.Reply = .silence

    var testDescription: String { name }

    private static func json(_ status: Int, _ code: String, _ headers: [String: String] = [:]) -> LoopbackServer.Reply {
        .http(status, headers.merging(["x-amzn-ErrorType": code]) { $1 }, body: Data(#"{"message":"words"}"#.utf8))
    }

    private static func half(_ text: String) -> Data { Data(text.utf8) }

    private static let wholeHead = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"

    static let all: [TransportFault] = [
        TransportFault(
            outcome: .outcomeUnknown, mayComeFirst: true, isRead: false, name: "reset before the request is read",
            interruption: .resetOnAccept),
        TransportFault(
            outcome: .outcomeUnknown, isRead: false, name: "reset while the request is read",
            interruption: .resetAfterHead),
        TransportFault(
            outcome: .outcomeUnknown, name: "reset after the request was read", reply: .sendAndReset(Data())),
        TransportFault(
            outcome: .outcomeUnknown, name: "closed after the request was read", reply: .sendAndClose(Data())),
        TransportFault(
            outcome: .outcomeUnknown, endsURLSession: true, name: "closed within the answer's head",
            reply: .sendAndClose(half("HTTP/1.1 200 OK\r\nContent-Le"))),
        TransportFault(
            outcome: .outcomeUnknown, name: "closed within the answer's body",
            reply: .sendAndClose(half(wholeHead + #"{"MessageId""#))),
        TransportFault(
            outcome: .outcomeUnknown, name: "reset within the answer's body",
            reply: .sendAndReset(half(wholeHead + #"{"MessageId""#))),
        TransportFault(
            outcome: .outcomeUnknown, name: "an answer that isn't HTTP", reply: .sendAndClose(half("SSH-2.0-x\r\n"))),
        TransportFault(
            outcome: .outcomeUnknown, isRead: false, name: "the request is never read", interruption: .neverRead),
        TransportFault(outcome: .outcomeUnknown, name: "no answer", reply: .silence),
        TransportFault(
            outcome: .outcomeUnknown, name: "an answer that stops within its body",
            reply: .send(half(wholeHead + #"{"MessageId""#))),
        TransportFault(outcome: .outcomeUnknown, name: "500", reply: json(500, "InternalServiceErrorException")),
        TransportFault(outcome: .outcomeUnknown, name: "502", reply: .http(502, body: half("<html>"))),
        TransportFault(outcome: .outcomeUnknown, name: "504", reply: .http(504)),
        TransportFault(
            outcome: .throttled, attempts: 3, name: "429", reply: json(429, "TooManyRequestsException")),
        TransportFault(
            outcome: .throttled, attempts: 3, name: "429 with Retry-After",
            reply: json(429, "TooManyRequestsException", ["Retry-After": "1", "x-amz-retry-after": "100"])),
        TransportFault(
            outcome: .serviceFailure, attempts: 3, name: "503", reply: json(503, "ServiceUnavailableException")),
        TransportFault(
            outcome: .serviceFailure, attempts: 3, name: "503 with Retry-After",
            reply: json(503, "ServiceUnavailableException", ["Retry-After": "1", "x-amz-retry-after": "100"])),
        TransportFault(
            outcome: .credentialsRejected, attempts: 2, name: "the service's clock is 20 minutes ahead",
            reply: json(
                403, "InvalidSignatureException", ["Date": httpDate(Date(timeIntervalSinceNow: 1200))])),
    ]

    private static func httpDate(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: date)
    }
}
