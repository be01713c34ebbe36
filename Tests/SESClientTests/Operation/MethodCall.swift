import Foundation
import SESClient
import SESCore
import SESSigning
import Testing

/// A call of one of the client's methods, and the one request it must send.
struct MethodCall: Sendable, CustomTestStringConvertible {
    var request: String
    var body: String
    var answer: String
    var make: @Sendable (SESv2Client) async throws -> Void
    var testDescription: String { request }

    /// - Parameters:
    ///   - request: The method, the path and, after a question mark, the query.
    ///   - body: The body; empty for none.
    ///   - answer: The body of the service's answer.
    ///   - make: The call.
    init(
        _ request: String, _ body: String = "", answer: String = #"{"MessageId":"m-1"}"#,
        _ make: @escaping @Sendable (SESv2Client) async throws -> Void
    ) {
        self.request = request
        self.body = body
        self.answer = answer
        self.make = make
    }

    func expectRequest(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let transport = RecordingTransport(body: answer)
        try await make(try SESv2Client.test(transport))
        try #require(transport.requests.count == 1, sourceLocation: sourceLocation)
        let sent = transport.requests[0]
        let target = sent.query.map { "\(sent.path)?\($0)" } ?? sent.path
        #expect("\(sent.method) \(target)" == request, sourceLocation: sourceLocation)
        #expect(String(decoding: sent.body, as: UTF8.self) == body, sourceLocation: sourceLocation)
        #expect(sent.host == "email.us-east-1.amazonaws.com", sourceLocation: sourceLocation)
        #expect(
            sent.headers["Content-Type"] == (body.isEmpty ? nil : "application/json"), sourceLocation: sourceLocation)
    }
}
