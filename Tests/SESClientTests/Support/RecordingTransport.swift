import Foundation
import SESClient
import SESSigning
import Synchronization

/// A transport in memory that keeps every request and answers as it is told.
final class RecordingTransport: HTTPTransport {
    private let answer: @Sendable (_ request: AWSHTTPRequest, _ number: Int) async throws -> AWSHTTPResponse
    private let recorded = Mutex<[AWSHTTPRequest]>([])

    /// - Parameter answer: The response to a request and its number, from 0.
    init(_ answer: @escaping @Sendable (AWSHTTPRequest, Int) async throws -> AWSHTTPResponse) {
        self.answer = answer
    }

    /// Answers everything with one response.
    convenience init(_ status: Int = 200, _ headers: AWSHTTPHeaders = [:], body: String = #"{"MessageId":"m-1"}"#) {
        self.init { _, _ in AWSHTTPResponse(status: status, headers: headers, body: Data(body.utf8)) }
    }

    var requests: [AWSHTTPRequest] { recorded.withLock { $0 } }

    func execute(_ request: AWSHTTPRequest, limits: TransportLimits) async throws -> AWSHTTPResponse {
        let number = recorded.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        return try await answer(request, number)
    }
}

extension SESv2Client {
    static let testCredentials = AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")

    /// A client over a transport in memory; it repeats what fails without waiting.
    static func test(
        _ transport: any HTTPTransport,
        credentials: any CredentialProvider = StaticCredentialProvider(testCredentials),
        configuration: Configuration = Configuration(random: { 0 })
    ) throws -> SESv2Client {
        try SESv2Client(
            region: .usEast1, credentials: credentials, transport: transport, configuration: configuration)
    }
}

extension Email {
    static let test = Email(from: "shop@example.com", to: ["jane@example.org"], subject: "s", text: "t")
}
